import type { IndicatorProgress, Meaning, Report } from "../progress";
import { namesOf, type Names } from "./names";
import type { SourceCells } from "./phrase";
import { placeOf, type Level, type Place } from "./place";
import { standingWords, type StandingWords } from "./standing";

/** What the office can set. */
export interface NoticeOptions {
  /** Which level of government writes; told from the tables' titles where left out. */
  level?: Level;
  /** Decimals of a rate by indicator id, e.g. { investment: 1 } for 13.4%; 2 where left out. */
  rateDecimals?: Readonly<Record<string, number>>;
  /** Standing words that differ from the default ones. */
  standing?: Partial<StandingWords>;
}

const RATE_DECIMALS = 2;

/** What every passage is written from. */
export interface Writing {
  report: Report;
  place: Place;
  names: Names;
  standing: StandingWords;
  /** The indicator, where the workbook has it. */
  indicator(id: string): IndicatorProgress | undefined;
  rateDecimals(id: string): number;
}

/** Prepares a report for writing. */
export function writingOf(report: Report, options: NoticeOptions): Writing {
  const place = placeOf(report, options.level);
  return {
    report,
    place,
    names: namesOf(report),
    standing: { ...standingWords(report, place.superior), ...options.standing },
    indicator: (id) => report.indicators.find((indicator) => indicator.id === id),
    rateDecimals: (id) => options.rateDecimals?.[id] ?? RATE_DECIMALS,
  };
}

/** The columns that were taken for a meaning: their header and their cells. */
export function columnsOf(
  report: Report,
  matches: (meaning: Meaning) => boolean,
): { header: string; cells: SourceCells }[] {
  return report.tables.flatMap(({ columns }) =>
    columns.flatMap(({ header, meaning, range }) =>
      meaning && matches(meaning) ? [{ header, cells: [range] }] : [],
    ),
  );
}
