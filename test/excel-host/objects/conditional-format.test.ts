import { ExcelHost } from "../../../excel-host";
import { codeOf, connect, messageOf, onSheet } from "../support";

describe("ConditionalFormatCollection", () => {
  test("a new format ranks first; formats are found by id and place", async () => {
    await onSheet(async (sheet, context) => {
      const formats = sheet.getRange("A1:A9").conditionalFormats;
      const older = formats.add("Custom");
      older.custom.rule.formula = "=A1>1";
      const newer = formats.add("CellValue");
      newer.cellValue.rule = { formula1: "=5", operator: "GreaterThan" };
      newer.cellValue.format.font.color = "#FF0000";
      older.load("id,priority,type");
      newer.load("id,priority,type");
      newer.cellValue.load("rule");
      const count = formats.getCount();
      await context.sync();
      expect([count.value, older.type, older.priority, newer.type, newer.priority]).toEqual([2, "Custom", 1, "CellValue", 0]);
      expect(newer.cellValue.rule).toEqual({ formula1: "=5", operator: "GreaterThan" });
      const found = formats.getItem(older.id);
      const none = formats.getItemOrNullObject("{x}");
      const at = formats.getItemAt(0);
      found.custom.rule.load("formula");
      at.load("id");
      await context.sync();
      expect([found.custom.rule.formula, none.isNullObject, at.id]).toEqual(["=A1>1", true, newer.id]);
    });
  });

  test("one's own are deleted alone; the staff's stay", async () => {
    const host = ExcelHost.blank();
    const { Excel } = connect(host);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A9").conditionalFormats.add("Custom").custom.rule.formula = "=A1=1";
      sheet.getRange("A1:A9").conditionalFormats.add("Custom").custom.rule.formula = "=AND(A1=2,TRUE)";
      const formats = sheet.getRange().conditionalFormats;
      formats.load("items/type,items/custom/rule/formula");
      await context.sync();
      formats.items.find((f) => f.custom.rule.formula.startsWith("=AND"))?.delete();
      formats.load("items/custom/rule/formula");
      await context.sync();
      expect(formats.items.map((f) => f.custom.rule.formula)).toEqual(["=A1=1"]);
    });
  });

  test("clearAll takes a range out of formats that reach further", async () => {
    await onSheet(async (sheet, context) => {
      const format = sheet.getRange("A1:A9").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=TRUE";
      sheet.getRange("A3:A4").conditionalFormats.clearAll();
      const areas = format.getRanges();
      areas.load("address,areaCount");
      const one = format.getRangeOrNullObject();
      await context.sync();
      expect([areas.address, areas.areaCount, one.isNullObject]).toEqual(["Sheet1!A1:A2,Sheet1!A5:A9", 2, true]);
    });
  });

  test("what a format sets is read back, and only that", async () => {
    await onSheet(async (sheet, context) => {
      const format = sheet.getRange("A1").conditionalFormats.add("Custom");
      const { font, fill, borders } = format.custom.format;
      format.custom.rule.formula = "=TRUE";
      fill.color = "#FFC7CE";
      font.bold = true;
      font.color = "#9C0006";
      borders.getItem("EdgeBottom").style = "Continuous";
      format.custom.format.numberFormat = '"▼ "0.00%';
      font.load("bold,italic,color");
      fill.load("color");
      borders.load("items/sideIndex,items/style");
      format.custom.format.load("numberFormat");
      await context.sync();
      expect([fill.color, font.bold, font.italic, font.color]).toEqual(["#FFC7CE", true, null, "#9C0006"]);
      expect(borders.items.map((b) => b.style)).toEqual(["None", "Continuous", "None", "None"]);
      expect(format.custom.format.numberFormat).toBe('"▼ "0.00%');
    });
  });

  test("asking a format for another kind's properties is InvalidArgument, the OrNullObject form a null object", async () => {
    await onSheet(async (sheet, context) => {
      const format = sheet.getRange("A1").conditionalFormats.add("Custom");
      const bar = format.dataBarOrNullObject;
      bar.load("showDataBarOnly");
      await context.sync();
      expect(bar.isNullObject).toBe(true);
      format.iconSet.load("style");
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    });
  });

  test("a data bar's bounds are set as whole rules and survive saving", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const { dataBar } = sheet.getRange("A1:A9").conditionalFormats.add("DataBar");
      dataBar.lowerBoundRule = { type: "Formula", formula: '=N("mark")' };
      dataBar.upperBoundRule = { type: "Number", formula: "=1" };
      dataBar.positiveFormat.fillColor = "#9DC3E6";
      await context.sync();
    }, host);
    await onSheet(async (sheet, context) => {
      const formats = sheet.getRange().conditionalFormats;
      formats.load("items/dataBarOrNullObject/lowerBoundRule,items/dataBarOrNullObject/upperBoundRule");
      await context.sync();
      const [bar] = formats.items.map((format) => format.dataBarOrNullObject);
      expect(bar?.lowerBoundRule).toEqual({ type: "Formula", formula: '=N("mark")' });
      expect(bar?.upperBoundRule).toEqual({ type: "Number", formula: "=1" });
      bar!.upperBoundRule = { type: "HighestValue" };
      formats.load("items/dataBarOrNullObject/upperBoundRule");
      await context.sync();
      expect(formats.items[0]?.dataBarOrNullObject.upperBoundRule).toEqual({ type: "HighestValue" });
      formats.getItemAt(0).dataBar.upperBoundRule = { type: "Formula", formula: "=A1>" };
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    }, await ExcelHost.open(await host.save()));
  });

  test("a formula Excel cannot read is refused", async () => {
    expect(await codeOf(onSheet(async (sheet, context) => {
      sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=A1>";
      await context.sync();
    }))).toBe("InvalidArgument");
  });

  test("a kind that cannot be made here is refused by name", async () => {
    expect(await messageOf(onSheet(async (sheet, context) => {
      sheet.getRange("A1").conditionalFormats.add("IconSet");
      await context.sync();
    }))).toContain("ConditionalFormatCollection.add(IconSet)");
  });

  test("formats survive saving with their rank", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const formats = sheet.getRange("A1:B2").conditionalFormats;
      for (const formula of ["=A1=1", "=A1=2", "=A1=3"]) formats.add("Custom").custom.rule.formula = formula;
      await context.sync();
    }, host);
    const again = await ExcelHost.open(await host.save());
    await onSheet(async (sheet, context) => {
      const formats = sheet.getRange().conditionalFormats;
      formats.load("items/custom/rule/formula");
      await context.sync();
      expect(formats.items.map((f) => f.custom.rule.formula)).toEqual(["=A1=3", "=A1=2", "=A1=1"]);
    }, again);
  });
});
