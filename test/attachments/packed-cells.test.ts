import { keptCells, packedCells, type PlannedCell } from "../../src/attachments";
import fc from "../support/property";

const throughText = (cells: PlannedCell[][]) => keptCells(JSON.parse(JSON.stringify(packedCells(cells))));
const cell = fc.oneof(
  fc.constant<PlannedCell>({ kind: "blank" }),
  fc.constantFrom("", "甲县", "=1+1", "'", "'=A1").map((text): PlannedCell => ({ kind: "text", text })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)).map((value): PlannedCell => ({ kind: "number", value })),
  fc.tuple(fc.constantFrom("=$B$R", "=N($BR)&\"R\"", "=SUM(B1:BR)", "TRUE", "=表1[R]"), fc.integer({ min: 1, max: 6 })).map(([formula, row]): PlannedCell => ({ kind: "formula", formula: formula.replace("BR", `B${row}`) })),
);

describe("cells as the workbook keeps them", () => {
  test("come back as they were, whatever they hold", () => {
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (cells) => expect(throughText(cells)).toEqual(cells)));
  });

  test("keep a formula that goes down a column once", () => {
    const rows = Array.from({ length: 200 }, (_, row): PlannedCell[] => [{ kind: "text", text: `第${row}县` }, { kind: "formula", formula: `=N($B${row + 1})` }, { kind: "formula", formula: `=$B${row + 1}/$D$2` }]);
    expect(packedCells(rows).slice(0, 3)).toEqual([["'第0县", "=N($B1)", "=$B1/$D$2"], ["'第1县", { above: 2 }], ["'第2县", { above: 2 }]]);
    expect(throughText(rows)).toEqual(rows);
  });

  test.each([
    ["a copy of nothing", [[{ above: 1 }]]],
    ["a copy of a text", [["'甲县"], [{ above: 1 }]]],
    ["a copy of more cells than stand above", [["=B1"], [{ above: 2 }]]],
    ["more cells than any sheet has", Array.from({ length: 100 }, () => [{ blank: 20_000 }])],
    ["no rows", [7]],
    ["something else in a cell", [[null]]],
  ])("are not taken where another hand has spoiled them: %s", (_, kept) => {
    expect(keptCells(kept)).toBeUndefined();
  });
});
