import type { Link } from "../../src/progress";
import { figureCell } from "../../src/attachments/figure-cell";
import { figureExpression, textExpression } from "../../src/attachments/formulas";

const RANGE = { sheet: "台账", row: 1, column: 0, rowCount: 9, columnCount: 1 };

test("the hint of a typed figure is no longer than the 255 signs that Excel shows, however many cells it names", () => {
  const cells = Array.from({ length: 50 }, (_, row) => ({ sheet: "二〇二一年全市棚户区改造项目台账（截至四月）", row, column: 5 }));
  const hint = figureCell({ value: 7, decimals: 0, source: { cells, link: { kind: "typed", label: "甲县" } } }, null, false, null)?.hint ?? "";
  expect(hint.length).toBeLessThanOrEqual(255);
  expect(hint).toContain("!F1、");
  expect(hint).toContain("等 50 处");
  expect(hint).toContain("重新计算");
});

test.each([
  ["<甲县>", '"=<甲县>"'],
  [">5万套", '"=>5万套"'],
  ["=甲县", '"==甲县"'],
  ["A*区", '"A~*区"'],
])("a label that SUMIFS would take for a comparison is compared as it stands: %s", (label, criterion) => {
  const link: Link = { kind: "sumByLabel", criteria: [{ range: RANGE, label }], values: { ...RANGE, column: 3 }, scale: 1 };
  expect(figureExpression(link, null)).toBe(`SUMIFS('台账'!$D$2:$D$10,'台账'!$A$2:$A$10,${criterion})`);
});

test("a table with regions across is followed along its rows, one with regions down along its columns", () => {
  const across = { ...RANGE, rowCount: 1, columnCount: 5 };
  const link = (labels: typeof RANGE, values: typeof RANGE): Link => ({ kind: "lookup", labels, values, label: "甲县", scale: 1 });
  expect(figureExpression(link(across, { ...across, row: 3 }), null)).toBe("N(INDEX('台账'!$A$4:$E$4,1,MATCH(\"甲县\",'台账'!$A$2:$E$2,0)))");
  expect(figureExpression(link(RANGE, { ...RANGE, column: 2 }), null)).toBe("N(INDEX('台账'!$C$2:$C$10,MATCH(\"甲县\",'台账'!$A$2:$A$10,0)))");
});

describe("a row that is called what the staff call it looks up by its own name", () => {
  const link = (label: string): Link => ({ kind: "lookup", labels: RANGE, values: { ...RANGE, column: 2 }, label, scale: 1 });
  const lookedUp = (sought: string) => `N(INDEX('台账'!$C$2:$C$10,MATCH(${sought},'台账'!$A$2:$A$10,0)))`;
  const row = { name: "甲县", cell: "$A6" };

  test("of figures and words alike", () => {
    expect(figureExpression(link("甲县"), row)).toBe(lookedUp("$A6"));
    expect(textExpression(link("甲县"), row)).toBe("T(INDEX('台账'!$C$2:$C$10,MATCH($A6,'台账'!$A$2:$A$10,0)))");
  });

  test("not where they write it otherwise, or with a sign that MATCH takes for any sign", () => {
    expect(figureExpression(link("甲　县"), row)).toBe(lookedUp('"甲　县"'));
    expect(figureExpression(link("甲*县"), { ...row, name: "甲*县" })).toBe(lookedUp('"甲~*县"'));
  });

  test("not in SUMIFS, which says 0 of a name that is not there", () => {
    const sum: Link = { kind: "sumByLabel", criteria: [{ range: RANGE, label: "甲县" }], values: { ...RANGE, column: 3 }, scale: 1 };
    expect(figureExpression(sum, row)).toContain('"甲县"');
  });
});
