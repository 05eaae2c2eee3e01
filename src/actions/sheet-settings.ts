import type { PlanOptions, SheetKey } from "../attachments";
import type { EditedPolicy } from "../excel";
import type { Threshold } from "../progress";
import type { Reading } from "./read-report";

/** How sheets are to be written: plain data that a pane or a command keeps. */
export interface SheetSettings {
  /** What progress is marked against; what the office has set if left out. */
  threshold?: Threshold;
  /** Whether attachments are marked by status; what the office has set if left out. */
  marked?: boolean;
  /** What becomes of a sheet of ours that was edited by hand since; "ask" if left out. */
  edited?: EditedPolicy;
}

/** What the workbook itself holds of a sheet's wishes: the office's template and the widths it set by hand. */
export function wishesOf(
  { state }: Reading,
  key: SheetKey,
  { threshold, marked = state.officeSettings.attachmentMarks }: SheetSettings = {},
): PlanOptions {
  const standing = state.sheets.find((sheet) => sheet.key === key)?.standing;
  return { threshold, marked, template: state.templates[key], keptWidths: standing?.keptWidths };
}
