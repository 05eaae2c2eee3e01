import { ExcelHost } from "../../../excel-host";
import { Package } from "../../../excel-host/engine/package";
import { codeOf, onSheet } from "../support";

describe("RangeFormat", () => {
  test("what is set is read back, and drawn", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const { format } = sheet.getRange("B2:C3");
      format.fill.color = "#FFEEDD";
      Object.assign(format.font, { name: "仿宋", size: 16, bold: true, italic: true, underline: "Single", color: "red", strikethrough: true });
      Object.assign(format, { horizontalAlignment: "Center", verticalAlignment: "Top", wrapText: true, textOrientation: 45, shrinkToFit: false });
      format.protection.locked = false;
      format.load("horizontalAlignment,verticalAlignment,wrapText,textOrientation,shrinkToFit,indentLevel");
      format.fill.load("color");
      format.font.load("name,size,bold,italic,underline,color,strikethrough");
      format.protection.load("locked");
      await context.sync();
      expect(format.fill.color).toBe("#FFEEDD");
      expect(format.font.toJSON()).toEqual({ name: "仿宋", size: 16, bold: true, italic: true, underline: "Single", color: "#FF0000", strikethrough: true });
      expect(format.horizontalAlignment).toBe("Center");
      expect([format.verticalAlignment, format.wrapText, format.textOrientation, format.indentLevel]).toEqual(["Top", true, 45, 0]);
      expect(format.protection.locked).toBe(false);
    }, host);
    const again = await ExcelHost.open(await host.save());
    expect(again.workbook.activeSheet.cell(1, 1).style).toMatchObject({
      fill: "#FFEEDD",
      font: { name: "仿宋", size: 16, bold: true, color: "#FF0000" },
      horizontalAlignment: "Center",
      wrapText: true,
      textOrientation: 45,
      locked: false,
    });
    expect(again.workbook.activeSheet.cell(0, 0).style.fill).toBeUndefined();
  });

  test("where cells differ the answer is null; no fill is white", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").format.font.bold = true;
      const { format } = sheet.getRange("A1:A2");
      format.font.load("bold,size");
      format.fill.load("color");
      await context.sync();
      expect([format.font.bold, format.font.size, format.fill.color]).toEqual([null, 11, "#FFFFFF"]);
    });
  });

  test("an edge is drawn on the range's outer cells, inner lines between them", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const { borders } = sheet.getRange("B2:C3").format;
      borders.getItem("EdgeTop").style = "Double";
      const inside = borders.getItem("InsideHorizontal");
      inside.style = "Continuous";
      inside.weight = "Medium";
      inside.color = "#112233";
      inside.load("style,weight,color");
      borders.load("items/sideIndex,items/style");
      const neighbour = sheet.getRange("B1").format.borders.getItem("EdgeBottom");
      neighbour.load("style");
      await context.sync();
      expect([inside.style, inside.weight, inside.color]).toEqual(["Continuous", "Medium", "#112233"]);
      expect(borders.items.find((b) => b.sideIndex === "EdgeTop")?.style).toBe("Double");
      expect(borders.items.find((b) => b.sideIndex === "EdgeBottom")?.style).toBe("None");
      expect(neighbour.style).toBe("Double");
    }, host);
    const sheet = host.workbook.activeSheet;
    expect(sheet.cell(1, 1).style.borders.top?.style).toBe("Double");
    expect(sheet.cell(2, 1).style.borders.top?.color).toBe("#112233");
    expect(sheet.cell(2, 1).style.borders.left).toBeUndefined();
  });

  test("column widths and row heights are points, whole pixels wide; null where they differ", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.load("address");
      const { format } = range;
      format.load("columnWidth,rowHeight");
      await context.sync();
      expect([format.columnWidth, format.rowHeight]).toEqual([48, 15]);
      sheet.getRange("A:A").format.columnWidth = 75;
      sheet.getRange("1:1").format.rowHeight = 30;
      const first = sheet.getRange("A1").format;
      first.load("columnWidth,rowHeight");
      format.load("columnWidth,rowHeight");
      await context.sync();
      expect([first.columnWidth, first.rowHeight, format.columnWidth, format.rowHeight]).toEqual([75, 30, null, null]);
    }, host);
    expect([host.workbook.activeSheet.columnWidth(0), host.workbook.activeSheet.rowHeight(0)]).toEqual([100, 40]);
  });

  test("columns take the standard's width again, and neighbours of one width are filed as one", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      for (const column of ["A:A", "B:B", "C:C"]) sheet.getRange(column).format.columnWidth = 75;
      sheet.getRange("B:B").format.columnWidth = 60;
      sheet.getRange("E:E").columnHidden = true;
      const { format } = sheet.getRange();
      sheet.getRange("B:B").format.columnWidth = 75;
      await context.sync();
      expect(await columnsOf(host)).toBe(`<col min="1" max="3" width="14.285720825195312" customWidth="1"/><col min="5" max="5" width="9.142857142857142" hidden="1"/>`);
      format.useStandardWidth = true;
      format.load("useStandardWidth");
      await context.sync();
      expect([format.useStandardWidth, await columnsOf(host)]).toEqual([true, ""]);
    }, host);
  });

  const columnsOf = async (host: ExcelHost) => {
    const saved = await Package.open(await host.save());
    return /<cols>(.*)<\/cols>/.exec(new TextDecoder().decode(saved.bytes("xl/worksheets/sheet1.xml")))?.[1] ?? "";
  };

  test("fitting a column makes room for its longest text, Chinese letters counting two", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").values = [["棚户区改造开工情况统计表", "ab"]];
      sheet.getRange("A:B").format.autofitColumns();
      await context.sync();
    }, host);
    expect(host.workbook.activeSheet.columnWidth(0)).toBeGreaterThan(150);
    expect(host.workbook.activeSheet.columnWidth(1)).toBeLessThan(40);
  });

  test.each([
    ["a colour", (f: Excel.RangeFormat) => (f.fill.color = "no colour")],
    ["an alignment", (f: Excel.RangeFormat) => (f.horizontalAlignment = "Middle" as never)],
    ["a size", (f: Excel.RangeFormat) => (f.font.size = 0)],
    ["a border's style", (f: Excel.RangeFormat) => (f.borders.getItem("EdgeTop").style = "Thick" as never)],
    ["a row height", (f: Excel.RangeFormat) => (f.rowHeight = 500)],
  ])("%s Excel does not know is InvalidArgument", async (_what, set) => {
    expect(
      await codeOf(
        onSheet(async (sheet, context) => {
          set(sheet.getRange("A1").format);
          await context.sync();
        }),
      ),
    ).toBe("InvalidArgument");
  });
});

