import { excelError } from "../engine/errors";
import { addRule, clearRules, rulesIn, rulesOf, type ConditionalRule } from "../engine/conditionalFormats";
import { element } from "../engine/xml";
import type { HostContext } from "../protocol/context";
import { defineClass, entity, entityOrNull, method, type ObjectClass } from "../protocol/define";
import type { AreasTarget } from "./classes";
import { ConditionalFormat } from "./conditionalFormat";

const touching = ({ sheet, rects }: AreasTarget): ConditionalRule[] => {
  const nodes = new Set(rects.flatMap((rect) => rulesIn(sheet, rect)).map(({ node }) => node));
  return rulesOf(sheet).filter(({ node }) => nodes.has(node));
};

/** Undocumented through Office.js; in VBA a new rule stops those below it. */
const STOPS = { stopIfTrue: "1" };

function make(t: AreasTarget, type: unknown, context: HostContext): ConditionalRule {
  for (const rect of t.rects) t.sheet.checkWritable(rect);
  const rects = t.rects.map((rect) => ({ ...rect }));
  let rule: ConditionalRule;
  switch (type) {
    case "Custom":
      rule = addRule(t.sheet, rects, "expression", STOPS, [element("formula", {}, ["FALSE"])]);
      break;
    case "CellValue":
      rule = addRule(t.sheet, rects, "cellIs", { ...STOPS, operator: "equal" }, [element("formula", {}, ["0"])]);
      break;
    case "DataBar":
      rule = addRule(t.sheet, rects, "dataBar", {}, [element("dataBar", { minLength: 0, maxLength: 100 }, [element("cfvo", { type: "min" }), element("cfvo", { type: "max" }), element("color", { rgb: "FF638EC6" })])]);
      break;
    default:
      throw excelError("ApiNotFound", `ConditionalFormatCollection.add(${String(type)}) is not available in this host`);
  }
  context.layoutChanged(t.sheet);
  return rule;
}

/** The conditional formats that touch a range or several areas, first in rank first. */
export const ConditionalFormatCollection: ObjectClass<AreasTarget> = defineClass<AreasTarget>({
  name: "ConditionalFormatCollection",
  items: (t) => touching(t).map((rule) => entity(ConditionalFormat, rule)),
  find: (t, id) => entityOrNull(ConditionalFormat, touching(t).find((rule) => rule.id === id)),
  members: {
    add: method((t, [type], c) => entity(ConditionalFormat, make(t, type, c))),
    clearAll: method((t, _args, c) => {
      for (const rect of t.rects) {
        t.sheet.checkWritable(rect);
        clearRules(t.sheet, rect);
      }
      c.layoutChanged(t.sheet);
    }),
  },
});
