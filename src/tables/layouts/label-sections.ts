import { STEP_ROWS, type Steps } from "../../progress";
import type { View } from "../view";
import { firstText, type LabelCells } from "./label-cells";
import type { LabelRow, LabelRun } from "./label-run";

/** The first section stands within so many rows. */
const SECTION_SEARCH = 2000;

/** Region names alone in their rows, the rows of their projects below each: 一、离石区. */
export function* findSections(view: View, cells: LabelCells): Steps<LabelRun[]> {
  const rows: LabelRow[] = [];
  let [end, column] = [-1, -1];
  for (let row = 0; row < view.rowCount && (row < SECTION_SEARCH || rows.length > 0); row++) {
    if (row % STEP_ROWS === 0) yield;
    const at = firstText(view, row);
    if (at < 0) continue;
    const text = view.text(row, at);
    const kind = cells.kindOf(text);
    if ((kind === "region" || (kind === "total" && rows.length > 0)) && cells.isAlone(row, at)) {
      column = at;
      rows.push({ row, label: String(view.value(row, at)), kind });
    } else if (rows.length > 0 && cells.hasFigures(row)) {
      if (kind === "total") rows.push({ row, label: text, kind: "total" });
      end = row;
    }
  }
  return rows.filter(({ kind }) => kind === "region").length < 2 ? [] : [{ column, rows, end, headed: true, mixed: "sections" }];
}
