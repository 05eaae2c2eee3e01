import { unreadRemark, queueMarkRemoval, queueMarksBack } from "./apply-marks";
import { queueForgetting, queueUndo, queueUndoBack, withWrite } from "./history";
import { undoOf } from "./invert";
import { queueKept, queueKeptBack } from "./kept-data";
import { isAboutRules } from "./problem";
import { putBack } from "./put-back";
import { readMarks } from "./read-marks";
import { readRules } from "./read-rules";
import { remarkOn, type Remark } from "./remark";
import type { Step } from "./step";
import type { WorkbookState } from "./workbook-state";
import type { Applied } from "./write-options";

/**
 * Takes our marks off the staff's sheets by reading anew which rules there are ours. Three round trips; a failure
 * leaves every mark where it stood. Where Excel does not delete one of them, the others go, in a round trip each.
 */
export async function removeMarks(context: Excel.RequestContext, state: WorkbookState): Promise<Applied> {
  const sheets = state.sheets.filter(({ key }) => key === null);
  const found = await readRules(context, sheets.map(({ id }) => id));
  const now = { ...state, sheets: sheets.map((sheet, index) => ({ ...sheet, rules: found[index] ?? sheet.rules })) };
  const marks = await readMarks(context, now.sheets);
  const steps: Step[] = [{ kind: "marks", marks: [] }];
  const undo = undoOf(steps, now, { marks, cells: null, left: [] });
  const past = withWrite(state, { kind: "clearMarks", sheets: [], places: [] }, steps, undo);
  const { history } = past;
  const queueHistory = () => {
    queueUndo(context, past);
    queueKept(context, state, { history });
    queueForgetting(context, past);
  };
  const applied = (remarks: Remark[]): Applied => ({ sheets: [], remarks: [...remarks, ...unreadRemark(now.sheets)], history, undo });
  queueMarkRemoval(context, now);
  queueHistory();
  try {
    await context.sync();
  } catch (error) {
    await putBack(error, async () => {
      const standing = await readRules(context, sheets.map(({ id }) => id));
      now.sheets.forEach((sheet, index) => queueMarksBack(context, sheet, standing[index], marks, sheet.rules.all));
      queueKeptBack(context, state, { history });
      queueUndoBack(context, past);
      await context.sync();
    });
    if (!isAboutRules(error)) throw error;
    const again = await readRules(context, sheets.map(({ id }) => id));
    const stay = await removeEach(context, { sheets: sheets.map((sheet, index) => ({ ...sheet, rules: again[index] ?? sheet.rules })) });
    queueHistory();
    await context.sync();
    return applied(remarkOn("marks-stay", stay));
  }
  return applied([]);
}

/** Takes our marks off one by one. @returns the sheets on which some stay, because Excel does not delete them */
async function removeEach(context: Excel.RequestContext, { sheets }: Pick<WorkbookState, "sheets">): Promise<string[]> {
  const stay: string[] = [];
  for (const { id: sheet, name, rules } of sheets) {
    for (const id of rules.ours) {
      context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(id).delete();
      try {
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- only where Excel has refused one of them
        await context.sync();
      } catch (error) {
        if (!isAboutRules(error)) throw error;
        stay.push(name);
      }
    }
  }
  return stay;
}
