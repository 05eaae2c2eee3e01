import { countyWorkbook } from "../support/county-workbook";
import { goalsWorkbook, UNREAD_ROWS } from "../support/goals-workbook";
import { violations } from "./support/axe";
import { openPlayground, playgroundForEach } from "./support/open-playground";

const LIMIT = 120_000;
const ATTACHMENT1 = "附件1 目标任务进展情况表";
const RANKING = "进度排名表";

describe("what the pane and the sheets say", () => {
  const playground = playgroundForEach(LIMIT);

  const main = () => playground.pane.locator("main");
  const tab = (name: string) => playground.pane.getByRole("tab", { name }).click();
  const button = (name: string | RegExp) => main().getByRole("button", { name });
  const written = () => main().getByText(/^已写入 \d+ 处/).last().waitFor();
  const flat = async (sheet: string, columns = 14) => (await playground.readBlock(sheet, { rows: 24, columns })).flat().filter((text) => text !== "");
  const rowOf = async (sheet: string, label: string, at = 0) => (await playground.readBlock(sheet, { rows: 24, columns: 12 })).find((row) => row[at] === label) ?? [];
  const edit = (sheet: string, cell: string, input: string) =>
    playground.page.evaluate(([name, address, value]) => window.playground!.host.edit(name, address, value), [sheet, cell, input] as const);
  const reread = async () => {
    await playground.pane.getByRole("banner").getByRole("button", { name: "重新读取" }).click();
    await main().locator('[role="progressbar"]').waitFor({ state: "detached" });
  };
  const setFixedRate = async (rate: string) => {
    await playground.pane.getByRole("button", { name: "设置", exact: true }).click();
    await main().getByLabel("固定比例").check();
    await main().getByLabel("要求完成率（%）").fill(rate);
    await button("保存设置").click();
    await main().getByText("设置已保存，面板里的结果").waitFor();
  };

  test("1. a figure that cannot be read is “? 无法读取” on every sheet and in the notice, never 尚未开工", async () => {
    await playground.open("市.xlsx", await goalsWorkbook("云中市2022年目标任务表（截至2022年6月30日）", UNREAD_ROWS));
    await playground.press("计算进度");
    await tab("附件");
    await main().getByRole("checkbox", { name: /带进展标记/ }).check();
    await playground.press("插入附件");
    await button("插入进度排名表").click();
    await button("更新进度排名表").waitFor();
    expect(await rowOf("进度计算", "甲县")).toEqual(expect.arrayContaining(["100", "?", "? 无法读取"]));
    expect(await rowOf(ATTACHMENT1, "甲县")).toEqual(["甲县", "100", "?", "?", "1000", "100", expect.stringContaining("10.00%"), "", "", "", "", ""]);
    // Under 综合排名 the county's ranking by the indicator itself.
    expect((await playground.readBlock(RANKING, { rows: 34, columns: 12 })).filter((row) => row[1] === "甲县")).toContainEqual(expect.arrayContaining(["?", "? 无法读取"]));
    expect((await flat(RANKING)).join()).toContain("无法读取，得分不含该项");
    for (const sheet of ["进度计算", ATTACHMENT1, RANKING]) expect((await flat(sheet)).join()).toContain("? 无法读取");
    expect((await playground.readCell("目标任务", "C3")).text).toBe("? 约100");
    // Neither its target nor its done counts in the rate beside the sums.
    expect(await rowOf(ATTACHMENT1, "合计")).toEqual(expect.arrayContaining(["500", "220", "55.00%"]));
    const rows = (await playground.readBlock(ATTACHMENT1, { rows: 24, columns: 1 })).map(([label]) => label);
    const rateOf = (region: string) => playground.readCell(ATTACHMENT1, `D${rows.indexOf(region) + 1}`);
    const [unread, none] = [await rateOf("甲县"), await rateOf("丙县")];
    expect([unread.text, none.text]).toEqual(["?", "✕ 0.00%"]);
    expect(unread.fill).not.toBe(none.fill);
    await tab("通报");
    await main().locator("article", { hasText: "甲县数据待核实，未计入，完成率不含其目标任务100套" }).waitFor();
  }, LIMIT);

  test("2. a table of 2023 without a date is of 2023, and its missing day is told until it is set", async () => {
    await playground.open("市.xlsx", await goalsWorkbook("云中市2023年目标任务完成情况表", [["甲县", 100, 60, 1000, 600], ["乙县", 200, 50, 1000, 700]]));
    await playground.pane.getByRole("button", { name: "截至 2023年12月31日？" }).waitFor();
    await main().getByText(/没有写明截至日期，暂按 2023-12-31 计算/).waitFor({ state: "attached" });
    await tab("通报");
    await button("截至日期是推定的，表里没有写").click();
    await playground.pane.getByRole("tab", { name: "数据", selected: true }).waitFor();
    await playground.pane.getByRole("button", { name: "截至 2023年12月31日？" }).click();
    await playground.pane.getByLabel("截至日期").fill("2023-06-30");
    await playground.pane.getByRole("button", { name: "确定" }).click();
    await playground.pane.getByRole("button", { name: "截至 2023年6月30日", exact: true }).waitFor();
    await main().getByText(/没有写明截至日期/).waitFor({ state: "detached" });
    await tab("通报");
    await main().getByText(/^签发前检查：/).waitFor();
    expect(await button("截至日期是推定的，表里没有写").count()).toBe(0);
    await playground.press("插入附件");
    expect((await flat(ATTACHMENT1)).join()).toContain("云中市2023年住房保障目标任务进展情况表");
  }, LIMIT);

  test("3. another 截至 than the tables state is refused, with the days there are", async () => {
    await playground.pane.getByRole("button", { name: "截至 2021年4月23日" }).click();
    await playground.pane.getByLabel("截至日期").fill("2021-05-31");
    await playground.pane.getByRole("button", { name: "确定" }).click();
    await playground.pane.getByRole("alert").getByText(/表里没有截至2021年5月31日的数字，没有更改.*工作簿里有的日期：2021年4月23日/).waitFor();
    await playground.pane.getByRole("button", { name: "截至 2021年4月23日" }).waitFor();
  }, LIMIT);

  test("4. what stands and does not follow the settings is said on each view, with one 全部更新", async () => {
    await playground.press("计算进度");
    await playground.press("插入附件");
    await setFixedRate("1");
    for (const view of ["数据", "进度", "附件", "通报", "校核"]) {
      await tab(view);
      await main().getByText(/「进度计算」、「附件1 目标任务进展情况表」、标记不是按现在的表格和设置写的/).waitFor();
    }
    await button("全部更新").click();
    await written();
    await main().getByText(/不是按现在的表格和设置写的/).waitFor({ state: "detached" });
    expect((await playground.readCell("进度计算", "D2")).text).toBe("1.00%");
    expect((await flat(ATTACHMENT1, 22)).join()).toContain("要求完成率1%");
    expect(await violations(playground.paneFrame())).toEqual([]);
  }, LIMIT);

  test("5. a written notice is compared by paragraph, old and new side by side, one updated or all", async () => {
    await tab("通报");
    await button("写入新工作表").click();
    await written();
    // A county begins: a name leaves a list, a rank and several sentences change.
    await edit("目标任务", "C5", "100");
    await reread();
    await main().getByText(/写出的通报有 \d+ 段与现在的表格和设置不符/).waitFor();
    expect((await main().locator("del").allInnerTexts()).join()).toContain("离石");
    expect((await main().locator("ins").allInnerTexts()).join()).toContain("1099");
    expect(await violations(playground.paneFrame())).toEqual([]);
    const count = async () => Number(/有 (\d+) 段/.exec(await main().getByText(/写出的通报有/).innerText())?.[1]);
    const before = await count();
    await main().getByRole("button", { name: /^更新这一段/ }).first().click();
    await main().getByText(`写出的通报有 ${before - 1} 段`).waitFor();
    await button("更新全部各段").click();
    await main().getByText(/写出的通报有/).waitFor({ state: "detached" });
    expect((await flat("通报", 1)).join()).toContain("已开工1099套");
  }, LIMIT);

  test("6. words that no cell supports are off, or grey and counted", async () => {
    await tab("通报");
    await main().locator("article").waitFor();
    const grey = await main().locator("article [data-own]").allInnerTexts();
    expect(grey.join()).toContain("土地部门是按集中一批上报一次");
    await button(/段话不是来自表格（灰色），请核定/).click();
    await playground.open("市.xlsx", await countyWorkbook(5));
    await tab("通报");
    await main().locator("article").waitFor();
    expect(await main().locator("article").innerText()).not.toContain("手续办理缓慢");
  }, LIMIT);

  test("7. each indicator has its own words for nothing done", async () => {
    await tab("进度");
    const chips = main().getByRole("group", { name: "按进展筛选" });
    await button(/租赁补贴户数/).click();
    await chips.getByRole("button", { name: /尚未发放/ }).waitFor();
    await button(/完成投资/).first().click();
    await chips.getByRole("button", { name: /尚无投资/ }).waitFor();
    await playground.press("计算进度");
    const text = (await playground.readBlock("进度计算", { rows: 22, columns: 26 })).flat().join();
    for (const words of ["✕ 尚未开工", "✕ 尚未发放", "✕ 尚未建成"]) expect(text).toContain(words);
  }, LIMIT);

  test("8. 工作簿恢复原样 is said only where it is", async () => {
    await playground.press("计算进度");
    const marked = (await playground.readCell("目标任务", "C5")).fill;
    await playground.open("再开.xlsx", await playground.save());
    await playground.press("计算进度");
    await button("撤销计算进度").first().click();
    await main().getByText("已撤销，工作簿恢复原样。").waitFor();
    expect((await playground.readCell("目标任务", "C5")).fill).toBe(marked);
    // How the sheet stood is not known any more: it stays as it is written over.
    await playground.paneFrame().evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.settings.add("HousingProgress.sheets", "{}");
        await context.sync();
      }),
    );
    await playground.open("三开.xlsx", await playground.save());
    await playground.press("计算进度");
    await button("撤销计算进度").first().click();
    await main().getByText(/^已撤销，但有的地方没有恢复：.*进度计算/).waitFor();
    expect(await main().getByText("工作簿恢复原样").count()).toBe(0);
    await button("取消标记").click();
    await main().getByText("已取消全部标记").waitFor();
    await button("撤销取消标记").click();
  }, LIMIT);
});

