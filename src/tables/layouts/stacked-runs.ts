import { isBlankRow, type View } from "../view";
import type { LabelRun } from "./label-run";

/** A run under a heading of its own, below a header that it shares with the runs above it. */
export interface Stacked {
  heading: string;
  row: number;
  /** The run that stands right below the shared header. */
  first: LabelRun;
}

/**
 * Regions given again and again under one header, each time below a line that says of what: 一、城镇棚户区改造（套），
 * 二、保障性租赁住房（套）.
 * @param runs in the order of their rows
 * @returns by run; none for a run that has its header to itself
 */
export function stackedRuns(view: View, runs: readonly LabelRun[]): Map<LabelRun, Stacked> {
  const stacked = new Map<LabelRun, Stacked>();
  for (const run of runs) {
    const heading = headingOver(view, run);
    const above = runs.find((other) => other.column === run.column && (other.rows.at(-1)?.row ?? 0) === lastShownBefore(view, heading?.row ?? 0));
    const over = above && headingOver(view, above);
    if (!heading || !above || !over) continue;
    const first = stacked.get(above)?.first ?? above;
    stacked.set(above, { ...over, first });
    stacked.set(run, { ...heading, first });
  }
  return stacked;
}

/** The one text of the row right above a run. */
function headingOver(view: View, run: LabelRun): Omit<Stacked, "first"> | null {
  const row = (run.rows[0]?.row ?? 0) - 1;
  const texts = new Set(Array.from({ length: view.columnCount }, (_, column) => view.spreadText(row, column)).filter((text) => text !== ""));
  const [heading] = texts;
  return heading !== undefined && texts.size === 1 ? { heading, row } : null;
}

function lastShownBefore(view: View, row: number): number {
  let last = row - 1;
  while (last >= 0 && isBlankRow(view, last)) last--;
  return last;
}
