import { isoDate, yearOf, type IsoDate } from "./calendar";
import { either, fields, isNamed, listed, named, number, oneOf, that, whole, words } from "./parsing";
import { DEFAULT_RANKING, rankingRuleFrom, type RankingRule } from "./overall-ranking";
import type { Records } from "./records";
import { PACE, type Threshold } from "./threshold";

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

export const DEFAULT_OFFICE_SETTINGS: OfficeSettings = {
  office: null,
  year: null,
  threshold: PACE,
  regions: [],
  indicatorNames: {},
  attachmentMarks: false,
  ranking: DEFAULT_RANKING,
};

/**
 * A day as it stands within the year of the tasks: figures of the January after are those of a whole year.
 * @example dayWithin(2021, "2022-01-10") // "2021-12-31"
 */
export function dayWithin(year: number, day: IsoDate): IsoDate {
  const own = yearOf(day);
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

const rate = number(0, 10);
/** Of an ordinary year: 29 February is told as the month's last day. */
const milestone = that(
  fields({ month: whole(1, 12), rate }, { day: whole(1, 31) }),
  ({ month, day = 1 }) => isoDate(2023, month, day) !== null,
);
const threshold = either<Threshold>(
  fields({ kind: oneOf(["pace"]) }),
  fields({ kind: oneOf(["fixed"]), rate }),
  fields({ kind: oneOf(["milestones"]), milestones: that(listed(milestone), (list) => list.length > 0) }),
);
/** What stands in a heading, a caption or a sentence. */
const name = words(200);

/** Settings as they were stored; whatever does not fit is left out. */
export function officeSettingsFrom(stored: unknown): OfficeSettings {
  const kept: Partial<Record<keyof OfficeSettings, unknown>> = isNamed(stored) ? stored : {};
  return {
    office: name(kept.office) ?? null,
    year: whole(1949, 9999)(kept.year) ?? null,
    threshold: threshold(kept.threshold) ?? PACE,
    regions: listed(fields<RegionSetting>({ name, shortName: name }))(kept.regions),
    indicatorNames: named(name)(kept.indicatorNames),
    attachmentMarks: kept.attachmentMarks === true,
    ranking: rankingRuleFrom(kept.ranking),
  };
}
