import type { HighlightPlan, PlannedRule } from "../attachments";
import { isOurs, OUR_RULES } from "./our-rules";
import type { WorkbookState } from "./workbook-state";

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
 * Takes our marks off the staff's sheets by reading anew which rules there are ours: after a failure half-way,
 * what was read before no longer says it. Two round trips.
 */
export async function removeMarks(context: Excel.RequestContext, state: WorkbookState): Promise<void> {
  const found = state.sheets.filter(({ key }) => key === null).map(({ name }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    const rules = sheet.getRange().conditionalFormats;
    rules.load(OUR_RULES);
    return rules;
  });
  await context.sync();
  for (const rules of found) {
    if (rules.isNullObject) continue;
    for (const format of rules.items) if (isOurs(format)) rules.getItem(format.id).delete();
  }
  await context.sync();
}

/** Queues the removal of every rule of ours on the staff's sheets. The caller syncs. */
export function queueRuleRemoval(context: Excel.RequestContext, state: WorkbookState): void {
  for (const { name, key, ourRules } of state.sheets) {
    if (key !== null || ourRules.length === 0) continue;
    const rules = context.workbook.worksheets.getItem(name).getRange().conditionalFormats;
    for (const id of ourRules) rules.getItem(id).delete();
  }
}

/** Adds one conditional format of ours to some cells. */
export function addRule(cells: Excel.Range, rule: PlannedRule): void {
  if (rule.kind === "bar") {
    const { dataBar } = cells.conditionalFormats.add(Excel.ConditionalFormatType.dataBar);
    dataBar.lowerBoundRule = { type: Excel.ConditionalFormatRuleType.formula, formula: rule.lower };
    dataBar.upperBoundRule = { type: Excel.ConditionalFormatRuleType.number, formula: String(rule.upper) };
    dataBar.positiveFormat.fillColor = rule.color;
    return;
  }
  const { custom } = cells.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  custom.rule.formula = rule.formula;
  custom.format.fill.color = rule.fill;
  custom.format.font.color = rule.fontColor;
  if (rule.bold !== undefined) custom.format.font.bold = rule.bold;
  if (rule.numberFormat !== undefined) custom.format.numberFormat = rule.numberFormat;
}
