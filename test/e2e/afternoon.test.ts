import { countyWorkbook } from "../support/county-workbook";
import { playgroundForEach } from "./support/open-playground";

const LIMIT = 180_000;
const VIEWS = ["数据", "进度", "附件", "通报", "校核"];
const MAIN: Record<string, RegExp> = { 进度: /^计算进度/, 附件: /^(?:插入|更新)附件/, 通报: /^写入所选单元格/ };

describe("a clerk's afternoon in the pane", () => {
  const playground = playgroundForEach(LIMIT);

  const main = () => playground.pane.locator("main");
  const view = () => playground.pane.locator("#view");
  const tab = async (name: string) => {
    await playground.pane.getByRole("tab", { name }).click();
    await playground.pane.getByRole("tab", { name, selected: true }).waitFor();
    if (name === "通报") await main().locator("article").waitFor();
  };

  test.each([15, 150])("one scrollbar and nothing blank to scroll, with %i regions, from 320 to 600 px", async (regions) => {
    if (regions !== 15) await playground.open("多县.xlsx", await countyWorkbook(regions));
    for (const width of [320, 350, 600]) {
      await playground.setPaneWidth(width);
      for (const name of VIEWS) {
        await tab(name);
        const found = await view().evaluate((element) => {
          const { scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
          element.scrollTop = element.scrollHeight;
          const last = Math.max(...[...element.querySelectorAll("*")].map((one) => one.getBoundingClientRect().bottom));
          const bottom = element.getBoundingClientRect().bottom;
          element.scrollTop = 0;
          // What fits whole is not scrolled.
          const blank = element.scrollHeight > element.clientHeight ? bottom - last : 0;
          return { page: scrollHeight - clientHeight, across: element.scrollWidth - element.clientWidth, blank };
        });
        expect({ width, name, ...found, blank: found.blank < 40 || found }).toEqual({ width, name, page: 0, across: 0, blank: true });
      }
    }
  }, LIMIT);

  test("a ribbon button with the pane closed shows what it did, also from another sheet", async () => {
    await playground.page.getByRole("button", { name: "关闭窗格" }).or(playground.page.locator(".pane-head button")).first().click();
    await playground.page.locator("#pane.pane-hidden").waitFor({ state: "attached" });
    await playground.page.evaluate(() => window.playground!.host.select("审计整改", "A1"));
    await playground.press("计算进度");
    expect(await playground.page.evaluate(() => window.playground!.host.workbook.activeSheet.name)).toBe("进度计算");
    await main().getByText(/^已写入 \d+ 处/).waitFor();
    expect(await playground.page.locator("#pane.pane-hidden").count()).toBe(0);
  }, LIMIT);

  test("a message is seen wherever the clerk has scrolled to, with each mistake of a template", async () => {
    await playground.open("多县.xlsx", await countyWorkbook(150));
    await tab("进度");
    await view().evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
    await playground.page.evaluate(() => window.playground!.host.edit("目标任务", "A1", ""));
    await playground.pane.getByRole("button", { name: /^截至/ }).click();
    await playground.pane.getByLabel("截至日期").fill("2021-05-31");
    await playground.pane.getByRole("button", { name: "确定" }).click();
    const alert = main().getByRole("alert").first();
    await alert.waitFor();
    const [box, frame] = [await alert.boundingBox(), await playground.page.locator("#pane iframe").boundingBox()];
    expect(box!.y).toBeGreaterThanOrEqual(frame!.y);
    expect(box!.y + box!.height).toBeLessThanOrEqual(frame!.y + frame!.height);
  }, LIMIT);

  test("after an action the footer takes at most a quarter of the pane, and older results fold away", async () => {
    await playground.setPaneWidth(350);
    const share = () => view().evaluate((element) => {
      const footers = [...element.querySelectorAll("*")].filter((one) => getComputedStyle(one).position === "sticky" && getComputedStyle(one).bottom !== "auto");
      return Math.max(...footers.map((one) => one.getBoundingClientRect().height)) / window.innerHeight;
    });
    for (const [name, button] of [["进度", "计算进度"], ["附件", "插入附件"], ["通报", "写入新工作表"]] as const) {
      await tab(name);
      await main().getByRole("button", { name: button }).click();
      await main().getByText(/^已写入 \d+ 处/).last().waitFor();
      expect([name, (await share()) <= 0.25 || (await share())]).toEqual([name, true]);
    }
    await tab("进度");
    await main().getByRole("button", { name: "取消标记" }).click();
    await main().getByText("已取消全部标记").waitFor();
    expect(await main().getByText(/^已写入 \d+ 处/).isVisible()).toBe(false);
    await main().getByText("之前写入的 1 次").click();
    await main().getByText(/^已写入 \d+ 处/).waitFor();
  }, LIMIT);

  test.each([15, 150])("the main button is at most ten stops of the Tab key away, with %i regions", async (regions) => {
    if (regions !== 15) await playground.open("多县.xlsx", await countyWorkbook(regions));
    const focused = () => playground.paneFrame().evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    for (const [name, wanted] of Object.entries(MAIN)) {
      await tab(name);
      // The view's script may still be coming.
      await main().getByRole("button", { name: wanted }).first().waitFor();
      await playground.pane.getByRole("button", { name: /^截至/ }).focus();
      let stops = 1;
      for (; stops < 30 && !wanted.test(await focused()); stops++) await playground.page.keyboard.press("Tab");
      expect([name, stops <= 10 || stops]).toEqual([name, true]);
    }
  }, LIMIT);

  test("attachments for signature have no marks; with marks they have colours, signs and a legend", async () => {
    const ATTACHMENT1 = "附件1 目标任务进展情况表";
    await playground.press("插入附件");
    const rows = (await playground.readBlock(ATTACHMENT1, { rows: 24, columns: 1 })).map(([label]) => label);
    const rate = () => playground.readCell(ATTACHMENT1, `D${rows.indexOf("柳林县") + 1}`);
    expect(await rate()).toMatchObject({ text: "131.50%" });
    expect((await rate()).fill).toBeUndefined();
    await tab("附件");
    await main().getByRole("checkbox", { name: /带进展标记/ }).check();
    await main().getByRole("button", { name: "全部更新" }).click();
    await main().getByText(/^已写入 \d+ 处/).first().waitFor();
    expect((await rate()).text).toBe("★ 131.50%");
    expect((await rate()).fill).toBeDefined();
  }, LIMIT);

  test("marks on the staff's sheet have their legend there; the colour of a status is of one hue in pane and sheets", async () => {
    await playground.press("计算进度");
    const [caption = ""] = (await playground.readBlock("目标任务", { rows: 2, columns: 16 }))[1]?.filter((text) => text.includes("截至")) ?? [];
    expect(caption).toContain("截至2021年4月23日\u3000✕ 未启动\u3000○ 滞后\u3000● 达到序时\u3000✓ 完成\u3000★ 超额完成");
    await playground.pane.getByRole("button", { name: "截至 2021年4月23日" }).waitFor();
    await tab("进度");
    await main().getByRole("button", { name: /^★/ }).first().waitFor();
  }, LIMIT);

  test("one stop for a list, arrows inside it", async () => {
    await tab("进度");
    const first = main().getByRole("button", { name: /^离石区/ }).or(main().locator("ul").last().getByRole("button").first()).first();
    await first.focus();
    const at = () => playground.paneFrame().evaluate(() => document.activeElement?.textContent ?? "");
    const before = await at();
    await playground.page.keyboard.press("ArrowDown");
    const next = await at();
    expect(next).not.toBe(before);
    await playground.page.keyboard.press("Tab");
    expect(await at()).toMatch(/^计算进度/);
    await playground.page.keyboard.press("Shift+Tab");
    expect(await at()).toBe(next);
  }, LIMIT);
});
