import { competitionRanks, type IndicatorProgress } from "../../progress";
import type { Knowledge } from "./knowledge";
import type { ClaimSubject } from "./subject";

/** One way to rank regions: the best first; a region that takes no part has no place. */
export interface Ranking {
  words: string;
  places: ReadonlyMap<string, number>;
  /** Another rule may rank otherwise: nothing is wrong by it. */
  doubtful?: boolean;
}

/** Which figures regions are ranked by. */
export type RankedBy = "rate" | "target" | "done" | "rest" | "either";

/**
 * The rankings that some subjects have: by rate, which is how notices rank; by amounts where the words ask for them.
 * What is no indicator is ranked by what is open.
 */
export function rankingsOf(subjects: readonly ClaimSubject[], by: RankedBy, knowledge: Knowledge): Ranking[] {
  const rankings = subjects.flatMap((subject): Ranking[] => {
    if (subject.kind === "overall") return [overallRanking(knowledge)];
    if (subject.kind !== "indicator") return [otherRanking(subject, knowledge)];
    return knowledge.indicatorsOf(subject).flatMap((indicator) => {
      const amounts = (measure: "target" | "done" | "rest", words: string) =>
        ranking(`${indicator.name}${words}`, indicator, (row) =>
          row.target || row.done ? (knowledge.amount(indicator, measure, row.region)?.value ?? null) : null,
        );
      const rates = ranking(`${indicator.name}完成率`, indicator, (row) => row.rate);
      if (by === "rate") return [rates];
      if (by === "target") return [amounts("target", "任务数")];
      if (by === "rest") return [amounts("rest", "差额")];
      if (by === "done") return [amounts("done", "完成数")];
      return [rates, amounts("done", "完成数")];
    });
  });
  return rankings.filter(({ places }) => places.size > 1);
}

/** How many regions stand before one, from the first or from the last; null where it takes no part. */
export function aheadOf({ places }: Ranking, region: string, side: "first" | "last"): number | null {
  const place = places.get(region);
  if (place === undefined) return null;
  return side === "first" ? place - 1 : [...places.values()].filter((other) => other > place).length;
}

function ranking(
  words: string,
  indicator: IndicatorProgress,
  value: (row: IndicatorProgress["regions"][number]) => number | null,
): Ranking {
  const ranks = competitionRanks(indicator.regions.map(value));
  return {
    words,
    places: new Map(
      indicator.regions.flatMap((row, index) => ((ranks[index] ?? null) === null ? [] : [[row.region, ranks[index] ?? 0] as const])),
    ),
  };
}

function overallRanking({ report: { overall }, knowsOverallRule }: Knowledge): Ranking {
  return {
    words: "综合得分",
    doubtful: !knowsOverallRule,
    places: new Map(overall.regions.flatMap(({ region, rank }) => (rank === null ? [] : [[region, rank] as const]))),
  };
}

function otherRanking(subject: ClaimSubject, knowledge: Knowledge): Ranking {
  const regions = knowledge.report.regions.map(({ name }) => name);
  const values = regions.map((region) => {
    const value = knowledge.other(subject, region)[0]?.value ?? 0;
    return value > 0 ? value : null;
  });
  const ranks = competitionRanks(values);
  return {
    words: "数量",
    places: new Map(regions.flatMap((region, index) => ((ranks[index] ?? null) === null ? [] : [[region, ranks[index] ?? 0] as const]))),
  };
}