describe("formats of many cells in one call", () => {
  test("getCellProperties, getRowProperties and getColumnProperties", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("B1").format.fill.color = "#FF0000";
      sheet.getRange("B1").format.font.bold = true;
      sheet.getRange("2:2").rowHidden = true;
      sheet.getRange("B:B").format.columnWidth = 75;
      const range = sheet.getRange("A1:B2");
      const cells = range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } });
      const rows = range.getRowProperties({ rowHidden: true, rowIndex: true });
      const columns = range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
      await context.sync();
      expect(cells.value[0]?.[1]).toEqual({ address: "Sheet1!B1", format: { fill: { color: "#FF0000" }, font: { bold: true } } });
      expect(cells.value[0]?.[0]?.format?.fill?.color).toBe("#FFFFFF");
      expect(rows.value.map((r) => r.rowHidden)).toEqual([false, true]);
      expect(columns.value.map((c) => c.format?.columnWidth)).toEqual([48, 75]);
    });
  });

  test("setCellProperties of the range's size; another size is refused", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.setCellProperties([[{ format: { font: { bold: true } } }, { format: { fill: { color: "#00FF00" }, borders: { top: { style: "Continuous" } } } }]]);
      sheet.getRange("A1:A2").setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }]);
      await context.sync();
      range.setCellProperties([[{}]]);
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    }, host);
    const sheet = host.workbook.activeSheet;
    expect(sheet.cell(0, 0).style.font.bold).toBe(true);
    expect(sheet.cell(0, 1).style).toMatchObject({ fill: "#00FF00", borders: { top: { style: "Continuous" } } });
    expect([sheet.rowHeight(0), sheet.rowHeight(1)]).toEqual([40, 0]);
  });
});
