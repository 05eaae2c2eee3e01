import fc from "../support/property";
import { DEFAULT_RANKING, isCount, isWeight, lastPlacesWords, overallRanking as rankingOf, placesWord, rankingRuleFrom, type Period, type RankingRule } from "../../src/progress";

const REGIONS = ["甲县", "乙县", "丙县"];

const overallRanking = (periods: readonly Period[], regions: readonly string[], rule: Partial<RankingRule> = {}) => rankingOf(periods, regions, { ...DEFAULT_RANKING, ...rule }).regions;

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
    expect(overallRanking([APRIL], REGIONS, { weights: { starts: 3 } })[0]?.score).toBe(0.45);
    expect(overallRanking([APRIL], REGIONS, { weights: { investment: 0 } }).map(({ score }) => score)).toEqual([0.5, 0.2, 0.9]);
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
    expect(none).toMatchObject({ region: "甲县", score: null, rank: null, moved: null, last: 0 });
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

  test("the last places are those of the office's rule, never more than half; so many periods among them summon a region", () => {
    const names = [...REGIONS, "丁县", "戊县", "己县"];
    const of = (asOf: string, rates: number[]): Period => ({ asOf, indicators: { starts: { target: null, done: null, rate: null, regions: Object.fromEntries(names.map((name, at) => [name, rates[at] ?? null])) } } });
    const periods = [of("2024-03-31", [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]), of("2024-04-30", [0.2, 0.2, 0.9, 0.4, 0.5, 0.6]), of("2024-05-31", [0.3, 0.3, 0.9, 0.4, 0.5, 0.6])];
    const ruled = rankingOf(periods, names, { ...DEFAULT_RANKING, lastPlaces: 2, periods: 3 });
    expect(ruled.regions.map(({ amongLast, summoned }) => [amongLast, summoned])).toEqual([[3, true], [3, true], [0, false], [0, false], [0, false], [0, false]]);
    expect(rankingOf(periods, names, { ...DEFAULT_RANKING, lastPlaces: 9 }).lastPlaces).toBe(3);
    expect(ruled.previous).toBe("2024-04-30");
  });

  test("earlier periods are ranked by the indicators of the last one alone", () => {
    const before = period("2024-03-31", { starts: [0.5, 0.1, 0.4], other: [0, 5, 0] });
    expect(overallRanking([before, period("2024-04-30", { starts: [0.5, 0.2, 0.9] })], REGIONS).map(({ before: then }) => then?.rank)).toEqual([1, 3, 2]);
  });

  test("what no region has a rate of, and what counts 0, is not among the indicators", () => {
    const of = period("2024-04-30", { starts: [0.5, 0.2, 0.9], investment: [null, null, null], other: [0.1, 0.1, 0.1] });
    expect(rankingOf([of], REGIONS, { ...DEFAULT_RANKING, weights: { other: 0, starts: 2 } }).indicators).toEqual([{ id: "starts", weight: 2 }]);
    expect(rankingOf([], REGIONS)).toMatchObject({ indicators: [], previous: null, regions: [{ score: null, rank: null, before: null }, {}, {}] });
  });

  test("a region that was not ranked before has not moved, nor has one that is not ranked now", () => {
    const before = period("2024-03-31", { starts: [null, 0.1, 0.4] });
    const now = period("2024-04-30", { starts: [0.5, 0.2, null] });
    expect(overallRanking([before, now], REGIONS).map(({ moved }) => moved)).toEqual([null, 0, null]);
    expect(overallRanking([before, now], REGIONS)[0]?.before).toMatchObject({ rank: null, last: 0, amongLast: 0 });
  });

  test("a region without a rate is no region of which half can be the last ones", () => {
    const of = period("2024-04-30", { starts: [0.5, 0.2, null] });
    expect(rankingOf([of], REGIONS).lastPlaces).toBe(1);
    expect(rankingOf([period("2024-04-30", { starts: [0.5, null, null] })], REGIONS).lastPlaces).toBe(0);
    expect(overallRanking([of], REGIONS).map(({ last, amongLast }) => [last, amongLast])).toEqual([[0, 0], [1, 1], [0, 0]]);
  });

  test("a period that lacks an indicator is ranked by the others", () => {
    const before = period("2024-03-31", { starts: [0.1, 0.5, 0.4] });
    expect(overallRanking([before, APRIL], REGIONS).map(({ before: then }) => then?.rank)).toEqual([3, 1, 2]);
  });

  test("the last places are said in words up to ten", () => {
    expect([1, 2, 3, 10, 11].map(lastPlacesWords)).toEqual(["末位", "末二位", "末三位", "末十位", "末11位"]);
    expect([1, 4, 5, 6, 7, 8, 9].map(placesWord)).toEqual(["一", "四", "五", "六", "七", "八", "九"]);
  });

  test("a weight is a number from 0 to 1000, a count a whole one from 1 to 99", () => {
    expect([0, 0.5, 1000].map(isWeight)).toEqual([true, true, true]);
    expect([-0.1, 1000.1, Number.NaN, "1", null].map(isWeight)).toEqual([false, false, false, false, false]);
    expect([1, 99].map(isCount)).toEqual([true, true]);
    expect([0, 100, 1.5, "1", null].map(isCount)).toEqual([false, false, false, false, false]);
  });

  test("a stored rule that does not fit falls back to the default, piece by piece", () => {
    expect(rankingRuleFrom({ weights: { starts: 2, investment: -1, other: "3" }, lastPlaces: 2.5, periods: 4, inNotice: "yes" })).toEqual({ weights: { starts: 2 }, lastPlaces: 3, periods: 4, inNotice: false });
    expect(rankingRuleFrom({ inNotice: true })).toEqual({ ...DEFAULT_RANKING, inNotice: true });
    expect([rankingRuleFrom(null), rankingRuleFrom("2")]).toEqual([DEFAULT_RANKING, DEFAULT_RANKING]);
    expect(DEFAULT_RANKING).toEqual({ weights: {}, lastPlaces: 3, periods: 2, inNotice: false });
  });
});
