import { knownPeriods, periodOf, periodYearAgo, previousPeriod, type KnownPeriod, type Period } from "../progress";
import type { Reading } from "./read-report";

/** All periods that a reading knows, oldest first: the workbook's own months and what was kept. */
export function periodsOf({ report, state }: Reading): KnownPeriod[] {
  return knownPeriods(report.months ?? [], state.periods);
}

/** The periods before a reading's figures, and these, oldest first. */
export function periodsUntil(reading: Reading): KnownPeriod[] {
  const { report } = reading;
  const earlier = periodsOf(reading).filter(({ asOf }) => asOf < report.figuresAsOf);
  return [...earlier, { ...periodOf(report), asOf: report.figuresAsOf, sheets: [] }];
}

/** What a reading's figures are compared with, wherever change is told; null where there is no such period. */
interface ComparedWith {
  /** 较上期, 环比, 新增: the last period before the figures' own day. */
  previous: Period | null;
  /** 同比: the same month of last year. */
  yearAgo: Period | null;
}

/** The periods that a reading's figures are compared with. */
export function comparedWith(reading: Reading): ComparedWith {
  const periods = periodsOf(reading);
  const { figuresAsOf } = reading.report;
  return { previous: previousPeriod(periods, figuresAsOf), yearAgo: periodYearAgo(periods, figuresAsOf) };
}
