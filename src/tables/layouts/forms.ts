import { cellName, overlaps, type RangeAddress, type Steps } from "../../progress";
import { yearIn } from "../../cells";
import { readHeaderBand } from "../header";
import { interpret, type Slot } from "../../interpret";
import { NO_MONTHS } from "../month-columns";
import { occupiedColumns, sideBySide, type View } from "../view";
import { contentOf, type Frame } from "./frame";
import { regionMentions } from "./form-regions";
import { figuresBesideLabels, rowsUnderRoles, rowUnderHeader, type FoundBlock } from "./form-blocks";
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
  for (let row = 0; row < view.rowCount; row++) {
    if (row % STEP === 0) yield;
    const line = view.range(row, 0, 1, view.columnCount);
    const table = taken.find((range) => overlaps(range, line));
    if (table) {
      floor = row = table.row + table.rowCount - 1 - view.address(0, 0).row;
      continue;
    }
    const block = rowsUnderRoles(view, row) ?? figuresBesideLabels(view, row) ?? rowUnderHeader(view, row, floor);
    const form = block && block.places.length > 0 ? formOf(view, block, floor, knows, year) : null;
    if (form) forms.push(form);
    if (form || block?.places.length === 0) floor = row = block?.lastRow ?? row;
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
