import type { PlannedRule } from "../attachments";
import { addRule } from "./add-rule";
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
 * Reads our conditional formats on some sheets, so that they can be put back. One round trip; none where there are
 * none, and one more where the office has made several areas of one: its formula is told as seen from the cells it is
 * asked through (#5194), so that it is asked through its own.
 */
export async function readStandingRules(context: Excel.RequestContext, sheets: readonly SheetState[]): Promise<StandingRule[]> {
  const asked = sheets.flatMap(({ name, id: sheet, rules: { ours } }) => {
    if (ours.length === 0) return [];
    const rules = context.workbook.worksheets.getItem(name).getRange().conditionalFormats;
    return ours.map((id) => {
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
  const standing = asked.map(({ sheet, id, format, cells, custom, bar }): StandingRule => ({
    sheet,
    id,
    address: cells.address.replace(/(?:(?<!')'(?:[^']|'')+'|(?<![^',!])[^',!]+)!/g, ""),
    priority: format.priority,
    rule: custom.isNullObject ? barRule(bar) : statusRule(custom),
  }));
  return readAreaFormulas(context, standing);
}

/** The rules, those of several areas with their formulas as seen from the first cell of all. */
async function readAreaFormulas(context: Excel.RequestContext, standing: readonly StandingRule[]): Promise<StandingRule[]> {
  const asked = standing.map(({ sheet, id, address, rule }) => {
    if (rule.kind !== "status" || !address.includes(",")) return null;
    const { custom } = context.workbook.worksheets.getItem(sheet).getRanges(address).conditionalFormats.getItem(id);
    custom.load("rule/formula");
    return custom;
  });
  if (asked.some((one) => one !== null)) await context.sync();
  return standing.map((one, index) => {
    const seen = asked[index]?.rule.formula;
    return seen !== undefined && one.rule.kind === "status" ? { ...one, rule: { ...one.rule, formula: seen } } : one;
  });
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
  // eslint-disable-next-line no-restricted-syntax -- the bound of a rule of ours, which Excel tells as a text
  return { kind: "bar", lower: lowerBoundRule.formula ?? "", upper: Number(upperBoundRule.formula), color: positiveFormat.fillColor };
}

/** Queues that rules which are gone come back, each to its cells and its rank. The caller syncs. */
export function queueRules(worksheet: Excel.Worksheet, rules: readonly StandingRule[]): void {
  // From the highest rank on, so that each later one finds its place.
  for (const { address, priority, rule } of [...rules].sort((a, b) => a.priority - b.priority)) {
    addRule(worksheet.getRanges(address), rule).priority = priority;
  }
}
