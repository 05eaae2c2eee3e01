import { plannedCell, sheetsNamedIn, type SheetKey } from "../attachments";
import type { CellsBefore } from "./cells-before";
import { keptName, markedCell, markOf } from "./ownership";
import { landmarksOf } from "./landmarks";
import { stepsOf, type HandedOver, type Step } from "./step";
import type { Undo } from "./history";
import type { StandingMark } from "./read-marks";
import type { WorkbookState } from "./workbook-state";

/** What stands and was not read with the workbook. */
export interface Standing {
  marks: readonly StandingMark[];
  /** The cells that paragraphs are to go into. */
  cells: CellsBefore | null;
  /** Keys of sheets that stay with the office, so that ours come beside them, in the order of the steps. */
  left: readonly SheetKey[];
}

/** What takes steps back, to be made before they are applied. @param state the workbook as it is */
export function undoOf(steps: readonly Step[], state: WorkbookState, standing: Standing): Undo {
  const inverse = inverseOf(steps, state, standing);
  const named = stepsOf(inverse, "sheet").flatMap(({ cells }) => sheetsNamedIn(cells));
  return { steps: inverse, landmarks: landmarksOf(state.snapshot, [...new Set(named)]) };
}

/**
 * The steps that put back what stands, to be made before others are applied. What cannot be known of is left out: a
 * sheet that an earlier version of the add-in wrote.
 * @param state the workbook as it is
 */
function inverseOf(steps: readonly Step[], state: WorkbookState, standing: Standing): Step[] {
  return steps.flatMap((step): Step[] => {
    switch (step.kind) {
      case "sheet":
      case "noSheet":
        return sheetBefore(step.key, state, standing.left.indexOf(step.key));
      case "marks":
        return [{ kind: "marks", marks: standing.marks.map(({ id: _, ...mark }) => mark) }];
      case "keep":
        return [{ kind: "keep", kept: Object.fromEntries(Object.keys(step.kept).map((field) => [field, state[field as keyof typeof step.kept]])) }];
      case "paragraphs": {
        const texts = Array.from({ length: standing.cells?.block.rowCount ?? 0 }, (_, row) => step.rows.find((one) => one.row === row)?.text ?? "");
        return standing.cells ? [{ kind: "cells", before: standing.cells, texts }] : [];
      }
      case "cells":
        return [];
    }
  });
}

/** @param left which of the sheets it is that stay with the office; below 0: none of them */
function sheetBefore(key: SheetKey, state: WorkbookState, left: number): Step[] {
  const record = state.records[key] ?? null;
  const sheet = state.sheets.find((one) => one.key === key);
  if (!sheet || left >= 0) return [{ kind: "noSheet", key, record, handedOver: sheet ? { kept: keptName(state.keptCount + 1 + left), names: namesOn(sheet.name, key, state) } : null }];
  if (!record?.shape || !sheet.standing) return [];
  const { formulas, keptWidths } = sheet.standing;
  return [{ kind: "sheet", key, record, cells: formulas.map((row) => row.map(plannedCell)), widths: keptWidths }];
}

/** The names that mark a sheet as ours, and its columns. */
function namesOn(sheet: string, key: SheetKey, { names }: WorkbookState): HandedOver["names"] {
  return names.filter(({ name, formula }) => {
    const mark = markOf(name);
    return mark !== null && mark.kind !== "kept" && mark.key === key && markedCell(formula)?.sheet === sheet;
  });
}
