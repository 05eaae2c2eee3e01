import { finding, type CellAddress, type Finding } from "../../progress";
import type { ReadSlot } from "../../interpret";
import { CITY_RANKS } from "../../lexicon";
import { bareRegion, isCityLevel, isGrandTotal, withoutSubtotal, type RegionNames } from "../../regions";
import type { View } from "../view";
import type { Frame } from "./frame";
import { addingUp, additiveAmong } from "./group-heads";
import type { LabelRow } from "./label-run";

/** A row of a table with the region it is for. */
export interface RegionRow {
  row: number;
  /** Canonical; null for a total row. */
  region: string | null;
  /** The label as typed: what a formula looks the row up by. */
  label: string;
  /** Where the label stands. */
  cell: CellAddress;
  /** false: listed, but its figures enter nothing. */
  counts: boolean;
  /** For the total of some rows only (小计): the regions that it adds up. */
  of?: string[];
}

/**
 * Names the rows of a table by region, its totals and the groups of its subtotals. A region that stands twice is
 * a finding: equal rows count once, differing rows count not at all. Rows of averages and of other periods are left out.
 */
export function regionRows(
  { view, run }: Frame,
  columns: readonly ReadSlot[],
  names: RegionNames,
): { rows: RegionRow[]; findings: Finding[] } {
  const rows: RegionRow[] = [];
  const byRegion = new Map<string, number[]>();
  const named = withTotals(run.rows, names);
  const leftOut = hiddenLeftOut(view, named, columns);
  const labelled = named.filter((row) => !leftOut.includes(row));
  const regionOf = ({ row, label }: Pick<LabelRow, "row" | "label">) => names.canonical(ofItsCity(label, row, named));
  for (const { row, label, kind, cell = view.address(row, run.column) } of labelled) {
    // A hidden 小计 is the clerk's own reckoning, of whatever rows.
    if (kind === "aside" || kind === "part" || (kind === "subtotal" && view.hidden(row))) continue;
    if (kind !== "region") {
      const of = kind === "subtotal" ? whatAddsUp(view, row, groupsAbout(row, labelled), columns).map(regionOf) : null;
      rows.push({ row, region: null, label, cell, counts: true, ...(of ? { of } : {}) });
      continue;
    }
    const region = regionOf({ row, label });
    const known = byRegion.get(region);
    if (known) known.push(row);
    else {
      byRegion.set(region, [row]);
      rows.push({ row, region, label, cell, counts: true });
    }
  }
  const findings = [...byRegion].flatMap(([region, twice]) => {
    if (twice.length < 2) return [];
    const content = (row: number) => columns.map(({ column }) => view.text(row, column)).join("\u0001");
    const equal = new Set(twice.map(content)).size === 1;
    if (!equal) for (const row of rows) if (row.region === region) row.counts = false;
    return [
      finding(
        "duplicate-region",
        twice.map((row) => view.address(row, run.column)),
        `${region}在“${view.sheet}”的表里出现 ${twice.length} 次，${equal ? "各行相同，只计一次" : "各行不同，均未计入，请核对"}`,
        `${region} stands ${twice.length} times in the table on “${view.sheet}”; ${equal ? "equal rows count once" : "differing rows are left out"}`,
      ),
    ];
  });
  return { rows, findings: [...findings, ...leftOut.map(({ row, label }) => notCounted(view.address(row, run.column), label))] };
}

/** 市本级 under 广元市小计, where other cities have theirs in the same table: 广元市本级. */
function ofItsCity(label: string, at: number, rows: readonly LabelRow[]): string {
  if (!isCityLevel(bareRegion(label)) || rows.filter((other) => other.kind === "region" && other.label === label).length < 2) return label;
  const head = rows.filter(({ row, kind }) => kind === "subtotal" && row < at).at(-1);
  const city = head ? bareRegion(withoutSubtotal(head.label)) : "";
  return CITY_RANKS.some((rank) => city.endsWith(rank) && label.startsWith(rank)) ? `${city}${label.slice(1)}` : label;
}

/** Hidden rows that the stated total leaves out, as its own figures show: of a town that is no more, kept from an earlier month. */
function hiddenLeftOut(view: View, rows: readonly LabelRow[], columns: readonly ReadSlot[]): LabelRow[] {
  const regions = rows.filter(({ kind }) => kind === "region");
  const hidden = regions.filter(({ row }) => view.hidden(row));
  const total = rows.find(({ kind }) => kind === "total");
  if (hidden.length === 0 || !total) return [];
  const amounts = additiveAmong(columns);
  const adding = (some: readonly LabelRow[]) => addingUp(view, total.row, some.map(({ row }) => row), amounts);
  const [all, shown] = [adding(regions), adding(regions.filter((row) => !hidden.includes(row)))];
  return shown.adds > all.adds && shown.adds > shown.misses ? hidden : [];
}

function notCounted(cell: CellAddress, label: string): Finding {
  return finding("hidden-source", [cell], `${label}所在的行是隐藏的，合计也没有计入它，未使用；如需计入请先取消隐藏并核对合计`, `The row of ${label} is hidden and the total leaves it out; it is not used`);
}

/**
 * Which rows are totals: the city's own name stands for its total; 合计 of groups beside 总计 are subtotals; a
 * 小计 alone at either end is the total.
 */
function withTotals(rows: readonly LabelRow[], names: RegionNames): LabelRow[] {
  const named = rows.map((row) => (row.kind === "region" && names.isWhole(row.label) ? { ...row, kind: "total" as const } : row));
  const totals = named.filter(({ kind }) => kind === "total");
  const grand = totals.filter(({ label }) => isGrandTotal(label) || names.isWhole(label));
  const subtotals = named.filter(({ kind }) => kind === "subtotal");
  const [only] = subtotals;
  return named.map((row): LabelRow => {
    if (row.kind === "total" && totals.length > 1 && grand.length === 1 && !grand.includes(row)) return { ...row, kind: "subtotal" };
    const atEnd = row === named[0] || row === named.at(-1);
    return row === only && totals.length === 0 && subtotals.length === 1 && atEnd ? { ...row, kind: "total" } : row;
  });
}

/** The regions that a subtotal may be of, nearest first: above it up to the next subtotal, or below; those on the side where groups mostly stand first. */
function groupsAbout(at: number, rows: readonly LabelRow[]): LabelRow[][] {
  const parts = rows.filter(({ kind }) => kind === "region" || kind === "subtotal");
  const start = parts.findIndex(({ row }) => row === at);
  const until = (side: readonly LabelRow[]) => side.slice(0, [...side.map(({ kind }) => kind), "subtotal"].indexOf("subtotal"));
  const [above, below] = [until(parts.slice(0, start).reverse()), until(parts.slice(start + 1))];
  return parts[0]?.kind === "subtotal" ? [below, above] : [above, below];
}

/** 三、永城市 after the counties of 县小计 is in no group: of a group the part next to its head that adds up, all of the likelier where none does. */
function whatAddsUp(view: View, head: number, groups: readonly LabelRow[][], columns: readonly ReadSlot[]): LabelRow[] {
  const amounts = additiveAmong(columns);
  const isWhole = (part: readonly LabelRow[]) => {
    const { adds, misses } = addingUp(view, head, part.map(({ row }) => row), amounts);
    return adds > 0 && misses === 0;
  };
  const parts = groups.flatMap((group) => group.map((_, left) => group.slice(0, group.length - left)));
  return parts.find((part) => part.length >= LEAST_MEMBERS && isWhole(part)) ?? groups.find((group) => group.length > 0) ?? [];
}

const LEAST_MEMBERS = 2;
