import type { HighlightPlan, PlannedRule } from "../attachments";
import { isOurs, OUR_RULES, saysNothing } from "./our-rules";
import { putBack } from "./problem";
import { queueRules, readRules, type StandingRule } from "./standing-rules";
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
 * Takes our marks off the staff's sheets by reading anew which rules there are ours. Three round trips; a failure
 * leaves every mark where it stood.
 */
export async function removeMarks(context: Excel.RequestContext, state: WorkbookState): Promise<void> {
  const sheets = state.sheets.filter(({ key }) => key === null);
  const found = sheets.map(({ id }) => requestRules(context, id));
  await context.sync();
  const now = { ...state, sheets: sheets.map((sheet, index) => ({ ...sheet, ourRules: ourIds(found[index]) })) };
  const before = await readRules(context, now.sheets);
  queueRuleRemoval(context, now);
  try {
    await context.sync();
  } catch (error) {
    await putBack(error, async () => {
      const standing = sheets.map(({ id }) => requestRules(context, id));
      await context.sync();
      sheets.forEach(({ id }, index) => queueMarksBack(context, id, standing[index], before));
      await context.sync();
    });
    throw error;
  }
}

/** Asks for the conditional formats of a sheet; read after the next sync. @param sheet its id */
export function requestRules(context: Excel.RequestContext, sheet: string): Excel.ConditionalFormatCollection {
  const rules = context.workbook.worksheets.getItemOrNullObject(sheet).getRange().conditionalFormats;
  rules.load(OUR_RULES);
  return rules;
}

/**
 * Queues that our rules on a sheet are those that stood: ours that came since go, those that are gone come back.
 * @param sheet the sheet's id
 * @param now the sheet's rules as they are
 */
export function queueMarksBack(
  context: Excel.RequestContext,
  sheet: string,
  now: Excel.ConditionalFormatCollection | undefined,
  before: readonly StandingRule[],
): void {
  if (!now || now.isNullObject) return;
  const wanted = before.filter((rule) => rule.sheet === sheet);
  const standing = ourIds(now);
  for (const id of standing) if (!wanted.some((rule) => rule.id === id)) now.getItem(id).delete();
  queueRules(context.workbook.worksheets.getItem(sheet), wanted.filter(({ id }) => !standing.includes(id)));
}

/**
 * Queues that a rule goes that a write was stopped at between making it and giving it its formula: nothing tells it
 * yet for ours but that it is new and says nothing. A batch stops at its first failure, so there is one at the most;
 * of several nobody knows whose they are, and all stay.
 * @param before ids of all rules of the sheet before the write
 */
export function queueHalfMadeRuleRemoval(now: Excel.ConditionalFormatCollection | undefined, before: readonly string[]): void {
  if (!now || now.isNullObject) return;
  const [halfMade, ...others] = now.items.filter((rule) => !before.includes(rule.id) && saysNothing(rule));
  if (halfMade && others.length === 0) now.getItem(halfMade.id).delete();
}

function ourIds(rules: Excel.ConditionalFormatCollection | undefined): string[] {
  return !rules || rules.isNullObject ? [] : rules.items.filter(isOurs).map(({ id }) => id);
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
export function addRule(cells: Pick<Excel.Range, "conditionalFormats">, rule: PlannedRule): Excel.ConditionalFormat {
  const { conditionalFormats } = cells;
  if (rule.kind === "bar") {
    const format = conditionalFormats.add(Excel.ConditionalFormatType.dataBar);
    const { dataBar } = format;
    dataBar.lowerBoundRule = { type: Excel.ConditionalFormatRuleType.formula, formula: rule.lower };
    dataBar.upperBoundRule = { type: Excel.ConditionalFormatRuleType.number, formula: String(rule.upper) };
    dataBar.positiveFormat.fillColor = rule.color;
    return format;
  }
  const format = conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const { custom } = format;
  custom.rule.formula = rule.formula;
  custom.format.fill.color = rule.fill;
  custom.format.font.color = rule.fontColor;
  if (rule.bold !== undefined) custom.format.font.bold = rule.bold;
  if (rule.numberFormat !== undefined) custom.format.numberFormat = rule.numberFormat;
  return format;
}
