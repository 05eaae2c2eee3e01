import { ICON_SETS } from "../engine/conditionalDisplay";
import { setDxfBorder, setDxfFill, setDxfFont, setDxfNumberFormat, setRank, rulesOf, type ConditionalRule, type RuleType } from "../engine/conditionalFormats";
import { excelError } from "../engine/errors";
import { checkFormula } from "../engine/formulaSyntax";
import { child, childElements, flag, type XmlNode } from "../engine/xml";
import type { HostContext } from "../protocol/context";
import { defineClass, entity, method, object, oneOf, value, type Entity, type ObjectClass, type ValueMember } from "../protocol/define";
import { Range, RangeAreas } from "./classes";
import { color } from "./rangeFormat";

function changed(rule: ConditionalRule, context: HostContext): void {
  for (const rect of rule.rects) context.layoutChanged(rule.sheet, rect);
}

function formulaText(given: unknown): string {
  if (typeof given === "number") return String(given);
  if (typeof given !== "string" || given.trim() === "") throw excelError("InvalidArgument", "formula");
  const formula = given.startsWith("=") ? given.slice(1) : given;
  checkFormula(formula);
  return formula;
}

const shown = (formula: string | undefined): string => (formula === undefined ? "" : `=${formula}`);

/** The rule of a custom conditional format. */
export const ConditionalFormatRule = defineClass<ConditionalRule>({
  name: "ConditionalFormatRule",
  members: {
    formula: value((r) => shown(r.formulas[0]), (r, given, c) => {
      r.formulas = [formulaText(given)];
      changed(r, c);
    }),
  },
});

/** The fill a conditional format gives. */
export const ConditionalRangeFill = defineClass<ConditionalRule>({
  name: "ConditionalRangeFill",
  members: {
    color: value((r) => r.style.fill ?? "", (r, given, c) => {
      const wanted = (given as unknown) === "" ? null : color(given);
      r.changeStyle((dxf) => setDxfFill(dxf, wanted));
      changed(r, c);
    }),
    clear: method((r, _args, c) => {
      r.changeStyle((dxf) => setDxfFill(dxf, null));
      changed(r, c);
    }),
  },
});

const UNDERLINES: Record<string, string> = { Single: "single", Double: "double" };

/** The font a conditional format gives. */
export const ConditionalRangeFont = defineClass<ConditionalRule>({
  name: "ConditionalRangeFont",
  members: {
    bold: value((r) => r.style.font?.bold ?? null, (r, on, c) => (r.changeStyle((dxf) => setDxfFont(dxf, "b", on as boolean)), changed(r, c))),
    italic: value((r) => r.style.font?.italic ?? null, (r, on, c) => (r.changeStyle((dxf) => setDxfFont(dxf, "i", on as boolean)), changed(r, c))),
    strikethrough: value((r) => r.style.font?.strikethrough ?? null, (r, on, c) => (r.changeStyle((dxf) => setDxfFont(dxf, "strike", on as boolean)), changed(r, c))),
    underline: value((r) => r.style.font?.underline ?? null, (r, word, c) => {
      const underline = oneOf(word, ["None", "Single", "Double"], "underline");
      r.changeStyle((dxf) => setDxfFont(dxf, "u", UNDERLINES[underline] ?? "none"));
      changed(r, c);
    }),
    color: value((r) => r.style.font?.color ?? "", (r, given, c) => {
      const wanted = color(given);
      r.changeStyle((dxf) => setDxfFont(dxf, "color", wanted));
      changed(r, c);
    }),
    clear: method((r, _args, c) => {
      r.changeStyle((dxf) => {
        dxf.children = dxf.children.filter((n) => typeof n === "string" || n.name !== "font");
      });
      changed(r, c);
    }),
  },
});

interface BorderTarget {
  rule: ConditionalRule;
  side: "top" | "bottom" | "left" | "right";
}

