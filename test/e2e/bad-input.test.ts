import { Workbook } from "@cj-tech-master/excelts";
import { openPlayground, type OpenPlayground } from "./support/open-playground";
import { xlsxFile } from "../support/xlsx-file";

const LIMIT = 120_000;

describe("a workbook that cannot be used", () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
  }, LIMIT);
  afterAll(() => playground?.close());

  async function workbookOf(rows: unknown[][]): Promise<Uint8Array> {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet("Sheet1");
    for (const row of rows) sheet.addRow(row);
    return xlsxFile(workbook);
  }

  test("empty: the pane says so, what a table needs, and offers to read again", async () => {
    await playground.open("空.xlsx", await workbookOf([]));
    const main = playground.pane.locator("main");
    await main.getByText("工作簿是空的", { exact: true }).waitFor();
    expect(await main.innerText()).toContain("一列县（市、区）名称");
    expect(await main.getByRole("button", { name: "重新读取" }).count()).toBe(1);
  }, LIMIT);

  test("no county table: the ribbon's button writes nothing and the pane says what a table needs", async () => {
    await playground.open("通讯录.xlsx", await workbookOf([["姓名", "电话"], ["张三", "8221234"], ["李四", "8221235"]]));
    await playground.press("计算进度");
    await playground.pane.locator("main").getByText("没有找到可以计算的表").waitFor();
    const sheets = await playground.page.evaluate(() => window.playground!.host.workbook.sheets.map(({ name }) => name));
    expect(sheets).toEqual(["Sheet1"]);
  }, LIMIT);

  test("no workbook at all: the open one stays, and the page says what is wrong with the file", async () => {
    const bytes = new TextEncoder().encode("not a workbook");
    await playground.open("扫描件.xlsx", bytes);
    const message = playground.page.locator("#message");
    await message.waitFor();
    expect(await message.innerText()).toMatch(/无法打开“扫描件\.xlsx”/);
    expect((await playground.readCell("Sheet1", "A1")).text).toBe("姓名");
  }, LIMIT);

  test("a workbook put right and read again is taken at once", async () => {
    await playground.open("进度.xlsx", await workbookOf([["县区", "备注"], ["甲县", ""], ["乙县", ""]]));
    await playground.pane.locator("main").getByText("没有找到可以计算的表").waitFor();
    await playground.page.evaluate(() => {
      const { host } = window.playground!;
      const cells: [string, string][] = [["B1", "开工任务（套）"], ["B2", "100"], ["B3", "50"], ["C1", "已开工（套）"], ["C2", "40"], ["C3", "60"]];
      for (const [address, input] of cells) host.edit("Sheet1", address, input);
    });
    await playground.pane.locator("main").getByRole("button", { name: "重新读取" }).click();
    await playground.pane.locator("main").getByText("找到 1 张表 · 2 个县（市、区）").waitFor();
  }, LIMIT);
});
