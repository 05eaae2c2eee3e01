import { withoutUnit, yearIn } from "../cells";
import type { RoleReading } from "../vocabulary";
import type { ReadColumn } from "./columns";

/** A column that wants to be of a figure. */
interface Claiming {
  column: ReadColumn;
  reading: RoleReading;
  indicator: string;
}

/** With the periods that its headers name. */
interface Dated<T> {
  claim: T;
  year: number | null;
  month: number | null;
}

/**
 * The columns of a table, of two for one figure first the one that it is taken from: said outright before a mere verb,
 * this year's before last year's, a sum or what was adjusted before its parts and 年初, the year's part before 总投资,
 * one without a month before one with, the latest month before earlier ones. Else as they stand.
 */
export function byStanding<T extends Claiming>(claims: readonly T[]): T[] {
  const all = claims.map((claim): Dated<T> => ({ claim, year: yearOf(claim.column), month: monthOf(claim.column) }));
  return all
    .map((one) => ({ ...one, standing: standingOf(one, all) }))
    .sort((a, b) => b.standing - a.standing)
    .map(({ claim }) => claim);
}

/** Each mark counts for more than all that follow it. */
function standingOf<T extends Claiming>({ claim: { column, reading, indicator }, year, month }: Dated<T>, all: readonly Dated<T>[]): number {
  const rivals = all.filter(({ claim }) => claim.indicator === indicator);
  const yearsOf = (some: readonly Dated<T>[]) => some.flatMap((one) => one.year ?? []);
  const doneYears = yearsOf(rivals.filter(({ claim }) => claim.reading.role === "done"));
  const current = Math.max(...(doneYears.length > 0 ? doneYears : yearsOf(rivals)), 0);
  const latest = Math.max(...rivals.flatMap((one) => (one.claim.reading.role === reading.role ? (one.month ?? []) : [])));
  const leaf = withoutUnit(column.path.at(-1) ?? "");
  const isSum = /(?:合计|小计|总计)$|调整后/.test(leaf);
  const isWhole = /总投资|投资总额|总[套户]数/.test(leaf);
  const marks = [reading.strong, year === null || year === current, isSum, !isWhole, month === null, month === latest];
  return marks.reduce((standing, mark) => standing * 2 + Number(mark), 0);
}

/** The month up to which a column's last header says that it counts: 9 in 1-9月累计; null without one. */
function monthOf({ path }: ReadColumn): number | null {
  const month = [...(path.at(-1) ?? "").matchAll(/(\d{1,2})月/g)].at(-1)?.[1];
  return month === undefined ? null : Number(month);
}

/** The year that a column's headers name, the lowest level first. */
function yearOf({ path }: ReadColumn): number | null {
  return [...path].reverse().map(yearIn).find((year) => year !== null) ?? null;
}
