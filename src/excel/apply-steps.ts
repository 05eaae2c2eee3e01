import { editsSince, type HandEdit, type SheetKey, type SheetRecord } from "../attachments";
import { applyCells } from "./apply-cells";
import { unreadRemark } from "./apply-marks";
import type { CellsBefore } from "./cells-before";
import { EditedByHand } from "./edited-by-hand";
import { withoutWrite, withWrite, type HistoryChange } from "./history";
import { undoOf } from "./invert";
import type { PastWrite } from "./past-write";
import { isAboutRules } from "./problem";
import { putBack } from "./put-back";
import { readMarks } from "./read-marks";
import { remarkOn } from "./remark";
import { readWorkbookState } from "./read-workbook-state";
import { settle } from "./settle-write";
import { SheetWriter } from "./sheet-writer";
import { stepOf, stepsOf, type Step } from "./step";
import type { WorkbookState } from "./workbook-state";
import type { Applied, EditedPolicy, WrittenSheet } from "./write-options";

/** How steps are applied. */
export interface HowToApply {
  /** The write of which the workbook is to remember the inverse, or the id of the one that is being taken back. */
  as: Pick<PastWrite, "kind" | "places"> | number;
  /** What becomes of sheets of ours that were edited by hand; "ask" if left out. */
  edited?: EditedPolicy | undefined;
  /** The cells that paragraphs go into, as they stand. */
  cells?: CellsBefore | undefined;
}

/**
 * Applies the steps of one write, all or none, in one round trip; two where marks stand that are set anew or cells are
 * put back, and one more for each 2.5 MB of cells. What takes them back is made before they are applied, and the
 * workbook remembers it. Each sheet is built under a temporary name; a sheet of ours that stands is copied before its
 * content changes (its name, place and users' references stay). What cannot be put back comes last: a failure before it
 * puts everything back, a failure in it is finished. How the sheets are printed is not part of it; see `setUpPages`.
 * @throws EditedByHand where a sheet was edited and the policy is "ask"; nothing is written then
 * @throws the Office.js error that stopped it; the workbook is then as it was
 */
export async function applySteps(context: Excel.RequestContext, read: WorkbookState, steps: readonly Step[], how: HowToApply): Promise<Applied> {
  const state = read.unfinished ? await finishEarlier(context, read) : read;
  const { edited = "ask" } = how;
  const changed = editedSheets(state, stepsOf(steps, "sheet"));
  if (edited === "ask" && changed.length > 0) throw new EditedByHand(changed);
  const left = edited === "keep" ? changed.map(({ key }) => key) : [];
  const written = () => write(context, state, steps, left, how);
  if (!stepOf(steps, "marks")) return written();
  const remarks = unreadRemark(state.sheets);
  try {
    // Once may be chance.
    return { ...(await written().catch((error: unknown) => (isAboutRules(error) ? written() : Promise.reject(error as Error)))), remarks };
  } catch (error) {
    if (!isAboutRules(error)) throw error;
    // Marks that Excel does not delete stay below the new ones.
    const marked = state.sheets.filter(({ rules }) => rules.ours.length > 0).map(({ name }) => name);
    const unmarked = state.sheets.map((sheet) => ({ ...sheet, rules: { ...sheet.rules, ours: [] } }));
    return { ...(await write(context, { ...state, sheets: unmarked }, steps, left, how)), remarks: [...remarks, ...remarkOn("marks-stay", marked)] };
  }
}

async function write(context: Excel.RequestContext, state: WorkbookState, steps: readonly Step[], left: readonly SheetKey[], { as, cells }: HowToApply): Promise<Applied> {
  const isMarked = stepOf(steps, "marks") !== undefined;
  const marks = await readMarks(context, isMarked ? state.sheets.filter(({ key }) => key === null) : []);
  const undo = undoOf(steps, state, { marks, cells: cells ?? null, left });
  const change = (sheets: WrittenSheet[]): HistoryChange => (typeof as === "number" ? withoutWrite(state, as) : withWrite(state, { ...as, sheets: sheets.map(({ key, name, replaced }) => ({ key, name, replaced })) }, steps, undo));
  if (steps.some(({ kind }) => kind === "paragraphs" || kind === "cells")) {
    const past = change([]);
    await applyCells(context, state, steps, undo.steps, past);
    return { sheets: [], remarks: [], history: past.history, undo };
  }
  const writer = new SheetWriter(context, state, steps, left, change);
  try {
    await writer.queue();
    await context.sync();
  } catch (error) {
    const isDone = await putBack(error, () => settle(context, { writer, state, marks: isMarked ? marks : null }));
    if (!isDone) throw error;
  }
  return { sheets: writer.written, remarks: [], history: writer.past.history, undo };
}

/** A write that was stopped with Excel or the pane is put back, or finished, before the next one. */
async function finishEarlier(context: Excel.RequestContext, { unfinished }: WorkbookState): Promise<WorkbookState> {
  if (unfinished) await settle(context, null);
  return readWorkbookState(context);
}

/**
 * The sheets to be written that the office has edited since we wrote them, and what it changed.
 * @param planned the sheets as they are to be written
 */
export function editedSheets(state: WorkbookState, planned: readonly { key: SheetKey; record: SheetRecord }[]): { key: SheetKey; name: string; edit: HandEdit }[] {
  return planned.flatMap(({ key, record }) => {
    const sheet = state.sheets.find((one) => one.key === key);
    const standing = sheet?.standing;
    if (!sheet || !standing) return [];
    // Without a record, what stands is taken for edited unless it is what would be written now.
    const edit = standing.record ? standing.edits : editsSince({ ...record, looks: [] }, standing.formulas, []);
    return edit ? [{ key, name: sheet.name, edit }] : [];
  });
}
