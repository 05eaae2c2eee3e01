import { ratio, sum, times } from "./decimal";
import type { Period } from "./period";
import { competitionRanks } from "./rank";

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
}

/** By indicator id; what is left out counts as 1. */
export type Weights = Readonly<Record<string, number>>;

/**
 * 综合排名: regions by the weighted mean of the rates of the indicators that they have a task of. Those without any
 * task are not ranked.
 * @param periods oldest first, the one that is ranked last
 * @param regions in the workbook's order
 * @example overallRanking([{ asOf, indicators: { starts: { …, regions: { 甲县: 0.5, 乙县: 1 } } } }], ["甲县", "乙县"])[1].rank // 1
 */
export function overallRanking(periods: readonly Period[], regions: readonly string[], weights: Weights = {}): OverallRank[] {
  const standings = periods.map((period) => standingOf(period, regions, weights));
  const now = standings.at(-1);
  const before = standings.at(-2);
  return regions.map((region) => {
    const own = now?.get(region) ?? { score: null, rank: null, isLast: false };
    const earlier = before?.get(region)?.rank ?? null;
    let last = 0;
    while (standings[standings.length - 1 - last]?.get(region)?.isLast) last++;
    return { region, score: own.score, rank: own.rank, moved: own.rank === null || earlier === null ? null : earlier - own.rank, last };
  });
}

interface Standing {
  score: number | null;
  rank: number | null;
  isLast: boolean;
}

/** Every region's place in one period; none is last where all stand alike. */
function standingOf({ indicators }: Period, regions: readonly string[], weights: Weights): Map<string, Standing> {
  const scores = regions.map((region) => {
    const rates = Object.entries(indicators).flatMap(([id, { regions: rateOf }]) => {
      const [rate, weight] = [rateOf[region] ?? null, weights[id] ?? 1];
      return rate === null || weight <= 0 ? [] : [{ rate, weight }];
    });
    return rates.length === 0 ? null : ratio(sum(rates.map(({ rate, weight }) => times(rate, weight))), sum(rates.map(({ weight }) => weight)));
  });
  const ranks = competitionRanks(scores);
  const worst = Math.max(0, ...ranks.map((rank) => rank ?? 0));
  return new Map(regions.map((region, at) => [region, { score: scores[at] ?? null, rank: ranks[at] ?? null, isLast: worst > 1 && ranks[at] === worst }]));
}
