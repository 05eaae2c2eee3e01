import { readFileSync } from "node:fs";
import { clearMarks, computeProgress, insertAttachments, readReport, writeNotice } from "../../src/actions";
import { openWorkbook, SAMPLE, type OpenWorkbook } from "../support/open-workbook";
import { sheetContents } from "../support/sheet-content";
import { countyWorkbook } from "../support/county-workbook";
import { xlsxFile } from "../support/xlsx-file";

const TODAY = { today: "2021-05-06" };
const STAFF_SHEETS = ["目标任务", "公租房历史欠账", "审计整改", "续建攻坚"];

describe("the actions on the sample, through the genuine office.js", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  const names = () => open.host.workbook.sheets.map(({ name }) => name);

  /** Every displayed text of a sheet, by row. */
  function texts(name: string): string[][] {
    const sheet = open.host.workbook.sheet(name);
    if (!sheet?.usedRange) throw new Error(`nothing on ${name}`);
    const { bottom, right } = sheet.usedRange;
    return Array.from({ length: bottom + 1 }, (_, row) =>
      Array.from({ length: right + 1 }, (_unused, column) => sheet.cell(row, column).text),
    );
  }

  const rowOf = (sheet: string, label: string) => texts(sheet).find(([first]) => first === label) ?? [];

  async function runAll(): Promise<void> {
    const computed = await computeProgress(await readReport(TODAY));
    const attached = await insertAttachments(computed.reading);
    await writeNotice(attached.reading, "sheet");
  }

  test("计算进度 writes live totals, rates, ranks and statuses", async () => {
    const outcome = await computeProgress(await readReport(TODAY));
    expect(outcome.sheets).toMatchObject([{ key: "progress", name: "进度计算", replaced: false, left: null }]);
    const total = rowOf("进度计算", "合计");
    expect(total).toEqual(expect.arrayContaining(["4005", "999", "24.94%", "45.34%", "147", "30.1181", "129500", "17312", "13.37%"]));
    expect(rowOf("进度计算", "原表合计")).toContain("17342");
    expect(rowOf("进度计算", "柳林县").slice(1, 6)).toEqual(["200", "★ 263", "131.50%", "1", "★ 超额完成"]);
    expect(rowOf("进度计算", "离石区").slice(1, 6)).toEqual(["1700", "✕ 0", "0.00%", "3", "✕ 尚未开工"]);
  });

  test("an edit in the staff's table shows at once", async () => {
    await computeProgress(await readReport(TODAY));
    open.host.edit("目标任务", "C5", "1700");
    expect(rowOf("进度计算", "离石区").slice(1, 6)).toEqual(["1700", "✓ 1700", "100.00%", "2", "✓ 完成"]);
    expect(rowOf("进度计算", "合计")).toContain("2699");
  });

  test("附件1 and 附件2 show the figures of the notice", async () => {
    await insertAttachments(await readReport(TODAY));
    expect(rowOf("附件1 目标任务进展情况表", "合计")).toEqual(
      expect.arrayContaining(["4005", "999", "24.94%", "580", "263", "45.34%", "60", "147", "3601", "294", "30.1181", "17312"]),
    );
    expect(rowOf("附件2 督查情况汇总表", "合计")).toEqual(
      expect.arrayContaining(["25164", "2619", "21154", "1391", "1753", "10", "9", "17", "2", "14", "3", "4", "1", "50", "5922"]),
    );
  });

  test("the notice stands one paragraph a cell on our own sheet", async () => {
    await writeNotice(await readReport(TODAY), "sheet");
    const column = texts("通报").map(([first]) => first ?? "");
    expect(column.length).toBeGreaterThan(8);
    expect(column.join("")).toContain("占年度目标任务的24.94%");
    expect(column.every((paragraph) => paragraph !== "" && paragraph.length < 32767)).toBe(true);
  });

  test("the notice goes into the selection where it touches nothing of the staff's", async () => {
    open.host.select("续建攻坚", "A30:E30");
    const outcome = await writeNotice(await readReport(TODAY), "selection");
    expect(outcome.sheets).toEqual([]);
    expect(outcome.places[0]).toMatch(/^续建攻坚!A30:A\d+$/);
    expect(texts("续建攻坚")[29]?.[0]).toBe("关于全市住房保障工作进展情况的通报");
    expect(texts("续建攻坚").flat().join("\n")).toContain("（一）目标任务情况：");
  });

  test("a selection amid the staff's rows is left alone: the notice gets a sheet of its own", async () => {
    open.host.select("续建攻坚", "A3:E3");
    const before = texts("续建攻坚");
    const outcome = await writeNotice(await readReport(TODAY), "selection");
    expect(outcome.sheets.map(({ name }) => name)).toEqual(["通报"]);
    expect(texts("续建攻坚")).toEqual(before);
  });

  test("the staff's sheets hold exactly what they held", async () => {
    const before = await sheetContents(readFileSync(SAMPLE));
    await runAll();
    const after = await sheetContents(await open.host.save());
    for (const name of STAFF_SHEETS) expect(after.get(name)).toEqual(before.get(name));
  });

  test("the same clicks again replace our sheets and leave one of each", async () => {
    await runAll();
    const [sheets, progress, first] = [names(), texts("进度计算"), texts("附件1 目标任务进展情况表")];
    await runAll();
    expect(names()).toEqual(sheets);
    expect(texts("进度计算")).toEqual(progress);
    expect(texts("附件1 目标任务进展情况表")).toEqual(first);
  });

  test("a staff sheet that bears our sheet's name is not touched", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("进度计算");
      sheet.getRange("A1").values = [["手工"]];
      await context.sync();
    });
    const outcome = await computeProgress(await readReport(TODAY));
    expect(outcome.sheets[0]?.name).toBe("进度计算 (2)");
    expect(texts("进度计算")).toEqual([["手工"]]);
  });

  test("marks are ours alone: 取消标记 takes them off and leaves the staff's own rules", async () => {
    const rules = async () =>
      Excel.run(async (context) => {
        const formats = context.workbook.worksheets.getItem("目标任务").getRange().conditionalFormats;
        formats.load("items/type");
        await context.sync();
        return formats.items.length;
      });
    await Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("目标任务").getRange("C6:C19");
      cells.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=$C6>100";
      await context.sync();
    });
    await computeProgress(await readReport(TODAY));
    const marked = await rules();
    await computeProgress(await readReport(TODAY));
    expect(await rules()).toBe(marked);
    await clearMarks(await readReport(TODAY));
    expect(await rules()).toBe(1);
  });

  test("a failure half-way leaves the workbook as it was", async () => {
    const before = await sheetContents(await open.host.save());
    const reading = await readReport(TODAY);
    let failed = false;
    open.host.beforeRequest = ({ body }) => {
      if (failed || !body.includes("进度计算")) return;
      failed = true;
      throw Object.assign(new Error("broken"), { code: "GeneralException" });
    };
    await expect(computeProgress(reading)).rejects.toThrow("您的表格没有改动");
    open.host.beforeRequest = undefined;
    expect(await sheetContents(await open.host.save())).toEqual(before);
  });

  test("a protected sheet is not marked, and that is said", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("目标任务").protection.protect();
      await context.sync();
    });
    const outcome = await computeProgress(await readReport(TODAY));
    expect(outcome.skipped).toEqual(["目标任务"]);
    expect(outcome.sheets.length).toBe(1);
  });

  test("a cell being edited is told in a clerk's words", async () => {
    open.host.cellEditMode = true;
    await expect(readReport(TODAY)).rejects.toMatchObject({ code: "cell-edit-mode" });
    open.host.cellEditMode = false;
  });
});

