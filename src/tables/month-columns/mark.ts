import { inDigits } from "../../cells";

/** A month that columns of a table are of. */
export interface ColumnMonth {
  /** null where no header names it. */
  year: number | null;
  /** 1 to 12. */
  month: number;
  /** 1 to 31; null: the month as a whole, or its end. */
  day: number | null;
}

/** The month (or a day of it) that a header names, and what it says beside. */
interface MonthMark extends ColumnMonth {
  /** 1-3月, 3月底, 截至3月31日: what stands there is all since the year began. */
  isUntil: boolean;
  /** The header without it. */
  rest: string;
}

const MARK =
  /(截[至止]到?|至|到)?(?:((?:19|20)\d{2})年度?)?(0?1月?[-—–~至到]{1,2})?(1[0-2]|0?[1-9])月(?:(\d{1,2})[日号]|份)?(底|末|止)?/;
/** 2024.3, 2024-03, 202403: a header that is nothing else. */
const NUMERIC = /^((?:19|20)\d{2})(?:[.\-/](0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))$/;
/** 4-6月 is a part of the year; 6月底前 a limit; 12个月 a length. */
const JOINED = /[\d\-—–~至到]$/;
const CONTINUED = /^(?:[-—–~至到]{1,2}\d|(?:以|之)?前)/;

/**
 * The month that a header's text names.
 * @param written without white space, full-width forms made half-width
 * @returns null where it names none, or a stretch that does not begin with the year
 * @example monthIn("3月底累计开工") // { year: null, month: 3, day: null, isUntil: true, rest: "累计开工" }
 */
export function monthIn(written: string): MonthMark | null {
  const text = inDigits(written);
  const numeric = NUMERIC.exec(text);
  if (numeric) return { year: Number(numeric[1]), month: Number(numeric[2] ?? numeric[3]), day: null, isUntil: false, rest: "" };
  const found = MARK.exec(text);
  if (!found) return null;
  const [all, until, year, sinceJanuary, month, day, end] = found;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + all.length)];
  if (JOINED.test(before) || CONTINUED.test(after)) return null;
  return {
    year: year === undefined ? null : Number(year),
    month: Number(month),
    day: day === undefined ? null : Number(day),
    isUntil: [until, sinceJanuary, day, end].some((one) => one !== undefined),
    rest: `${before}${after}`.replace(/^[(:：)\-—]+|(?<![(:：\-—])[(:：\-—]+$/g, "").replace(/^\(\)|\(\)$/g, ""),
  };
}
