import { YEAR_PARTS } from "../lexicon";

/** A period that a header names: 2021年, 1-9月, 前三季度, 4月底. */
export interface NamedPeriod {
  text: string;
  year: number | null;
  /** The last year of a span (2009-2011年); null for one year. */
  toYear: number | null;
  /** The last month that it covers; null where it names none. */
  month: number | null;
  /** It covers that month alone: 3月, not 1-3月 or 3月底. */
  single: boolean;
}

const YEAR = /((?:19|20)\d{2})(?:[-—–~至]((?:19|20)?\d{2}))?年度?/;
const MONTHS = /(\d{1,2})[-—–~至](\d{1,2})月份?/;
const DAY = /(?:截[至止]|至|到)?(\d{1,2})月(?:(\d{1,2})[日号]|(底|末|止))?份?/;
const BATCH = /第[一二三四五六七八九十\d]{1,2}批次?/;
const UNTIL = /截[至止](?=$|[^目])/g;

/** The period that a text names; null where it names none. */
export function periodIn(text: string): NamedPeriod | null {
  const year = YEAR.exec(text);
  const months = MONTHS.exec(text);
  const day = months ? null : DAY.exec(text);
  const part = YEAR_PARTS.find(([spelling]) => text.includes(spelling));
  if (!year && !months && !day && !part) return null;
  const to = year?.[2];
  return {
    text: [year?.[0], months?.[0] ?? day?.[0], part?.[0]].filter((one) => one !== undefined).join(""),
    year: year ? Number(year[1]) : null,
    toYear: to === undefined ? null : Number(to.length === 2 ? `20${to}` : to),
    month: months ? Number(months[2]) : day ? Number(day[1]) : (part?.[1] ?? null),
    single: day !== null && day[2] === undefined && day[3] === undefined,
  };
}

/** The year that a text names and nothing else: 2023年; null for other texts. */
export function yearAlone(text: string): number | null {
  const period = periodIn(text);
  return period?.text === text && period.month === null && period.toYear === null ? period.year : null;
}

/** A header without the periods that it names. */
export function withoutPeriods(text: string): string {
  let rest = text.replace(YEAR, "").replace(MONTHS, "").replace(DAY, "").replace(BATCH, "");
  for (const [spelling] of YEAR_PARTS) rest = rest.replace(spelling, "");
  return rest.replace(UNTIL, "");
}
