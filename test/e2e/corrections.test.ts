import { Workbook } from "@cj-tech-master/excelts";
import { violations } from "./support/axe";
import { openPlayground, type OpenPlayground } from "./support/open-playground";
import { xlsxFile } from "../support/xlsx-file";

const LIMIT = 180_000;

/** Three sheets: a column that no word explains, a region by a name of its own beside a column too many, and last month's, hidden. */
async function workbook(): Promise<Uint8Array> {
  const book = new Workbook();
  const sheets: [string, unknown[][]][] = [
    ["棚改", [["县区", "棚户区改造任务（套）", "神秘数"], ["离石区", 100, 40], ["孝义市", 50, 50]]],
    ["投资", [["县区", "投资计划（万元）", "完成投资（万元）", "下年投资计划（万元）"], ["凤山新城", 1000, 500, 1], ["孝义市", 800, 80, 2]]],
    ["补贴", [["县区", "租赁补贴任务（户）", "租赁补贴发放（户）"], ["离石区", 30, 10], ["孝义市", 20, 20]]],
  ];
  for (const [name, rows] of sheets) {
    const sheet = book.addWorksheet(name, { state: name === "补贴" ? "hidden" : "visible" });
    for (const row of rows) sheet.addRow(row);
  }
  return xlsxFile(book);
}

describe("更正 in the pane: what was taken for what is set right by hand", () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
    await playground.open("进展.xlsx", await workbook());
  }, LIMIT);
  afterAll(() => playground?.close());

  const main = () => playground.pane.locator("main");
  const card = (sheet: string) => main().getByRole("region", { name: sheet, exact: true });

  test("a column is set to an indicator and a role, and the figures follow", async () => {
    await card("棚改").getByText("各列理解为").click();
    await card("棚改").getByRole("button", { name: "更正“神秘数”" }).click();
    await card("棚改").getByLabel("这一列是").selectOption("done");
    expect(await violations(playground.paneFrame())).toEqual([]);
    await card("棚改").getByRole("button", { name: "确定" }).click();
    await main().getByText("神秘数 → 已完成").waitFor();
    await playground.pane.getByRole("tab", { name: "进度" }).click();
    await main().getByText("90/150 套").waitFor();
    await playground.pane.getByRole("tab", { name: "数据" }).click();
  }, LIMIT);

  test("a label is named as the region that it stands for", async () => {
    await main().getByText("找到 2 张表 · 3 个县（市、区）").waitFor();
    await main().getByLabel("表中写的县名").fill("凤山新城");
    await main().getByLabel("应为").fill("离石区");
    await main().getByRole("button", { name: "更正县名" }).click();
    await main().getByText("凤山新城 → 离石区").waitFor();
    await main().getByText("找到 2 张表 · 2 个县（市、区）").waitFor();
    expect(await main().getByLabel("表中写的县名").inputValue()).toBe("");
    expect(await violations(playground.paneFrame())).toEqual([]);
  }, LIMIT);

  test("a table is read from the range that the user selects, and a range without one is refused in words", async () => {
    const pick = async (address: string) => {
      await playground.page.evaluate((range) => window.playground!.host.select("投资", range), address);
      await main().getByRole("button", { name: "从所选区域读取" }).click();
    };
    await card("投资").getByText("A1:D3").waitFor();
    await pick("A1:C3");
    await main().getByText("从 投资!A1:C3 读取").waitFor();
    await card("投资").getByText("A1:C3").waitFor();
    await pick("C2:D3");
    await playground.pane.getByRole("alert").getByText(/选中的区域 投资!C2:D3 里没有认出/).waitFor();
    expect(await main().getByText(/^从 投资/).count()).toBe(1);
    await main().getByRole("button", { name: /^恢复 从 投资!A1:C3 读取/ }).click();
    await card("投资").getByText("A1:D3").waitFor();
  }, LIMIT);

  test("a hidden sheet is read when the user says so", async () => {
    await main().getByRole("button", { name: "读取“补贴”" }).click();
    await card("补贴").waitFor();
  }, LIMIT);

  test("an indicator that no list has is named, with its unit and its verb", async () => {
    const own = card("棚改");
    await own.getByText("各列理解为").click();
    await own.getByText("为什么").first().click();
    await own.getByRole("button", { name: "更正“神秘数”" }).click();
    await own.getByLabel("这一列是").selectOption("done");
    await own.getByLabel("指标", { exact: true }).selectOption("new");
    expect(await own.getByRole("button", { name: "确定" }).getAttribute("aria-disabled")).toBe("true");
    await own.getByLabel(/^指标名称/).fill("人才公寓");
    await own.getByLabel("单位").fill("栋");
    await own.getByLabel("完成用的动词").fill("验收");
    expect(await violations(playground.paneFrame())).toEqual([]);
    await own.getByRole("button", { name: "确定" }).click();
    await own.getByText("人才公寓（已完成） · 栋").waitFor();
  }, LIMIT);

  test("a table is left alone, and taken back", async () => {
    await card("投资").getByText("各列理解为").click();
    await card("投资").getByRole("button", { name: "不读这张表" }).click();
    await card("投资").waitFor({ state: "detached" });
    await main().getByRole("button", { name: /^恢复 不读“投资”/ }).click();
    await card("投资").waitFor();
    expect(playground.troubles).toEqual([]);
  }, LIMIT);
});
