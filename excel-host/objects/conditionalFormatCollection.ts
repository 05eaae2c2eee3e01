import { excelError } from "../engine/errors";
import { addRule, clearRules, rulesIn, type ConditionalRule } from "../engine/conditionalFormats";
import { element } from "../engine/xml";
import type { HostContext, RangeTarget } from "../protocol/context";
import { defineClass, entity, entityOrNull, method, type ObjectClass } from "../protocol/define";
import { ConditionalFormat } from "./conditionalFormat";

const find = (t: RangeTarget, id: unknown): ConditionalRule | undefined => rulesIn(t.sheet, t.rect).find((r) => r.id === id);

function make(t: RangeTarget, type: unknown, context: HostContext): ConditionalRule {
  t.sheet.checkWritable(t.rect);
  const rects = [{ ...t.rect }];
  let rule: ConditionalRule;
  switch (type) {
    case "Custom":
      rule = addRule(t.sheet, rects, "expression", {}, [element("formula", {}, ["FALSE"])]);
      break;
    case "CellValue":
      rule = addRule(t.sheet, rects, "cellIs", { operator: "equal" }, [element("formula", {}, ["0"])]);
      break;
    case "DataBar":
      rule = addRule(t.sheet, rects, "dataBar", {}, [element("dataBar", { minLength: 0, maxLength: 100 }, [element("cfvo", { type: "min" }), element("cfvo", { type: "max" }), element("color", { rgb: "FF638EC6" })])]);
      break;
    default:
      throw excelError("ApiNotFound", `ConditionalFormatCollection.add(${String(type)}) is not available in this host`);
  }
  context.layoutChanged(t.sheet, t.rect);
  return rule;
}

/** The conditional formats that touch a range, first in rank first. */
export const ConditionalFormatCollection: ObjectClass<RangeTarget> = defineClass<RangeTarget>({
  name: "ConditionalFormatCollection",
  items: (t) => rulesIn(t.sheet, t.rect).map((rule) => entity(ConditionalFormat, rule)),
  find: (t, id) => entityOrNull(ConditionalFormat, find(t, id)),
  members: {
    add: method((t, [type], c) => entity(ConditionalFormat, make(t, type, c))),
    clearAll: method((t, _args, c) => {
      t.sheet.checkWritable(t.rect);
      clearRules(t.sheet, t.rect);
      c.layoutChanged(t.sheet, t.rect);
    }),
  },
});

