import type { HighlightPlan } from "../attachments";
import { addRule } from "./add-rule";
import { isAboutRules } from "./problem";
import { putBack } from "./put-back";
import { readRules, type KnownRules } from "./read-rules";
import { remarkOn, type Remark } from "./remark";
import { queueRules, readStandingRules, type StandingRule } from "./standing-rules";
import type { SheetState, WorkbookState } from "./workbook-state";

/**
 * Queues our marks on the staff's tables: our own earlier rules go, the planned ones come. Rules of the
 * staff's own, values and formats are not touched. The caller syncs.
 */
export function queueHighlights(
  context: Excel.RequestContext,
  state: WorkbookState,
  plans: readonly HighlightPlan[],
): void {
  queueRuleRemoval(context, state);
  for (const { range, rules } of plans) {
    const cells = context.workbook.worksheets
      .getItem(range.sheet)
      .getRangeByIndexes(range.row, range.column, range.rowCount, range.columnCount);
    for (const rule of rules) addRule(cells, rule);
  }
}

/**
 * Takes our marks off the staff's sheets by reading anew which rules there are ours. Three round trips; a failure
 * leaves every mark where it stood. Where Excel does not delete one of them, the others go.
 */
export async function removeMarks(context: Excel.RequestContext, state: WorkbookState): Promise<Remark[]> {
  const sheets = state.sheets.filter(({ key }) => key === null);
  const found = await readRules(context, sheets.map(({ id }) => id));
  const now = { ...state, sheets: sheets.map((sheet, index) => ({ ...sheet, rules: found[index] ?? sheet.rules })) };
  const before = await readStandingRules(context, now.sheets);
  queueRuleRemoval(context, now);
  try {
    await context.sync();
  } catch (error) {
    await putBack(error, async () => {
      const standing = await readRules(context, sheets.map(({ id }) => id));
      now.sheets.forEach(({ id, rules }, index) => queueMarksBack(context, id, standing[index], before, rules.all));
      await context.sync();
    });
    if (!isAboutRules(error)) throw error;
    const again = await readRules(context, sheets.map(({ id }) => id));
    const stay = await removeEach(context, { sheets: sheets.map((sheet, index) => ({ ...sheet, rules: again[index] ?? sheet.rules })) });
    return [...remarkOn("marks-stay", stay), ...unreadRemark(now.sheets)];
  }
  return unreadRemark(now.sheets);
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

/** Says where there are rules that do not load. */
export function unreadRemark(sheets: readonly Pick<SheetState, "key" | "name" | "rules">[]): Remark[] {
  return remarkOn("rules-unread", sheets.filter(({ key, rules }) => key === null && rules.read !== "all").map(({ name }) => name));
}

/**
 * Queues that our rules on a sheet are those that stood: ours that came since go, those that are gone come back.
 * @param sheet the sheet's id
 * @param now the sheet's rules as they are
 * @param idsBefore ids of all rules of the sheet before the write: what stood then is not taken away
 */
export function queueMarksBack(
  context: Excel.RequestContext,
  sheet: string,
  now: KnownRules | undefined,
  before: readonly StandingRule[],
  idsBefore: readonly string[],
): void {
  if (!now) return;
  const wanted = before.filter((rule) => rule.sheet === sheet);
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const { conditionalFormats } = worksheet.getRange();
  for (const id of now.ours) if (!idsBefore.includes(id)) conditionalFormats.getItem(id).delete();
  queueRules(worksheet, wanted.filter(({ id }) => !now.ours.includes(id)));
}

/**
 * Queues that a rule goes that a write was stopped at between making it and giving it its formula: nothing tells it
 * yet for ours but that it is new and says nothing. A batch stops at its first failure, so there is one at the most;
 * of several nobody knows whose they are, and all stay.
 * @param before ids of all rules of the sheet before the write
 */
export function queueHalfMadeRuleRemoval(context: Excel.RequestContext, sheet: string, now: KnownRules | undefined, before: readonly string[]): void {
  const [halfMade, ...others] = now?.blank.filter((id) => !before.includes(id)) ?? [];
  if (halfMade !== undefined && others.length === 0) context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats.getItem(halfMade).delete();
}

/** Queues the removal of every rule of ours on the staff's sheets. The caller syncs. */
export function queueRuleRemoval(context: Excel.RequestContext, state: Pick<WorkbookState, "sheets">): void {
  for (const { name, key, rules: { ours } } of state.sheets) {
    if (key !== null || ours.length === 0) continue;
    const rules = context.workbook.worksheets.getItem(name).getRange().conditionalFormats;
    for (const id of ours) rules.getItem(id).delete();
  }
}
