import { ExcelHost } from "../../../excel-host";
import { addRule } from "../../../excel-host/engine/conditionalFormats";
import { element } from "../../../excel-host/engine/xml";
import { onSheet } from "../support";

async function withValues(values: unknown[][]): Promise<ExcelHost> {
  const host = ExcelHost.blank();
  await onSheet(async (sheet, context) => {
    sheet.getRangeByIndexes(0, 0, values.length, values[0]!.length).values = values;
    await context.sync();
  }, host);
  return host;
}

const column = (height: number) => [{ top: 0, bottom: height - 1, left: 0, right: 0 }];
const cfvo = (type: string, val?: string) => element("cfvo", { type, val });

describe("a conditional format shows", () => {
  test("where its formula holds, seen from each cell", async () => {
    const host = await withValues([[1, "x"], [5, "x"], [9, "x"]]);
    await onSheet(async (sheet, context) => {
      const format = sheet.getRange("A1:B3").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=$A1>4";
      format.custom.format.fill.color = "#FF0000";
      format.custom.format.font.bold = true;
      await context.sync();
    }, host);
    const sheet = host.workbook.activeSheet;
    expect([0, 1, 2].map((row) => sheet.cell(row, 1).style.fill)).toEqual([undefined, "#FF0000", "#FF0000"]);
    expect(sheet.cell(2, 1).style.font.bold).toBe(true);
    host.edit("Sheet1", "A1", "7");
    expect(sheet.cell(0, 1).style.fill).toBe("#FF0000");
  });

  test("the first in rank where two set one thing, and stops where the first says so", async () => {
    const host = await withValues([[5]]);
    await onSheet(async (sheet, context) => {
      const formats = sheet.getRange("A1").conditionalFormats;
      const second = formats.add("Custom");
      second.custom.rule.formula = "=TRUE";
      second.custom.format.fill.color = "#00FF00";
      second.custom.format.font.color = "#0000FF";
      const first = formats.add("Custom");
      first.custom.rule.formula = "=A1=5";
      first.custom.format.fill.color = "#FF0000";
      first.stopIfTrue = false;
      await context.sync();
      expect(host.workbook.activeSheet.cell(0, 0).style.fill).toBe("#FF0000");
      expect(host.workbook.activeSheet.cell(0, 0).style.font.color).toBe("#0000FF");
      first.stopIfTrue = true;
      await context.sync();
      expect(host.workbook.activeSheet.cell(0, 0).style.font.color).toBe("#000000");
    }, host);
  });

  test("a number format of its own in the displayed text", async () => {
    const host = await withValues([[0.2]]);
    await onSheet(async (sheet, context) => {
      const format = sheet.getRange("A1").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=A1<1";
      format.custom.format.numberFormat = '"▼ "0.00%';
      await context.sync();
    }, host);
    expect(host.workbook.activeSheet.cell(0, 0).text).toBe("▼ 20.00%");
  });

  test("values between bounds, duplicates, the highest, those above average", async () => {
    const host = await withValues([[1], [2], [2], [10]]);
    const sheet = host.engine.sheets[0]!;
    const hits = (type: string, attrs: Record<string, string>, formulas: string[] = []) => {
      const rule = addRule(sheet, column(4), type, attrs, formulas.map((f) => element("formula", {}, [f])));
      rule.changeStyle((dxf) => dxf.children.push(element("font", {}, [element("b")])));
      const found = [0, 1, 2, 3].filter((row) => host.workbook.activeSheet.cell(row, 0).style.font.bold);
      rule.delete();
      return found;
    };
    expect(hits("cellIs", { operator: "between" }, ["2", "5"])).toEqual([1, 2]);
    expect(hits("cellIs", { operator: "greaterThan" }, ["$A$3"])).toEqual([3]);
    expect(hits("duplicateValues", {})).toEqual([1, 2]);
    expect(hits("uniqueValues", {})).toEqual([0, 3]);
    expect(hits("top10", { rank: "1" })).toEqual([3]);
    expect(hits("top10", { rank: "1", bottom: "1" })).toEqual([0]);
    expect(hits("aboveAverage", {})).toEqual([3]);
    expect(hits("containsText", { text: "1" }, ['NOT(ISERROR(SEARCH("1",A1)))'])).toEqual([0, 3]);
  });

  test("bars, colours and icons by the range's values", async () => {
    const host = await withValues([[0], [50], [100]]);
    const sheet = host.engine.sheets[0]!;
    addRule(sheet, column(3), "dataBar", {}, [element("dataBar", {}, [cfvo("min"), cfvo("max"), element("color", { rgb: "FF112233" })])]);
    addRule(sheet, column(3), "colorScale", {}, [
      element("colorScale", {}, [cfvo("min"), cfvo("max"), element("color", { rgb: "FF000000" }), element("color", { rgb: "FFFFFFFF" })]),
    ]);
    addRule(sheet, column(3), "iconSet", {}, [element("iconSet", { iconSet: "3Arrows" }, [cfvo("percent", "0"), cfvo("percent", "33"), cfvo("percent", "67")])]);
    const cells = [0, 1, 2].map((row) => host.workbook.activeSheet.cell(row, 0));
    expect(cells.map((c) => c.dataBar?.end)).toEqual([0.1, 0.5, 0.9]);
    expect(cells[0]?.dataBar?.color).toBe("#112233");
    expect(cells.map((c) => c.style.fill)).toEqual(["#000000", "#808080", "#FFFFFF"]);
    expect(cells.map((c) => c.icon)).toEqual([0, 1, 2].map((index) => ({ set: "ThreeArrows", index, showValue: true })));
  });
});
