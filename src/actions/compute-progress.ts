import { highlightName, planHighlights, planProgressSheet } from "../attachments";
import { applySheets, withExcel } from "../excel";
import { afterWriting, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { tracesOf } from "./take-back";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/**
 * 计算进度: writes the sheet 进度计算 and marks the done figures in the staff's tables by status, all in one
 * round trip; a failure leaves neither.
 * @throws EditedByHand where the office has edited the sheet since, unless the settings say what then
 */
export async function computeProgress(reading: Reading, settings: SheetSettings = {}): Promise<Outcome> {
  const { report, state } = reading;
  const isProtected = (sheet: string) => state.sheets.some(({ name, protected: locked }) => name === sheet && locked);
  const highlights = planHighlights(report, settings.threshold);
  const plans = [planProgressSheet(report, wishesOf(reading, "progress", settings))];
  const marks = highlights.filter(({ range }) => !isProtected(range.sheet));
  const sheets = await withExcel((context) => applySheets(context, state, plans, { edited: settings.edited, marks }));
  const skipped = highlights.filter((plan) => !marks.includes(plan)).map(({ range }) => range.sheet);
  return {
    reading: afterWriting(reading, sheets, plans),
    sheets,
    places: marks.map(highlightName),
    skipped: [...new Set(skipped)],
    traces: { ...tracesOf(state, plans), marks },
  };
}
