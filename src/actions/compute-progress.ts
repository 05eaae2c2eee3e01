import { highlightName, planHighlights, planProgressSheet } from "../attachments";
import { applySheets, queueHighlights, removeMarks, withExcel } from "../excel";
import { afterWriting, type Outcome } from "./outcome";
import type { Reading } from "./read-report";

/**
 * 计算进度: writes the sheet 进度计算 and marks the done figures in the staff's tables by status, all in one
 * round trip; a failure leaves neither.
 */
export async function computeProgress(reading: Reading): Promise<Outcome> {
  const { report, state } = reading;
  const isProtected = (sheet: string) => state.sheets.some(({ name, protected: locked }) => name === sheet && locked);
  const highlights = planHighlights(report);
  const marks = highlights.filter(({ range }) => !isProtected(range.sheet));
  const sheets = await withExcel((context) =>
    applySheets(context, state, [planProgressSheet(report)], {
      queue: () => queueHighlights(context, state, marks),
      undo: () => removeMarks(context, state),
    }),
  );
  const skipped = highlights.filter((plan) => !marks.includes(plan)).map(({ range }) => range.sheet);
  return {
    reading: afterWriting(reading, sheets),
    sheets,
    places: marks.map(highlightName),
    skipped: [...new Set(skipped)],
  };
}
