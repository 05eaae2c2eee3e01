import { senseOf, wordsIn } from "../lexicon";
import { endOfMonth, isoDate, type IsoDate, type UnreadBlock } from "../progress";
import { dateOfTable, findTitleYear, statedDay } from "./as-of";
import { compact } from "./cells";
import { headersKey, withoutNumbers } from "./corrections";
import type { FoundTable, MonthOfTable } from "./find-tables";
import { periodIn } from "./interpret";

/** The tables of another month: the same as those that are read, as of another day. */
export interface Month {
  asOf: IsoDate;
  tables: FoundTable[];
}

/** What is read of a workbook that keeps several months, and what stands beside it. */
export interface ChosenMonths {
  tables: FoundTable[];
  /** The day of the tables that are read, where the workbook has several. */
  day: IsoDate | null;
  /** The other months, oldest first. */
  months: Month[];
  unread: UnreadBlock[];
}

/** A table as of one day. */
interface Dated {
  table: FoundTable;
  date: IsoDate | null;
  /** The same for tables that say the same of the same regions. */
  key: string;
  isHidden: boolean;
}

/**
 * Of tables that say the same of the same regions as of different days (a sheet a month, or months side by side in
 * one table) one day's are read: the newest, or the newest that is not after the day asked for. The other days are
 * periods of the same indicators, each with what would be read if it were asked for.
 * @param hidden tables on hidden sheets: months where a table that is read has the same headers and regions
 * @param asOf the day asked for; where all are later, the newest is read
 */
export function chooseMonth(tables: readonly FoundTable[], hidden: readonly FoundTable[], asOf: IsoDate | null): ChosenMonths {
  const former = tables.filter((table) => isOfFormerYear(table) && tables.some((other) => !isOfFormerYear(other) && hasAllOf(other, table)));
  const current = tables.filter((table) => !former.includes(table));
  const all = [...current, ...hidden];
  const sheetDays = daysOfSheets(all);
  const keyOf = sameTableKeys(all, sheetDays);
  const dayed = (of: readonly FoundTable[], isHidden: boolean) => of.flatMap((table) => byDay(table, keyOf.get(table) ?? "", isHidden, sheetDays));
  const shown = withoutMonthsToCome(dayed(current, false));
  const keys = new Set(shown.map(({ key }) => key));
  const dated = [...shown, ...dayed(hidden, true).filter(({ key, date }) => date !== null && keys.has(key))];
  const ofKey = new Map([...keys].map((key) => [key, dated.filter((one) => one.key === key)]));
  const daysOf = (key: string) => daysIn(ofKey.get(key) ?? []);
  const isKnownBy = (day: IsoDate) => [...keys].some((key) => daysOf(key).some((one) => one <= day));
  const chosen = (key: string): IsoDate | null => {
    const visible = daysIn((ofKey.get(key) ?? []).filter(({ isHidden }) => !isHidden));
    // A hidden sheet is a month only of a table that states its own day.
    if (asOf === null || visible.length === 0) return visible.at(-1) ?? null;
    // What is of a later day alone is not read beside what is of the day asked for.
    return newestBy(daysOf(key), asOf) ?? (isKnownBy(asOf) ? null : (daysOf(key).at(-1) ?? null));
  };
  const ofSeveral = dated.filter(({ date, key }) => date !== null && daysOf(key).length > 1);
  const isOfNewest = [...new Set(ofSeveral.map(({ key }) => key))].every((key) => chosen(key) === daysOf(key).at(-1));
  // Progress without a day is of the newest, beside tables that keep several.
  const isReadUndated = ({ table, isHidden }: Dated) => !isHidden && (isOfNewest || !hasIndicators(table));
  const isRead = (one: Dated) => (one.date === null ? isReadUndated(one) : chosen(one.key) === one.date);
  const read = dated.filter(isRead);
  const several = [...keys].filter((key) => daysOf(key).length > 1 || (daysOf(key).length === 1 && !read.some((one) => one.key === key)));
  const day = daysIn(read.filter(({ key }) => several.includes(key))).at(-1) ?? null;
  const others = [...new Set(several.flatMap(daysOf))].sort().filter((one) => one !== day);
  const newest = several.flatMap(daysOf).sort().at(-1);
  // What is of no day is read beside any; progress among it beside the newest alone.
  const undatedBeside = (other: IsoDate) => dated.filter(({ table, date, isHidden }) => date === null && !isHidden && (other === newest || !hasIndicators(table)));
  const tablesOf = (other: IsoDate) => [
    ...several.flatMap((key) => (ofKey.get(key) ?? []).filter(({ date }) => date !== null && date === newestBy(daysOf(key), other))),
    ...undatedBeside(other),
  ];
  return {
    tables: read.map(({ table }) => table),
    day,
    months: others.map((other) => ({ asOf: other, tables: tablesOf(other).map(({ table }) => table) })),
    unread: [...former.map(({ sheet, range }): UnreadBlock => ({ sheet, range, reason: "earlier" })), ...unreadOf(dated.filter((one) => one.date !== null && !isRead(one)), read)],
  };
}

