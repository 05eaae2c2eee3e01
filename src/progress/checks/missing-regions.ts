import { finding, type Finding } from "../findings";
import type { Records, TableSummary } from "../records";

/** missing-region: a table without a region that the workbook's other tables, or the national list, have. */
export function missingRegions(records: Records): Finding[] {
  return groupsOf(records.tables).flatMap((indexes) => {
    const present = new Set(
      [...records.facts, ...records.gaps, ...records.texts]
        .filter((item) => indexes.includes(item.table))
        .map((item) => item.region),
    );
    if (![...present].some((name) => name !== null)) return [];
    const tables = indexes.flatMap((index) => records.tables[index] ?? []);
    const known = [...records.regions.map(({ name }) => name), ...tables.flatMap(({ listed }) => listed ?? [])];
    const missing = [...new Set(known)].filter((name) => !present.has(name));
    if (missing.length === 0) return [];
    const sheets = [...new Set(tables.map(({ sheet }) => `“${sheet}”`))];
    return [
      finding(
        "missing-region",
        tables.map(({ labels, range }) => labels ?? range),
        `${sheets.slice(0, 3).join("、")}${sheets.length > 3 ? "等" : ""}的表里没有${missing.join("、")}，请核对是否漏报`,
        `The table on ${sheets.join(", ")} lacks ${missing.join(", ")}`,
      ),
    ];
  });
}

/** Tables that make one: forms of one region each; parts of a table with the same columns on one sheet. */
export function groupsOf(tables: readonly TableSummary[]): number[][] {
  const groups = new Map<string, number[]>();
  tables.forEach((table, index) => {
    const group = groups.get(groupKey(table)) ?? [];
    groups.set(groupKey(table), [...group, index]);
  });
  return [...groups.values()];
}

/** The same for tables that are parts of one. */
export function groupKey({ layout, labels, sheet, columns }: TableSummary): string {
  if (layout === "perRegion" || labels === null) return "of one region each";
  return [layout, sheet, ...columns.filter(({ meaning }) => meaning !== null).map(({ header }) => header)].join("\u0001");
}
