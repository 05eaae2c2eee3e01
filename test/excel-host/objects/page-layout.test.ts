import { ExcelHost } from "../../../excel-host";
import { codeOf, onSheet } from "../support";

describe("PageLayout", () => {
  test("what is set is read back, from the saved file too", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const { pageLayout } = sheet;
      Object.assign(pageLayout, { orientation: "Landscape", paperSize: "A4", leftMargin: 72, topMargin: 36, headerMargin: 18, centerHorizontally: true, printGridlines: true, blackAndWhite: true });
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintArea("A1:F20");
      pageLayout.setPrintTitleRows("$1:$3");
      pageLayout.setPrintTitleColumns("A:A");
      const pages = pageLayout.headersFooters.defaultForAllPages;
      pages.centerFooter = "第 &P 页，共 &N 页";
      pages.leftHeader = "&D";
      sheet.horizontalPageBreaks.add("A10");
      await context.sync();
    }, host);
    await onSheet(async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.load("orientation,paperSize,leftMargin,topMargin,rightMargin,headerMargin,centerHorizontally,centerVertically,printGridlines,blackAndWhite,zoom");
      const pages = pageLayout.headersFooters.defaultForAllPages;
      pages.load("leftHeader,centerHeader,centerFooter");
      const area = pageLayout.getPrintAreaOrNullObject();
      const rows = pageLayout.getPrintTitleRowsOrNullObject();
      const columns = pageLayout.getPrintTitleColumnsOrNullObject();
      for (const part of [area, rows, columns]) (part as Excel.Range).load("address");
      sheet.horizontalPageBreaks.load("items/rowIndex");
      await context.sync();
      const { orientation, paperSize, leftMargin, topMargin, rightMargin, headerMargin, centerHorizontally, centerVertically, printGridlines, blackAndWhite } = pageLayout;
      expect([orientation, paperSize, leftMargin, topMargin, headerMargin]).toEqual(["Landscape", "A4", 72, 36, 18]);
      expect(rightMargin).toBeCloseTo(50.4);
      expect([centerHorizontally, centerVertically, printGridlines, blackAndWhite]).toEqual([true, false, true, true]);
      expect(pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
      expect([pages.leftHeader, pages.centerHeader, pages.centerFooter]).toEqual(["&D", "", "第 &P 页，共 &N 页"]);
      expect([area.address, rows.address, columns.address]).toEqual(["Sheet1!A1:F20", "Sheet1!1:3", "Sheet1!A:A"]);
      expect(sheet.horizontalPageBreaks.items.map((b) => b.rowIndex)).toEqual([9]);
    }, await ExcelHost.open(await host.save()));
  });

  test("the first page's number is set, kept in the file, and given back to Excel by an empty one", async () => {
    const host = ExcelHost.blank();
    const number = async (from: ExcelHost, set?: number | "") =>
      onSheet(async (sheet, context) => {
        if (set !== undefined) sheet.pageLayout.firstPageNumber = set;
        sheet.pageLayout.load("firstPageNumber");
        await context.sync();
        return sheet.pageLayout.firstPageNumber;
      }, from);
    expect(await number(host)).toBe("");
    expect(await number(host, 1)).toBe(1);
    expect(await number(await ExcelHost.open(await host.save()))).toBe(1);
    expect(await number(host, "")).toBe("");
    expect(await codeOf(number(host, 1.5))).toBe("InvalidArgument");
  });

  test("a scale and a number of pages exclude each other", async () => {
    await onSheet(async (sheet, context) => {
      sheet.pageLayout.zoom = { scale: 80 };
      sheet.pageLayout.load("zoom");
      const none = sheet.pageLayout.getPrintAreaOrNullObject();
      await context.sync();
      expect([sheet.pageLayout.zoom, none.isNullObject]).toEqual([{ scale: 80 }, true]);
      sheet.pageLayout.zoom = { scale: 80, verticalFitToPages: 1 };
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    });
  });
});
