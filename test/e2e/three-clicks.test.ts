import { readFileSync } from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import { SAMPLE } from "../support/open-workbook";
import { sheetContents } from "../support/sheet-content";
import { openPlayground, type OpenPlayground } from "./support/open-playground";

const ATTACHMENT1 = "附件1 目标任务进展情况表";
const ATTACHMENT2 = "附件2 督查情况汇总表";
const LIMIT = 120_000;

describe("from opening the sample to a finished notice in three clicks", () => {
  let playground: OpenPlayground;
  let saved: Uint8Array;

  beforeAll(async () => {
    playground = await openPlayground();
  }, LIMIT);
  afterAll(() => playground?.close());

  test("the pane tells of the tables it found and of the total that is wrong, before any click", async () => {
    const text = await playground.pane.locator("body").innerText();
    expect(text).toContain("截至 2021年4月23日");
    expect(text).toContain("序时进度 30.96%");
    expect(text).toContain("找到 4 张表 · 15 个县（市、区）");
    expect(text).toMatch(/合计写的是 17342万元，各行相加为 17312万元/);
  }, LIMIT);

  test("计算进度 writes 进度计算 and marks the lagging counties in the staff's table", async () => {
    await playground.press("计算进度");
    await playground.pane.locator("main").getByText("已写入").waitFor();
    expect(await firstColumn("进度计算")).toEqual(expect.arrayContaining(["离石区", "经开区", "合计", "原表合计"]));
    const marked = await playground.readCell("目标任务", "C5");
    expect(marked.text).toBe("✕ 0");
    expect(marked.input).toBe("0");
    expect(marked.fill).toBeDefined();
    expect((await playground.readCell("目标任务", "B5")).fill).toBeUndefined();
  }, LIMIT);

  test("插入附件 inserts both attachments, their figures live", async () => {
    await playground.press("插入附件");
    await playground.pane.locator("main").getByText("已写入").waitFor();
    expect(await rowBeginning(ATTACHMENT1, "合计")).toEqual(
      expect.arrayContaining(["4005", "999", "24.94%", "45.34%", "17312"]),
    );
    expect(await rowBeginning(ATTACHMENT2, "合计")).toEqual(
      expect.arrayContaining(["25164", "2619", "21154", "1391", "1753", "50", "5922"]),
    );
  }, LIMIT);

  test("生成通报 writes the paragraphs into the cells that the user selected", async () => {
    await playground.page.evaluate(() => window.playground!.host.select("续建攻坚", "A30:H30"));
    await playground.press("生成通报");
    await playground.pane.locator("main").getByText("已写入").waitFor();
    expect((await playground.readCell("续建攻坚", "A30")).text).toBe("关于全市住房保障工作进展情况的通报");
    expect(await firstColumn("续建攻坚")).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\u3000\u3000（一）目标任务情况：省下达我市棚户区改造开工4005套/),
        expect.stringContaining("完成投资17312万元"),
        expect.stringContaining("历史欠账1753套"),
      ]),
    );
  }, LIMIT);

  test("a cell edited in the grid shows at once in the attachment", async () => {
    await playground.page.evaluate(() => window.playground!.host.edit("目标任务", "C5", "1700"));
    expect(await rowBeginning(ATTACHMENT1, "离石区")).toEqual(expect.arrayContaining(["1700", "100.00%"]));
    await playground.page.evaluate(() => window.playground!.host.edit("目标任务", "C5", "0"));
    expect(await rowBeginning(ATTACHMENT1, "合计")).toContain("999");
  }, LIMIT);

  test("the saved file holds the results and the staff's sheets as they were", async () => {
    saved = await playground.save();
    const workbook = new Workbook();
    await workbook.xlsx.load(saved);
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚", "进度计算", ATTACHMENT1, ATTACHMENT2]);
    const [before, after] = await Promise.all([sheetContents(readFileSync(SAMPLE)), sheetContents(saved)]);
    // The notice went onto 续建攻坚 because the user selected cells there.
    for (const name of ["目标任务", "公租房历史欠账", "审计整改"]) expect(after.get(name)).toEqual(before.get(name));
    const values = workbook.getWorksheet(ATTACHMENT1)!.getSheetValues().flat();
    expect(values).toEqual(expect.arrayContaining([expect.objectContaining({ result: 999 })]));
  }, LIMIT);

  test("nothing failed on the page, and it asked no other address", () => {
    expect(playground.troubles).toEqual([]);
  });

  /** What the grid draws down column A, blanks left out. */
  async function firstColumn(sheet: string): Promise<string[]> {
    const rows = await playground.readBlock(sheet, { rows: 50, columns: 1 });
    return rows.flat().filter((text) => text !== "");
  }

  /** What the grid draws along the row whose first cell is `label`. */
  async function rowBeginning(sheet: string, label: string): Promise<string[]> {
    const row = (await playground.readBlock(sheet, { rows: 50, columns: 26 })).find(([first]) => first === label);
    if (!row) throw new Error(`no row ${label} on ${sheet}`);
    return row;
  }
});
