import fc from "../support/property";
import { overallRanking, type Period } from "../../src/progress";

const REGIONS = ["甲县", "乙县", "丙县"];

/** A period by the regions' rates of each indicator. */
function period(asOf: string, rates: Record<string, (number | null)[]>): Period {
  const indicators = Object.fromEntries(
    Object.entries(rates).map(([id, own]) => [id, { target: null, done: null, rate: null, regions: Object.fromEntries(REGIONS.map((region, at) => [region, own[at] ?? null])) }]),
  );
  return { asOf, indicators };
}

const MARCH = period("2024-03-31", { starts: [0.5, 0.1, 0.4], investment: [0.3, 0.2, 0.6] });
const APRIL = period("2024-04-30", { starts: [0.5, 0.2, 0.9], investment: [0.3, 0.2, null] });

describe("综合排名", () => {
  test("is by the mean of the rates of what a region has a task of", () => {
    expect(overallRanking([APRIL], REGIONS).map(({ score, rank }) => [score, rank])).toEqual([
      [0.4, 2],
      [0.2, 3],
      [0.9, 1],
    ]);
  });

  test("weights count as many times as they say; 0 leaves an indicator out", () => {
    expect(overallRanking([APRIL], REGIONS, { starts: 3 })[0]?.score).toBe(0.45);
    expect(overallRanking([APRIL], REGIONS, { investment: 0 }).map(({ score }) => score)).toEqual([0.5, 0.2, 0.9]);
  });

  test("movement is against the period before, and last counts the periods running", () => {
    const [first, second, third] = overallRanking([MARCH, APRIL], REGIONS);
    expect([first?.moved, second?.moved, third?.moved]).toEqual([0, 0, 0]);
    expect([first?.last, second?.last, third?.last]).toEqual([0, 2, 0]);
    expect(overallRanking([MARCH], REGIONS)[0]?.moved).toBeNull();
    const turned = period("2024-05-31", { starts: [0.1, 0.9, 0.9] });
    expect(overallRanking([MARCH, APRIL, turned], REGIONS).map(({ rank, moved, last }) => [rank, moved, last])).toEqual([
      [3, -1, 1],
      [1, 2, 0],
      [1, 0, 0],
    ]);
  });

  test("a region without a task is not ranked, and nobody is last where all stand alike", () => {
    const [none] = overallRanking([period("2024-04-30", { starts: [null, 0.5, 0.5] })], REGIONS);
    expect(none).toEqual({ region: "甲县", score: null, rank: null, moved: null, last: 0 });
    expect(overallRanking([period("2024-04-30", { starts: [0.5, 0.5, 0.5] })], REGIONS).map(({ last }) => last)).toEqual([0, 0, 0]);
  });

  test("a better rate never costs a place", () => {
    const rate = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(rate, rate, rate, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, c, more) => {
        const rankOf = (own: number) => overallRanking([period("2024-04-30", { starts: [own, b, c] })], REGIONS)[0]?.rank ?? 0;
        expect(rankOf(a + more)).toBeLessThanOrEqual(rankOf(a));
      }),
    );
  });
});
