import { catalogued } from "../../progress";
import { unitOf } from "../../cells";
import type { FoundTable } from "../find-tables";
import type { ReadSlot } from "../../interpret";
import { bareRegion, type RegionNames } from "../../regions";
import type { Block } from "../snapshot";
import { headersKey, isSameTable, tableKey, withoutNumbers, type ColumnSetting, type Correction, type TableKey } from "./correction";

/** The key of a table before it is read. */
export function keyOfFound({ sheet, range, frame: { mentions, columns } }: FoundTable): TableKey {
  return tableKey({ sheet, labels: mentions.length > 0 ? null : range, columns });
}

/** Whether the user wants a table left alone. */
export function isIgnored(table: FoundTable, corrections: readonly Correction[]): boolean {
  const key = keyOfFound(table);
  return corrections.some((one) => one.kind === "ignore" && isSameTable(one.table, key));
}

/** A table as the user has set it right: what its columns are, and without the rows that are of no region. */
export function corrected(table: FoundTable, corrections: readonly Correction[]): FoundTable {
  const key = keyOfFound(table);
  const own = corrections.flatMap((one) => (one.kind === "column" && isSameTable(one.table, key) ? [one] : []));
  const none = new Set(corrections.flatMap((one) => (one.kind === "region" && one.region === null ? [bareRegion(one.label)] : [])));
  if (own.length === 0 && none.size === 0) return table;
  const { frame } = table;
  const columns = frame.columns.map((column) => own.reduce((set, { header, setting }) => (isSaid(column, header) ? withSetting(set, setting) : set), column));
  const run = none.size === 0 ? frame.run : { ...frame.run, rows: frame.run.rows.filter(({ label }) => !none.has(bareRegion(label))) };
  return { ...table, frame: { ...frame, columns, run } };
}

/** 3月/完成 and 4月/完成 are one header: what is set holds of each when its month is read. */
function isSaid(column: ReadSlot, header: string): boolean {
  return !column.isOfOtherMonth && withoutNumbers(column.header) === withoutNumbers(header);
}

/** What the clerk says leaves nothing to be asked, whatever the evidence. */
function withSetting(column: ReadSlot, { role, indicator, unit, verb }: ColumnSetting): ReadSlot {
  const set: ReadSlot = {
    ...column,
    also: [],
    runnerUp: null,
    why: [role === "otherPeriod" ? "按更正：是另一时期的数" : "按更正读取"],
    isFirm: true,
    verb: verb ?? column.verb,
    unit: (unit === undefined ? null : unitOf(unit)) ?? column.unit,
  };
  if (role === "ignore" || role === "otherPeriod") return { ...set, meaning: null, ignorable: true };
  const known = column.meaning && "indicator" in column.meaning ? column.meaning.indicator : null;
  const id = indicator === undefined ? known : catalogued(indicator) || indicator.startsWith("own:") ? indicator : `own:${indicator}`;
  return id === null ? set : { ...set, meaning: { kind: role, indicator: id }, ignorable: false };
}

/** The regions that the user has named, by the bare label: none of them is unknown. */
export function namedRegions(corrections: readonly Correction[]): Map<string, string> {
  return new Map(corrections.flatMap((one) => (one.kind === "region" && one.region !== null ? [[bareRegion(one.label), one.region] as const] : [])));
}

/** Region names as the user has set them before any other rule. */
export function withNamedRegions(names: RegionNames, named: ReadonlyMap<string, string>): RegionNames {
  return { ...names, canonical: (label) => named.get(bareRegion(label)) ?? names.canonical(label) };
}

/** The ranges that the user has picked on a sheet. */
export function pickedRanges(sheet: string, corrections: readonly Correction[]): { range: Block; headers: string }[] {
  return corrections.flatMap((one) => (one.kind === "range" && withoutNumbers(one.sheet) === withoutNumbers(sheet) ? [{ range: one.range, headers: one.headers }] : []));
}

/** Whether a table found within a picked range is the one that the user picked. */
export function isPicked({ frame }: FoundTable, headers: string): boolean {
  return headers === "" || headersKey(frame.columns.map(({ header }) => header)) === headers;
}
