import type { Finding, RangeAddress } from "../progress";
import { a1Range, finding } from "../progress";
import { findCandidates, findForms, findTransposed, isLedger, readCandidate, readForm, readLedger, type Candidate, type Form, type KnowsRegion, type TableReading } from "./layouts";
import type { RegionNames } from "./regions";
import { viewOf } from "./view";
import type { SheetGrid } from "./snapshot";

/** A table found on a sheet, whatever its layout, ready to be read. */
export interface FoundTable {
  sheet: string;
  range: RangeAddress;
  /** Region labels as typed. */
  labels: string[];
  /** The table as `findAsOf` and `findPlace` see it; null for a form. */
  candidate: Candidate | null;
  form: Form | null;
  /** How much of it was understood: regions times columns. */
  weight: number;
  read(index: number, names: RegionNames): TableReading;
}

/**
 * Finds the county tables of a sheet in any layout. Where two readings of the same cells compete, the one that
 * explains more of them is taken.
 */
export function findTables(sheet: SheetGrid, knows: KnowsRegion, year: number | null): { tables: FoundTable[]; findings: Finding[] } {
  const view = viewOf(sheet);
  const upright = findCandidates(view, "wide", knows, year).map(ofCandidate);
  const turned = findTransposed(view, knows, year).map(ofCandidate);
  const forms = findForms(view, knows, year).map(ofForm);
  const all = [...upright, ...turned, ...forms].filter(({ weight }) => weight > 0);
  const tables: FoundTable[] = [];
  const findings: Finding[] = [];
  for (const table of [...all].sort((a, b) => b.weight - a.weight)) {
    const rival = tables.find((taken) => overlaps(taken.range, table.range));
    if (!rival) tables.push(table);
    else if (table.weight === rival.weight) findings.push(ambiguous(rival));
  }
  return { tables: all.filter((table) => tables.includes(table)), findings };
}

function ofCandidate(candidate: Candidate): FoundTable {
  const { view, band, span, run, columns } = candidate;
  const ledger = candidate.layout === "wide" && isLedger(candidate);
  const last = ledger ? run.end : candidate.lastRow;
  const regions = run.rows.filter(({ kind }) => kind === "region");
  const meant = columns.filter(({ meaning }) => meaning !== null && meaning.kind !== "note").length;
  return {
    sheet: view.sheet,
    range: view.range(band.top, span.first, last - band.top + 1, span.last - span.first + 1),
    labels: regions.map(({ label }) => label),
    candidate,
    form: null,
    weight: meant * regions.length,
    read: (index, names) => (ledger ? readLedger : readCandidate)(candidate, index, names),
  };
}

function ofForm(form: Form): FoundTable {
  const { view, band, span } = form;
  return {
    sheet: view.sheet,
    range: view.range(band.top, span.first, form.lastRow - band.top + 1, span.last - span.first + 1),
    labels: [form.region],
    candidate: null,
    form,
    weight: form.entries.length,
    read: (index, names) => readForm(form, index, names),
  };
}

function overlaps(a: RangeAddress, b: RangeAddress): boolean {
  return (
    a.row < b.row + b.rowCount &&
    b.row < a.row + a.rowCount &&
    a.column < b.column + b.columnCount &&
    b.column < a.column + a.columnCount
  );
}

function ambiguous(taken: FoundTable): Finding {
  const layout = taken.read(0, NO_NAMES).summary.layout;
  const names = { wide: "一行一个县", transposed: "一列一个县", perRegion: "一县一表", perIndicator: "一项指标一表", ledger: "项目台账" };
  return finding(
    "ambiguous-table",
    [taken.range],
    `“${taken.sheet}”的 ${a1Range(taken.range)} 可以有两种读法，按“${names[layout]}”读取，请核对`,
    `${a1Range(taken.range)} on “${taken.sheet}” could be read in two ways; it was taken as ${layout}`,
  );
}

const NO_NAMES: RegionNames = { canonical: (label) => label, parent: null, belongs: () => true };
