import type { AllSettings } from "../../actions";
import { FIELD_NAMES, type NoticeFields } from "../../notice/fields";
import { DEFAULT_OFFICE_SETTINGS, isCount, isWeight, ratio, times, type Milestone, type RegionSetting, type Report, type Threshold } from "../../progress";

/** A milestone as it is being typed. */
export interface MilestoneDraft {
  /** "6" for the end of June. */
  month: string;
  /** In per cent. */
  rate: string;
}

/** An indicator's settings as they are being typed. */
export interface IndicatorDraft {
  id: string;
  /** As it is called now; shown where no name is typed. */
  current: string;
  /** The office's own name; empty: the tables' own. */
  name: string;
  /** Decimals of its rate in the notice; empty: two. */
  decimals: string;
  /** What it counts in 综合排名; empty: as much as any. */
  weight: string;
}

/** The settings as they stand in the form: texts, valid or not. */
export interface SettingsDraft {
  office: string;
  year: string;
  threshold: Threshold["kind"];
  /** The fixed rate, in per cent. */
  rate: string;
  milestones: MilestoneDraft[];
  regions: RegionSetting[];
  indicators: IndicatorDraft[];
  /** How many places from the end are 末位, and for how many periods running they are before a region is summoned. */
  lastPlaces: string;
  periods: string;
  rankingInNotice: boolean;
  fields: Record<keyof NoticeFields, string>;
}

/** What of a form cannot be kept, by the name of its field. */
export type SettingsMistakes = Partial<Record<"year" | "rate" | "milestones" | "weights" | "lastPlaces" | "periods", true>>;

/** The form for settings, with the workbook's regions and indicators in it. */
export function draftOf({ office, notice }: AllSettings, report: Report): SettingsDraft {
  const { threshold } = office;
  const percent = (rate: number) => String(times(rate, 100));
  return {
    office: office.office ?? "",
    year: office.year === null ? "" : String(office.year),
    threshold: threshold.kind,
    rate: threshold.kind === "fixed" ? percent(threshold.rate) : "",
    milestones:
      threshold.kind === "milestones"
        ? threshold.milestones.map(({ month, rate }) => ({ month: String(month), rate: percent(rate) }))
        : [{ month: "6", rate: "50" }, { month: "8", rate: "80" }],
    regions: regionsIn(office, report),
    indicators: report.indicators.map(({ id, name }) => ({
      id,
      current: name,
      name: office.indicatorNames[id] ?? "",
      decimals: notice.rateDecimals[id] === undefined ? "" : String(notice.rateDecimals[id]),
      weight: office.ranking.weights[id] === undefined ? "" : String(office.ranking.weights[id]),
    })),
    lastPlaces: String(office.ranking.lastPlaces),
    periods: String(office.ranking.periods),
    rankingInNotice: office.ranking.inNotice,
    fields: Object.fromEntries(FIELD_NAMES.map(({ key }) => [key, notice.fields[key] ?? ""])) as SettingsDraft["fields"],
  };
}

/** The office's order where it has one, else the tables' own. */
function regionsIn({ regions: set }: AllSettings["office"], { regionsAsRead }: Report): RegionSetting[] {
  const own = regionsAsRead.map(({ name, shortName }) => set.find((one) => one.name === name) ?? { name, shortName });
  return reordered(own, set.map(({ name }) => name));
}

