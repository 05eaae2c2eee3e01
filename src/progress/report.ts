import type { CellAddress } from "./address";
import { auditProgress, type AuditYear } from "./audit";
import { backlogProgress, type BacklogProgress } from "./backlog";
import { paceOf, type IsoDate } from "./calendar";
import { checkRecords } from "./checks";
import { continuingProgress, type ContinuingProgress } from "./continuing";
import { dayOfFigures, type DayOptions, type DayOrigin } from "./figures-day";
import { gatherFigures } from "./figures";
import { worstFirst, type Finding } from "./findings";
import { indicatorProgress, type IndicatorProgress } from "./indicator-progress";
import { DEFAULT_OFFICE_SETTINGS, dayWithin, withOfficeNames, type OfficeSettings } from "./office-settings";
import { keptDifferences, type DayProgress } from "./kept-differences";
import { overallRanking, type OverallRanking } from "./overall-ranking";
import { knownPeriods, periodOf, type KnownPeriod, type Period } from "./period";
import { progressNotes } from "./progress-notes";
import type { Meaning, Records, Region, TableSummary, TextFact, UnreadBlock } from "./records";
import { demandOn, type Demand, type Threshold } from "./threshold";

/** Everything computed from a workbook: plain data, the input of sheets, notice and proofreading. */
export interface Report {
  asOf: IsoDate;
  /** The day of the figures themselves: earlier than `asOf` where the newest month before it was taken. */
  figuresAsOf: IsoDate;
  /** Where the date came from; null where it was given or is today. */
  asOfSource: Records["asOf"];
  /** Who says which day it is. */
  asOfOrigin: DayOrigin;
  /** 序时进度 as a fraction. */
  pace: number;
  /** The year of the tasks. */
  year: number;
  /** What progress is measured against. */
  threshold: Threshold;
  /** What that demands on the day. */
  demand: Demand;
  /** Who reports (填报单位), where the office has set it. */
  office: string | null;
  /** The city or province that the tables are of (吕梁市); null where nothing names it. */
  place: string | null;
  tables: TableSummary[];
  regions: Region[];
  /** The same as the tables have them: in their order and under their own short names. */
  regionsAsRead: Region[];
  indicators: IndicatorProgress[];
  /** 综合排名, with what earlier periods say. */
  overall: OverallRanking;
  backlog: BacklogProgress | null;
  audit: AuditYear[];
  continuing: ContinuingProgress | null;
  /** What regions say of their progress, in the workbook's order. */
  notes: TextFact[];
  findings: Finding[];
  /** Cells by region that hold what was left out: no sheet of ours may follow them. */
  leftOut?: { region: string; meaning: Meaning; cell: CellAddress }[];
  /** Blocks of the workbook that are no county tables or were left alone. */
  unread?: UnreadBlock[];
  /** What the workbook's own sheets say of each month, oldest first; not there where it keeps one alone. */
  months?: KnownPeriod[];
}

interface ReportOptions extends DayOptions {
  /** What the office has set; the defaults if left out. */
  settings?: OfficeSettings;
  /** What earlier runs kept of their days. */
  kept?: readonly Period[];
}

/**
 * Computes every rate, status, rank, backlog and audit figure from what was read, and checks it.
 * @example buildReport(records, { today: "2021-05-06" }).indicators[0]?.rate // 0.2494…
 */
export function buildReport(read: Records, options: ReportOptions): Report {
  const { settings = DEFAULT_OFFICE_SETTINGS } = options;
  const records = withOfficeNames(read, settings);
  const { day: asOf, origin, year: ownYear, findings: unknownDay } = dayOfFigures(records, options);
  const { threshold, office } = settings;
  const year = settings.year ?? ownYear;
  const day = dayWithin(year, asOf);
  const demand = demandOn(threshold, day);
  const figures = gatherFigures(records);
  const indicators = indicatorProgress(records, figures, demand.rate);
  const days = daysOf(read, { asOf, indicators }, settings, demand.rate);
  const months = days.length > 1 ? days.map((day): KnownPeriod => ({ ...periodOf(day), sheets: day.sheets })) : undefined;
  const figuresAsOf = read.months?.day ?? asOf;
  const earlier = knownPeriods(months ?? [], options.kept ?? []).filter((period) => period.asOf < figuresAsOf);
  const leftOut = records.gaps.flatMap(({ region, meaning, reason, source }) =>
    region === null || reason === "blank" ? [] : source.cells.map((cell) => ({ region, meaning, cell })),
  );
  return {
    asOf,
    asOfSource: options.asOf === undefined ? records.asOf : null,
    asOfOrigin: origin,
    pace: paceOf(day),
    year,
    threshold,
    demand,
    office,
    place: records.place,
    tables: records.tables,
    regions: records.regions,
    regionsAsRead: read.regions,
    indicators,
    backlog: backlogProgress(records, figures),
    audit: auditProgress(records, figures),
    continuing: continuingProgress(records, figures),
    notes: progressNotes(records),
    findings: worstFirst([
      ...records.findings,
      ...unknownDay,
      ...figures.conflicts,
      ...checkRecords(records, figures),
      ...keptDifferences(days, options.kept ?? []),
    ]),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    ...(records.unread ? { unread: records.unread } : {}),
    figuresAsOf,
    overall: overallRanking(
      [...earlier, periodOf({ asOf, indicators })],
      records.regions.map(({ name }) => name),
      settings.ranking,
    ),
    ...(months ? { months } : {}),
  };
}

/** What the workbook's sheets say of each day that they have, this report's own among them, oldest first. */
function daysOf(
  { months, ...read }: Records,
  own: Pick<Report, "asOf" | "indicators">,
  settings: OfficeSettings,
  demanded: number,
): DayProgress[] {
  if (!months) return [{ ...own, sheets: [...new Set(read.tables.map(({ sheet }) => sheet))] }];
  const others = months.others.map(({ asOf, sheets, records: ofMonth }): DayProgress => {
    const records = withOfficeNames({ ...read, ...ofMonth }, settings);
    return { asOf, sheets, indicators: indicatorProgress(records, gatherFigures(records), demanded) };
  });
  return [...others, { ...own, asOf: months.day, sheets: months.sheets }].sort((a, b) => a.asOf.localeCompare(b.asOf));
}

/** What a threshold demands on a report's day; the report's own if left out. */
export function demandFor({ asOf, year, demand }: Report, threshold?: Threshold): Demand {
  return threshold ? demandOn(threshold, dayWithin(year, asOf)) : demand;
}
