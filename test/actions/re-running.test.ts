import { computeProgress, EditedByHand, handEdits, insertAttachments, readReport, writeNotice } from "../../src/actions";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { sheetContents } from "../support/sheet-content";

const TODAY = { today: "2021-05-06" };
const FIRST = "附件1 目标任务进展情况表";

describe("the same click again", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
    await insertAttachments(await readReport(TODAY));
  });
  afterEach(() => open.close());

  const names = () => open.host.workbook.sheets.map(({ name }) => name);
  const on = (sheet: string, work: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem(sheet));
      await context.sync();
    });
  const text = (address: string, sheet = FIRST) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address);
      range.load("text");
      await context.sync();
      return range.text[0]?.[0];
    });
  const width = (address: string) =>
    Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem(FIRST).getRange(address);
      format.load("columnWidth");
      await context.sync();
      return format.columnWidth;
    });

  test("keeps the place, the name and the hidden state that the office gave the sheet", async () => {
    await on(FIRST, (sheet) => {
      sheet.position = 0;
      sheet.name = "报送表";
    });
    const outcome = await insertAttachments(await readReport(TODAY));
    expect(outcome.sheets.map(({ name, replaced }) => [name, replaced])).toEqual([["报送表", true], ["附件2 督查情况汇总表", true]]);
    expect(names()[0]).toBe("报送表");
  });

  test("keeps the column widths that the office set since, month after month, and sets the others anew", async () => {
    const standard = await width("C:C");
    await on(FIRST, (sheet) => {
      sheet.getRange("B:B").format.columnWidth = 99;
    });
    for (let month = 0; month < 2; month++) {
      await insertAttachments(await readReport(TODAY));
      expect(await width("B:B")).toBe(99);
      expect(await width("C:C")).toBe(standard);
    }
  });

  test("shows the new month's figures and title in the same sheet", async () => {
    open.host.edit("目标任务", "C5", "1700");
    await insertAttachments(await readReport({ ...TODAY, asOf: "2022-05-31" }));
    expect(await text("A3")).toBe("吕梁市2022年住房保障目标任务进展情况表");
    expect(names().filter((name) => name.startsWith("附件1"))).toEqual([FIRST]);
  });

  test("is no edit by hand, and neither are the staff's own changes of their tables", async () => {
    expect(handEdits(await readReport(TODAY))).toEqual([]);
    await on("目标任务", (sheet) => {
      sheet.getRange("8:9").insert("Down");
      sheet.getRange("C:C").insert("Right");
      sheet.name = "2021年 任务'表";
    });
    expect(handEdits(await readReport(TODAY))).toEqual([]);
  });

  test.each([
    ["a figure typed over a formula", (sheet: Excel.Worksheet) => (sheet.getRange("B8").values = [[1]]), { rows: [7], look: false }],
    ["a word in the title", (sheet: Excel.Worksheet) => (sheet.getRange("A3").values = [["县区进展表"]]), { rows: [2], look: false }],
    ["a remark beside the table", (sheet: Excel.Worksheet) => (sheet.getRange("Z10").values = [["待核"]]), { rows: [9], look: false }],
    ["a line under the table", (sheet: Excel.Worksheet) => (sheet.getRange("A30").values = [["审核："]]), { rows: [29], look: false }],
    ["a font", (sheet: Excel.Worksheet) => (sheet.getRange("A3").format.font.name = "方正小标宋简体"), { rows: [], look: true }],
    ["a fill", (sheet: Excel.Worksheet) => (sheet.getRange("C9").format.fill.color = "#FFFF00"), { rows: [], look: true }],
  ])("asks before it writes over %s, and writes nothing until it is told", async (_, edit, expected) => {
    await on(FIRST, edit);
    const before = await sheetContents(await open.host.save());
    const reading = await readReport(TODAY);
    expect(handEdits(reading)).toEqual([{ key: "attachment1", name: FIRST, edit: expected }]);
    const refused = await insertAttachments(reading).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EditedByHand);
    expect(refused).toMatchObject({ code: "edited-by-hand", sheets: [{ key: "attachment1", name: FIRST }] });
    expect((refused as Error).message).toContain(`“${FIRST}”插入之后手工改过`);
    expect(await sheetContents(await open.host.save())).toEqual(before);
  });

  test("told to replace, it writes over the edits", async () => {
    await on(FIRST, (sheet) => (sheet.getRange("A3").values = [["县区进展表"]]));
    const outcome = await insertAttachments(await readReport(TODAY), { edited: "replace" });
    expect(await text("A3")).toContain("住房保障目标任务进展情况表");
    expect(outcome.sheets[0]).toMatchObject({ replaced: true, left: null });
    expect(handEdits(await readReport(TODAY))).toEqual([]);
  });

  test("told to keep, it leaves the edited sheet to the office and writes beside it; neither is read as a table", async () => {
    await on(FIRST, (sheet) => (sheet.getRange("B8").values = [[5]]));
    const { report } = await readReport(TODAY);
    const outcome = await insertAttachments(await readReport(TODAY), { edited: "keep" });
    expect(outcome.sheets[0]).toMatchObject({ key: "attachment1", name: `${FIRST} (2)`, replaced: false, left: FIRST });
    expect(await text("B8")).toBe("5");
    expect(await text("B8", `${FIRST} (2)`)).toBe("1700");
    const again = await readReport(TODAY);
    expect(again.report).toEqual(report);
    // The new sheet is ours from now on; the old one is never written again.
    const second = await insertAttachments(again);
    expect(second.sheets[0]).toMatchObject({ name: `${FIRST} (2)`, replaced: true });
    expect(await text("B8")).toBe("5");
  });

  test("a sheet that the office deleted comes anew; a copy that it made is theirs", async () => {
    await on(FIRST, (sheet) => {
      sheet.copy("End");
      sheet.delete();
    });
    const outcome = await insertAttachments(await readReport(TODAY));
    expect(outcome.sheets.map(({ replaced }) => replaced)).toEqual([false, true]);
    expect(names().filter((name) => name.startsWith("附件1")).length).toBe(2);
  });

  test("without a record of what was written, only what would be written anyway is replaced unasked", async () => {
    await Excel.run(async (context) => {
      context.workbook.settings.getItem("HousingProgress.sheets").delete();
      await context.sync();
    });
    expect(handEdits(await readReport(TODAY))).toEqual([]);
    await on(FIRST, (sheet) => (sheet.getRange("B8").values = [[5]]));
    expect(handEdits(await readReport(TODAY))).toEqual([{ key: "attachment1", name: FIRST, edit: { rows: [7], look: false } }]);
  });

  test("an edited notice or computation is asked about too", async () => {
    const computed = await computeProgress(await readReport(TODAY));
    await writeNotice(computed.reading, "sheet");
    await on("通报", (sheet) => (sheet.getRange("A1").values = [["改写的一段"]]));
    await on("进度计算", (sheet) => (sheet.getRange("B6").values = [[9]]));
    const reading = await readReport(TODAY);
    await expect(writeNotice(reading, "sheet")).rejects.toMatchObject({ code: "edited-by-hand" });
    await expect(computeProgress(reading)).rejects.toMatchObject({ code: "edited-by-hand" });
    expect(await text("A1", "通报")).toBe("改写的一段");
  });
});

describe("round trips of what attachments do", () => {
  test("each takes 5, its reading in 3 and the page in one of its own, whatever the number of regions", async () => {
    const { countyWorkbook } = await import("../support/county-workbook");
    for (const regions of [5, 150]) {
      const open = await openWorkbook(await countyWorkbook(regions));
      for (let time = 0; time < 2; time++) {
        const before = open.host.stats.syncs;
        await insertAttachments(await readReport(TODAY));
        expect(open.host.stats.syncs - before).toBe(5);
      }
      open.close();
    }
  });
});
