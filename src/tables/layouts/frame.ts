import {
  columnLetters,
  type CellAddress,
  type Fact,
  type Finding,
  type Gap,
  type IndicatorDefinition,
  type Layout,
  type RangeAddress,
  type TableSummary,
  type TextFact,
} from "../../progress";
import { doubtful, type CellReading } from "../../cells";
import type { HeaderBand } from "../header";
import type { ReadSlot, Slot } from "../../interpret";
import type { ReadByMonth } from "../month-columns";
import type { View } from "../view";
import type { RegionMention } from "./form-regions";
import type { LabelRow, LabelRun } from "./label-run";

const MAX_SAMPLE = 400;

/**
 * A table whose columns are understood and whose cells are not yet read: what every layout is brought to. Nothing
 * after it asks how the table lies on its sheet.
 */
export interface Frame {
  /** Upright, turned on its side, or a form's figures side by side in one row. */
  view: View;
  layout: Layout;
  /** Its regions; of a form or list the one row or first row of its region, not yet named. */
  run: LabelRun;
  band: HeaderBand;
  columns: ReadSlot[];
  lastRow: number;
  /** The whole table on its sheet, title and captions included. */
  range: RangeAddress;
  /** A region's figures are the sums of its rows: a ledger. */
  isSummed: boolean;
  /** The column that tells a region's rows apart: 任务, 完成. */
  roles: number | null;
  /** Where the one region of a form or list may be named, the most telling first; none where rows name their own. */
  mentions: RegionMention[];
  /** The same as of each month, where its columns are of several. */
  byMonth: Omit<ReadByMonth, "columns">;
}

/** What one table says. */
export interface TableReading {
  summary: TableSummary;
  indicators: IndicatorDefinition[];
  facts: Fact[];
  texts: TextFact[];
  gaps: Gap[];
  findings: Finding[];
  /** Indicators of its own whose target or done is said outright. */
  firm: string[];
  /** Regions in the table's order, with the cell that names each. */
  regions: { name: string; cell: CellAddress }[];
}

/** The lowest header cell of a column. */
export function headerCellOf({ view, band, run }: Pick<Frame, "view" | "band" | "run">, column: number): CellAddress {
  return view.address(band.rows.at(-1) ?? run.rows[0]?.row ?? 0, column);
}

/** The region that a form or list was found to be of. */
export interface ChosenMention {
  mention: RegionMention;
  /** It is the city's own: its figures are totals. */
  whole: boolean;
}

/** The same form or list with its region named, the likeliest where none was chosen; a table of several as it is. */
export function withRegion(frame: Frame, chosen: ChosenMention | undefined): Frame {
  const mention = chosen?.mention ?? frame.mentions[0];
  if (!mention) return frame;
  const kind = chosen?.whole && !frame.isSummed ? ("total" as const) : ("region" as const);
  const rows = frame.run.rows.map((row) => (row.kind === "region" ? { ...row, label: mention.name, kind, cell: (frame.isSummed ? null : mention.cell) ?? row.cell } : row));
  return { ...frame, run: { ...frame.run, rows } };
}

/** Rows by which a column's content is judged: all of them, or some hundreds spread over a long table. */
export function sampleRows({ rows, end }: { rows: readonly Pick<LabelRow, "row">[]; end: number }): number[] {
  const first = rows[0]?.row ?? 0;
  const count = Math.min(end - first + 1, MAX_SAMPLE);
  return Array.from({ length: count }, (_, index) => first + Math.floor((index * (end - first + 1)) / count));
}

/** How many of some cells hold figures, words, and what only looks like a figure (约300, a date). */
export function contentOf(cells: readonly { row: number; column: number }[], view: View): Pick<Slot, "numbers" | "words" | "doubtful" | "cells"> {
  const content = { numbers: 0, words: 0, doubtful: 0, cells: [] as CellReading[] };
  for (const { row, column } of cells) {
    const reading = view.reading(row, column);
    content.cells.push(reading);
    if (reading.kind === "number" || reading.kind === "error") content.numbers++;
    else if (reading.kind === "unreadable" && doubtful(view.value(row, column))) content.doubtful++;
    else if (reading.kind === "unreadable") content.words++;
  }
  return content;
}

/** F列 of an upright table, 第5行 of one on its side. */
export function placeName(view: View, layout: Layout, column: number): string {
  const { row, column: at } = view.address(0, column);
  return layout === "transposed" ? `第${row + 1}行` : `${columnLetters(at)}列`;
}
