import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { everySo } from "../support/cases";
import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

describe("settings of the office, in the pane", () => {
  let playground: OpenPlayground;
  beforeEach(async () => {
    playground = await openPlayground();
    await playground.pane.getByRole("button", { name: "设置" }).click();
    await main().getByRole("heading", { name: "设置", exact: true }).waitFor();
  });
  afterEach(() => playground?.close());

  const main = () => playground.pane.locator("main");
  const button = (name: string) => main().getByRole("button", { name, exact: true });
  const saveSettings = async () => {
    await button("保存设置").click();
    await main().getByText("设置已保存，面板里的结果").waitFor();
  };

  test("a fixed rate tells who is behind, in the pane and on the sheets", async () => {
    await main().getByLabel("固定比例").check();
    await button("保存设置").click();
    await main().getByText("请填百分数，如 50").waitFor();
    await main().getByLabel("要求完成率（%）").fill("30");
    await saveSettings();
    await playground.pane.getByText("要求完成率 30.00%").waitFor();
    await playground.press("计算进度");
    expect((await playground.readCell("进度计算", "D2")).text).toBe("30.00%");
  });

  test("milestones can be added, changed and removed", async () => {
    await main().getByLabel("节点进度").check();
    await button("添加节点").click();
    await main().getByLabel("完成率（%）").nth(2).fill("10");
    await main().getByLabel("月份").nth(2).selectOption("3");
    await button("删除8月底的节点").click();
    await saveSettings();
    await playground.pane.getByText("节点要求（3月底） 10.00%").waitFor();
  });

  test("the office's order of regions and its own name go into the attachments", async () => {
    await main().getByLabel("填报单位").fill("吕梁市住房和城乡建设局");
    await main().getByText("县（市、区）顺序和简称（15 个）").click();
    await button("上移孝义市").click();
    await saveSettings();
    await playground.press("插入附件");
    const rows = await playground.readBlock("附件1 目标任务进展情况表", { rows: 12, columns: 1 });
    const column = rows.map(([text]) => text);
    expect(column).toContain("填报单位：吕梁市住房和城乡建设局");
    expect(column.indexOf("孝义市")).toBeLessThan(column.indexOf("离石区"));
  });

  test("unsaved changes outlive a look at another page, and can be discarded", async () => {
    await main().getByLabel("填报单位").fill("某局");
    await playground.pane.getByRole("tab", { name: "进度" }).click();
    await playground.pane.getByRole("button", { name: "设置", exact: true }).click();
    expect(await main().getByLabel("填报单位").inputValue()).toBe("某局");
    await main().getByText("有未保存的修改").waitFor();
    await button("放弃修改").click();
    await playground.pane.getByRole("button", { name: "设置", exact: true }).click();
    expect(await main().getByLabel("填报单位").inputValue()).toBe("");
  });

  test("恢复默认 restores all of it and says what; no real office stands as a placeholder", async () => {
    await main().getByLabel("填报单位").fill("某局");
    await main().getByText("县（市、区）顺序和简称（15 个）").click();
    await button("上移孝义市").click();
    await main().getByText("通报要素").click();
    await main().getByRole("textbox", { name: "文号" }).fill("某办发1号");
    await saveSettings();
    await button("恢复默认").click();
    await main().getByText(/^已恢复默认：填报单位、任务年度、进度要求、县（市、区）顺序和简称、指标名称和小数位、综合排名、通报要素/).waitFor();
    expect(await main().getByLabel("填报单位").inputValue()).toBe("");
    expect(await main().getByRole("textbox", { name: "文号" }).inputValue()).toBe("");
    expect((await main().getByRole("textbox", { name: /的简称$/ }).first().getAttribute("aria-label"))).toBe("离石区的简称");
    const placeholders = await main().locator("textarea").evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).placeholder));
    expect(placeholders.join()).not.toMatch(/吕|2021/);
    await saveSettings();
    expect(await main().getByLabel("填报单位").inputValue()).toBe("");
  });

  test("regions are sorted by the table, by GB/T 2260, by rate, and by drag", async () => {
    await main().getByText("县（市、区）顺序和简称（15 个）").click();
    const order = () => main().getByRole("textbox", { name: /的简称$/ }).evaluateAll((all) => all.map((one) => (one.getAttribute("aria-label") ?? "").replace("的简称", "")));
    const table = await order();
    await button("按行政区划代码").click();
    await main().locator("ol li").nth(1).getByText("文水县").waitFor();
    expect((await order()).slice(0, 3)).toEqual(["离石区", "文水县", "交城县"]);
    await button("按完成率").click();
    await main().locator("ol li").first().getByText("柳林县").waitFor();
    await button("按表中顺序").click();
    await main().locator("ol li").first().getByText("离石区").waitFor();
    expect(await order()).toEqual(table);
    const row = (name: string) => main().locator("ol li", { hasText: name });
    await row("文水县").dragTo(row("离石区"));
    await main().locator("ol li").first().getByText("文水县").waitFor();
    await saveSettings();
  });

  test("settings are exported as a file and imported from it", async () => {
    await main().getByLabel("填报单位").fill("某局");
    await saveSettings();
    const [download] = await Promise.all([playground.page.waitForEvent("download"), button("导出设置").click()]);
    const file = path.join(mkdtempSync(path.join(tmpdir(), "settings-")), "settings.json");
    await download.saveAs(file);
    await main().getByLabel("填报单位").fill("");
    await saveSettings();
    await main().locator("input[type=file]").setInputFiles(file);
    await main().getByText("已读入设置文件").waitFor();
    expect(await main().getByLabel("填报单位").inputValue()).toBe("某局");
  });

  test.each(everySo(3, [320, 350, 600]))("have no barriers at %i px, everything unfolded", async (width) => {
    await playground.setPaneWidth(width);
    await main().getByLabel("节点进度").check();
    await main().locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
    expect(await violations(playground.paneFrame())).toEqual([]);
  });

  test("自检 asks Excel, says how many probes hold, copies the report and leaves no sheet", async () => {
    const sheets = async () => playground.page.evaluate(() => window.playground?.host.workbook.sheets.map(({ name }) => name));
    const before = await sheets();
    await button("开始自检").click();
    const counts = await main().getByText(/^\d+ 项中 \d+ 项符合$/).textContent({ timeout: 60_000 });
    const [, all, held] = /^(\d+) 项中 (\d+) 项符合$/.exec(counts ?? "") ?? [];
    expect([Number(all) > 30, held]).toEqual([true, all]);
    await button("复制报告").waitFor();
    expect(await sheets()).toEqual(before);
    expect(await violations(playground.paneFrame())).toEqual([]);
  });
});
