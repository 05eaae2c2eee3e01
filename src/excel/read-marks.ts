import type { PlannedRule } from "../attachments";
import type { Mark } from "./step";
import type { SheetState } from "./workbook-state";

/** A mark that stands, with its id, which holds while the workbook is open. */
export interface StandingMark extends Required<Mark> {
  id: string;
}

/**
 * Reads our conditional formats on some sheets, so that they can be put back. One round trip; none where there are
 * none, and one more where the office has made several areas of one: its formula is told as seen from the cells it is
 * asked through (#5194), so that it is asked through its own.
 */
export async function readMarks(context: Excel.RequestContext, sheets: readonly SheetState[]): Promise<StandingMark[]> {
  const asked = sheets.flatMap(({ name: sheet, rules: { ours } }) => {
    if (ours.length === 0) return [];
    const rules = context.workbook.worksheets.getItem(sheet).getRange().conditionalFormats;
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
  const standing = asked.map(({ sheet, id, format, cells, custom, bar }): StandingMark => ({
    sheet,
    id,
    address: cells.address.replace(/(?:(?<!')'(?:[^']|'')+'|(?<![^',!])[^',!]+)!/g, ""),
    priority: format.priority,
    rule: custom.isNullObject ? barRule(bar) : statusRule(custom),
  }));
  return readAreaFormulas(context, standing);
}

/** The rules, those of several areas with their formulas as seen from the first cell of all. */
async function readAreaFormulas(context: Excel.RequestContext, standing: readonly StandingMark[]): Promise<StandingMark[]> {
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
