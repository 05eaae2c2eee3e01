import { ExcelHost } from "../../../excel-host";
import { rawXlsx } from "../../support/raw-xlsx";

/** Formulas that look into another file, the kept value of each 1700. */
const OUTSIDE = ["[1]表!A1", "'[1]表 一'!$A$1", "SUM([1]表!A1:A9)*1", "'[台账.xlsx]表'!A1", "'C:\\账\\[it''s.xlsx]表'!A1", "[1]!目标", "far", "further+0", "IF(\"]\"<>\"\",[2]表!A1,0)"];
/** Formulas that only look like it, and what they come out as. */
const INSIDE: [formula: string, value: unknown][] = [
  ['"[1]表!A1"', "[1]表!A1"],
  ["B1+1", 1701],
  ["SUM(B1:B2)", 3400],
];
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

describe.each([["", "as it is opened"], ['<calcPr fullCalcOnLoad="1"/>', "where the file asks for full calculation"]])("what another file said (%#)", (calcPr, when) => {
  test(`is kept ${when}, and what builds on it is worked out`, async () => {
    const names = '<definedNames><definedName name="far">[1]表!$A$1</definedName><definedName name="further">far</definedName></definedNames>';
    const cells = [
      ...OUTSIDE.map((formula, at) => `<row r="${at + 1}"><c r="B${at + 1}"><f>${escaped(formula)}</f><v>1700</v></c></row>`),
      ...INSIDE.map(([formula], at) => `<row r="${at + 20}"><c r="B${at + 20}"><f>${escaped(formula)}</f><v>0</v></c></row>`),
      '<row r="40"><c r="A40"><v>1</v></c></row>',
    ].join("");
    const host = await ExcelHost.open(await rawXlsx({ cells, workbook: `${names}${calcPr}` }));
    const [sheet] = host.engine.sheets;
    host.engine.calculate();
    host.edit("表", "A40", "2");
    expect(OUTSIDE.map((formula, row) => [formula, sheet!.value(row, 1)])).toEqual(OUTSIDE.map((formula) => [formula, 1700]));
    expect(INSIDE.map(([formula], at) => [formula, sheet!.value(at + 19, 1)])).toEqual(INSIDE);
  });
});
