import { highlightName, planHighlights, planProgressSheet } from "../attachments";
import { writeSheets } from "../excel";
import { afterWriting, type Outcome } from "./outcome";
import type { Reading } from "./read-report";
import { tracesOf } from "./take-back";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/**
 * 计算进度: writes the sheet 进度计算 and marks the done figures in the staff's tables by status,
 * all in one round trip and the printed page in another; a failure leaves neither.
 * @throws EditedByHand where the office has edited the sheet since, unless the settings say what then
 */
export async function computeProgress(reading: Reading, settings: SheetSettings = {}): Promise<Outcome> {
  const { report, state } = reading;
  const isProtected = (sheet: string) => state.sheets.some(({ name, protected: locked }) => name === sheet && locked);
  // Marks could not be found again there, neither to be renewed nor to be taken back.
  const isUnread = (sheet: string) => state.sheets.some(({ name, rules }) => name === sheet && rules.read === "none");
  const highlights = planHighlights(report, settings.threshold);
  const plans = [planProgressSheet(report, wishesOf(reading, "progress", settings))];
  const marks = highlights.filter(({ range }) => !isProtected(range.sheet) && !isUnread(range.sheet));
  const { sheets, remarks } = await writeSheets(state, plans, { edited: settings.edited, marks });
  const left = highlights.filter((plan) => !marks.includes(plan)).map(({ range }) => range.sheet);
  const [skipped, unread] = [left.filter(isProtected), left.filter((sheet) => !isProtected(sheet))];
  return {
    reading: afterWriting(reading, sheets, plans),
    sheets,
    places: marks.map(highlightName),
    skipped: [...new Set(skipped)],
    remarks: [...remarks, ...(unread.length > 0 ? [{ kind: "not-marked" as const, sheets: [...new Set(unread)] }] : [])],
    traces: { ...tracesOf(state, plans), marks },
  };
}
