import { ratio } from "./decimal";

/** A calendar day as "2021-04-23" (ISO 8601): plain data, free of time zones. */
export type IsoDate = string;

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Builds an ISO date from its parts.
 * @param month 1 to 12
 * @param day 1 to 31
 * @returns null where no such day exists (31 April)
 */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900 || year > 9999) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The last day of a month: 2021-02-28 for (2021, 2). */
export function endOfMonth(year: number, month: number): IsoDate | null {
  return isoDate(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
}

/** Splits an ISO date; null where the text is no existing day. */
export function dateParts(date: string): { year: number; month: number; day: number } | null {
  const match = ISO_DATE.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isoDate(year, month, day) === null ? null : { year, month, day };
}

/** The year of a day. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** Day of the year, 1 to 366, and the days in that year. */
export function dayOfYear(date: IsoDate): { day: number; days: number } {
  const parts = dateParts(date);
  if (!parts) throw new RangeError(`no such day: ${date}`);
  const start = Date.UTC(parts.year, 0, 1);
  const dayMs = 86_400_000;
  return {
    day: (Date.UTC(parts.year, parts.month - 1, parts.day) - start) / dayMs + 1,
    days: (Date.UTC(parts.year + 1, 0, 1) - start) / dayMs,
  };
}

/**
 * 序时进度: the share of the year gone at the end of a day, against which progress is measured.
 * @returns day of year ÷ days in the year, e.g. 113 ÷ 365 = 0.309589 for 2021-04-23
 */
export function paceOf(date: IsoDate): number {
  const { day, days } = dayOfYear(date);
  return ratio(day, days) ?? 0;
}

/** "2021年4月23日", as notices print a day. */
export function chineseDate(date: IsoDate): string {
  const parts = dateParts(date);
  if (!parts) throw new RangeError(`no such day: ${date}`);
  return `${parts.year}年${parts.month}月${parts.day}日`;
}
