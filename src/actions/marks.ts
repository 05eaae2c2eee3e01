import { planHighlights, type HighlightPlan } from "../attachments";
import type { Remark } from "../excel";
import type { Threshold } from "../progress";
import type { Reading } from "./read-report";

/** The marks of a report as far as they can be set. */
interface PlannedMarks {
  marks: HighlightPlan[];
  /** Sheets that are protected. */
  skipped: string[];
  remarks: Remark[];
}

/** What is to be marked on the staff's sheets, and where it cannot be. */
export function plannedMarks({ report, state }: Reading, threshold?: Threshold): PlannedMarks {
  const isProtected = (sheet: string) => state.sheets.some(({ name, protected: locked }) => name === sheet && locked);
  // Marks could not be found again there, neither to be renewed nor to be taken back.
  const isUnread = (sheet: string) => state.sheets.some(({ name, rules }) => name === sheet && rules.read === "none");
  const all = planHighlights(report, threshold);
  const marks = all.filter(({ range }) => !isProtected(range.sheet) && !isUnread(range.sheet));
  const left = [...new Set(all.filter((plan) => !marks.includes(plan)).map(({ range }) => range.sheet))];
  const unread = left.filter((sheet) => !isProtected(sheet));
  return { marks, skipped: left.filter(isProtected), remarks: unread.length > 0 ? [{ kind: "not-marked", sheets: unread }] : [] };
}
