import { isOurRule } from "../attachments";

/** Whether a conditional format is ours: its formula, or the bound of its bar, carries our mark. */
export function isOurs({ customOrNullObject: custom, dataBarOrNullObject: bar }: Excel.ConditionalFormat): boolean {
  if (!custom.isNullObject) return isOurRule(custom.rule.formula);
  return !bar.isNullObject && isOurRule(String(bar.lowerBoundRule.formula ?? ""));
}

/** Whether a conditional format has no formula of anybody's yet. */
export function saysNothing({ customOrNullObject: custom, dataBarOrNullObject: bar }: Excel.ConditionalFormat): boolean {
  if (!custom.isNullObject) return /^=?(?:FALSE|TRUE)?$/i.test(custom.rule.formula);
  return !bar.isNullObject && !bar.lowerBoundRule.formula;
}