const SIDES = { EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right" } as const;

function setBorder({ rule, side }: BorderTarget, change: { style?: string; color?: string }, context: HostContext): void {
  const old = rule.style.borders?.[side] ?? { style: "Continuous", weight: "Thin", color: "#000000" };
  const next = { ...old, ...change };
  rule.changeStyle((dxf) => setDxfBorder(dxf, side, next.style === "None" ? null : next));
  changed(rule, context);
}

/** One border a conditional format gives. */
export const ConditionalRangeBorder: ObjectClass<BorderTarget> = defineClass<BorderTarget>({
  name: "ConditionalRangeBorder",
  identity: ({ side }) => ({ Id: Object.entries(SIDES).find(([, s]) => s === side)![0] }),
  members: {
    sideIndex: value(({ side }) => Object.entries(SIDES).find(([, s]) => s === side)![0]),
    style: value(({ rule, side }) => rule.style.borders?.[side]?.style ?? "None", (t, word, c) => setBorder(t, { style: oneOf(word, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"], "style") }, c)),
    color: value(({ rule, side }) => rule.style.borders?.[side]?.color ?? "", (t, given, c) => setBorder(t, { color: color(given) }, c)),
  },
});

const border = (side: BorderTarget["side"]) => object<ConditionalRule>((rule) => entity(ConditionalRangeBorder, { rule, side }));

/** The borders a conditional format gives. */
export const ConditionalRangeBorderCollection: ObjectClass<ConditionalRule> = defineClass<ConditionalRule>({
  name: "ConditionalRangeBorderCollection",
  items: (rule) => Object.values(SIDES).map((side) => entity(ConditionalRangeBorder, { rule, side })),
  find: (rule, index) => {
    const side = SIDES[index as keyof typeof SIDES];
    if (!side) throw excelError("InvalidArgument", `the border ${String(index)}`);
    return entity(ConditionalRangeBorder, { rule, side });
  },
  members: { count: value(() => 4), top: border("top"), bottom: border("bottom"), left: border("left"), right: border("right") },
});

/** What a conditional format makes of a cell. */
export const ConditionalRangeFormat: ObjectClass<ConditionalRule> = defineClass<ConditionalRule>({
  name: "ConditionalRangeFormat",
  members: {
    fill: object((r) => entity(ConditionalRangeFill, r)),
    font: object((r) => entity(ConditionalRangeFont, r)),
    borders: object((r) => entity(ConditionalRangeBorderCollection, r)),
    numberFormat: value((r) => r.style.numberFormat ?? "", (r, code, c) => {
      r.changeStyle((dxf) => setDxfNumberFormat(dxf, String(code)));
      changed(r, c);
    }),
  },
});

const format = object<ConditionalRule>((r) => entity(ConditionalRangeFormat, r));

/** A conditional format by formula. */
export const CustomConditionalFormat = defineClass<ConditionalRule>({
  name: "CustomConditionalFormat",
  members: { rule: object((r) => entity(ConditionalFormatRule, r)), format },
});

const OPERATORS: Record<string, string> = {
  between: "Between", notBetween: "NotBetween", equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual", lessThanOrEqual: "LessThanOrEqual",
};

/** A conditional format by the cell's value. */
export const CellValueConditionalFormat = defineClass<ConditionalRule>({
  name: "CellValueConditionalFormat",
  members: {
    rule: value(
      (r) => ({ formula1: shown(r.formulas[0]), ...(r.formulas[1] !== undefined && { formula2: shown(r.formulas[1]) }), operator: OPERATORS[r.node.attrs["operator"] ?? "equal"] }),
      (r, given, c) => {
        const { formula1, formula2, operator } = given as unknown as Record<string, unknown>;
        const word = Object.entries(OPERATORS).find(([, name]) => name === operator)?.[0];
        if (!word) throw excelError("InvalidArgument", "operator");
        const two = word === "between" || word === "notBetween";
        r.node.attrs["operator"] = word;
        r.formulas = [formulaText(formula1), ...(two ? [formulaText(formula2)] : [])];
        changed(r, c);
      },
    ),
    format,
  },
});

const BOUNDARIES: Record<string, string> = { min: "LowestValue", max: "HighestValue", num: "Number", percent: "Percent", formula: "Formula", percentile: "Percentile", autoMin: "Automatic", autoMax: "Automatic" };

function boundary(node: XmlNode | undefined): object {
  const text = node?.attrs["val"];
  return { type: BOUNDARIES[node?.attrs["type"] ?? "min"] ?? "Invalid", ...(text !== undefined && { formula: `=${text}` }) };
}

/** Where a bar begins (at 0) and ends (at 1): the rule is given whole, as an object. */
function bound(at: 0 | 1): ValueMember<ConditionalRule> {
  return value(
    (r) => boundary(childElements(child(r.node, "dataBar"), "cfvo")[at]),
    (r, given, c) => {
      const { type, formula } = given as unknown as { type?: unknown; formula?: unknown };
      const kind = type === "Automatic" ? (at === 0 ? "min" : "max") : Object.entries(BOUNDARIES).find(([, name]) => name === type)?.[0];
      const node = childElements(child(r.node, "dataBar"), "cfvo")[at];
      if (!kind || !node) throw excelError("InvalidArgument", "the type of a data bar's bound");
      const ends = kind === "min" || kind === "max";
      // As Excel's dialog says: no relative references in the criteria of data bars.
      if (!ends && /(?<![\w$.!"(]|[\p{L}])(?:\$?[A-Z]{1,3}\d+|[A-Z]{1,3}\$\d+)(?![\w(])/iu.test(String(formula).replace(/"[^"]*"/g, '""'))) {
        throw excelError("InvalidArgument", "a relative reference in the bound of a data bar");
      }
      node.attrs = { type: kind, ...(!ends && { val: formulaText(formula) }) };
      changed(r, c);
    },
  );
}

/** A conditional format that draws bars. */
export const DataBarConditionalFormat = defineClass<ConditionalRule>({
  name: "DataBarConditionalFormat",
  members: {
    showDataBarOnly: value((r) => !flag(child(r.node, "dataBar"), "showValue", true)),
    lowerBoundRule: bound(0),
    upperBoundRule: bound(1),
    positiveFormat: object((r) => entity(ConditionalDataBarPositiveFormat, r)),
  },
});

/** The bars of positive numbers. */
export const ConditionalDataBarPositiveFormat: ObjectClass<ConditionalRule> = defineClass<ConditionalRule>({
  name: "ConditionalDataBarPositiveFormat",
  members: {
    fillColor: value(
      (r) => r.sheet.styles.colorOf(child(child(r.node, "dataBar"), "color")) ?? "",
      (r, given, c) => {
        const bar = child(child(r.node, "dataBar"), "color");
        if (!bar) throw excelError("InvalidOperation", "a data bar without a colour");
        bar.attrs = { rgb: `FF${color(given).slice(1)}` };
        changed(r, c);
      },
    ),
  },
});

/** A conditional format that colours along a scale. */
export const ColorScaleConditionalFormat = defineClass<ConditionalRule>({
  name: "ColorScaleConditionalFormat",
  members: {
    threeColorScale: value((r) => childElements(child(r.node, "colorScale"), "color").length === 3),
    criteria: value((r) => {
      const scale = child(r.node, "colorScale");
      const colors = childElements(scale, "color").map((n) => r.sheet.styles.colorOf(n) ?? "");
      const points = childElements(scale, "cfvo").map((n, i) => ({ ...boundary(n), color: colors[i] }));
      return points.length === 3 ? { minimum: points[0], midpoint: points[1], maximum: points[2] } : { minimum: points[0], maximum: points[1] };
    }),
  },
});

/** A conditional format that draws icons. */
export const IconSetConditionalFormat = defineClass<ConditionalRule>({
  name: "IconSetConditionalFormat",
  members: {
    style: value((r) => ICON_SETS[child(r.node, "iconSet")?.attrs["iconSet"] ?? "3TrafficLights1"] ?? "Invalid"),
    reverseIconOrder: value((r) => flag(child(r.node, "iconSet"), "reverse")),
    showIconOnly: value((r) => !flag(child(r.node, "iconSet"), "showValue", true)),
    criteria: value((r) =>
      childElements(child(r.node, "iconSet"), "cfvo").map((n, i) =>
        i === 0 ? {} : { ...boundary(n), operator: n.attrs["gte"] === "0" ? "GreaterThan" : "GreaterThanOrEqual" },
      ),
    ),
  },
});

/** A conditional format by what text says. */
export const TextConditionalFormat = defineClass<ConditionalRule>({
  name: "TextConditionalFormat",
  members: {
    rule: value((r) => {
      const names: Record<string, string> = { containsText: "Contains", notContainsText: "NotContains", beginsWith: "BeginsWith", endsWith: "EndsWith" };
      return { operator: names[r.node.attrs["type"] ?? ""] ?? "Invalid", text: r.node.attrs["text"] ?? "" };
    }),
    format,
  },
});

/** A conditional format of the highest or lowest. */
export const TopBottomConditionalFormat = defineClass<ConditionalRule>({
  name: "TopBottomConditionalFormat",
  members: {
    rule: value((r) => ({ rank: Number(r.node.attrs["rank"] ?? 10), type: `${flag(r.node, "bottom") ? "Bottom" : "Top"}${flag(r.node, "percent") ? "Percent" : "Items"}` })),
    format,
  },
});

/** A conditional format by one of Excel's ready-made conditions. */
export const PresetCriteriaConditionalFormat = defineClass<ConditionalRule>({
  name: "PresetCriteriaConditionalFormat",
  members: {
    rule: value((r) => {
      const names: Record<string, string> = {
        duplicateValues: "DuplicateValues", uniqueValues: "UniqueValues", containsBlanks: "Blanks", notContainsBlanks: "NonBlanks", containsErrors: "Errors", notContainsErrors: "NonErrors",
      };
      const { type = "", timePeriod = "" } = r.node.attrs;
      if (type === "timePeriod") return { criterion: timePeriod.charAt(0).toUpperCase() + timePeriod.slice(1) };
      if (type === "aboveAverage") return { criterion: `${flag(r.node, "equalAverage") ? "EqualOr" : ""}${flag(r.node, "aboveAverage", true) ? "Above" : "Below"}Average` };
      return { criterion: names[type] ?? "Invalid" };
    }),
    format,
  },
});

const KINDS: { type: RuleType; name: string; target: ObjectClass<ConditionalRule> }[] = [
  { type: "Custom", name: "custom", target: CustomConditionalFormat },
  { type: "CellValue", name: "cellValue", target: CellValueConditionalFormat },
  { type: "DataBar", name: "dataBar", target: DataBarConditionalFormat },
  { type: "ColorScale", name: "colorScale", target: ColorScaleConditionalFormat },
  { type: "IconSet", name: "iconSet", target: IconSetConditionalFormat },
  { type: "ContainsText", name: "textComparison", target: TextConditionalFormat },
  { type: "TopBottom", name: "topBottom", target: TopBottomConditionalFormat },
  { type: "PresetCriteria", name: "preset", target: PresetCriteriaConditionalFormat },
];

// custom and customOrNullObject, dataBar and dataBarOrNullObject …
const kindMembers = Object.fromEntries(
  KINDS.flatMap(({ type, name, target }) => {
    const orNull = (rule: ConditionalRule): Entity | null => (rule.type === type ? entity(target, rule) : null);
    const required = (rule: ConditionalRule): Entity => {
      const found = orNull(rule);
      if (!found) throw excelError("InvalidArgument", `a conditional format of type ${rule.type} has no ${name}`);
      return found;
    };
    return [
      [name, object(required)],
      [`${name}OrNullObject`, object(orNull)],
    ];
  }),
);

/** One conditional format. */
export const ConditionalFormat: ObjectClass<ConditionalRule> = defineClass<ConditionalRule>({
  name: "ConditionalFormat",
  identity: (rule) => ({ Id: rule.id }),
  members: {
    id: value((r) => r.id),
    type: value((r) => r.type),
    priority: value((r) => rulesOf(r.sheet).findIndex((other) => other.node === r.node), (r, rank, c) => {
      setRank(r, rank);
      changed(r, c);
    }),
    stopIfTrue: value((r) => (["DataBar", "ColorScale", "IconSet"].includes(r.type) ? null : r.stopIfTrue), (r, on, c) => {
      if (["DataBar", "ColorScale", "IconSet"].includes(r.type)) throw excelError("InvalidOperation", "stopIfTrue");
      r.stopIfTrue = on;
      changed(r, c);
    }),
    delete: method((r, _args, c) => {
      const { rects, sheet } = r;
      r.delete();
      for (const rect of rects) c.layoutChanged(sheet, rect);
    }),
    getRange: method((r) => {
      if (r.rects.length !== 1) throw excelError("InvalidOperation", "the conditional format has several areas");
      return entity(Range, { sheet: r.sheet, rect: r.rects[0]! });
    }),
    getRangeOrNullObject: method((r) => (r.rects.length === 1 ? entity(Range, { sheet: r.sheet, rect: r.rects[0]! }) : null)),
    getRanges: method((r) => entity(RangeAreas, { sheet: r.sheet, rects: r.rects })),
    ...kindMembers,
  },
});
