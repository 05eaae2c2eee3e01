import { readNumber, unitOf } from "../../src/cells";
import { isSumOf, lawStrength, rateLaws, rateLikeness, restLaws, sumLaws } from "../../src/interpret/laws";
import type { Slot } from "../../src/interpret/slot";
import type { CellValue } from "../../src/tables";
import fc from "../support/property";

function slotOf(values: readonly CellValue[]): Slot {
  const cells = values.map((value) => readNumber(value, null));
  return { column: 0, path: [], numbers: cells.filter(({ kind }) => kind === "number").length, words: 0, doubtful: 0, cells };
}

/** The laws of some columns, each most like a rate that is most so by its figures. */
function lawsOf(columns: readonly (readonly CellValue[])[], units: readonly string[] = []): ReturnType<typeof rateLaws> {
  const slots = columns.map(slotOf);
  return rateLaws(slots, slots.map(rateLikeness), columns.map((_, at) => unitOf(units[at] ?? "")));
}

const TARGETS = [100, 200, 300];
const DONES = [50, 60, 100];

describe("one column is what is left of another", () => {
  const rests = TARGETS.map((target, row) => target - (DONES[row] ?? 0));

  test("by arithmetic in every row", () => {
    expect(restLaws([TARGETS, DONES, rests].map(slotOf), [2])).toEqual([{ target: 0, done: 1, rest: 2 }]);
  });

  test("not where one row disagrees, or too few tell anything", () => {
    expect(restLaws([TARGETS, DONES, [...rests.slice(0, 2), 1]].map(slotOf), [2])).toEqual([]);
    expect(restLaws([TARGETS, [100, 200, 100], [0, 0, 200]].map(slotOf), [2])).toEqual([]);
  });
});