/** 2023年(上年), 去年: a sheet kept for comparison. */
function isOfFormerYear({ sheet }: FoundTable): boolean {
  return wordsIn(compact(sheet)).some((token) => senseOf(token, "period")?.value === "lastYear");
}

/** Whether a table is about all that another is about, for mostly the same regions. */
function hasAllOf(table: FoundTable, other: FoundTable): boolean {
  const [own, others] = [indicatorsIn(table), indicatorsIn(other)];
  return others.size > 0 && [...others].every((indicator) => own.has(indicator)) && areMostlySame(new Set(table.labels), other.labels);
}

function indicatorsIn({ frame: { columns } }: FoundTable): Set<string> {
  return new Set(columns.flatMap(({ meaning }) => (meaning?.kind === "done" || meaning?.kind === "target" ? [meaning.indicator] : [])));
}

function hasIndicators({ frame: { columns } }: FoundTable): boolean {
  return columns.some(({ meaning }) => meaning !== null && "indicator" in meaning);
}

/** A sheet made ready for a month to come, its figures still blank, is none of the months where another has figures. */
function withoutMonthsToCome(dated: readonly Dated[]): Dated[] {
  const keys = new Set(dated.filter(({ table, date }) => date !== null && hasDone(table)).map(({ key }) => key));
  return dated.filter(({ table, date, key }) => date === null || !keys.has(key) || hasDone(table) || table.months.length > 0 || table.day !== undefined);
}

/** Whether something was done: a figure other than 0 in a column of what was done. */
function hasDone({ frame: { columns } }: FoundTable): boolean {
  return columns.some(({ meaning, cells }) => meaning?.kind === "done" && cells.some((cell) => cell.kind === "number" && cell.value !== 0));
}

function daysIn(dated: readonly Dated[]): IsoDate[] {
  return [...new Set(dated.flatMap(({ date }) => date ?? []))].sort();
}

function newestBy(days: readonly IsoDate[], day: IsoDate): IsoDate | null {
  return days.filter((one) => one <= day).at(-1) ?? null;
}

/** Whole tables of other months, each once; one whose other columns are read is not left unread. */
function unreadOf(others: readonly Dated[], read: readonly Dated[]): UnreadBlock[] {
  const seen = new Set(read.map(({ table }) => placeOf(table)));
  return others.flatMap(({ table, date, isHidden }): UnreadBlock[] => {
    const place = placeOf(table);
    if (isHidden || seen.has(place)) return [];
    seen.add(place);
    return [{ sheet: table.sheet, range: table.range, reason: "earlier", ...(date === null ? {} : { asOf: date }) }];
  });
}

function placeOf({ range }: FoundTable): string {
  return JSON.stringify(range);
}

/** The one day that the tables of a sheet state: that of the others on it too. */
function daysOfSheets(tables: readonly FoundTable[]): Map<string, IsoDate> {
  const days = new Map<string, Set<IsoDate>>();
  for (const table of tables) {
    const day = dateOfTable(table)?.date;
    if (day !== undefined) days.set(table.sheet, (days.get(table.sheet) ?? new Set()).add(day));
  }
  return new Map([...days].flatMap(([sheet, [day, ...others]]) => (day === undefined || others.length > 0 ? [] : [[sheet, day] as const])));
}

/** A table as of each of its days: one, or the months that its columns are of. */
function byDay(table: FoundTable, key: string, isHidden: boolean, sheetDays: ReadonlyMap<string, IsoDate>): Dated[] {
  const months = table.frame.mentions.length > 0 ? [] : monthsThatCame(table);
  const ownDay = () => dayOf(table, sheetDays);
  if (months.length === 0) return [{ table, date: table.frame.mentions.length > 0 || table.months.length > 0 ? null : ownDay(), key, isHidden }];
  return months.map(({ month, day }, at): Dated => {
    const ofMonth = at === months.length - 1 ? month.asLatest : month.asEarlier;
    return { table: { ...ofMonth, day }, date: day.date, key, isHidden };
  });
}

