import { placeOf, topicOf, type IndicatorProgress, type Level, type Meaning, type Period, type Place, type Report, type Threshold, type Topic } from "../progress";
import type { NoticeFields } from "./fields";
import { shortNamesOf, type Names } from "./names";
import type { SourceCells } from "./phrase";

/** What the office can set, and what the notice is told beside the report. */
export interface NoticeOptions {
  /** Which level of government writes; told from the tables' titles where left out. */
  level?: Level;
  /** Decimals of a rate by indicator id, e.g. { investment: 1 } for 13.4%; 2 where left out. */
  rateDecimals?: Readonly<Record<string, number>>;
  /** What no table knows: document number, basis, who issues. */
  fields?: NoticeFields;
  /** Titles of the attachments that go with it, in order. */
  attachments?: readonly string[];
  /** The last period that was kept; 较上期 is told only with one. */
  previous?: Period | null;
  /** The period of a year ago that was kept; 同比 is told only with one. */
  yearAgo?: Period | null;
  /** What progress is measured against; the share of the year gone where left out. */
  threshold?: Threshold;
}

const RATE_DECIMALS = 2;

/** What every passage is written from. */
export interface Writing {
  report: Report;
  place: Place;
  /** What the workbook is about. */
  topic: Topic;
  names: Names;
  fields: NoticeFields;
  attachments: readonly string[];
  previous: Period | null;
  yearAgo: Period | null;
  threshold: Threshold;
  /** The indicator, where the workbook says how far it has come; one with targets alone has no passage of its own. */
  indicator(id: string): IndicatorProgress | undefined;
  rateDecimals(id: string): number;
}

/** Prepares a report for writing. */
export function writingOf(report: Report, options: NoticeOptions): Writing {
  return {
    report,
    place: placeOf(report, options.level),
    topic: topicOf(report),
    names: shortNamesOf(report),
    fields: options.fields ?? {},
    attachments: options.attachments ?? [],
    previous: options.previous ?? null,
    yearAgo: options.yearAgo ?? null,
    threshold: options.threshold ?? report.threshold,
    indicator: (id) => report.indicators.find((indicator) => indicator.id === id && indicator.measured),
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
