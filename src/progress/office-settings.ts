import { isoDate, type IsoDate } from "./calendar";
import { DEFAULT_RANKING, rankingRuleFrom, type RankingRule } from "./overall-ranking";
import type { Records } from "./records";
import { PACE, type Milestone, type Threshold } from "./threshold";

/** What an office sets for all that is made of its tables: plain data, kept in the workbook or in a file. */
export interface OfficeSettings {
  /** Who reports (填报单位); null: the 住房保障办公室 of the tables' own city. */
  office: string | null;
  /** The year of the tasks; null: the year of the day that the figures stand for. */
  year: number | null;
  /** What counts as behind. */
  threshold: Threshold;
  /** Regions in the office's own order, each with the name that lists print; others follow in the tables' order. */
  regions: RegionSetting[];
  /** Names of indicators by id, where the office's own differ. */
  indicatorNames: Record<string, string>;
  /** Whether rates in attachments are marked by colour and sign; those that are signed are not. */
  attachmentMarks: boolean;
  /** How regions are ranked by all indicators together. */
  ranking: RankingRule;
}

export interface RegionSetting {
  name: string;
  shortName: string;
}

export const DEFAULT_OFFICE_SETTINGS: OfficeSettings = { office: null, year: null, threshold: PACE, regions: [], indicatorNames: {}, attachmentMarks: false, ranking: DEFAULT_RANKING };

/**
 * A day as it stands within the year of the tasks: figures of the January after are those of a whole year.
 * @example dayWithin(2021, "2022-01-10") // "2021-12-31"
 */
export function dayWithin(year: number, day: IsoDate): IsoDate {
  const own = Number(day.slice(0, 4));
  if (own === year) return day;
  return (own > year ? isoDate(year, 12, 31) : isoDate(year, 1, 1)) ?? day;
}

/** Regions in the office's order and under its names; indicators under its names. */
export function withOfficeNames(records: Records, { regions, indicatorNames }: OfficeSettings): Records {
  if (regions.length === 0 && Object.keys(indicatorNames).length === 0) return records;
  const known = new Map(records.regions.map((region) => [region.name, region]));
  const ordered = regions.flatMap(({ name, shortName }) => {
    const region = known.get(name);
    return region ? [{ ...region, shortName }] : [];
  });
  const listed = new Set(ordered.map(({ name }) => name));
  return {
    ...records,
    regions: [...ordered, ...records.regions.filter(({ name }) => !listed.has(name))],
    indicators: records.indicators.map((indicator) => ({ ...indicator, name: indicatorNames[indicator.id] ?? indicator.name })),
  };
}

/** Settings as they were stored; whatever does not fit is left out. */
export function officeSettingsFrom(stored: unknown): OfficeSettings {
  if (typeof stored !== "object" || stored === null) return DEFAULT_OFFICE_SETTINGS;
  const { office, year, threshold, regions, indicatorNames, attachmentMarks, ranking } = stored as Partial<Record<keyof OfficeSettings, unknown>>;
  return {
    office: filled(office) ? office : null,
    year: typeof year === "number" && Number.isInteger(year) && year >= 1949 && year <= 9999 ? year : null,
    threshold: thresholdFrom(threshold),
    regions: Array.isArray(regions) ? regions.filter(isRegionSetting) : [],
    indicatorNames: Object.fromEntries(Object.entries(indicatorNames ?? {}).filter((entry): entry is [string, string] => filled(entry[1]))),
    attachmentMarks: attachmentMarks === true,
    ranking: rankingRuleFrom(ranking),
  };
}

function thresholdFrom(stored: unknown): Threshold {
  const { kind, rate, milestones } = (stored ?? {}) as { kind?: unknown; rate?: unknown; milestones?: unknown };
  if (kind === "fixed" && isRate(rate)) return { kind, rate };
  if (kind === "milestones" && Array.isArray(milestones)) {
    const valid = milestones.filter(isMilestone);
    if (valid.length > 0) return { kind, milestones: valid };
  }
  return PACE;
}

function isMilestone(value: unknown): value is Milestone {
  const { month, day, rate } = (value ?? {}) as Partial<Milestone>;
  // Of an ordinary year: 29 February is told as the month's last day.
  return typeof month === "number" && isRate(rate) && isoDate(2023, month, day ?? 1) !== null;
}

function isRate(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 10;
}

function isRegionSetting(value: unknown): value is RegionSetting {
  const { name, shortName } = (value ?? {}) as Partial<RegionSetting>;
  return filled(name) && filled(shortName);
}

function filled(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