/**
 * The months of a table that have come, each with its day: the month's end, or the day that the table states where that
 * lies in it. What stands beyond that day is still to come, as are months at the end without a figure.
 * @returns none where nothing names the year
 */
function monthsThatCame(table: FoundTable): { month: MonthOfTable; day: NonNullable<FoundTable["day"]> }[] {
  if (table.months.length === 0) return [];
  const stated = statedDay(table);
  const year = findTitleYear([table]) ?? (stated ? Number(stated.date.slice(0, 4)) : null);
  const known = table.months.flatMap((month) => {
    const of = month.when.year ?? year;
    const date = of === null ? null : month.when.day === null ? endOfMonth(of, month.when.month) : isoDate(of, month.when.month, month.when.day);
    if (date === null) return [];
    const isStated = stated !== null && month.when.day === null && stated.date.slice(0, 7) === date.slice(0, 7);
    return [{ month, isStated, day: isStated ? stated : { date, source: month.header } }];
  });
  const come = known.filter(({ day }) => stated === null || day.date <= stated.date);
  const last = [...come].reverse().findIndex(({ month, isStated }) => isStated || !month.isEmpty);
  if (last < 0) return come.slice(0, 1);
  // Increments that nothing adds up say nothing of where their month stood.
  return come.slice(0, come.length - last).filter(({ month }, at, { length }) => at === length - 1 || saysDone(month.asEarlier));
}

function saysDone({ frame }: FoundTable): boolean {
  return frame.columns.some(({ meaning }) => meaning?.kind === "done" || meaning?.kind === "rate");
}

/** The day of a table with one: its own, its sheet's, or the end of the month that its sheet is called after, before that of another such sheet. */
function dayOf(table: FoundTable, sheetDays: ReadonlyMap<string, IsoDate>): IsoDate | null {
  const stated = dateOfTable(table)?.date ?? sheetDays.get(table.sheet);
  if (stated !== undefined) return stated;
  const month = periodIn(compact(table.sheet))?.month ?? null;
  const alike = [...sheetDays].filter(([sheet]) => withoutNumbers(sheet) === withoutNumbers(table.sheet)).map(([, day]) => day);
  const latest = alike.sort().at(-1);
  const day = month === null || latest === undefined ? null : endOfMonth(Number(latest.slice(0, 4)), month);
  return day !== null && latest !== undefined && day < latest ? day : null;
}

/**
 * The same key for tables with the same headers and regions; from one month to the next a region may come or go. A table
 * of an earlier day has the key of a later one that is about all that it is about, however it is laid out.
 */
function sameTableKeys(tables: readonly FoundTable[], sheetDays: ReadonlyMap<string, IsoDate>): Map<FoundTable, string> {
  const keys = keysByHeaders(tables);
  const dated = tables.filter(({ frame, months }) => frame.mentions.length === 0 && months.length === 0).flatMap((table) => {
    const day = dayOf(table, sheetDays);
    return day === null ? [] : [{ table, day }];
  });
  for (const { table, day } of dated) {
    const later = dated.find((other) => other.day > day && keys.get(other.table) !== keys.get(table) && hasAllOf(other.table, table));
    const isAlone = !dated.some((other) => other.day > day && keys.get(other.table) === keys.get(table));
    if (later && isAlone) keys.set(table, keys.get(later.table) ?? "");
  }
  return keys;
}

function keysByHeaders(tables: readonly FoundTable[]): Map<FoundTable, string> {
  const known = new Map<string, { labels: ReadonlySet<string>; key: string }[]>();
  const keys = new Map<FoundTable, string>();
  for (const table of tables) {
    const { frame, labels, layout, alike } = table;
    const headers = JSON.stringify([layout, headersKey(alike ?? frame.columns.map(({ header }) => header))]);
    const groups = known.get(headers) ?? [];
    known.set(headers, groups);
    const own = groups.find((group) => areMostlySame(group.labels, labels)) ?? { labels: new Set(labels), key: `${headers} ${groups.length}` };
    if (!groups.includes(own)) groups.push(own);
    keys.set(table, own.key);
  }
  return keys;
}

/** Of the regions of two months at least two thirds are in both. */
function areMostlySame(labels: ReadonlySet<string>, others: readonly string[]): boolean {
  const shared = others.filter((label) => labels.has(label)).length;
  return shared * 3 >= Math.max(labels.size, others.length) * 2;
}
