import { dateParts, endOfMonth, isoDate, type IsoDate, type Report } from "../../progress";
import type { StatedDate } from "./token";

/**
 * How a stated time stands to that of the workbook's figures.
 * - own: the workbook's day, its month up to now, its year up to now
 * - inMonth: the workbook's own month, of which only what was done in it may be meant
 * - earlier, later: another time
 */
type Standing = "own" | "inMonth" | "earlier" | "later";

/** Compares a stated time with the workbook's. A part that is not stated is the workbook's own. */
export function standingOf({ year, month, day, atEnd, from }: StatedDate, report: Report): Standing {
  const own = dateParts(report.asOf);
  if (!own) return "earlier";
  const stated = { year: year ?? own.year, month };
  if (stated.year !== own.year) return stated.year < own.year ? "earlier" : "later";
  if (from && from.year !== null && from.year !== stated.year) return "earlier";
  if (stated.month === null) return atEnd ? (report.asOf.endsWith("-12-31") ? "own" : "later") : "own";
  if (stated.month !== own.month) return stated.month < own.month ? "earlier" : "later";
  if (from) {
    if (from.month !== 1 && from.month !== null) return "inMonth";
    if (from.day !== null) return "inMonth";
    return day === null || day === own.day ? "own" : "earlier";
  }
  if (day === null && !atEnd) return "inMonth";
  const last = Number(endOfMonth(own.year, own.month)?.slice(8));
  const on = day ?? last;
  return on === own.day ? "own" : on < own.day ? "earlier" : "later";
}

/** The day that a stated time ends on; null where it is no such day (4月31日, 13月). */
export function dayOf({ year, month, day, atEnd }: StatedDate, ofYear: number): IsoDate | null {
  const whole = year ?? ofYear;
  if (month === null) return isoDate(whole, 12, 31);
  if (month < 1 || month > 12) return null;
  if (day === null) return atEnd ? endOfMonth(whole, month) : endOfMonth(whole, month);
  return isoDate(whole, month, day);
}

/** Whether a stated month or day exists. */
export function exists(date: StatedDate): boolean {
  // 2月29日 without its year exists in some.
  const year = date.year ?? 2024;
  const whole = dayOf(date, year) !== null;
  return whole && (date.from === null || date.from.month === null || (date.from.month >= 1 && date.from.month <= 12));
}
