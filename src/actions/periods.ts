import { knownPeriods, overallRanking, periodOf, type KnownPeriod, type OverallRank } from "../progress";
import type { Reading } from "./read-report";

/** All periods that a reading knows, oldest first: the workbook's own months and what was kept. */
export function periodsOf({ report, state }: Reading): KnownPeriod[] {
  return knownPeriods(report.months ?? [], state.periods);
}

/** 综合排名 of a reading's day, with what its earlier periods say. */
export function overallRankingOf(reading: Reading): OverallRank[] {
  const { report } = reading;
  const earlier = periodsOf(reading).filter(({ asOf }) => asOf < report.asOf);
  return overallRanking([...earlier, periodOf(report)], report.regions.map(({ name }) => name));
}