describe("round trips", () => {
  async function roundTrips(bytes: Uint8Array): Promise<number[]> {
    const open = await openWorkbook(bytes);
    const counts: number[] = [];
    const count = () => counts.push(open.host.stats.syncs - counts.reduce((total, one) => total + one, 0));
    const reading = await readReport(TODAY);
    count();
    const computed = await computeProgress(reading);
    count();
    const attached = await insertAttachments(computed.reading);
    count();
    await writeNotice(attached.reading, "sheet");
    count();
    open.close();
    return counts;
  }

  // Conditional formats are read apart, because Excel may refuse them (#5222); pages come after all else, because a
  // printer may refuse them: a round trip more for each.
  test("reading takes 3, each action 2, whatever the number of regions", async () => {
    expect(await roundTrips(await countyWorkbook(15))).toEqual([3, 2, 2, 2]);
    expect(await roundTrips(await countyWorkbook(150))).toEqual([3, 2, 2, 2]);
  });
});

describe("a workbook that cannot be read", () => {
  test("without a county table says what a table needs", async () => {
    const { Workbook } = await import("@cj-tech-master/excelts");
    const workbook = new Workbook();
    workbook.addWorksheet("通讯录").addRow(["姓名", "电话"]);
    const open = await openWorkbook(await xlsxFile(workbook));
    await expect(readReport(TODAY)).rejects.toMatchObject({ code: "no-county-table" });
    open.close();
  });

  test("an empty one says so", async () => {
    const { Workbook } = await import("@cj-tech-master/excelts");
    const workbook = new Workbook();
    workbook.addWorksheet("Sheet1");
    const open = await openWorkbook(await xlsxFile(workbook));
    await expect(readReport(TODAY)).rejects.toMatchObject({ code: "empty-workbook" });
    open.close();
  });
});
