import { cellName, finding, type Finding, type IsoDate, type UnreadBlock } from "../progress";
import { dateOfTable } from "./as-of";
import type { FoundTable } from "./find-tables";

/**
 * Of tables that say the same of the same regions as of different days (1月, 2月, …) only the latest is read: the
 * earlier ones are no second source of the same figures.
 */
export function withoutEarlierMonths(tables: readonly FoundTable[]): { tables: FoundTable[]; findings: Finding[]; unread: UnreadBlock[] } {
  const latest = new Map<string, { table: FoundTable; date: IsoDate }>();
  const dated = tables.map((table) => ({ table, date: dateOfTable(table)?.date ?? null, key: sameTableKey(table) }));
  for (const { table, date, key } of dated) {
    const known = latest.get(key);
    if (date !== null && table.mentions.length === 0 && (!known || date > known.date)) latest.set(key, { table, date });
  }
  const findings: Finding[] = [];
  const unread: UnreadBlock[] = [];
  const kept = dated.filter(({ table, date, key }) => {
    const newest = latest.get(key);
    if (date === null || !newest || newest.date <= date || table.mentions.length > 0) return true;
    unread.push({ sheet: table.sheet, range: table.range, reason: "earlier", asOf: date });
    findings.push(
      finding(
        "ambiguous-table",
        [table.range],
        `${cellName(table.range)} 与 ${cellName(newest.table.range)} 是同一张表的不同时期（${date}、${newest.date}），只计算较晚的一张`,
        `${cellName(table.range)} and ${cellName(newest.table.range)} are the same table as of ${date} and ${newest.date}; only the later is used`,
      ),
    );
    return false;
  });
  return { tables: kept.map(({ table }) => table), findings, unread };
}

/** The same for tables with the same headers and regions. */
function sameTableKey({ candidate, labels, layout }: FoundTable): string {
  return JSON.stringify([layout, candidate?.columns.map(({ header }) => header.replace(/\d+/g, "")), [...labels].sort()]);
}
