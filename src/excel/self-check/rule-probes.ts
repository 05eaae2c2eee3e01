/* eslint-disable office-addins/load-object-before-read, office-addins/call-sync-before-read -- what methods answer (ClientResult) needs no load, and the context comes as an argument */
import { shown, type Probe, type Scratch } from "./probe";

const FORMULA = '=AND(N("自检")=0,TRUE)';

/** Lays a rule by formula on a probe's block. */
function lay({ block }: Scratch, formula = FORMULA): Excel.ConditionalFormat {
  const format = block(3, 2).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = formula;
  return format;
}

/** Conditional formats. */
export const RULE_PROBES: readonly Probe[] = [
  {
    id: "rule-by-formula",
    claim: { "zh-CN": "按公式的条件格式连同字体、底色、数字格式读得回来", en: "A rule by formula reads back with font, fill and number format" },
    members: ["Range.conditionalFormats", "ConditionalFormatCollection.add", "ConditionalFormatCollection.items", "ConditionalFormat.custom", "ConditionalFormat.customOrNullObject", "CustomConditionalFormat.rule", "CustomConditionalFormat.format", "ConditionalFormatRule.formula", "ConditionalRangeFormat.fill", "ConditionalRangeFormat.font", "ConditionalRangeFormat.numberFormat", "ConditionalRangeFill.color", "ConditionalRangeFont.color", "ConditionalRangeFont.bold"],
    expected: shown([FORMULA, "#FFC7CE", "#9C0006", true, '"▼ "0']),
    async ask(scratch) {
      const { custom } = lay(scratch);
      custom.format.fill.color = "#FFC7CE";
      custom.format.font.color = "#9C0006";
      custom.format.font.bold = true;
      custom.format.numberFormat = '"▼ "0';
      const rules = scratch.block(3, 2).conditionalFormats;
      rules.load("items/id,items/customOrNullObject/rule/formula,items/customOrNullObject/format/fill/color,items/customOrNullObject/format/font/color,items/customOrNullObject/format/font/bold,items/customOrNullObject/format/numberFormat");
      await scratch.context.sync();
      const told = rules.items[0]?.customOrNullObject;
      return shown([told?.rule.formula, told?.format.fill.color, told?.format.font.color, told?.format.font.bold, told?.format.numberFormat]);
    },
  },
  {
    id: "rule-does-not-stop",
    claim: { "zh-CN": "新的条件格式可设为不遮住下面的规则", en: "A new rule can be told not to stop those below it" },
    members: ["ConditionalFormat.stopIfTrue"],
    expected: shown(false),
    async ask(scratch) {
      const rule = lay(scratch);
      rule.stopIfTrue = false;
      rule.load("stopIfTrue");
      await scratch.context.sync();
      return shown(rule.stopIfTrue);
    },
  },
  {
    id: "bar",
    claim: { "zh-CN": "数据条的上下限和颜色读得回来", en: "A bar reads back with its bounds and colour" },
    members: ["ConditionalFormat.dataBar", "ConditionalFormat.dataBarOrNullObject", "DataBarConditionalFormat.lowerBoundRule", "DataBarConditionalFormat.upperBoundRule", "DataBarConditionalFormat.positiveFormat", "ConditionalDataBarRule.formula", "ConditionalDataBarPositiveFormat.fillColor"],
    expected: shown(['=N("自检")', "1", "#638EC6"]),
    async ask({ context, block }) {
      const { conditionalFormats } = block(3, 1);
      const { dataBar } = conditionalFormats.add(Excel.ConditionalFormatType.dataBar);
      dataBar.lowerBoundRule = { type: Excel.ConditionalFormatRuleType.formula, formula: '=N("自检")' };
      dataBar.upperBoundRule = { type: Excel.ConditionalFormatRuleType.number, formula: "1" };
      dataBar.positiveFormat.fillColor = "#638EC6";
      conditionalFormats.load("items/dataBarOrNullObject/lowerBoundRule,items/dataBarOrNullObject/upperBoundRule,items/dataBarOrNullObject/positiveFormat/fillColor");
      await context.sync();
      const told = conditionalFormats.items[0]?.dataBarOrNullObject;
      return shown([told?.lowerBoundRule.formula, String(told?.upperBoundRule.formula).replace(/^=/, ""), told?.positiveFormat.fillColor]);
    },
  },
  {
    id: "rule-rank",
    claim: { "zh-CN": "后加的规则排在最前，排位可改", en: "A new rule ranks first, and ranks can be set" },
    members: ["ConditionalFormat.priority", "ConditionalFormatCollection.getItemAt", "ConditionalFormatCollection.getCount"],
    expected: shown([2, "=FALSE", "=TRUE"]),
    async ask(scratch) {
      const { context, block } = scratch;
      lay(scratch, "=TRUE");
      const second = lay(scratch, "=FALSE");
      const rules = block(3, 2).conditionalFormats;
      const count = rules.getCount();
      const first = rules.getItemAt(0);
      first.load("custom/rule/formula");
      second.load("priority");
      await context.sync();
      const before = first.custom.rule.formula;
      second.priority += 1;
      const now = rules.getItemAt(0);
      now.load("custom/rule/formula");
      await context.sync();
      return shown([count.value, before, now.custom.rule.formula]);
    },
  },
  {
    id: "rule-delete",
    claim: { "zh-CN": "按编号删除一条规则，别的规则不动", en: "A rule is deleted by its id; others stay" },
    members: ["ConditionalFormat.delete", "ConditionalFormat.id", "ConditionalFormatCollection.getItem"],
    expected: shown(["=TRUE"]),
    async ask(scratch) {
      const { context, block } = scratch;
      lay(scratch, "=TRUE");
      const second = lay(scratch, "=FALSE");
      second.load("id");
      await context.sync();
      const rules = block(3, 2).conditionalFormats;
      rules.getItem(second.id).delete();
      rules.load("items/custom/rule/formula");
      await context.sync();
      return shown(rules.items.map(({ custom }) => custom.rule.formula));
    },
  },
  {
    id: "rule-of-several-areas",
    claim: { "zh-CN": "一条规则可管几块区域，公式从第一块看", en: "A rule has several areas; its formula is seen from the first" },
    members: ["Worksheet.getRanges", "RangeAreas.conditionalFormats", "RangeAreas.address", "ConditionalFormat.getRanges"],
    expected: shown([2, true]),
    async ask({ context, sheet, row }) {
      const address = `A${row + 1}:A${row + 2},C${row + 1}:C${row + 2}`;
      const rule = sheet.getRanges(address).conditionalFormats.add(Excel.ConditionalFormatType.custom);
      rule.custom.rule.formula = `=$B${row + 1}=1`;
      const areas = rule.getRanges();
      areas.load("address");
      rule.load("custom/rule/formula");
      await context.sync();
      return shown([areas.address.split(",").length, rule.custom.rule.formula === `=$B${row + 1}=1`]);
    },
  },
  {
    id: "rule-clear-all",
    claim: { "zh-CN": "清除单元格的全部条件格式", en: "All rules of cells are taken away" },
    members: ["ConditionalFormatCollection.clearAll"],
    expected: shown(0),
    async ask(scratch) {
      lay(scratch);
      const { conditionalFormats } = scratch.block(3, 2);
      conditionalFormats.clearAll();
      const count = conditionalFormats.getCount();
      await scratch.context.sync();
      return shown(count.value);
    },
  },
];
