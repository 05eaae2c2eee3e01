import { dateParts, yearOf, type IsoDate } from "./calendar";
import type { IndicatorProgress } from "./indicator-progress";
import { fields, listed, namedOf, number, orNull, text, that } from "./parsing";

/** The figures of one period as the next one compares itself with them: plain data, kept in the workbook. */
export interface Period {
  asOf: IsoDate;
  /** By indicator id; rates as fractions, null without a task; amounts in the indicator's unit. */
  indicators: Record<string, PeriodIndicator>;
}

/** An indicator as it stood in a period. */
interface PeriodIndicator {
  target: number | null;
  done: number | null;
  rate: number | null;
  /** Rates by region. */
  regions: Record<string, number | null>;
}

/** No office looks back further than three years of monthly notices. */
const MOST_KEPT = 36;

/** What a report leaves for the next period. */
export function periodOf({ asOf, indicators: progress }: { asOf: IsoDate; indicators: readonly IndicatorProgress[] }): Period {
  const indicators = progress.map(({ id, target, done, rate, regions }) => {
    const byRegion = Object.fromEntries(regions.map((row) => [row.region, row.rate]));
    return [id, { target, done, rate, regions: byRegion }] as const;
  });
  return { asOf, indicators: Object.fromEntries(indicators) };
}

/** A period with the sheets that it was read from; none for one that an earlier run kept. */
export interface KnownPeriod extends Period {
  sheets: string[];
}

/**
 * All periods that are known, oldest first: the workbook's own months, and what earlier runs kept of other days and of
 * indicators and regions that the sheets do not have. What the sheets say always counts.
 * @param months what the sheets say, this report's own day among them
 */
export function knownPeriods(months: readonly KnownPeriod[], kept: readonly Period[]): KnownPeriod[] {
  const said = months.map((month) => filledFrom(month, kept.find(({ asOf }) => asOf === month.asOf)));
  const days = new Set(months.map(({ asOf }) => asOf));
  const others = kept.filter(({ asOf }) => !days.has(asOf)).map((period) => ({ ...period, sheets: [] }));
  return [...said, ...others].sort((a, b) => a.asOf.localeCompare(b.asOf));
}

function filledFrom(month: KnownPeriod, kept: Period | undefined): KnownPeriod {
  if (!kept) return month;
  const indicators = Object.entries(month.indicators).map(
    ([id, own]) => [id, { ...own, regions: { ...kept.indicators[id]?.regions, ...own.regions } }] as const,
  );
  return { ...month, indicators: { ...kept.indicators, ...Object.fromEntries(indicators) } };
}

/** The kept periods with one more, oldest first; a period of the same day is replaced. */
export function withPeriod(kept: readonly Period[], period: Period): Period[] {
  return [...kept.filter(({ asOf }) => asOf !== period.asOf), period]
    .sort((a, b) => a.asOf.localeCompare(b.asOf))
    .slice(-MOST_KEPT);
}

/** The last period before a day; null where none is kept. */
export function previousPeriod(kept: readonly Period[], asOf: IsoDate): Period | null {
  return kept.reduce<Period | null>(
    (last, period) => (period.asOf < asOf && (last === null || period.asOf > last.asOf) ? period : last),
    null,
  );
}

/** The last kept period of the same month a year before; null where none is kept. */
export function periodYearAgo(kept: readonly Period[], asOf: IsoDate): Period | null {
  const [year, month] = [yearOf(asOf) - 1, asOf.slice(4, 7)];
  return kept.filter((period) => period.asOf.startsWith(`${year}${month}`)).at(-1) ?? null;
}

const amount = orNull(number());
const period = fields<Period>({
  asOf: that(text(), (day) => dateParts(day) !== null),
  indicators: namedOf(fields<PeriodIndicator>({ target: amount, done: amount, rate: amount, regions: namedOf(amount) })),
});

/** Kept periods as they were stored; whatever is no period is left out. */
export function periodsFrom(stored: unknown): Period[] {
  return listed(period)(stored).reduce<Period[]>(withPeriod, []);
}
