import { senseOf, wordsIn } from "../lexicon";
import { endOfMonth, isoDate, type IsoDate, type UnreadBlock } from "../progress";
import { findAsOf, findTitleYear, statedDay } from "./as-of";
import { compact } from "../cells";
import { withoutNumbers } from "./corrections";
import type { FoundTable } from "./find-tables";
import { monthIn } from "./month-columns";
import { hasAllOf, indicatorsIn, sameTableKeys } from "./same-tables";

/** What is read of a workbook that keeps several months, and what stands beside it. */
interface ChosenMonths {
  tables: FoundTable[];
  /** The day of the tables that are read, where the workbook has several. */
  day: IsoDate | null;
  /** The other months, oldest first: the same as the tables that are read, as of another day. */
  months: { asOf: IsoDate; tables: FoundTable[] }[];
  unread: UnreadBlock[];
}

/** A table as of one day. */
interface Dated {
  table: FoundTable;
  date: IsoDate | null;
  isHidden: boolean;
  /** The days of all tables that say the same of the same regions, earliest first. */
  days: IsoDate[];
  /** The one of them that is read. */
  chosen: IsoDate | null;
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
  const dated = datedTables(tables.filter((table) => !former.includes(table)), hidden, asOf);
  const several = dated.filter(({ days, chosen }) => days.length > 1 || (days.length === 1 && chosen === null));
  const days = daysIn(several);
  // What is of no day is read beside any; progress among it beside the newest alone.
  const isUndated = ({ table, date }: Dated, isBesideNewest: boolean) => date === null && (isBesideNewest || indicatorsIn(table).size === 0);
  const isOfNewest = several.every((one) => one.chosen === one.days.at(-1));
  const isRead = (one: Dated) => isUndated(one, isOfNewest) || (one.date !== null && one.date === one.chosen);
  const day = daysIn(several.filter(isRead)).at(-1) ?? null;
  const months = days.filter((other) => other !== day).map((other) => {
    const own = several.filter((one) => one.date !== null && one.date === newestBy(one.days, other));
    const beside = dated.filter((one) => isUndated(one, other === days.at(-1)));
    return { asOf: other, tables: [...own, ...beside].map(({ table }) => table) };
  });
  const left = dated.filter((one) => one.date !== null && !one.isHidden && !isRead(one));
  return {
    tables: dated.filter(isRead).map(({ table }) => table),
    day,
    months,
    unread: [...former.map((table) => ({ table, date: null })), ...left].flatMap(({ table, date }) => unreadOf(table, date)),
  };
}

/** 2023年(上年), 去年: a sheet kept for comparison. */
function isOfFormerYear({ sheet }: FoundTable): boolean {
  return wordsIn(compact(sheet)).some((token) => senseOf(token, "period")?.value === "lastYear");
}

/** The whole table of another month; of one with months side by side other columns are read. */
function unreadOf({ sheet, range, day }: FoundTable, date: IsoDate | null): UnreadBlock[] {
  return day ? [] : [{ sheet, range, reason: "earlier", ...(date === null ? {} : { asOf: date }) }];
}

function daysIn(dated: readonly Pick<Dated, "date">[]): IsoDate[] {
  return [...new Set(dated.flatMap(({ date }) => date ?? []))].sort();
}

function newestBy(days: readonly IsoDate[], day: IsoDate): IsoDate | null {
  return days.filter((one) => one <= day).at(-1) ?? null;
}

