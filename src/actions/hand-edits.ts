import { recordOf, type SheetKey } from "../attachments";
import { editedSheets, isOurSheet, type EditedSheet } from "../excel";
import type { Reading } from "./read-report";
import { planAttachments } from "./plan-attachments";

/**
 * The sheets of ours that the office has edited by hand since we wrote them: what a pane says before it writes
 * over them. Without a record of what was written (another program saved the file), an attachment counts as
 * edited unless it is what would be written now.
 */
export function handEdits(reading: Reading): EditedSheet[] {
  const { state, report } = reading;
  const recorded = state.sheets.flatMap(({ key, name, standing }) => {
    const edit = standing?.record ? standing.edits : null;
    return edit && isOurSheet(key) ? [{ key, name, edit }] : [];
  });
  const isUnrecorded = (key: SheetKey) => state.sheets.some((sheet) => sheet.key === key && sheet.standing?.record === null);
  const isAsked = state.sheets.some(({ key }) => isOurSheet(key) && isUnrecorded(key));
  const unrecorded = isAsked ? planAttachments(report, reading).filter(({ key }) => isUnrecorded(key)) : [];
  return [...recorded, ...editedSheets(state, unrecorded.map((plan) => ({ key: plan.key, record: recordOf(plan) })))];
}
