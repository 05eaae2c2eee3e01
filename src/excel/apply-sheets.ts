import { editsSince, recordOf, type HandEdit, type SheetKey, type SheetPlan } from "../attachments";
import { unreadRemark } from "./apply-highlights";
import { EditedByHand } from "./edited-by-hand";
import { isAboutRules } from "./problem";
import { putBack } from "./put-back";
import { remarkOn, type Remark } from "./remark";
import { readWorkbookState } from "./read-workbook-state";
import { settle } from "./settle-write";
import { SheetWriter } from "./sheet-writer";
import { readStandingRules } from "./standing-rules";
import type { WorkbookState } from "./workbook-state";
import type { ApplyOptions, WrittenSheet } from "./write-options";

/** What became of a write. */
export interface Applied {
  sheets: WrittenSheet[];
  /** What it could not do. */
  remarks: Remark[];
}

/**
 * Writes planned sheets, all or none, in one round trip; two where marks stand that are set anew, and one more for
 * each 2.5 MB of cells. Each
 * sheet is built under a temporary name; a sheet of ours that stands is copied before its content changes (its
 * name, place and users' references stay). What cannot be put back comes last: a failure before it puts
 * everything back, a failure in it is finished. How the sheets are printed is not part of it; see `setUpPages`.
 * @throws EditedByHand where a sheet was edited and the policy is "ask"; nothing is written then
 * @throws the Office.js error that stopped it; the workbook is then as it was
 */
export async function applySheets(
  context: Excel.RequestContext,
  read: WorkbookState,
  plans: readonly SheetPlan[],
  options: ApplyOptions = {},
): Promise<Applied> {
  const state = read.unfinished ? await finishEarlier(context, read) : read;
  const { edited = "ask" } = options;
  const changed = editedSheets(state, plans);
  if (edited === "ask" && changed.length > 0) throw new EditedByHand(changed);
  const left = edited === "keep" ? changed.map(({ key }) => key) : [];
  const remarks = options.marks ? unreadRemark(state.sheets) : [];
  const written = async () => ({ sheets: await write(context, state, plans, left, options), remarks });
  try {
    return await written().catch((error: unknown) => {
      // Once may be chance.
      if (!options.marks || !isAboutRules(error)) throw error;
      return written();
    });
  } catch (error) {
    if (!options.marks || !isAboutRules(error)) throw error;
    // Marks that Excel does not delete stay below the new ones.
    const marked = state.sheets.filter(({ rules }) => rules.ours.length > 0).map(({ name }) => name);
    const unmarked = state.sheets.map((sheet) => ({ ...sheet, rules: { ...sheet.rules, ours: [] } }));
    const sheets = await write(context, { ...state, sheets: unmarked }, plans, left, options);
    return { sheets, remarks: [...remarks, ...remarkOn("marks-stay", marked)] };
  }
}

async function write(context: Excel.RequestContext, state: WorkbookState, plans: readonly SheetPlan[], left: readonly SheetKey[], options: ApplyOptions): Promise<WrittenSheet[]> {
  const rules = await readStandingRules(context, options.marks ? state.sheets.filter(({ key }) => key === null) : []);
  const writer = new SheetWriter(context, state, plans, left, options);
  try {
    await writer.queue();
    await context.sync();
  } catch (error) {
    const isDone = await putBack(error, () => settle(context, { writer, state, rules, options }));
    if (!isDone) throw error;
  }
  return writer.written;
}

/** A write that was stopped with Excel or the pane is put back, or finished, before the next one. */
async function finishEarlier(context: Excel.RequestContext, { unfinished }: WorkbookState): Promise<WorkbookState> {
  if (unfinished) await settle(context, null);
  return readWorkbookState(context);
}

/** The sheets to be written that the office has edited since we wrote them, and what it changed. */
export function editedSheets(state: WorkbookState, plans: readonly SheetPlan[]): { key: SheetKey; name: string; edit: HandEdit }[] {
  return plans.flatMap((plan) => {
    const sheet = state.sheets.find(({ key }) => key === plan.key);
    const standing = sheet?.standing;
    if (!sheet || !standing) return [];
    // Without a record, what stands is taken for edited unless it is what would be written now.
    const edit = standing.record ? standing.edits : editsSince({ ...recordOf(plan), looks: [] }, standing.formulas, []);
    return edit ? [{ key: plan.key, name: sheet.name, edit }] : [];
  });
}
