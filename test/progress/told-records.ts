import type { CellAddress, Fact, Gap, IndicatorDefinition, Meaning, Records, TableSummary } from "../../src/progress";

/** What one cell says: a figure, or why there is none. */
export type Told = Partial<Pick<Fact, "of" | "decimals" | "table">> & { region: string | null; meaning: Meaning } & ({ value: number } | { gap: Gap["reason"] });

/** Row `index` of a table's sheet: each cell told has its own. */
export function cellAt(table: number, index: number): CellAddress {
  return { sheet: `表${table + 1}`, row: index, column: 1 };
}

/** Records as a workbook's tables would give them: a cell for each thing told, in its order; the regions those named. */
export function recordsOf(told: readonly Told[], more: Partial<Records> = {}): Records {
  const names = [...new Set(told.flatMap(({ region }) => region ?? []))];
  const facts: Fact[] = [];
  const gaps: Gap[] = [];
  told.forEach((one, index) => {
    const { region, meaning, table = 0 } = one;
    const cell = cellAt(table, index);
    const source = { cells: [cell], link: { kind: "cell", cell, scale: 1 } as const };
    if ("gap" in one) gaps.push({ region, meaning, reason: one.gap, source, table });
    else facts.push({ region, meaning, value: one.value, decimals: one.decimals ?? 0, source, table, ...(one.of ? { of: one.of } : {}) });
  });
  const tables = Array.from({ length: Math.max(0, ...told.map(({ table = 0 }) => table)) + 1 }, (_, at) => tableOf(at));
  return {
    asOf: { date: "2021-06-30", source: cellAt(0, 0) },
    titleYear: 2021,
    place: "云中市",
    tables,
    regions: names.map((name) => ({ name, shortName: name, source: cellAt(0, 0) })),
    indicators: [],
    facts,
    texts: [],
    gaps,
    findings: [],
    ...more,
  };
}

export function tableOf(at: number, more: Partial<TableSummary> = {}): TableSummary {
  const sheet = `表${at + 1}`;
  const range = { sheet, row: 0, column: 0, rowCount: 9, columnCount: 4 };
  return { sheet, range, layout: "wide", title: null, labels: range, regionBlocks: [], columns: [], ...more };
}

export const STARTS: IndicatorDefinition = { id: "starts", name: "棚户区改造开工", shortName: "棚改开工", unit: "套", english: "Starts" };

export const target: Meaning = { kind: "target", indicator: "starts" };
export const done: Meaning = { kind: "done", indicator: "starts" };
export const rate: Meaning = { kind: "rate", indicator: "starts" };
