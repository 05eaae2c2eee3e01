import { cellName, overlaps, type RangeAddress, type Steps } from "../../progress";
import { unitOf, yearIn } from "../cells";
import { headerPath, readHeaderBand } from "../header";
import { interpret, roleSaid, type Slot } from "../interpret";
import { NO_MONTHS } from "../month-columns";
import { isBlankRow, occupiedColumns, sideBySide, type View } from "../view";
import { contentOf, type Frame } from "./frame";
import { regionMentions } from "./form-regions";
import { MAX_FORM_ROWS, rowsUnderRoles, type FigurePlace, type FoundBlock } from "./form-blocks";
import type { KnowsRegion } from "./label-run";

/** Rows between two points where the work may pause. */
const STEP = 100;

/**
 * Finds forms of one region: one a sheet, or several under one another. Three kinds: indicators down with
 * target and done across; labels each with its figure beside; one row of figures under a header without regions.
 * @param taken what tables with regions of their own hold of the sheet: no form stands in their rows
 */
export function* findForms(view: View, taken: readonly RangeAddress[], knows: KnowsRegion, year: number | null): Steps<Frame[]> {
  const forms: Frame[] = [];
  let floor = -1;
  /** Rows up to here belong to a list of labels that is too long for a form. */
  let listed = -1;
  for (let row = 0; row < view.rowCount; row++) {
    if (row % STEP === 0) yield;
    const line = view.range(row, 0, 1, view.columnCount);
    const table = taken.find((range) => overlaps(range, line));
    if (table) {
      floor = row = table.row + table.rowCount - 1 - view.address(0, 0).row;
      continue;
    }
    if (row > listed) listed = endOfLongList(view, row);
    const block = rowsUnderRoles(view, row) ?? (row <= listed ? null : figuresBesideLabels(view, row)) ?? rowUnderHeader(view, row, floor);
    const form = block && formOf(view, block, floor, knows, year);
    if (!form) continue;
    forms.push(form);
    floor = row = block.lastRow;
  }
  return forms;
}

/** A form as a table of one region: its figures side by side, each with the header that its labels make. */
function formOf(view: View, { headerRow, lastRow, places }: FoundBlock, floor: number, knows: KnowsRegion, year: number | null): Frame | null {
  const top = headerRow ?? places[0]?.row ?? 0;
  const span = occupiedColumns(view, top, lastRow);
  const band = readHeaderBand(view, places[0]?.row ?? top, floor, span);
  const cells = places.map(({ row, at }) => ({ row, column: at }));
  const figures = sideBySide(view, cells, top);
  const drafts = places.map(({ path }, column): Slot => ({ column, path, ...contentOf([{ row: 1, column }], figures) }));
  const around = { titles: band.titles, sheet: view.sheet, year: yearIn(band.title ?? "") ?? year, placeName: (column: number) => cellName(figures.address(1, column)) };
  const columns = interpret(drafts, around).filter(({ meaning }) => meaning !== null);
  const mentions = regionMentions(view, top, floor + 1, lastRow, knows);
  if (mentions.length === 0 || columns.every(({ meaning }) => meaning?.kind === "note")) return null;
  return {
    view: figures,
    layout: "perRegion",
    run: { column: NOT_AMONG_THEM, rows: [{ row: 1, label: view.sheet, kind: "region", cell: view.address(top, span.first) }], end: 1, headed: true, mixed: false },
    band: { ...band, rows: headerRow === null ? [] : [0] },
    columns,
    lastRow: 1,
    range: view.range(band.top, span.first, lastRow - band.top + 1, span.last - span.first + 1),
    isSummed: false,
    roles: null,
    mentions,
    byMonth: NO_MONTHS,
  };
}

/** The region's name stands anywhere about a form, and in none of its columns. */
const NOT_AMONG_THEM = -1;

/** The last row from which a list of labelled figures goes on for more rows than a form has; before `first` where none begins. */
function endOfLongList(view: View, first: number): number {
  let row = first;
  while (row < view.rowCount && !isBlankRow(view, row)) {
    const { places, open } = labelledFigures(view, row);
    if (places.length === 0 && !open) break;
    row++;
  }
  return row - first > MAX_FORM_ROWS ? row - MAX_FORM_ROWS : first - 1;
}

/** Labels that say indicator and role, each with its figure beside: 棚改目标任务 | 1700 | 已开工 | 0. */
function figuresBesideLabels(view: View, first: number): FoundBlock | null {
  if (labelledFigures(view, first).places.length === 0) return null;
  const places: FigurePlace[] = [];
  const blanks: Omit<FigurePlace, "at">[] = [];
  let lastRow = first;
  for (let row = first; row < view.rowCount && !isBlankRow(view, row); row++) {
    const found = labelledFigures(view, row);
    if (found.places.length === 0 && !found.open) break;
    if (row - first > MAX_FORM_ROWS) return null;
    places.push(...found.places);
    if (found.open) blanks.push({ row, path: found.open });
    lastRow = row;
  }
  const [usual] = mostFrequent(places.map(({ at }) => at));
  if (usual !== undefined) places.push(...blanks.map((blank) => ({ ...blank, at: usual })));
  places.sort((a, b) => a.row - b.row || a.at - b.at);
  const targets = places.some(({ path }) => path.some((text) => roleSaid(text)?.role === "target"));
  return places.length >= 2 && targets ? { headerRow: null, lastRow, places } : null;
}

/** The figures of a row with their labels, and the label that has none. */
function labelledFigures(view: View, row: number): { places: FigurePlace[]; open: string[] | null } {
  const places: FigurePlace[] = [];
  let group: string[] = [];
  let label: string | null = null;
  const path = () => [...group.filter((name) => name !== label), ...(label === null ? [] : [label])];
  const speaks = () => path().some((name) => ["target", "done", "rate"].includes(roleSaid(name)?.role ?? ""));
  for (let column = 0; column < view.columnCount; column++) {
    const text = view.spreadText(row, column);
    const { kind } = view.reading(row, column);
    if (kind === "unreadable" && text !== "") {
      if (label !== null && places.length === 0 && text !== label) group = [...group, label];
      if (unitOf(text)) group = [...group, `(${text})`];
      else label = text;
    } else if (label !== null && speaks() && (kind === "number" || kind === "error")) {
      places.push({ row, at: column, path: path() });
      label = null;
    }
  }
  return { places, open: label !== null && places.length === 0 && speaks() ? path() : null };
}

function mostFrequent(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

/** One row of figures under a header that names indicators, with no region before it. */
function rowUnderHeader(view: View, row: number, floor: number): FoundBlock | null {
  const span = occupiedColumns(view, row, row);
  let numbers = 0;
  for (let column = span.first; column <= span.last; column++) if (view.reading(row, column).kind === "number") numbers++;
  if (numbers < 2 || (row + 1 < view.rowCount && contentOf([...Array(view.columnCount).keys()].map((column) => ({ row: row + 1, column })), view).numbers > 1)) return null;
  const band = readHeaderBand(view, row, floor, span);
  if (band.rows.length === 0) return null;
  const places: FigurePlace[] = [];
  for (let at = span.first; at <= span.last; at++) {
    const path = headerPath(view, band, at, span.first);
    if (path.length > 0) places.push({ row, at, path });
  }
  return { headerRow: band.rows.at(-1) ?? row, lastRow: row, places };
}