/** What the form says, where all of it can be kept; else what cannot. What the form does not show stays as it was. */
export function settingsIn(draft: SettingsDraft, before: AllSettings, report: Report): { settings: AllSettings } | { mistakes: SettingsMistakes } {
  const threshold = thresholdIn(draft);
  const year = draft.year.trim() === "" ? null : Number(draft.year);
  const mistakes: SettingsMistakes = {
    ...(year === null || (Number.isInteger(year) && year >= 1949 && year <= 9999) ? {} : { year: true }),
    ...(draft.indicators.every(({ weight }) => weight.trim() === "" || isWeight(numberIn(weight))) ? {} : { weights: true }),
    ...(isCount(numberIn(draft.lastPlaces)) ? {} : { lastPlaces: true }),
    ...(isCount(numberIn(draft.periods)) ? {} : { periods: true }),
    ...(threshold === null ? { [draft.threshold === "fixed" ? "rate" : "milestones"]: true } : {}),
  };
  if (threshold === null || Object.keys(mistakes).length > 0) return { mistakes };
  const filled = (entries: [string, string][]) => entries.filter(([, value]) => value.trim() !== "").map(([key, value]) => [key, value.trim()] as const);
  const shown = new Set(draft.indicators.map(({ id }) => id));
  const others = <T>(of: Record<string, T>) => Object.entries(of).filter(([id]) => !shown.has(id));
  const decimals = draft.indicators.flatMap(({ id, decimals: typed }) => (typed === "" ? [] : [[id, Number(typed)] as const]));
  return {
    settings: {
      ...before,
      office: {
        ...before.office,
        office: draft.office.trim() || null,
        year,
        threshold,
        ranking: {
          weights: { ...Object.fromEntries(others(before.office.ranking.weights)), ...Object.fromEntries(draft.indicators.flatMap(({ id, weight }) => (weight.trim() === "" ? [] : [[id, numberIn(weight) ?? 0] as const]))) },
          lastPlaces: Number(numberIn(draft.lastPlaces)),
          periods: Number(numberIn(draft.periods)),
          inNotice: draft.rankingInNotice,
        },
        regions: isOwnList(draft.regions, report) ? [] : draft.regions.map(({ name, shortName }) => ({ name, shortName: shortName.trim() || name })),
        indicatorNames: Object.fromEntries([...others(before.office.indicatorNames), ...filled(draft.indicators.map(({ id, name }) => [id, name]))]),
      },
      notice: {
        ...before.notice,
        rateDecimals: Object.fromEntries([...others(before.notice.rateDecimals), ...decimals]),
        fields: Object.fromEntries(filled(Object.entries(draft.fields))),
      },
    },
  };

  /** Untouched, the list stays the tables' own: counties that come later find their place by themselves. */
  function isOwnList(list: readonly RegionSetting[], { regionsAsRead: regions }: Report): boolean {
    return isAsRead(list, regions);
  }
}

function isAsRead(list: readonly RegionSetting[], regions: Report["regions"]): boolean {
  return list.length === regions.length && list.every(({ name, shortName }, at) => regions[at]?.name === name && regions[at]?.shortName === shortName);
}

/** Everything of the form as it is where no office has set anything; what the form does not show stays. */
export function withDefaults(settings: AllSettings): AllSettings {
  const { attachmentMarks } = settings.office;
  return { ...settings, office: { ...DEFAULT_OFFICE_SETTINGS, attachmentMarks }, notice: { ...settings.notice, fields: {}, rateDecimals: {} } };
}

/** The regions in another order, each under the short name that it has; those that are not named follow. */
export function reordered(regions: readonly RegionSetting[], names: readonly string[]): RegionSetting[] {
  const named = names.flatMap((name) => regions.filter((region) => region.name === name));
  return [...named, ...regions.filter((region) => !named.includes(region))];
}

/** Moves a region of the list before another. */
export function movedBefore(regions: readonly RegionSetting[], name: string, other: string): RegionSetting[] {
  const region = regions.find((one) => one.name === name);
  if (!region || name === other) return [...regions];
  return regions.filter((one) => one !== region).flatMap((one) => (one.name === other ? [region, one] : [one]));
}

/** Moves a region of the list up (-1) or down (1). */
export function moved(regions: readonly RegionSetting[], from: number, by: -1 | 1): RegionSetting[] {
  const list = [...regions];
  const [region] = list.splice(from, 1);
  if (region) list.splice(from + by, 0, region);
  return list;
}

function thresholdIn({ threshold, rate, milestones }: SettingsDraft): Threshold | null {
  if (threshold === "pace") return { kind: "pace" };
  if (threshold === "fixed") {
    const fraction = fractionIn(rate);
    return fraction === null ? null : { kind: "fixed", rate: fraction };
  }
  const read = milestones.map(({ month, rate: typed }): Milestone | null => {
    const fraction = fractionIn(typed);
    return fraction === null ? null : { month: Number(month), rate: fraction };
  });
  const valid = read.filter((one) => one !== null);
  const months = new Set(valid.map(({ month }) => month));
  if (valid.length === 0 || valid.length < read.length || months.size < valid.length) return null;
  return { kind: "milestones", milestones: valid.sort((a, b) => a.month - b.month) };
}

/** A plain number as typed, full-width digits too; null for anything else. */
function numberIn(text: string): number | null {
  const digits = /^\d{1,6}(?:\.\d{1,4})?$/.exec(text.normalize("NFKC").trim())?.[0];
  return digits === undefined ? null : Number(digits);
}

/** "50" and "50%" as 0.5; null for what is no percentage. */
function fractionIn(text: string): number | null {
  const digits = /^(\d{1,3}(?:\.\d{1,4})?)%?$/.exec(text.normalize("NFKC").trim())?.[1];
  return digits === undefined ? null : ratio(Number(digits), 100);
}
