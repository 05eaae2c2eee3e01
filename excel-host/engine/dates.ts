/** Excel's day numbers. */

const DAY = 86_400_000;

/**
 * A date's serial number. Day 60 of the 1900 system is 29 February 1900, which never was: Excel keeps
 * Lotus 1-2-3's error, and so do its files.
 * @returns undefined before the system's first day
 */
export function dateToSerial(year: number, month: number, day: number, date1904 = false): number | undefined {
  const days = Date.UTC(year, month - 1, day) / DAY;
  if (date1904) {
    const serial = days + 24107;
    return serial >= 0 ? serial : undefined;
  }
  const serial = days + 25569;
  if (serial < 1) return undefined;
  return serial < 61 ? serial - 1 : serial;
}

/** What a serial number shows. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  /** 0 = Sunday */
  weekday: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** fraction of a second, 0…1 */
  fraction: number;
}

/**
 * The date and time of a serial number, rounded to `precision` seconds.
 * @returns undefined for what Excel cannot show as a date (negative, or after 9999)
 */
export function serialToDate(serial: number, date1904 = false, decimals = 0): DateParts | undefined {
  if (!(serial >= 0) || serial >= (date1904 ? 2_957_004 : 2_958_466)) return undefined;
  const scale = 10 ** decimals;
  const ticks = Math.round(serial * 86_400 * scale);
  const perDay = 86_400 * scale;
  let whole = Math.floor(ticks / perDay);
  const rest = ticks - whole * perDay;
  const seconds = Math.floor(rest / scale);
  const clock = {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    fraction: (rest - seconds * scale) / scale,
  };
  if (!date1904 && whole === 60) return { year: 1900, month: 2, day: 29, weekday: 3, ...clock };
  if (!date1904 && whole === 0) return { year: 1900, month: 1, day: 0, weekday: 6, ...clock };
  const weekday = date1904 ? (whole + 5) % 7 : (whole + 6) % 7;
  if (!date1904 && whole < 60) whole += 1;
  const date = new Date((whole - (date1904 ? 24107 : 25569)) * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday,
    ...clock,
  };
}
