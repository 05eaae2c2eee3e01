import { ExcelHost } from "../../../excel-host";
import { codeOf, connect, onSheet } from "../support";

async function names(context: Excel.RequestContext): Promise<string[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/name");
  await context.sync();
  return sheets.items.map(({ name }) => name);
}

describe("Worksheet names", () => {
  test.each(["", "  ", "a".repeat(32), "a/b", "a:b", "a?b", "a*b", "a\\b", "[a]", "'a", "a'", "History"])("%p is InvalidArgument", async (name) => {
    expect(
      await codeOf(
        onSheet(async (sheet, context) => {
          sheet.name = name;
          await context.sync();
        }),
      ),
    ).toBe("InvalidArgument");
  });

  test("a name another sheet bears, whatever its case, is ItemAlreadyExists", async () => {
    expect(
      await codeOf(
        onSheet(async (sheet, context) => {
          context.workbook.worksheets.add("Data");
          sheet.name = "DATA";
          await context.sync();
        }),
      ),
    ).toBe("ItemAlreadyExists");
  });

  test("renaming rewrites formulas, names and conditional formats on every sheet", async () => {
    await onSheet(async (sheet, context) => {
      const other = context.workbook.worksheets.add("汇总");
      other.getRange("A1").formulas = [["=Sheet1!A1*2"]];
      const name = context.workbook.names.add("率", "=Sheet1!$A$1");
      const format = other.getRange("A1").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=Sheet1!$A$1>0";
      sheet.getRange("A1").values = [[4]];
      sheet.name = "目标 任务";
      const cell = other.getRange("A1");
      cell.load("formulas,values");
      name.load("formula");
      format.custom.rule.load("formula");
      await context.sync();
      expect([cell.formulas[0]?.[0], cell.values[0]?.[0], name.formula, format.custom.rule.formula]).toEqual([
        "='目标 任务'!A1*2",
        8,
        "='目标 任务'!$A$1",
        "='目标 任务'!$A$1>0",
      ]);
    });
  });
});

describe("Worksheet: coming, going, order, sight", () => {
  test("a new sheet comes last, named in turn; it is found by name and id, not by a wrong name", async () => {
    await onSheet(async (_sheet, context) => {
      const { worksheets } = context.workbook;
      const made = worksheets.add();
      made.load("name,id,position");
      await context.sync();
      expect([made.name, made.position]).toEqual(["Sheet2", 1]);
      const byId = worksheets.getItem(made.id);
      const none = worksheets.getItemOrNullObject("无");
      byId.load("name");
      await context.sync();
      expect([byId.name, none.isNullObject]).toEqual(["Sheet2", true]);
      worksheets.getItem("无").load("name");
      expect(await codeOf(context.sync())).toBe("ItemNotFound");
    });
  });

  test("deleting turns references into #REF!; the last visible sheet stays", async () => {
    await onSheet(async (sheet, context) => {
      const other = context.workbook.worksheets.add("旧");
      other.getRange("A1").values = [[1]];
      const cell = sheet.getRange("A1");
      cell.formulas = [["=旧!A1+1"]];
      await context.sync();
      other.delete();
      cell.load("formulas,values");
      await context.sync();
      expect([cell.formulas, cell.values]).toEqual([[["=#REF!+1"]], [["#REF!"]]]);
      sheet.delete();
      expect(await codeOf(context.sync())).toBe("InvalidOperation");
      sheet.visibility = "Hidden";
      expect(await codeOf(context.sync())).toBe("InvalidOperation");
    });
  });

  test("deleting a sheet that is not there does nothing when asked for as OrNullObject", async () => {
    await onSheet(async (_sheet, context) => {
      context.workbook.worksheets.getItemOrNullObject("无").delete();
      expect(await codeOf(context.sync())).toBe("");
    });
  });

  test("position, visibility, tab colour, gridlines are kept in the file", async () => {
    const host = ExcelHost.blank();
    const { Excel } = connect(host);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("附件1");
      sheet.position = 0;
      sheet.tabColor = "#FF9900";
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      sheet.standardWidth = 12;
      context.workbook.worksheets.add("隐").visibility = "VeryHidden";
      expect(await names(context)).toEqual(["附件1", "Sheet1", "隐"]);
    });
    const again = await ExcelHost.open(await host.save());
    expect(again.workbook.sheets.map((s) => [s.name, s.visibility, s.tabColor, s.showGridlines])).toEqual([
      ["附件1", "Visible", "#FF9900", false],
      ["Sheet1", "Visible", "", true],
      ["隐", "VeryHidden", "", true],
    ]);
    expect(again.workbook.sheets[0]?.columnWidth(0)).toBe(89);
  });

  test("a hidden sheet cannot be activated; an active one that is hidden gives way", async () => {
    await onSheet(async (_sheet, context) => {
      const other = context.workbook.worksheets.add("乙");
      other.activate();
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.load("name");
      await context.sync();
      expect(active.name).toBe("乙");
      other.visibility = "Hidden";
      const next = context.workbook.worksheets.getActiveWorksheet();
      next.load("name");
      await context.sync();
      expect(next.name).toBe("Sheet1");
      other.activate();
      expect(await codeOf(context.sync())).toBe("InvalidOperation");
    });
  });

  test("a copy has the cells, formats and names of its original", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:A2").formulas = [[3], ["=A1*2"]];
      sheet.getRange("A1").format.font.bold = true;
      sheet.freezePanes.freezeRows(1);
      const copy = sheet.copy("Before", sheet);
      copy.load("name,position");
      const range = copy.getRange("A1:A2");
      range.load("values,formulas");
      await context.sync();
      expect([copy.name, copy.position, range.values, range.formulas]).toEqual(["Sheet1 (2)", 0, [[3], [6]], [[3], ["=A1*2"]]]);
    }, host);
    expect(host.workbook.sheet("Sheet1 (2)")?.frozen).toEqual({ rows: 1, columns: 0 });
    expect((await ExcelHost.open(await host.save())).workbook.sheets.length).toBe(2);
  });
});

