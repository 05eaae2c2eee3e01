import type { IsoDate, UnreadBlock } from "../progress";
import { dateOfTable } from "./as-of";
import { headersKey } from "./corrections";
import type { FoundTable } from "./find-tables";

/** The tables of another month: the same as those that are read, as of another day. */
export interface Month {
  asOf: IsoDate;
  tables: FoundTable[];
}

/** What is read of a workbook that keeps a sheet a month, and what stands beside it. */
export interface ChosenMonths {
  tables: FoundTable[];
  /** The day of the tables that are read, where the workbook has several. */
  day: IsoDate | null;
  /** The other months, oldest first. */
  months: Month[];
  unread: UnreadBlock[];
}

/**
 * Of tables that say the same of the same regions as of different days (1月, 2月, …) one day's are read: the newest,
 * or the newest that is not after the day asked for. The others are months of the same indicators.
 * @param hidden tables on hidden sheets: months where a table that is read has the same headers and regions
 * @param asOf the day asked for; where all are later, the newest is read
 */
export function chooseMonth(tables: readonly FoundTable[], hidden: readonly FoundTable[], asOf: IsoDate | null): ChosenMonths {
  const dated = [...tables, ...hidden].map((table) => ({ table, date: table.mentions.length > 0 ? null : (dateOfTable(table)?.date ?? null), key: sameTableKey(table) }));
  const days = new Map<string, Set<IsoDate>>();
  for (const { date, key } of dated) if (date !== null) days.set(key, (days.get(key) ?? new Set()).add(date));
  const chosen = (key: string): IsoDate | null => {
    const all = [...(days.get(key) ?? [])].sort();
    const shown = dated.flatMap((one) => (one.key === key && one.date !== null && tables.includes(one.table) ? [one.date] : [])).sort();
    // A hidden sheet is a month only of a table that states its own day.
    if (asOf === null || shown.length === 0) return shown.at(-1) ?? null;
    return all.filter((day) => day <= asOf).at(-1) ?? all.at(-1) ?? null;
  };
  const isRead = ({ table, date, key }: (typeof dated)[number]) => (date === null ? tables.includes(table) : chosen(key) === date);
  const others = dated.filter((one) => !isRead(one) && one.date !== null && dated.some((read) => read.key === one.key && isRead(read)));
  const byDay = new Map<IsoDate, FoundTable[]>();
  for (const { table, date } of others) if (date !== null) byDay.set(date, [...(byDay.get(date) ?? []), table]);
  const read = dated.filter(isRead);
  const withOthers = read.filter(({ key }) => (days.get(key)?.size ?? 0) > 1).flatMap(({ date }) => date ?? []);
  return {
    tables: read.map(({ table }) => table),
    day: withOthers.sort().at(-1) ?? null,
    months: [...byDay].sort(([a], [b]) => a.localeCompare(b)).map(([day, of]) => ({ asOf: day, tables: of })),
    unread: others.filter(({ table }) => tables.includes(table)).map(({ table, date }) => ({ sheet: table.sheet, range: table.range, reason: "earlier", ...(date === null ? {} : { asOf: date }) })),
  };
}

/** The same for tables with the same headers and regions. */
function sameTableKey({ candidate, labels, layout }: FoundTable): string {
  return JSON.stringify([layout, headersKey(candidate?.columns.map(({ header }) => header) ?? []), [...labels].sort()]);
}
