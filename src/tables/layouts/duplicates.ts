import { finding, type Finding } from "../../progress";
import { compact } from "../cells";
import type { ReadColumn } from "../header";
import type { RegionNames } from "../regions";
import type { Candidate } from "./candidate";

/** A row of a table with the region it is for. */
export interface RegionRow {
  row: number;
  /** Canonical; null for a total row. */
  region: string | null;
  /** The label as typed: what a formula looks the row up by. */
  label: string;
  /** false: listed, but its figures enter nothing. */
  counts: boolean;
}

/**
 * Names the rows of a table by region. A region that stands twice is a finding: equal rows count once,
 * differing rows count not at all. Rows of averages are left out.
 */
export function withoutDuplicates(
  candidate: Candidate,
  columns: readonly ReadColumn[],
  names: RegionNames,
): { rows: RegionRow[]; findings: Finding[] } {
  const { view, run } = candidate;
  const rows: RegionRow[] = [];
  const findings: Finding[] = [];
  const byRegion = new Map<string, number[]>();
  for (const { row, label, kind } of run.rows) {
    if (kind === "average") continue;
    if (kind === "total") {
      rows.push({ row, region: null, label, counts: true });
      continue;
    }
    const region = names.canonical(label);
    const known = byRegion.get(region);
    if (known) known.push(row);
    else {
      byRegion.set(region, [row]);
      rows.push({ row, region, label, counts: true });
    }
  }
  for (const [region, twice] of byRegion) {
    if (twice.length < 2) continue;
    const content = (row: number) => columns.map(({ column }) => compact(view.value(row, column))).join("\u0001");
    const equal = new Set(twice.map(content)).size === 1;
    if (!equal) for (const row of rows) if (row.region === region) row.counts = false;
    findings.push(
      finding(
        "duplicate-region",
        twice.map((row) => view.address(row, run.column)),
        `${region}在“${view.sheet}”的表里出现 ${twice.length} 次，${equal ? "各行相同，只计一次" : "各行不同，均未计入，请核对"}`,
        `${region} stands ${twice.length} times in the table on “${view.sheet}”; ${equal ? "equal rows count once" : "differing rows are left out"}`,
      ),
    );
  }
  return { rows, findings };
}
