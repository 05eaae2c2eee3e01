import { NOTICE_STYLES } from "../attachments";
import { cellInput } from "./cell-input";
import { haveRules, queueCellsBefore, type CellsBefore } from "./cells-before";
import { applyStyle } from "./fill-sheet";
import { keptBy, queueForgetting, queueUndo, queueUndoBack, type HistoryChange } from "./history";
import { queueKept, queueKeptBack, type KeptContents } from "./kept-data";
import { putBack } from "./put-back";
import { rowsOf } from "./selected-place";
import { stepOf, type Step } from "./step";
import type { WorkbookState } from "./workbook-state";

/**
 * Applies steps that are of cells of the staff's: paragraphs go into them, each merged over the columns of the place and
 * as many rows as it needs, or the cells become what they were. One round trip for the former; two for the latter, and
 * one more where looks have to be set. A failure leaves the cells as they were, or is finished.
 * @param undo the inverse
 */
export async function applyCells(context: Excel.RequestContext, state: WorkbookState, steps: readonly Step[], undo: readonly Step[], past: HistoryChange): Promise<void> {
  const kept: Partial<KeptContents> = { ...keptBy(steps), history: past.history };
  const [paragraphs, cells] = [stepOf(steps, "paragraphs"), stepOf(steps, "cells")];
  if (cells) {
    const apply = () =>
      putCells(context, cells.before, () => {
        queueKept(context, state, kept);
        queueForgetting(context, past);
      });
    // Half of it is neither: it is finished.
    await apply().catch((error: unknown) => putBack(error, apply));
  }
  if (!paragraphs) return;
  queueParagraphs(context, paragraphs);
  queueUndo(context, past);
  queueKept(context, state, kept);
  try {
    await context.sync();
  } catch (error) {
    const before = stepOf(undo, "cells")?.before;
    await putBack(error, async () => {
      const queueRest = () => {
        queueKeptBack(context, state, kept);
        queueUndoBack(context, past);
      };
      if (before) await putCells(context, before, queueRest);
    });
    throw error;
  }
}

/** Makes cells what they were. @param queueRest queues what belongs to the same write */
async function putCells(context: Excel.RequestContext, before: CellsBefore, queueRest: () => void): Promise<void> {
  const queueLooks = queueCellsBefore(context, before, await haveRules(context, before));
  queueRest();
  await context.sync();
  if (queueLooks()) await context.sync();
}

function queueParagraphs(context: Excel.RequestContext, { sheet: name, row: top, column, columnCount, rows: paragraphs }: Extract<Step, { kind: "paragraphs" }>): void {
  const sheet = context.workbook.worksheets.getItem(name);
  const rowCount = rowsOf(paragraphs);
  const values = Array.from({ length: rowCount }, () => [""]);
  for (const { row, text } of paragraphs) values[row] = [cellInput(text)];
  sheet.getRangeByIndexes(top, column, rowCount, 1).values = values;
  for (const { row, rowCount: rows, height, kind } of paragraphs) {
    const block = { rowCount: rows, columnCount };
    const cells = sheet.getRangeByIndexes(top + row, column, rows, columnCount);
    if (rows * columnCount > 1) cells.merge(false);
    applyStyle(cells, block, NOTICE_STYLES[kind]);
    cells.format.rowHeight = height;
  }
}