describe("Worksheet: ranges", () => {
  test.each([
    ["B2:D5", "Sheet1!B2:D5"],
    ["$B$2", "Sheet1!B2"],
    ["A:C", "Sheet1!A:C"],
    ["1:3", "Sheet1!1:3"],
    ["税率", "Sheet1!C3"],
    [undefined, "Sheet1!1:1048576"],
  ])("getRange(%p)", async (address, expected) => {
    await onSheet(async (sheet, context) => {
      context.workbook.names.add("税率", "=Sheet1!$C$3");
      const range = address === undefined ? sheet.getRange() : sheet.getRange(address);
      range.load("address");
      await context.sync();
      expect(range.address).toBe(expected);
    });
  });

  test.each(["A0", "XFE1", "A1048577", "不是名称", "A1:"])("getRange(%p) is InvalidArgument", async (address) => {
    expect(await codeOf(onSheet(async (sheet, context) => {
      sheet.getRange(address).load("address");
      await context.sync();
    }))).toBe("InvalidArgument");
  });

  test("an empty sheet has no used range; getUsedRange answers A1", async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject();
      const first = sheet.getUsedRange();
      first.load("address");
      await context.sync();
      expect([none.isNullObject, first.address]).toEqual([true, "Sheet1!A1"]);
    });
  });
});

describe("WorksheetFreezePanes", () => {
  test("rows, columns, both, and none", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const where = async () => {
        const location = sheet.freezePanes.getLocationOrNullObject();
        location.load("address");
        await context.sync();
        return location.isNullObject ? null : location.address;
      };
      expect(await where()).toBeNull();
      sheet.freezePanes.freezeRows(2);
      expect(await where()).toBe("Sheet1!1:2");
      sheet.freezePanes.freezeColumns(1);
      expect(await where()).toBe("Sheet1!A:A");
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      expect(await where()).toBe("Sheet1!A1:B3");
      sheet.freezePanes.unfreeze();
      expect(await where()).toBeNull();
      sheet.freezePanes.freezeAt(sheet.getRange("A1:A4"));
      await context.sync();
    }, host);
    expect((await ExcelHost.open(await host.save())).workbook.activeSheet.frozen).toEqual({ rows: 4, columns: 1 });
  });
});

describe("WorksheetProtection", () => {
  test("locked cells refuse with AccessDenied, unlocked ones take values", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect({ allowSort: true });
      sheet.protection.load("protected,options");
      await context.sync();
      expect([sheet.protection.protected, sheet.protection.options.allowSort, sheet.protection.options.allowFormatCells]).toEqual([true, true, false]);
      sheet.getRange("A1").values = [[1]];
      expect(await codeOf(context.sync())).toBe("AccessDenied");
      sheet.getRange("B1").values = [[1]];
      expect(await codeOf(context.sync())).toBe("");
      sheet.getRange("A1").format.fill.color = "#FF0000";
      expect(await codeOf(context.sync())).toBe("AccessDenied");
      sheet.protection.unprotect();
      sheet.getRange("A1").values = [[1]];
      expect(await codeOf(context.sync())).toBe("");
    });
  });
});

describe("WorksheetCustomPropertyCollection", () => {
  test("properties are found whatever their case, replaced, and kept in the file", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      sheet.customProperties.add("来源", "进度计算");
      sheet.customProperties.add("Key", "1");
      sheet.customProperties.add("KEY", "2");
      const property = sheet.customProperties.getItemOrNullObject("key");
      property.load("key,value");
      sheet.customProperties.load("items/key");
      const none = sheet.customProperties.getItemOrNullObject("无");
      await context.sync();
      expect([property.key, property.value, none.isNullObject]).toEqual(["Key", "2", true]);
      property.delete();
      await context.sync();
    }, host);
    await onSheet(async (sheet, context) => {
      sheet.customProperties.load("items/key,items/value");
      await context.sync();
      expect(sheet.customProperties.items.map((p) => [p.key, p.value])).toEqual([["来源", "进度计算"]]);
    }, await ExcelHost.open(await host.save()));
  });
});
