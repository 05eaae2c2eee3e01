import { AT_BEST, ExcelHost } from "../../../excel-host";
import { computeProgress, exportNotice, insertAttachments, readReport, readSelectedDraft } from "../../../src/actions";
import { describeError } from "../../../src/excel";
import { codeOf } from "../../excel-host/support";
import { openWorkbook, type OpenWorkbook } from "../../support/open-workbook";
import { openIn, TODAY } from "./support";

let open: OpenWorkbook;
afterEach(() => open.close());

describe("line 9: a workbook of Excel 97 to 2003, with 256 columns", () => {
  test("is read, computed and written", async () => {
    open = await openIn(["256 columns"]);
    const reading = await readReport(TODAY);
    expect(reading.report.tables.length).toBe(4);
    expect((await computeProgress(reading)).sheets.length).toBe(1);
  });

  test("asks for no column beyond them, which Excel refuses", async () => {
    open = await openIn(["256 columns"]);
    const ask = (queue: (sheet: Excel.Worksheet) => Excel.Range) =>
      codeOf(
        Excel.run(async (context) => {
          queue(context.workbook.worksheets.getFirst()).load("columnCount");
          await context.sync();
        }),
      );
    expect([await ask((sheet) => sheet.getRangeByIndexes(0, 0, 2000, 16_384)), await ask((sheet) => sheet.getRange("IW1")), await ask((sheet) => sheet.getRange("1:2000"))]).toEqual(["InvalidArgument", "InvalidArgument", ""]);
  });
});

describe("line 10: more cells than one answer holds", () => {
  test("are told as null and no error: the sheet is read in blocks", async () => {
    open = await openIn([]);
    const all = await readReport(TODAY);
    open.host.conditions = { ...AT_BEST, cellLimit: 60 };
    const reading = await readReport(TODAY);
    expect(reading.state.snapshot.sheets.map(({ values }) => values)).toEqual(all.state.snapshot.sheets.map(({ values }) => values));
  });

  test("where a single row is too much, it is said in words, and so are Excel's other codes for it", async () => {
    open = await openIn([]);
    open.host.conditions = { ...AT_BEST, cellLimit: 3 };
    await expect(readReport(TODAY)).rejects.toMatchObject({ code: "too-large" });
    for (const code of ["RangeExceedsLimit", "OperationCellsExceedLimit", "MemoryLimitReached"]) {
      expect(describeError(Object.assign(new Error("…"), { code }))).toMatchObject({ code: "too-large" });
    }
  });

  test("the host gives 5,000,000 and no more", async () => {
    open = await openIn([]);
    const told = (rows: number) =>
      Excel.run(async (context) => {
        const cells = context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, rows, 1000);
        cells.load("values");
        await context.sync().catch((error: OfficeExtension.Error) => expect(error.code).toBe("ResponsePayloadSizeLimitExceeded"));
        return cells.isNullObject ? [] : cells.toJSON().values;
      }).catch(() => undefined);
    open.host.conditions = { ...AT_BEST, payloadLimit: null, cellLimit: 5000 };
    expect([(await told(5))?.length, await told(6)]).toEqual([5, null]);
  });
});

describe("line 11: the text of cells", () => {
  test("is #### in narrow columns and for long texts in “@” cells, which nothing of ours repeats", async () => {
    open = await openIn([]);
    const long = "通报正文。".repeat(80);
    const text = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("续建攻坚");
      const cells = sheet.getRange("A40:B40");
      cells.numberFormat = [["@", "0.00%"]];
      cells.values = [[long, 0.2494]];
      sheet.getRange("B:B").format.columnWidth = 12;
      cells.load("text");
      await context.sync();
      return cells.text;
    });
    expect(text[0]?.map((one) => /^#+$/.test(one))).toEqual([true, true]);
    open.host.select("续建攻坚", "A40:B40");
    expect(await readSelectedDraft()).toBe(`${long}\t24.94%`);
  });

  test("in the Word file is what the cells hold, however narrow the office made the columns", async () => {
    open = await openIn([]);
    const attached = await insertAttachments(await readReport(TODAY));
    await Excel.run(async (context) => {
      for (const { name } of attached.sheets) context.workbook.worksheets.getItem(name).getRange("B:Z").format.columnWidth = 8;
      await context.sync();
    });
    const bytes = await exportNotice(await readReport(TODAY));
    const { default: JSZip } = await import("jszip");
    const document = await (await JSZip.loadAsync(bytes)).file("word/document.xml")!.async("string");
    expect(document).not.toMatch(/>#+</);
    expect(document).toMatch(/>\S* ?\d+\.\d\d%</);
  });
});

describe("line 12: AccessDenied", () => {
  test("may be protection or antivirus software: both are said", async () => {
    open = await openIn([]);
    const { text } = describeError(Object.assign(new Error("…"), { code: "AccessDenied" }));
    expect([/保护/.test(text["zh-CN"]), /杀毒软件/.test(text["zh-CN"]), /protect/.test(text.en), /antivirus/.test(text.en)]).toEqual([true, true, true, true]);
  });
});

describe("line 14: a chart sheet among the sheets", () => {
  test("is left out: each sheet stands for itself", async () => {
    open = await openIn(["chart sheet"]);
    const reading = await readReport(TODAY);
    expect(reading.report.tables.length).toBe(4);
    expect(reading.state.sheets.find(({ name }) => name === "图表1")).toMatchObject({ key: "other" });
    expect((await insertAttachments(reading)).sheets.length).toBe(2);
  });

  test("in front, with no cells to be selected: the notice says what to select", async () => {
    open = await openIn(["chart sheet"]);
    open.host.activate("图表1");
    await expect(readSelectedDraft()).rejects.toMatchObject({ code: "selection" });
  });
});

test("settings of more than 2 MB are refused, as no workbook carries them", async () => {
  open = await openWorkbook();
  const keep = (length: number) =>
    codeOf(
      Excel.run(async (context) => {
        context.workbook.settings.add("much", "x".repeat(length));
        await context.sync();
      }),
    );
  expect([await keep(1_000_000), await keep(3_000_000)]).toEqual(["", "GeneralException"]);
  expect(ExcelHost).toBeDefined();
});
