import { computeProgress, insertAttachments, readReport } from "../../../src/actions";
import type { OpenWorkbook } from "../../support/open-workbook";
import { codeOf } from "../../excel-host/support";
import { openIn, TODAY } from "./support";

let open: OpenWorkbook;
afterEach(() => open.close());

const pageOf = (name: string) =>
  Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem(name);
    pageLayout.load("zoom,orientation");
    const rows = pageLayout.getPrintTitleRowsOrNullObject();
    const columns = pageLayout.getPrintTitleColumnsOrNullObject();
    rows.load("address");
    columns.load("address");
    await context.sync();
    const at = (range: Excel.Range) => (range.isNullObject ? null : range.address.replace(/^.*!/, ""));
    return { zoom: pageLayout.zoom, rows: at(rows), columns: at(columns) };
  });

describe("line 1: print titles", () => {
  test("are whole rows and columns: Excel refuses a part of them", async () => {
    open = await openIn([]);
    const set = (queue: (page: Excel.PageLayout, sheet: Excel.Worksheet) => void) =>
      codeOf(
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getFirst();
          queue(sheet.pageLayout, sheet);
          await context.sync();
        }),
      );
    expect(await set((page, sheet) => page.setPrintTitleColumns(sheet.getRange("A1")))).toBe("InvalidArgument");
    expect(await set((page, sheet) => page.setPrintTitleRows(sheet.getRange("A1:C2")))).toBe("InvalidArgument");
    expect(await set((page, sheet) => page.setPrintTitleColumns(sheet.getRange("A:B")))).toBe("");
    expect(await set((page) => page.setPrintTitleRows("$1:$2"))).toBe("");
  });

  test("计算进度 repeats its heads and its regions on every page", async () => {
    open = await openIn([]);
    const { sheets, remarks } = await computeProgress(await readReport(TODAY));
    expect(remarks).toEqual([]);
    const page = await pageOf(sheets[0]?.name ?? "");
    expect([page.rows, page.columns]).toEqual([expect.stringMatching(/^\$?\d+:\$?\d+$/), expect.stringMatching(/^\$?A:\$?[A-Z]$/)]);
  });

  test("what else the type definitions restrict is refused too: frozen cells begin at A1, a print area is the sheet's own", async () => {
    open = await openIn([]);
    const set = (queue: (sheet: Excel.Worksheet, other: Excel.Worksheet) => void) =>
      codeOf(
        Excel.run(async (context) => {
          queue(context.workbook.worksheets.getFirst(), context.workbook.worksheets.getLast());
          await context.sync();
        }),
      );
    expect(await set((sheet) => sheet.freezePanes.freezeAt(sheet.getRange("B2:C3")))).toBe("InvalidArgument");
    expect(await set((sheet, other) => sheet.pageLayout.setPrintArea(other.getRange("A1:B2")))).toBe("InvalidArgument");
    expect(await set((sheet) => (sheet.getRange("A1").formulas = [["x".repeat(9000)]]))).toBe("InvalidArgument");
  });
});

describe("line 7: fit to page", () => {
  test("where it does not take, the sheet gets the scale at which it is one page wide", async () => {
    open = await openIn(["fit to page ignored"]);
    const { sheets, remarks } = await insertAttachments(await readReport(TODAY));
    expect(remarks).toEqual([]);
    for (const { name } of sheets) {
      const { zoom } = await pageOf(name);
      expect(zoom.scale).toBeGreaterThanOrEqual(10);
      expect(zoom.scale).toBeLessThan(100);
    }
  });

  test("where it takes, no scale is set", async () => {
    open = await openIn([]);
    const { sheets } = await insertAttachments(await readReport(TODAY));
    expect((await pageOf(sheets[0]?.name ?? "")).zoom).toMatchObject({ horizontalFitToPages: 1 });
  });
});

describe("line 13: a page set-up that fails", () => {
  test("is a remark: the sheets stand, and their pages are the printer's", async () => {
    open = await openIn(["no printer"]);
    const { sheets, remarks } = await insertAttachments(await readReport(TODAY));
    expect(sheets.length).toBe(2);
    expect(remarks).toEqual([{ kind: "page", sheets: sheets.map(({ name }) => name) }]);
    expect(open.host.workbook.sheets.some(({ name }) => name.startsWith("~"))).toBe(false);
    const again = await insertAttachments(await readReport(TODAY));
    expect(again.sheets.map(({ replaced }) => replaced)).toEqual([true, true]);
  });
});
