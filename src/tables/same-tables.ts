import type { IsoDate } from "../progress";
import { headersKey } from "./corrections";
import type { FoundTable } from "./find-tables";

/**
 * The same key for tables with the same headers and regions; from one month to the next a region may come or go. A table
 * of an earlier day has the key of a later one that is about all that it is about, however it is laid out.
 * @param days those of tables with a day of their own
 */
export function sameTableKeys(tables: readonly FoundTable[], days: ReadonlyMap<FoundTable, IsoDate>): Map<FoundTable, string> {
  const keys = keysByHeaders(tables);
  for (const [table, day] of days) {
    const later = [...days].flatMap(([other, itsDay]) => (itsDay > day ? [other] : []));
    if (later.some((other) => keys.get(other) === keys.get(table))) continue;
    const fuller = later.find((other) => hasAllOf(other, table));
    if (fuller) keys.set(table, keys.get(fuller) ?? "");
  }
  return keys;
}

function keysByHeaders(tables: readonly FoundTable[]): Map<FoundTable, string> {
  const firsts: { headers: string; table: FoundTable }[] = [];
  return new Map(tables.map((table) => {
    const { frame, layout, labels, months } = table;
    // The same table of another year may have other months.
    const headers = months.length > 0 ? [...indicatorsIn(table)].sort() : frame.columns.map(({ header }) => header);
    const own = { headers: JSON.stringify([layout, headersKey(headers)]), table };
    const known = firsts.findIndex((first) => first.headers === own.headers && areMostlySame(first.table.labels, labels));
    return [table, String(known >= 0 ? known : firsts.push(own) - 1)];
  }));
}

/** Whether a table is about all that another is about, for mostly the same regions. */
export function hasAllOf(table: FoundTable, other: FoundTable): boolean {
  const [own, others] = [indicatorsIn(table), indicatorsIn(other)];
  return others.size > 0 && [...others].every((indicator) => own.has(indicator)) && areMostlySame(table.labels, other.labels);
}

/** The indicators that a table has figures of. */
export function indicatorsIn({ frame: { columns } }: FoundTable): Set<string> {
  return new Set(columns.flatMap(({ meaning }) => (meaning !== null && "indicator" in meaning ? [meaning.indicator] : [])));
}

/** Of the regions of two months at least two thirds are in both. */
function areMostlySame(labels: readonly string[], others: readonly string[]): boolean {
  const known = new Set(labels);
  const shared = others.filter((label) => known.has(label)).length;
  return shared * 3 >= Math.max(labels.length, others.length) * 2;
}
