import { fromAnyRow, inRow, repeatedBlocks, type PlannedCell } from "../../src/attachments";
import { a1Range } from "../../src/progress";

const formula = (text: string): PlannedCell => ({ kind: "formula", formula: text });
const blank: PlannedCell = { kind: "blank" };
/** A formula long enough to be worth a copy. */
const long = (row: number) => formula(`=IF(N($B${row})=0,"${"字".repeat(600)}",$B${row}/$D$2)`);
const places = (cells: PlannedCell[][]) => repeatedBlocks(cells).map(a1Range);

describe("a formula as it reads from any row", () => {
  test.each([
    ["cells of its own row and above", '=IF(N($B6)>0,C6/$D$2,"")', '=IF(N($B9)>0,C9/$D$2,"")'],
    ["cells of other sheets", "=N('3 月'!B6)+目标任务!$C$5", "=N('3 月'!B9)+目标任务!$C$5"],
    ["ranges that stay", "=RANK($B6,$B$6:$B$9)", "=RANK($B9,$B$6:$B$9)"],
    ["functions, texts and sheets that look like cells", `=LOG10(A6)&"B6"&'C6'!A1`, `=LOG10(A9)&"B6"&'C6'!A4`],
  ])("is the same in each where only rows differ: %s", (_, sixth, ninth) => {
    const told = fromAnyRow(sixth, 5);
    expect(told).not.toBeNull();
    expect(fromAnyRow(ninth, 8)).toBe(told);
    expect(inRow(told ?? "", 8)).toBe(ninth);
  });

  test.each(["=$B6", "=B$6", "=$B$6", '="B6"', "=名称6", "='B6'!$A$1"])("differs where what it says differs: %s", (text) => {
    const others = ["=$B6", "=B$6", "=$B$6", '="B6"', "=名称6", "='B6'!$A$1"].filter((other) => other !== text);
    expect(others.map((other) => fromAnyRow(other, 5))).not.toContain(fromAnyRow(text, 5));
  });

  test.each(["=表1[完成]", "=[1]目标!A6", "=SUM(6:7)", "=SUM($6:7)", "=SUM(B6:B$9)", "=SUM(B$6:B9)", "=SUM(B6:B4)", "=A6&\"\u0001\""])("is not told where a copy may say something else: %s", (text) => {
    expect(fromAnyRow(text, 5)).toBeNull();
  });
});

describe("blocks whose first row says all of their formulas", () => {
  test("take columns beside each other together, whatever total row one of them goes on to", () => {
    const rows = [6, 7, 8].map((row) => [{ kind: "text", text: "甲县" } as const, long(row), long(row)]);
    const total = [{ kind: "text", text: "合计" } as const, formula("=SUM($B$6:$B$8)"), formula("=$B9/$D$2")];
    const above = Array.from({ length: 5 }, () => [blank, blank, blank]);
    expect(places([...above, ...rows, total])).toEqual(["B6:C8"]);
  });

  test("end at a figure that is typed, and begin again under it", () => {
    const cells = [1, 2, 3, 4, 5, 6, 7].map((row) => [row === 4 ? ({ kind: "number", value: 7 } as const) : long(row)]);
    expect(places(cells)).toEqual(["A1:A3", "A5:A7"]);
  });

  test("are told only where a copy costs less than what it replaces", () => {
    expect(places([[formula("=B1")], [formula("=B2")], [formula("=B3")]])).toEqual([]);
  });
});
