import type { PlannedRule } from "../attachments";
import { addRule } from "./apply-highlights";
import type { SheetState } from "./workbook-state";

/** A conditional format of ours as it stood before a write. */
export interface StandingRule {
  /** Id of its sheet. */
  sheet: string;
  id: string;
  /** Its cells: B3:B17, several areas parted by commas. */
  address: string;
  priority: number;
  rule: PlannedRule;
}

/**
 * Reads our conditional formats on some sheets, so that they can be put back. One round trip; none where there
 * are none.
 */
export async function readRules(context: Excel.RequestContext, sheets: readonly SheetState[]): Promise<StandingRule[]> {
  const asked = sheets.flatMap(({ name, id: sheet, ourRules }) => {
    if (ourRules.length === 0) return [];
    const rules = context.workbook.worksheets.getItem(name).getRange().conditionalFormats;
    return ourRules.map((id) => {
      const format = rules.getItem(id);
      const cells = format.getRanges();
      const { customOrNullObject: custom, dataBarOrNullObject: bar } = format;
      format.load("priority");
      cells.load("address");
      custom.load("rule/formula,format/fill/color,format/font/color,format/font/bold,format/numberFormat");
      bar.load("lowerBoundRule,upperBoundRule,positiveFormat/fillColor");
      return { sheet, id, format, cells, custom, bar };
    });
  });
  if (asked.length === 0) return [];
  await context.sync();
  return asked.map(({ sheet, id, format, cells, custom, bar }) => ({
    sheet,
    id,
    address: cells.address.replace(/(?:'(?:[^']|'')+'|[^',!]+)!/g, ""),
    priority: format.priority,
    rule: custom.isNullObject ? barRule(bar) : statusRule(custom),
  }));
}

function statusRule({ rule, format }: Excel.CustomConditionalFormat): PlannedRule {
  // What a rule leaves as it is, Excel tells as null.
  const bold = format.font.bold as boolean | null;
  const numberFormat = format.numberFormat as string | null;
  return {
    kind: "status",
    formula: rule.formula,
    fill: format.fill.color,
    fontColor: format.font.color,
    ...(bold === null ? {} : { bold }),
    ...(numberFormat ? { numberFormat } : {}),
  };
}

function barRule({ lowerBoundRule, upperBoundRule, positiveFormat }: Excel.DataBarConditionalFormat): PlannedRule {
  return { kind: "bar", lower: lowerBoundRule.formula ?? "", upper: Number(upperBoundRule.formula), color: positiveFormat.fillColor };
}

/** Queues that rules which are gone come back, each to its cells and its rank. The caller syncs. */
export function queueRules(worksheet: Excel.Worksheet, rules: readonly StandingRule[]): void {
  // From the highest rank on, so that each later one finds its place.
  for (const { address, priority, rule } of [...rules].sort((a, b) => a.priority - b.priority)) {
    addRule(worksheet.getRanges(address), rule).priority = priority;
  }
}
