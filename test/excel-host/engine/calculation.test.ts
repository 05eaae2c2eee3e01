import { ExcelHost } from "../../../excel-host";
import { Workbook } from "../../../excel-host/engine/workbook";
import { onSheet } from "../support";

describe("formulas", () => {
  test("are worked out in the order they need each other, whatever the order they are written in", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A4");
      range.formulas = [["=A2*2"], ["=A3+A4"], ["=1+1"], [5]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[14], [7], [2], [5]]);
    });
  });

  test("follow a user's edit on another sheet", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [[10]];
      context.workbook.worksheets.add("汇总").getRange("A1").formulas = [["=Sheet1!A1*2"]];
      await context.sync();
    }, host);
    host.edit("Sheet1", "A1", "21");
    expect(host.workbook.sheet("汇总")?.cell(0, 0).value).toBe(42);
  });

  test("that use a name follow when the name is made, changed and deleted", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:A2").values = [[3], [4]];
      const result = sheet.getRange("B1");
      result.formulas = [["=税率*10"]];
      const read = async () => {
        result.load("values");
        await context.sync();
        return result.values[0]?.[0] as unknown;
      };
      expect(await read()).toBe("#NAME?");
      const name = context.workbook.names.add("税率", sheet.getRange("A1"));
      expect(await read()).toBe(30);
      name.formula = "=Sheet1!$A$2";
      expect(await read()).toBe(40);
      name.delete();
      expect(await read()).toBe("#NAME?");
    });
  });

  test("an empty cell that is referred to counts as 0", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.formulas = [["=Z99"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[0]]);
    });
  });

  test("that give several values spill, shrink again, and say #SPILL! when something is in their way", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[3], [1], [2]];
      const formula = sheet.getRange("C1");
      formula.formulas = [["=SORT(A1:A3)"]];
      const spilled = sheet.getRange("C1:C3");
      const read = async () => {
        spilled.load("values");
        await context.sync();
        return spilled.values.map(([v]) => v as unknown);
      };
      expect(await read()).toEqual([1, 2, 3]);
      formula.formulas = [["=SORT(A1:A2)"]];
      expect(await read()).toEqual([1, 3, ""]);
      sheet.getRange("C2").values = [["挡"]];
      expect(await read()).toEqual(["#SPILL!", "挡", ""]);
    });
  });

  test("newer functions are stored under the prefix Excel asks for, and come back without it", async () => {
    const workbook = Workbook.blank();
    const host = await ExcelHost.open(await workbook.save());
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").formulas = [["=IFNA(XLOOKUP(1,D1:D3,E1:E3),0)", "=UNIQUE(D1:D3)"]];
      await context.sync();
    }, host);
    await host.save();
    const xml = host.engine.pkg.text(host.engine.sheets[0]!.part!)!;
    expect(xml).toContain("<f>_xlfn.IFNA(_xlfn.XLOOKUP(1,D1:D3,E1:E3),0)</f>");
    expect(xml).toMatch(/cm="1"[^>]*><f t="array" ref="B1[^"]*">_xlfn\.UNIQUE\(D1:D3\)<\/f>/);
    const again = await ExcelHost.open(await host.save());
    expect(again.workbook.activeSheet.cell(0, 0).formula).toBe("=IFNA(XLOOKUP(1,D1:D3,E1:E3),0)");
  });
});