describe("one column is the rate of two others", () => {
  test.each([
    ["per cent", ["50%", "30%", "33.3%"]],
    ["fractions", [0.5, 0.3, 0.333]],
    ["per cent without its sign", [50, 30, 33.3]],
  ])("by arithmetic alone, as %s", (_, rates) => {
    expect(lawsOf([TARGETS, DONES, rates])).toEqual([{ target: 0, done: 1, rate: 2, holds: 3, informative: 3 }]);
  });

  test("in whatever order the columns stand", () => {
    const rates = ["50%", "30%", "33.3%"];
    expect(lawsOf([rates, DONES, TARGETS])).toMatchObject([{ target: 2, done: 1, rate: 0 }]);
    expect(lawsOf([DONES, rates, TARGETS])).toMatchObject([{ target: 2, done: 0, rate: 1 }]);
  });

  test("a per cent sign is not left out of account", () => {
    expect(lawsOf([TARGETS, DONES, ["5000%", "3000%", "3333%"]])).toEqual([]);
  });

  test("a rate holds at its own decimals and no further", () => {
    expect(lawsOf([[300, 300], [100, 200], ["33.3%", "66.7%"]])).toHaveLength(1);
    expect(lawsOf([[300, 300], [100, 200], ["33.4%", "66.8%"]])).toEqual([]);
    expect(lawsOf([[300, 300], [100, 200], ["33.2%", "66.6%"]])).toEqual([]);
  });

  test("money may have been rounded, counts were not", () => {
    expect(lawsOf([[10.1, 20.2], [3.3, 5.2], ["32.93%", "25.91%"]])).toHaveLength(1);
    expect(lawsOf([[10, 20], [3, 5], ["30.4%", "25.4%"]])).toEqual([]);
    expect(lawsOf([["10万元", "20万元"], ["3万元", "5万元"], ["30.4%", "25.4%"]])).toHaveLength(1);
  });

  test("what is done in 元 of a target in 万元 is brought to scale", () => {
    const done = [500_000, 600_000, 1_000_000];
    expect(lawsOf([TARGETS, done, ["50%", "30%", "33.3%"]], ["万元", "元", ""])).toHaveLength(1);
    expect(lawsOf([TARGETS, done, ["50%", "30%", "33.3%"]])).toEqual([]);
  });

  test("a target in 元 with as many 万元 done is not taken for all done", () => {
    expect(lawsOf([[100, 200], [100, 200], [1_000_000, 1_000_000]], ["元", "万元", ""])).toEqual([]);
    expect(lawsOf([[1_000_000, 2_000_000], [50, 60], ["50%", "30%"]], ["元", "万元", ""])).toMatchObject([{ informative: 2 }]);
    expect(lawsOf([[1_000_000, 2_000_000, 3_000_000], [50, 60, 300], ["50%", "30%", "100%"]], ["元", "万元", ""])).toMatchObject([{ informative: 2 }]);
  });

  test("one row can be chance", () => {
    expect(lawsOf([[100, 0], [50, 0], ["50%", ""]])).toEqual([]);
  });

  test("the same rate in all rows can be chance too", () => {
    expect(lawsOf([[100, 200, 300], [50, 100, 150], ["50%", "50%", "50%"]])).toEqual([]);
  });

  test("rows that are 0, all done, below 0 or blank tell nothing", () => {
    const rows: CellValue[][] = [[100, 50, "50%"], [200, 60, "30%"], [0, 5, "7%"], [-10, 5, "8%"], [100, 0, "9%"], [100, 100, "10%"], ["", 5, "11%"], [100, "", "12%"], [100, 50, ""]];
    const columns = [0, 1, 2].map((at) => rows.map((row) => row[at] ?? ""));
    expect(lawsOf(columns)).toEqual([{ target: 0, done: 1, rate: 2, holds: 2, informative: 2 }]);
  });

  test("three rows of five bear a law out, two of four do not", () => {
    const targets = [100, 200, 300, 400, 500];
    const dones = [50, 60, 100, 40, 50];
    expect(lawsOf([targets, dones, ["50%", "30%", "33.3%", "77%", "78%"]])).toMatchObject([{ holds: 3, informative: 5 }]);
    expect(lawsOf([targets.slice(1), dones.slice(1), ["30%", "33.3%", "77%", "78%"]])).toEqual([]);
  });

  test("a column of counts written with their unit is no rate", () => {
    const counts = [[1000, 2000, 3000], [500, 600, 1000]];
    expect(lawsOf([...counts, ["50套", "30套", "33.3套"]])).toEqual([]);
    expect(lawsOf([...counts, ["50套", "30", "33.3"]])).toHaveLength(1);
  });

  test("a column of large figures is no rate", () => {
    expect(lawsOf([[1000, 2000], [5000, 9000], [500, 450]])).toEqual([]);
    expect(lawsOf([[1000, 2000], [4000, 7000], [400, 350]])).toMatchObject([{ target: 0, done: 1, rate: 2 }]);
  });

  test("nothing is the rate of a rate", () => {
    expect(lawsOf([["50%", "60%", "70%"], [0.25, 0.18, 0.14], ["50%", "30%", "20%"]])).toEqual([]);
    expect(lawsOf([[0.5, 0.6], ["25%", "18%"], ["50%", "30%"]])).toEqual([]);
  });

  test("of the three that make a law the one most like a rate is it", () => {
    const slots = [[0.8, 0.5], [0.2, 0.25], [0.25, 0.5]].map(slotOf);
    const none = slots.map(() => null);
    expect(rateLaws(slots, [0, 0, 1], none)).toMatchObject([{ target: 0, done: 1, rate: 2 }]);
    expect(rateLaws(slots, [1, 0, 0], none)).toMatchObject([{ target: 2, done: 1, rate: 0 }]);
  });

  test("none that is mostly several times its base: 每户平均人口", () => {
    expect(lawsOf([[100, 200, 300], [362, 700, 1074], [3.62, 3.5, 3.58]])).toEqual([]);
    expect(lawsOf([[100, 200, 300], [130, 240, 330], [1.3, 1.2, 1.1]])).toMatchObject([{ target: 0, done: 1, rate: 2 }]);
  });

  test("no further off than fourteen columns", () => {
    const between = (many: number) => Array.from({ length: many }, () => ["", "", ""]);
    const rates = ["50%", "30%", "33.3%"];
    expect(lawsOf([TARGETS, DONES, ...between(12), rates])).toMatchObject([{ target: 0, done: 1, rate: 14 }]);
    expect(lawsOf([TARGETS, DONES, ...between(13), rates])).toEqual([]);
    expect(lawsOf([rates, ...between(11), TARGETS, DONES])).toMatchObject([{ rate: 0, target: 12, done: 13 }]);
    expect(lawsOf([rates, ...between(12), TARGETS, DONES])).toEqual([]);
  });

  test("whatever the figures, done by target to two decimals is found", () => {
    const row = fc.record({ target: fc.integer({ min: 2, max: 90_000 }), share: fc.integer({ min: 1, max: 99 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 30 }), (rows) => {
        const told = rows.map(({ target, share }) => ({ target, done: Math.ceil((target * share) / 100) })).filter(({ target, done }) => done < target);
        const rates = told.map(({ target, done }) => `${((100 * done) / target).toFixed(2)}%`);
        fc.pre(new Set(rates).size >= 2 && rates.every((rate) => rate !== "0.00%"));
        const found = lawsOf([told.map(({ target }) => target), told.map(({ done }) => done), rates]);
        expect(found).toContainEqual({ target: 0, done: 1, rate: 2, holds: told.length, informative: told.length });
      }),
    );
  });
});

