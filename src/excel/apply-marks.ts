import type { HighlightPlan } from "../attachments";
import { a1Range } from "../progress";
import { addRule } from "./add-rule";
import type { StandingMark } from "./read-marks";
import type { KnownRules } from "./read-rules";
import { remarkOn, type Remark } from "./remark";
import type { Mark } from "./step";
import type { SheetState, WorkbookState } from "./workbook-state";

/** Planned marks as a step lays them. */
export function marksOf(plans: readonly HighlightPlan[]): Mark[] {
  return plans.flatMap(({ range, rules }) => rules.map((rule): Mark => ({ sheet: range.sheet, address: a1Range(range), rule })));
}

/**
 * Queues that our marks on the staff's tables are these: our own earlier rules go, these come. Rules of the staff's own,
 * values and formats are not touched. The caller syncs.
 */
export function queueMarks(context: Excel.RequestContext, state: Pick<WorkbookState, "sheets">, marks: readonly Mark[]): void {
  queueMarkRemoval(context, state);
  layMarks(context, marks);
}

function layMarks({ workbook }: Excel.RequestContext, marks: readonly Mark[]): void {
  // A new rule comes above all others, so that the lowest is laid first, as it was.
  const laid = [...marks]
    .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
    .map(({ sheet, address, rule, priority }) => {
      const worksheet = workbook.worksheets.getItem(sheet);
      return { priority, format: addRule(address.includes(",") ? worksheet.getRanges(address) : worksheet.getRange(address), rule) };
    });
  // From the highest rank on, so that each later one finds its place.
  for (const { priority, format } of laid.reverse()) if (priority !== undefined) format.priority = priority;
}

/** Says where there are rules that do not load. */
export function unreadRemark(sheets: readonly Pick<SheetState, "key" | "name" | "rules">[]): Remark[] {
  return remarkOn("rules-unread", sheets.filter(({ key, rules }) => key === null && rules.read !== "all").map(({ name }) => name));
}

/**
 * Queues that our rules on a sheet are those that stood: ours that came since go, those that are gone come back.
 * @param now the sheet's rules as they are
 * @param idsBefore ids of all rules of the sheet before the write: what stood then is not taken away
 */
export function queueMarksBack(
  context: Excel.RequestContext,
  { id, name }: Pick<SheetState, "id" | "name">,
  now: KnownRules | undefined,
  before: readonly StandingMark[],
  idsBefore: readonly string[],
): void {
  if (!now) return;
  const { conditionalFormats } = context.workbook.worksheets.getItem(id).getRange();
  for (const rule of now.ours) if (!idsBefore.includes(rule)) conditionalFormats.getItem(rule).delete();
  // The sheet may have been renamed since.
  layMarks(context, before.filter((mark) => mark.sheet === name && !now.ours.includes(mark.id)).map((mark) => ({ ...mark, sheet: id })));
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
export function queueMarkRemoval(context: Excel.RequestContext, state: Pick<WorkbookState, "sheets">): void {
  for (const { name, key, rules: { ours } } of state.sheets) {
    if (key !== null || ours.length === 0) continue;
    const rules = context.workbook.worksheets.getItem(name).getRange().conditionalFormats;
    for (const id of ours) rules.getItem(id).delete();
  }
}
