import { endingOf, TITLE_ENDS, YEAR_PARTS } from "../lexicon";
import { endOfMonth, isoDate, type IsoDate } from "../progress";
import type { CellValue } from "./text";
import { compact } from "./text";

const YEAR = /((?:19|20)\d{2})年/;
const FULL_DAY = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})(?:[日号]|$|[^\d])/;
/** 3月1日至3月31日, 9月9日—15日: figures stand for its end. */
const DAY_SPAN = /(?:((?:19|20)\d{2})年)?(\d{1,2})月\d{1,2}[日号]?(?:至|到|[-—–~]+)(?:((?:19|20)\d{2})年)?(?:(\d{1,2})月)?(\d{1,2})[日号]/;
/** 1-9月: what is summed since the year began. */
const SINCE_JANUARY = /(?:^|\D)0?1月?(?:至|到|[-—–~]+)(\d{1,2})月/;
/** A day, a month of a year, or a quarter. */
const DAY_OR_MONTH = /(?:19|20)\d{2}年第?[一二三四1-4]季度[底末]?|(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}[日号]|(?:19|20)\d{2}年\d{1,2}月[底末份]?|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/g;
const NUMERIC_DAY = /((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[^\d])/;
/** 截至20251115. */
const DIGITS_DAY = /截[至止]((?:20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:$|[^\d])/;
const MONTH_DAY = /(\d{1,2})月(\d{1,2})[日号]/;
/** Of several months the last: 1月—10月, 2023年11月至2024年2月. */
const MONTH = /(?:\d{1,2}月?份?(?:至|到|[-—–~]+)(?:((?:19|20)\d{2})年)?)?(\d{1,2})月/;
const YEAR_END = /截[至止].{0,20}年[底末]/;
/** 2017年12月31日前开工 is a limit, not the day that figures stand for. */
const LIMIT = /\d{1,2}(?:日|号|月底|月末|月份?)(?:以|之)?前/;
/** 截至2017年12月31日前开工 is one too. */
const UNTIL_LIMIT = /^截[至止](?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}(?:日|号|月底|月末|月份?)(?:以|之)?前/;
const UNTIL_PHRASE = /\(?截[至止].{0,40}?(?:[日号月底末]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\)?(?=[^\d日号底末]|$)/g;
const UNTIL = /截[至止]|至[\d年月]+日止|统计(?:日期|时间|期)|报告(?:日|期|时间)|数据(?:提取|导出|更新|采集)?(?:日期|时间)/;

/**
 * Finds the day that a title or caption stands for.
 * 截至2021年4月23日 · 截止 ２０２１ 年 4 月 23 日 · 4月23日 with the year from elsewhere · 2021年8月底 (its last day).
 * @param text a title or caption as typed
 * @param fallbackYear the year of the table's title, for a day that names none
 * @returns null where the text names no day
 */
export function dayIn(text: string, fallbackYear: number | null): IsoDate | null {
  const bare = inDigits(compact(withoutClock(text)));
  const until = UNTIL.exec(bare);
  const place = bare.slice(until?.index);
  if ((until ? UNTIL_LIMIT : LIMIT).test(place)) return null;
  const span = DAY_SPAN.exec(bare);
  const spanYear = span ? Number(span[3] ?? span[1] ?? yearIn(bare) ?? fallbackYear) : 0;
  if (span) return spanYear === 0 ? null : isoDate(spanYear, Number(span[4] ?? span[2]), Number(span[5]));
  const full = [FULL_DAY, NUMERIC_DAY, DIGITS_DAY].map((day) => day.exec(place) ?? day.exec(bare)).find(Boolean);
  if (full) return isoDate(Number(full[1]), Number(full[2]), Number(full[3]));
  const year = yearIn(place) ?? yearIn(bare) ?? fallbackYear;
  const monthDay = MONTH_DAY.exec(place) ?? MONTH_DAY.exec(bare);
  if (monthDay) return year === null ? null : isoDate(year, Number(monthDay[1]), Number(monthDay[2]));
  return year === null ? null : (monthEndOf(place, year) ?? monthEndOf(bare, year));
}

function monthEndOf(text: string, year: number): IsoDate | null {
  const named = MONTH.exec(text);
  const part = YEAR_PARTS.find(([spelling]) => text.includes(spelling))?.[1] ?? (YEAR_END.test(text) ? 12 : 0);
  const month = named ? Number(named[2]) : part;
  return month >= 1 && month <= 12 ? endOfMonth(Number(named?.[1] ?? year), month) : null;
}

/** 2024-05-20 08:00:00 → 2024-05-20: without the space the hour would be read with the day. */
function withoutClock(text: string): string {
  return text.replace(/\s\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/g, "");
}

const NUMERALS = "〇一二三四五六七八九";
const WRITTEN = /(?<![〇○零一二三四五六七八九十])[〇○零一二三四五六七八九十][0〇○零一二三四五六七八九十]*(?=[年月日号])/g;

/** 二〇二一年四月二十三日 → 2021年4月23日. */
export function inDigits(text: string): string {
  return text.replace(WRITTEN, (written) => {
    const spelt = written.replace(/[0○零]/g, "〇");
    const [tens = "", ones = ""] = spelt.split("十");
    const digits = (part: string) => [...part].map((one) => NUMERALS.indexOf(one)).join("");
    return spelt.includes("十") ? `${digits(tens) || 1}${digits(ones) || 0}` : digits(spelt);
  });
}

/** The first year that a text names ("2021年…"); null where it names none. */
export function yearIn(text: string): number | null {
  const match = YEAR.exec(inDigits(compact(text)));
  return match ? Number(match[1]) : null;
}

/** Whether a text is a day and little else: （2023年6月末）, 数据更新至9月20日. */
export function isDayAlone(text: string): boolean {
  const beside = besideDay(text);
  // 棚改开工台账 2024年5月31日 is a title, 数据更新至, 统计时间 and 第37周 beside a day are none.
  return beside !== null && beside.length <= 6 && (beside.length < 4 || endingOf(beside, TITLE_ENDS) === "");
}

/** What a text says beside its days, without signs; null where it names none. */
export function besideDay(text: string): string | null {
  const bare = inDigits(compact(withoutClock(text)));
  const rest = bare.replace(DAY_OR_MONTH, "");
  return rest === bare ? null : rest.replace(/[\p{P}\p{S}]/gu, "");
}

/** Whether a header says that its figures are summed since the year began: 1-9月完成. */
export function saysSinceJanuary(text: string): boolean {
  return SINCE_JANUARY.test(compact(text));
}

/** A title without its day: "棚改进展（截至2021年4月23日）" → "棚改进展". */
export function withoutUntil(text: string): string {
  return compact(text).replace(UNTIL_PHRASE, "");
}

/** Whether a text says that figures stand as of a day (截至…). */
export function saysUntil(text: string): boolean {
  return UNTIL.test(compact(text));
}

/** The first and the last day of 2000 to 2099. */
const [FIRST_SERIAL, LAST_SERIAL] = [36526, 73050];
/** Days between the first days of Excel's two date systems. */
const FROM_1904 = 1462;

/**
 * The day of a date cell, which Excel keeps as days since 1899-12-30; null for a number outside 2000 to 2099.
 * @param date1904 the workbook counts from 1904-01-01 instead
 */
export function serialDate(value: CellValue, date1904: boolean): IsoDate | null {
  const serial = typeof value === "number" ? value + (date1904 ? FROM_1904 : 0) : 0;
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}
