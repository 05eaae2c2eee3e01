import { a1, a1Range, cellName, columnLetters, isAmong, isInRange, keptBlock, overlaps, quotedSheet } from "../../src/progress";
import fc from "../support/property";

const block = (row: number, column: number, rowCount: number, columnCount: number) => ({ sheet: "表", row, column, rowCount, columnCount });

describe("cells and blocks", () => {
  test("are named as people name them", () => {
    expect([0, 25, 26, 51, 701, 702, 16_383].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]);
    expect(a1(18, 12)).toBe("M19");
    expect([a1Range(block(4, 0, 15, 1)), a1Range(block(0, 0, 1, 14)), a1Range(block(2, 1, 1, 1))]).toEqual(["A5:A19", "A1:N1", "B3"]);
    expect([cellName({ sheet: "目标任务", row: 18, column: 12 }), cellName({ ...block(4, 0, 15, 2), sheet: "目标任务" })]).toEqual(["目标任务!M19", "目标任务!A5:B19"]);
  });

  test("of a sheet are quoted in formulas, apostrophes doubled", () => {
    expect([quotedSheet("目标 任务"), quotedSheet("it's '21")]).toEqual(["'目标 任务'", "'it''s ''21'"]);
  });

  test("a block holds its first and last cell, and none beside, above or of another sheet", () => {
    const range = block(4, 2, 3, 2);
    const holds = (row: number, column: number, sheet = "表") => isInRange({ sheet, row, column }, range);
    expect([holds(4, 2), holds(6, 3), holds(5, 2)]).toEqual([true, true, true]);
    expect([holds(3, 2), holds(7, 2), holds(4, 1), holds(4, 4), holds(4, 2, "别的")]).toEqual([false, false, false, false, false]);
    expect([isAmong(4, 4, 1), isAmong(5, 4, 1), isAmong(3, 4, 1)]).toEqual([true, false, false]);
  });

  test("two blocks overlap exactly where they share a cell", () => {
    const part = fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).map((of) => block(...of));
    fc.assert(
      fc.property(part, part, (a, b) => {
        const cells = Array.from({ length: 100 }, (_, at) => ({ sheet: "表", row: Math.floor(at / 10), column: at % 10 }));
        expect(overlaps(a, b)).toBe(cells.some((cell) => isInRange(cell, a) && isInRange(cell, b)));
      }),
    );
    expect([overlaps(block(0, 0, 2, 2), block(2, 0, 1, 1)), overlaps(block(0, 0, 2, 2), block(0, 2, 1, 1)), overlaps(block(2, 2, 1, 1), block(0, 0, 2, 9)), overlaps(block(2, 2, 1, 1), block(0, 0, 9, 2))]).toEqual([false, false, false, false]);
  });

  test("a block that was kept is one that a sheet has", () => {
    const kept = (row: number, column: number, rowCount: number, columnCount: number) => keptBlock({ row, column, rowCount, columnCount }) !== undefined;
    expect([kept(0, 0, 1_048_576, 16_384), kept(1_048_575, 16_383, 1, 1)]).toEqual([true, true]);
    expect([kept(-1, 0, 1, 1), kept(0, 0, 0, 1), kept(0, 0, 1, 0), kept(1, 0, 1_048_576, 1), kept(0, 1, 1, 16_384), kept(1_048_576, 0, 1, 1), kept(0, 16_384, 1, 1), kept(0.5, 0, 1, 1)]).toEqual(Array(8).fill(false));
  });
});
