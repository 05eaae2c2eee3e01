import { chineseNumeralAt } from "../../lexicon";
import type { StatedDate } from "./token";

/** A day, month, year, quarter or span found in a text, and where it ends. */
interface ScannedDate {
  date: StatedDate;
  end: number;
}

const RANGE_SIGNS = "-—–~～至到、";
const QUARTERS: readonly (readonly [string, number, number])[] = [
  ["前三季度", 1, 9], ["前三个季度", 1, 9], ["上半年", 1, 6], ["下半年", 7, 12], ["第一季度", 1, 3], ["第二季度", 4, 6], ["第三季度", 7, 9], ["第四季度", 10, 12],
  ["一季度", 1, 3], ["二季度", 4, 6], ["三季度", 7, 9], ["四季度", 10, 12], ["首季", 1, 3], ["1季度", 1, 3], ["2季度", 4, 6], ["3季度", 7, 9], ["4季度", 10, 12],
];

interface Part {
  value: number;
  end: number;
}

function skipSpaces(plain: string, at: number): number {
  let end = at;
  while (end < plain.length && end < at + 3 && " \t\u3000\u00a0".includes(plain.charAt(end))) end++;
  return end;
}

function digitsAt(plain: string, at: number, most: number): Part | null {
  let end = at;
  while (end - at < most + 1 && plain.charAt(end) >= "0" && plain.charAt(end) <= "9") end++;
  if (end > at) return end - at <= most ? { value: Number(plain.slice(at, end)), end } : null;
  const chinese = chineseNumeralAt(plain, at);
  return chinese && chinese.decimals === 0 ? { value: chinese.value, end: at + chinese.length } : null;
}

/** A number that one of some signs follows: 2021年, 4 月, 23日. */
function markedAt(plain: string, at: number, signs: string, most: number): Part | null {
  const digits = digitsAt(plain, at, most);
  if (!digits) return null;
  const sign = skipSpaces(plain, digits.end);
  return sign < plain.length && signs.includes(plain.charAt(sign)) ? { value: digits.value, end: sign + 1 } : null;
}

function yearAt(plain: string, at: number): Part | null {
  const year = markedAt(plain, at, "年", 4);
  return year && year.value >= 1949 && year.value <= 2100 ? year : null;
}

/**
 * Reads what begins at a place as a date: 2021年4月23日, 4月底, 1-4月, 1至8月, 4月19日至23日, 一季度, 2019—2020年.
 * A day or month that does not exist (4月31日, 13月) is read as it stands.
 */
export function dateAt(plain: string, at: number): ScannedDate | null {
  const quarter = QUARTERS.find(([word]) => plain.startsWith(word, at));
  if (quarter) return quarterAt(quarter, null, at);
  const span = yearSpanAt(plain, at);
  if (span) return span;
  const year = yearAt(plain, at);
  const from = year ? skipSpaces(plain, year.end) : at;
  const ofYear = year ? QUARTERS.find(([word]) => plain.startsWith(word, from)) : undefined;
  if (ofYear) return quarterAt(ofYear, year?.value ?? null, from);
  const months = monthSpanAt(plain, from, year?.value ?? null);
  if (months) return months;
  const month = markedAt(plain, from, "月", 2);
  if (month && plain.charAt(month.end) !== "租" && !isDuration(plain, from, month)) {
    const day = markedAt(plain, skipSpaces(plain, month.end), "日号", 2);
    const end = day?.end ?? month.end + (plain.charAt(month.end) === "份" ? 1 : 0);
    return finish(plain, { year: year?.value ?? null, month: month.value, day: day?.value ?? null, atEnd: false, from: null }, end);
  }
  if (!year) return null;
  return finish(
    plain,
    { year: year.value, month: null, day: null, atEnd: false, from: null },
    year.end + (plain.charAt(year.end) === "度" ? 1 : 0),
  );
}

/** 三个月 is no month; 两月 neither. */
function isDuration(plain: string, at: number, month: Part): boolean {
  return plain.slice(at, month.end).includes("两") || month.value === 0;
}

function quarterAt([word, first, last]: readonly [string, number, number], year: number | null, at: number): ScannedDate {
  return { date: { year, month: last, day: null, atEnd: true, from: { year, month: first, day: null } }, end: at + word.length };
}

/** 2019—2020年, 2019年至2020年, 2016、2017年 is no span. */
function yearSpanAt(plain: string, at: number): ScannedDate | null {
  const first = digitsAt(plain, at, 4);
  if (!first || first.value < 1949 || first.value > 2100) return null;
  let end = first.end + (plain.charAt(first.end) === "年" ? 1 : 0);
  if (end >= plain.length || !RANGE_SIGNS.includes(plain.charAt(end)) || plain.charAt(end) === "、") return null;
  while (end < plain.length && RANGE_SIGNS.includes(plain.charAt(end))) end++;
  const second = yearAt(plain, end);
  if (!second) return null;
  if (plain.charAt(second.end) >= "0" && plain.charAt(second.end) <= "9") return null;
  return {
    date: { year: second.value, month: null, day: null, atEnd: true, from: { year: first.value, month: null, day: null } },
    end: second.end + (plain.charAt(second.end) === "度" ? 1 : 0),
  };
}

/** 1-4月, 1月至4月, 1~8月份. */
function monthSpanAt(plain: string, at: number, year: number | null): ScannedDate | null {
  const first = digitsAt(plain, at, 2);
  if (!first) return null;
  let end = first.end + (plain.charAt(first.end) === "月" ? 1 : 0);
  const sign = end;
  while (end < plain.length && RANGE_SIGNS.includes(plain.charAt(end)) && plain.charAt(end) !== "、") end++;
  if (end === sign) return null;
  const second = markedAt(plain, end, "月", 2);
  if (!second || first.value > 12 || second.value <= first.value) return null;
  const past = second.end + (plain.charAt(second.end) === "份" ? 1 : 0);
  const day = markedAt(plain, past, "日号", 2);
  return finish(
    plain,
    { year, month: second.value, day: day?.value ?? null, atEnd: day === null, from: { year, month: first.value, day: null } },
    day?.end ?? past,
  );
}

/** Takes in 底 or 末, and the other end of a span of days (4月19日至23日). */
function finish(plain: string, date: StatedDate, end: number): ScannedDate {
  if (plain.charAt(end) === "底" || plain.charAt(end) === "末") return { date: { ...date, atEnd: true }, end: end + 1 };
  if (date.day === null || end >= plain.length || !RANGE_SIGNS.includes(plain.charAt(end)) || plain.charAt(end) === "、")
    return { date, end };
  const past = end + 1 + (plain.charAt(end + 1) === "—" ? 1 : 0);
  const day = markedAt(plain, past, "日号", 2);
  const start = { year: date.year, month: date.month, day: date.day };
  if (day) return { date: { ...date, day: day.value, from: start }, end: day.end };
  const other = markedAt(plain, past, "月", 2);
  const otherDay = other ? markedAt(plain, other.end, "日号", 2) : null;
  return other && otherDay ? { date: { ...date, month: other.value, day: otherDay.value, from: start }, end: otherDay.end } : { date, end };
}