describe("how much a column is like a rate", () => {
  test.each<[CellValue[], number]>([
    [["50%", "30%"], 4.5],
    [[0.5, 0.3], 1.5],
    [[0.5, 2], 0.75],
    [[50, 30], 0],
    [[1.5, -1.2], 1.5],
    [[2.5, "", "见备注"], 0.5],
    [[], 0],
    [[1, "", 7], 0.5],
  ])("%j: %d", (values, likeness) => {
    expect(rateLikeness(slotOf(values))).toBe(likeness);
  });

  test("four rows leave no doubt of a law", () => {
    const strength = (holds: number) => lawStrength({ target: 0, done: 1, rate: 2, holds, informative: holds });
    expect([2, 4, 40].map(strength)).toEqual([0.5, 1, 1]);
  });
});

describe("one column is the sum of those beside it", () => {
  const parts: CellValue[][] = [[1, 2, 3], [4, 5, 6]];

  test("before its parts or after them", () => {
    expect(sumLaws([[5, 7, 9], ...parts].map(slotOf), [[0, 1, 2]])).toEqual([{ whole: 0, parts: [1, 2] }]);
    expect(sumLaws([...parts, [5, 7, 9]].map(slotOf), [[0, 1, 2]])).toEqual([{ whole: 2, parts: [0, 1] }]);
  });

  test("only of those under the same header, of which there are three", () => {
    const slots = [[5, 7, 9], ...parts].map(slotOf);
    expect(sumLaws(slots, [[0, 1]])).toEqual([]);
    expect(sumLaws(slots, [])).toEqual([]);
    expect(sumLaws([[1, 2, 3], [1, 2, 3]].map(slotOf), [[0, 1]])).toEqual([]);
  });

  const isSum = (whole: CellValue[], ...others: CellValue[][]) => isSumOf([whole, ...others].map(slotOf), 0, others.map((_, at) => at + 1));

  test("one row can be chance", () => {
    expect(isSum([5], [1], [4])).toBe(false);
    expect(isSum([5, 0], [1, 3], [4, 3])).toBe(false);
    expect(isSum([5, 7], [1, 3], [4, 4])).toBe(true);
  });

  test("equal to one part alone is not a sum", () => {
    expect(isSum([5, 7, 9], [5, 7, 9], [0, 0, 0])).toBe(false);
    expect(isSum([5, 7, 9], [5, 7, 9], ["", "", ""])).toBe(false);
  });

  test("cells without a figure add nothing", () => {
    expect(isSum([5, 7, 9], [1, 2, "见备注"], [4, 5, 9])).toBe(true);
    expect(isSum(["见备注", 7, 9], [1, 2, 3], [4, 5, 6])).toBe(true);
  });

  test("one row in four may be typed wrong, one in three not", () => {
    const rows = (right: number): CellValue[][] => [[99, ...Array<number>(right).fill(3)], Array<number>(right + 1).fill(1), Array<number>(right + 1).fill(2)];
    const [three, two] = [rows(3), rows(2)];
    expect(isSum(three[0] ?? [], ...three.slice(1))).toBe(true);
    expect(isSum(two[0] ?? [], ...two.slice(1))).toBe(false);
  });

  test("to the last decimal typed, free of binary noise", () => {
    expect(isSum([0.3, 0.7], [0.1, 0.3], [0.2, 0.4])).toBe(true);
    expect(isSum([0.31, 0.7], [0.1, 0.3], [0.2, 0.4])).toBe(false);
    expect(isSum([0.29, 0.7], [0.1, 0.3], [0.2, 0.4])).toBe(false);
    expect(isSum([30.12, 7], [10.114, 3], [20.004, 4])).toBe(false);
  });

  test("whatever the figures", () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), fc.constantFrom(1, 100, 10_000), (rows, per) => {
        const columns = [0, 1, 2].map((at) => rows.map((one) => (one[at] ?? 0) / per));
        const whole = rows.map((one) => (one[0] + one[1] + one[2]) / per);
        expect(isSum(whole, ...columns)).toBe(true);
        expect(isSum(whole.map((value) => value + 1), ...columns)).toBe(false);
      }),
    );
  });
});
