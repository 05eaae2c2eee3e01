import type { IsoDate } from "./calendar";
import { ratio, roundHalfUp, sum, times } from "./decimal";
import type { Period } from "./period";
import { competitionRanks } from "./rank";

/** The office's own rule of 综合排名: plain data, kept among its settings. */
export interface RankingRule {
  /** How much an indicator counts, by id: as much as any where left out; 0 leaves it out. */
  weights: Readonly<Record<string, number>>;
  /** How many places from the end are 末位: 3 for 末三位. */
  lastPlaces: number;
  /** For how many periods running a region is among them before it is summoned (约谈). */
  periods: number;
  /** Whether the inspection and milestone notices tell of it; the ranking notice always does. */
  inNotice: boolean;
}

export const DEFAULT_RANKING: RankingRule = { weights: {}, lastPlaces: 3, periods: 2, inNotice: false };

/** What an indicator counts where the office has set nothing. */
const EQUAL_WEIGHT = 1;

/** Where a region stands by all indicators together. */
export interface OverallRank {
  region: string;
  /** The weighted mean of its rates, as a fraction; null without a task. */
  score: number | null;
  rank: number | null;
  /** Places won since the period before (lost: below 0); null without one. */
  moved: number | null;
  /** For how many periods running it has stood last, this one counted; 0 where it does not. */
  last: number;
  /** The same for the last places of the office's rule. */
  amongLast: number;
  /** Among them for as many periods as the rule asks for: 约谈. */
  summoned: boolean;
  /** The same one period earlier; null without one. */
  before: Pick<OverallRank, "rank" | "last" | "amongLast"> | null;
}

/** 综合排名 of a day, with what it was made by. */
export interface OverallRanking {
  rule: RankingRule;
  /** Ids of the indicators that count, each with its weight, in the workbook's order. */
  indicators: { id: string; weight: number }[];
  /** The period that movement is told since; null without one. */
  previous: IsoDate | null;
  /** How many places from the end count as last: the rule's, or fewer where few regions are ranked. */
  lastPlaces: number;
  /** In the order of the regions given. */
  regions: OverallRank[];
}

/** To so many places scores are compared, so that a sheet's own arithmetic ranks alike. */
const SCORE_DECIMALS = 8;

/**
 * 综合排名: regions by the weighted mean of the rates of the indicators that they have a task of. Those without any
 * task are not ranked. Earlier periods are ranked by the indicators of the last one alone.
 * @param periods oldest first, the one that is ranked last
 * @param regions in the workbook's order
 * @example overallRanking([{ asOf, indicators: { starts: { …, regions: { 甲县: 0.5, 乙县: 1 } } } }], ["甲县", "乙县"]).regions[1].rank // 1
 */
export function overallRanking(
  periods: readonly Period[],
  regions: readonly string[],
  rule: RankingRule = DEFAULT_RANKING,
): OverallRanking {
  const indicators = Object.entries(periods.at(-1)?.indicators ?? {}).flatMap(([id, { regions: rateOf }]) => {
    const weight = rule.weights[id] ?? EQUAL_WEIGHT;
    return weight > 0 && regions.some((region) => (rateOf[region] ?? null) !== null) ? [{ id, weight }] : [];
  });
  const scores = periods.map((period) => regions.map((region) => scoreOf(period, region, indicators)));
  const lastPlaces = placesFromEnd(scores.at(-1) ?? [], rule);
  const standings = scores.map((own) => standingOf(own, placesFromEnd(own, rule)));
  return {
    rule,
    indicators,
    previous: periods.at(-2)?.asOf ?? null,
    lastPlaces,
    regions: regions.map((region, at): OverallRank => {
      const now = standingAt(standings, at);
      const before = standings.length > 1 ? standingAt(standings.slice(0, -1), at) : null;
      const moved = now.rank === null || before === null || before.rank === null ? null : before.rank - now.rank;
      return { region, score: scores.at(-1)?.[at] ?? null, ...now, moved, summoned: now.amongLast >= rule.periods, before };
    }),
  };
}

function scoreOf({ indicators }: Period, region: string, counted: OverallRanking["indicators"]): number | null {
  const rates = counted.flatMap(({ id, weight }) => {
    const rate = indicators[id]?.regions[region] ?? null;
    return rate === null ? [] : [{ rate, weight }];
  });
  const mean =
    rates.length === 0 ? null : ratio(sum(rates.map(({ rate, weight }) => times(rate, weight))), sum(rates.map(({ weight }) => weight)));
  return mean === null ? null : roundHalfUp(mean, SCORE_DECIMALS);
}

/** Of few regions never more than half are the last ones. */
function placesFromEnd(scores: readonly (number | null)[], { lastPlaces }: RankingRule): number {
  return Math.min(lastPlaces, Math.floor(scores.filter((score) => score !== null).length / 2));
}

interface Standing {
  rank: number | null;
  isLast: boolean;
  isAmongLast: boolean;
}

/** Every region's place in one period; none is last where all stand alike. */
function standingOf(scores: readonly (number | null)[], lastPlaces: number): Standing[] {
  const ranks = competitionRanks(scores);
  const fromEnd = competitionRanks(scores.map((score) => (score === null ? null : -score)));
  return scores.map((_, at): Standing => {
    const [rank, end] = [ranks[at] ?? null, fromEnd[at] ?? null];
    const isBehind = rank !== null && rank > 1 && end !== null;
    return { rank, isLast: isBehind && end === 1, isAmongLast: isBehind && end <= lastPlaces };
  });
}

/** A region's place in the last of some periods, and for how many of them running it has been at the end. */
function standingAt(standings: readonly Standing[][], at: number): NonNullable<OverallRank["before"]> {
  const own = standings.map((standing) => standing[at]).reverse();
  const running = (holds: (one: Standing | undefined) => boolean) => {
    const end = own.findIndex((one) => !holds(one));
    return end < 0 ? own.length : end;
  };
  return {
    rank: own[0]?.rank ?? null,
    last: running((one) => one?.isLast ?? false),
    amongLast: running((one) => one?.isAmongLast ?? false),
  };
}

/** The rule as it was stored; whatever does not fit is left out. */
export function rankingRuleFrom(stored: unknown): RankingRule {
  if (typeof stored !== "object" || stored === null) return DEFAULT_RANKING;
  const { weights, lastPlaces, periods, inNotice } = stored as Partial<Record<keyof RankingRule, unknown>>;
  return {
    weights: Object.fromEntries(Object.entries(weights ?? {}).filter((entry): entry is [string, number] => isWeight(entry[1]))),
    lastPlaces: isCount(lastPlaces) ? lastPlaces : DEFAULT_RANKING.lastPlaces,
    periods: isCount(periods) ? periods : DEFAULT_RANKING.periods,
    inNotice: inNotice === true,
  };
}

const NUMERALS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** A count of places in words up to ten: 三. */
export function placesWord(count: number): string {
  return NUMERALS[count] ?? String(count);
}

/** What the last places are called: 末位, 末三位. */
export function lastPlacesWords(count: number): string {
  return count === 1 ? "末位" : `末${placesWord(count)}位`;
}

const MOST_WEIGHT = 1000;
const MOST_PLACES = 99;

/** Whether a number can be an indicator's weight. */
export function isWeight(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= MOST_WEIGHT;
}

/** Whether a number can be one of places or of periods. */
export function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MOST_PLACES;
}
