import type { PlannedRule } from "../attachments";

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
  // Undocumented through Office.js; in VBA a new rule stops those below it, and the staff's are below ours.
  format.stopIfTrue = false;
  custom.rule.formula = rule.formula;
  custom.format.fill.color = rule.fill;
  custom.format.font.color = rule.fontColor;
  if (rule.bold !== undefined) custom.format.font.bold = rule.bold;
  if (rule.numberFormat !== undefined) custom.format.numberFormat = rule.numberFormat;
  return format;
}