describe("签发前检查 on 通报", () => {
  test("lists what is missing, leads to each place, is one stop of the Tab key, and stops no export", async () => {
    const playground = await openPlayground();
    try {
      const main = playground.pane.locator("main");
      await playground.pane.getByRole("tab", { name: "通报" }).click();
      const list = main.getByRole("region", { name: "签发前检查" });
      await list.getByText(/^签发前检查：\d+ 项$/).waitFor();
      expect(await list.getByRole("button").allInnerTexts()).toEqual(expect.arrayContaining(["没有填写文号", "没有填写落款", "没有填写成文日期", expect.stringContaining("没有插入：附件1"), expect.stringMatching(/处错误没有解决/), expect.stringMatching(/段话不是来自表格/)]));
      expect(await list.locator('button[tabindex="0"]').count()).toBe(1);
      expect(await violations(playground.paneFrame())).toEqual([]);
      const [download] = await Promise.all([playground.page.waitForEvent("download"), main.getByRole("button", { name: "导出 Word" }).click()]);
      expect(download.suggestedFilename()).toMatch(/\.docx$/);
      await main.getByText(/^签发前检查：\d+ 项/).nth(1).waitFor();
      await list.getByRole("button", { name: "没有填写落款" }).click();
      const field = main.getByRole("textbox", { name: "落款" });
      await field.waitFor();
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await playground.pane.getByRole("tab", { name: "通报" }).click();
      await list.getByRole("button", { name: /处错误没有解决/ }).click();
      await playground.pane.getByRole("tab", { name: "数据", selected: true }).waitFor();
    } finally {
      await playground.close();
    }
  }, LIMIT);
});
