import { decimalsOf } from "../../progress";
import type { ReadSlot } from "../../interpret";
import { looksLikeLower, looksLikeRegion } from "../../regions";
import type { View } from "../view";
import type { LabelRow, LabelRun } from "./label-run";

/** Meanings whose figures add up along the regions. */
const ADDITIVE: ReadonlySet<string> = new Set(["target", "done", "projects"]);

/**
 * Marks the rows that head a group of regions and hold its sums (一类县, 县直单位): told by arithmetic alone, as a
 * group may have any name. They are groups only where they and their members fill the table without a gap, so that
 * no row whose figures happen to equal others' is taken for a sum.
 * @returns the run with those rows as subtotals, or with what stands under regions as their parts; the same run where there are none
 * @example 一类县 395, 章贡区 46, …; 二类县 418, 兴国县 47, … // 一类县 and 二类县 are subtotals
 */
export function withGroupHeads(view: View, run: LabelRun, columns: readonly ReadSlot[]): LabelRun {
  if (run.rows.length > MOST) return run;
  const rows = run.rows.filter(({ kind }) => kind === "region");
  if (rows.length < LEAST) return run;
  const figures = additiveAmong(columns).map((column) => rows.map(({ row }) => valueAt(view, row, column)));
  const whole = figures.filter((column): column is number[] => column.every((value) => value !== null) && column.some((value) => value !== 0));
  const heads = whole.length === 0 ? null : headsOf(whole, rows.length);
  if (heads === null) return run;
  const headRows = new Set<LabelRow>(heads.flatMap((at) => rows[at] ?? []));
  const [ofHeads, ofMembers] = [rows.filter((row) => headRows.has(row)), rows.filter((row) => !headRows.has(row))];
  // 梅江区 over its reservoirs: what a region's row adds up is its own.
  const areRegions = ofHeads.every(({ label }) => looksLikeRegion(label)) && ofMembers.filter(({ label }) => looksLikeRegion(label) || looksLikeLower(label)).length * 2 < ofMembers.length;
  const kind = areRegions ? ("part" as const) : ("subtotal" as const);
  const told = new Set(areRegions ? ofMembers : ofHeads);
  return { ...run, rows: run.rows.map((row) => (told.has(row) ? { ...row, kind } : row)) };
}

/** Two groups of two. */
const LEAST = 6;
/** A table of more rows is a ledger. */
const MOST = 1000;

/** The places of the heads of groups that follow each other without a gap; null where the rows are no such groups. */
function headsOf(columns: readonly (readonly number[])[], count: number): number[] | null {
  const heads: number[] = [];
  let [at, members] = [0, 0];
  while (at < count) {
    const end = groupEnd(columns, at, count);
    if (end === null) return null;
    heads.push(at);
    members = Math.max(members, end - at);
    at = end + 1;
  }
  return heads.length >= 2 && members >= 2 ? heads : null;
}

/** The last member of the group that a row heads; rows of nothing but 0 after it are its own. */
function groupEnd(columns: readonly (readonly number[])[], head: number, count: number): number | null {
  const sums = columns.map(() => 0);
  let end: number | null = null;
  for (let at = head + 1; at < count; at++) {
    if (end !== null && columns.some((column) => column[at] !== 0)) return end;
    columns.forEach((column, index) => (sums[index] = (sums[index] ?? 0) + (column[at] ?? 0)));
    const isSum = columns.every((column, index) => isEqual(sums[index] ?? 0, column[head] ?? 0));
    if (isSum) end = at;
  }
  return end;
}

/** The columns whose figures add up along the regions. */
export function additiveAmong(columns: readonly ReadSlot[]): number[] {
  return columns.filter(({ meaning }) => meaning !== null && ADDITIVE.has(meaning.kind)).map(({ column }) => column);
}

/** In how many of the columns other rows add up to the figure in a head's row, and in how many not. */
export function addingUp(view: View, head: number, rows: readonly number[], columns: readonly number[]): { adds: number; misses: number } {
  const sumOf = (column: number) => rows.reduce((total, row) => total + (valueAt(view, row, column) ?? NaN), 0);
  const adds = columns.filter((column) => isEqual(sumOf(column), valueAt(view, head, column) ?? 0)).length;
  return { adds, misses: columns.length - adds };
}

/** Equal but for what adding binary fractions leaves. */
function isEqual(sum: number, stated: number): boolean {
  return Math.abs(sum - stated) < 0.5 * 10 ** -Math.max(1, decimalsOf(stated) + 1);
}

/** The number in a cell, 0 where it is blank; null for what cannot be added. */
function valueAt(view: View, row: number, column: number): number | null {
  const reading = view.reading(row, column);
  return reading.kind === "number" ? reading.value : reading.kind === "blank" ? 0 : null;
}
