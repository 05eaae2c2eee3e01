import { catalogued } from "../../progress";
import { unitOf } from "../cells";
import { foundColumns, type FoundTable } from "../find-tables";
import type { ReadSlot } from "../interpret";
import { bareRegion, type RegionNames } from "../regions";
import type { Block } from "../snapshot";
import { headersKey, isSameTable, tableKey, withoutNumbers, type ColumnSetting, type Correction, type TableKey } from "./correction";

/** The key of a table before it is read. */
function keyOfFound(table: FoundTable): TableKey {
  const { sheet, range, mentions } = table;
  return tableKey({ sheet, labels: mentions.length > 0 ? null : range, columns: foundColumns(table) });
}

/** Whether the user wants a table left alone. */
export function isIgnored(table: FoundTable, corrections: readonly Correction[]): boolean {
  const key = keyOfFound(table);
  return corrections.some((one) => one.kind === "ignore" && isSameTable(one.table, key));
}

/** Sets a table's columns as the user has set them; a table's key is taken before. */
export function setColumns(table: FoundTable, corrections: readonly Correction[]): void {
  const key = keyOfFound(table);
  const columns = foundColumns(table);
  for (const correction of corrections) {
    if (correction.kind !== "column" || !isSameTable(correction.table, key)) continue;
    for (const column of columns) {
      // 3月/完成 and 4月/完成 are one header: what is set holds of each when its month is read.
      if (!column.isOfOtherMonth && withoutNumbers(column.header) === withoutNumbers(correction.header))
        setColumn(column, correction.setting);
    }
  }
}

function setColumn(column: ReadSlot, { role, indicator, unit, verb }: ColumnSetting): void {
  // What the clerk says leaves nothing to be asked, whatever the evidence.
  column.also = [];
  column.runnerUp = null;
  column.why = ["按更正读取"];
  column.isFirm = true;
  if (verb !== undefined) column.verb = verb;
  if (unit !== undefined) column.unit = unitOf(unit) ?? column.unit;
  if (role === "ignore") {
    column.meaning = null;
    column.ignorable = true;
    return;
  }
  const known = column.meaning && "indicator" in column.meaning ? column.meaning.indicator : null;
  const id = indicator === undefined ? known : catalogued(indicator) || indicator.startsWith("own:") ? indicator : `own:${indicator}`;
  if (id === null) return;
  column.meaning = { kind: role, indicator: id };
  column.ignorable = false;
}

/** Region names as the user has set them before any other rule. */
export function withNamedRegions(names: RegionNames, corrections: readonly Correction[]): RegionNames {
  const named = new Map(
    corrections.flatMap((one) => (one.kind === "region" && one.region !== null ? [[bareRegion(one.label), one.region] as const] : [])),
  );
  return named.size === 0 ? names : { ...names, canonical: (label) => named.get(bareRegion(label)) ?? names.canonical(label) };
}

/** Regions that the user has named: none of them is unknown. */
export function namedRegions(corrections: readonly Correction[]): Set<string> {
  return new Set(corrections.flatMap((one) => (one.kind === "region" && one.region !== null ? [one.region] : [])));
}

/** Leaves out the rows whose labels the user has said to be no regions. */
export function dropRows({ found }: FoundTable, corrections: readonly Correction[]): void {
  const none = new Set(corrections.flatMap((one) => (one.kind === "region" && one.region === null ? [bareRegion(one.label)] : [])));
  if (found.kind === "form" || none.size === 0) return;
  const { run } = found.candidate;
  run.rows = run.rows.filter(({ label }) => !none.has(bareRegion(label)));
}

/** The ranges that the user has picked on a sheet. */
export function pickedRanges(sheet: string, corrections: readonly Correction[]): { range: Block; headers: string }[] {
  return corrections.flatMap((one) =>
    one.kind === "range" && withoutNumbers(one.sheet) === withoutNumbers(sheet) ? [{ range: one.range, headers: one.headers }] : [],
  );
}

/** Whether a table found within a picked range is the one that the user picked. */
export function isPicked(table: FoundTable, headers: string): boolean {
  return headers === "" || headersKey(foundColumns(table).map(({ header }) => header)) === headers;
}