/** Each table as of each of its days: one, or the months that its columns are of; with the days of those that say the same. */
function datedTables(tables: readonly FoundTable[], hidden: readonly FoundTable[], asOf: IsoDate | null): Dated[] {
  const all = [...tables, ...hidden];
  const own = ownDays(all);
  const keys = sameTableKeys(all, own);
  const dated = all.flatMap((table, at) => {
    const months = table.frame.mentions.length > 0 ? [] : monthsThatCame(table);
    const asOfDays = months.length > 0 ? months : [{ table, date: own.get(table) ?? null }];
    return asOfDays.map((one) => ({ ...one, key: keys.get(table), isHidden: at >= tables.length }));
  });
  const shown = dated.filter(({ isHidden }) => !isHidden);
  // A sheet made ready for a month to come, its figures still blank, is none of the months where another has figures.
  const filled = new Set(shown.filter(({ table, date }) => date !== null && hasDone(table)).map(({ key }) => key));
  const came = shown.filter(({ table, date, key }) => date === null || !filled.has(key) || hasDone(table) || table.day !== undefined);
  // A hidden sheet is a month only of a table that states its own day.
  const known = new Set(came.flatMap(({ key, date }) => (date === null ? [] : [key])));
  const kept = [...came, ...dated.filter(({ isHidden, date, key }) => isHidden && date !== null && known.has(key))];
  const isKnown = asOf !== null && kept.some(({ date }) => date !== null && date <= asOf);
  return kept.map((one) => {
    const alike = kept.filter(({ key }) => key === one.key);
    const days = daysIn(alike);
    // What is of a later day alone is not read beside what is of the day asked for.
    const asked = asOf === null ? null : (newestBy(days, asOf) ?? (isKnown ? null : (days.at(-1) ?? null)));
    return { ...one, days, chosen: asOf === null ? (daysIn(alike.filter(({ isHidden }) => !isHidden)).at(-1) ?? null) : asked };
  });
}

/** Whether something was done: a figure other than 0 in a column of what was done. */
function hasDone({ frame: { columns } }: FoundTable): boolean {
  return columns.some(({ meaning, cells }) => meaning?.kind === "done" && cells.some((cell) => cell.kind === "number" && cell.value !== 0));
}

/**
 * The day of each table with one: its own, the only one that the tables of its sheet state, or the end of the month that
 * its sheet is called after, where another such sheet states a later day. Forms and tables by month have none of their own.
 */
function ownDays(tables: readonly FoundTable[]): Map<FoundTable, IsoDate> {
  const stated = tables.flatMap((table) => {
    const date = findAsOf([table])?.date;
    return date === undefined ? [] : [{ table, date }];
  });
  const ofSheets = new Map([...new Set(tables.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const [day, ...others] = daysIn(stated.filter(({ table }) => table.sheet === sheet));
    return day === undefined || others.length > 0 ? [] : [[sheet, day] as const];
  }));
  const own = tables.filter(({ frame, months }) => frame.mentions.length === 0 && months.length === 0);
  return new Map(own.flatMap((table) => {
    const date = stated.find((one) => one.table === table)?.date ?? ofSheets.get(table.sheet) ?? monthOfSheet(table.sheet, ofSheets);
    return date === null ? [] : [[table, date] as const];
  }));
}

/** 8月 beside 9月, which states its day. */
function monthOfSheet(sheet: string, ofSheets: ReadonlyMap<string, IsoDate>): IsoDate | null {
  const month = monthIn(compact(sheet))?.month;
  const alike = [...ofSheets].filter(([other]) => withoutNumbers(other) === withoutNumbers(sheet)).map(([, day]) => day);
  const latest = alike.sort().at(-1);
  const day = month === undefined || latest === undefined ? null : endOfMonth(Number(latest.slice(0, 4)), month);
  return day !== null && latest !== undefined && day < latest ? day : null;
}

/**
 * A table as of each of its months that have come: of the month's end, or the day that the table states where that lies
 * in it. What stands beyond that day is still to come.
 * @returns none where nothing names the year
 */
function monthsThatCame(found: FoundTable): { table: FoundTable; date: IsoDate }[] {
  if (found.months.length === 0) return [];
  const stated = statedDay(found);
  const year = findTitleYear([found]) ?? (stated ? Number(stated.date.slice(0, 4)) : null);
  return found.months.flatMap(({ when, header, table }) => {
    const of = when.year ?? year;
    const end = of === null ? null : when.day === null ? endOfMonth(of, when.month) : isoDate(of, when.month, when.day);
    if (end === null) return [];
    const isStated = stated !== null && when.day === null && stated.date.slice(0, 7) === end.slice(0, 7);
    const day = isStated ? stated : { date: end, source: header };
    return stated !== null && day.date > stated.date ? [] : [{ table: { ...table, day }, date: day.date }];
  });
}
