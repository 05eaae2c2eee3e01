import { absoluteRectName, quoteSheet } from "../../engine/address";
import { referenceTo } from "../../engine/charts/blank";
import { plotArea } from "../../engine/charts/groups";
import { setTurn, turnOf } from "../../engine/charts/looks";
import { drop, ensure, place, setValue, valueOf } from "../../engine/charts/order";
import type { ChartObject } from "../../engine/charts/sheetCharts";
import { excelError } from "../../engine/errors";
import { displayText } from "../../engine/numberFormat";
import { child, childElements, element, localName, textOf, type XmlNode } from "../../engine/xml";
import type { HostContext } from "../../protocol/context";
import { defineClass, entity, method, object, oneOf, text, value, type ObjectClass, type ValueMember } from "../../protocol/define";
import { changed, ChartAxisFormat, ChartGridlinesFormat, ChartLegendFormat, ChartTitleFormat, truth, type Element } from "./chartFormat";
import { plain } from "./chartSeries";

const chartOf = ({ root }: ChartObject): XmlNode => ensure(root, "c:chart");

/** @throws ExcelError where the chart has none, as Excel does */
function titleOf(chart: ChartObject): XmlNode {
  const found = child(chartOf(chart), "title");
  if (!found) throw excelError("InvalidOperation", "the chart has no title");
  return found;
}

function titleText(chart: ChartObject, context: HostContext): string {
  const tx = child(child(chartOf(chart), "title"), "tx");
  const reference = child(tx, "strRef");
  if (!reference) return textOf(child(tx, "rich"));
  context.calculateIfNeeded();
  const found = context.workbook.referencedRange(textOf(child(reference, "f")), chart.sheet);
  if (!found) return "#REF!";
  const { sheet, rect } = found;
  return displayText(sheet.value(rect.top, rect.left), sheet.style(rect.top, rect.left).numberFormat, { shortDate: context.shortDate });
}

/** The words over a chart. */
export const ChartTitle: ObjectClass<ChartObject> = defineClass<ChartObject>({
  name: "ChartTitle",
  members: {
    text: value(titleText, (chart, given, c) => {
      const title = titleOf(chart);
      drop(title, "tx", "txPr");
      const run = element("a:r", {}, [element("a:rPr", { lang: "zh-CN" }), element("a:t", {}, [plain(given, "text")])]);
      const paragraph = element("a:p", {}, [element("a:pPr", {}, [element("a:defRPr")]), run]);
      place(title, element("c:tx", {}, [element("c:rich", {}, [element("a:bodyPr"), element("a:lstStyle"), paragraph])]));
      changed({ chart }, c);
    }),
    visible: value((chart) => child(chartOf(chart), "title") !== undefined, (chart, given, c) => {
      const wanted = truth(given, "visible");
      if (!wanted) drop(chartOf(chart), "title");
      else if (!child(chartOf(chart), "title")) setValue(place(chartOf(chart), element("c:title")), "overlay", 0);
      setValue(chartOf(chart), "autoTitleDeleted", wanted ? 0 : 1);
      changed({ chart }, c);
    }),
    format: object((chart) => entity(ChartTitleFormat, { chart, node: titleOf(chart) })),
    // Only a reference to one cell is known to work everywhere.
    setFormula: method((chart, [formula], c) => {
      const typed = text(formula, "formula");
      const found = typed.startsWith("=") ? c.workbook.referencedRange(typed, chart.sheet) : undefined;
      if (!found || found.rect.top !== found.rect.bottom || found.rect.left !== found.rect.right || !typed.includes("!")) throw excelError("InvalidArgument", "formula");
      const title = titleOf(chart);
      drop(title, "tx");
      place(title, element("c:tx", {}, [referenceTo("str", `${quoteSheet(found.sheet.name)}!${absoluteRectName(found.rect)}`)]));
      changed({ chart }, c);
    }, "1.7"),
  },
});

const POSITIONS = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" } as const;

/** What the series are called. */
export const ChartLegend: ObjectClass<ChartObject> = defineClass<ChartObject>({
  name: "ChartLegend",
  members: {
    visible: value((chart) => child(chartOf(chart), "legend") !== undefined, (chart, given, c) => {
      if (!truth(given, "visible")) drop(chartOf(chart), "legend");
      else if (!child(chartOf(chart), "legend")) place(chartOf(chart), element("c:legend", {}, [element("c:legendPos", { val: "r" }), element("c:overlay", { val: 0 })]));
      changed({ chart }, c);
    }),
    position: value((chart) => Object.entries(POSITIONS).find(([, stored]) => stored === valueOf(child(chartOf(chart), "legend"), "legendPos"))?.[0] ?? "Right", (chart, given, c) => {
      const legend = child(chartOf(chart), "legend");
      if (!legend) throw excelError("InvalidOperation", "the chart has no legend");
      setValue(legend, "legendPos", POSITIONS[oneOf(given, Object.keys(POSITIONS) as (keyof typeof POSITIONS)[], "position")]);
      changed({ chart }, c);
    }),
    format: object((chart) => {
      const legend = child(chartOf(chart), "legend");
      if (!legend) throw excelError("InvalidOperation", "the chart has no legend");
      return entity(ChartLegendFormat, { chart, node: legend });
    }),
  },
});

/** Lines across the chart at the marks of an axis. */
const ChartGridlines: ObjectClass<Element> = defineClass<Element>({
  name: "ChartGridlines",
  members: {
    visible: value(({ node }) => child(node, "majorGridlines") !== undefined, (t, given, c) => {
      if (!truth(given, "visible")) drop(t.node, "majorGridlines");
      else ensure(t.node, "c:majorGridlines");
      changed(t, c);
    }),
    format: object((t) => {
      const lines = child(t.node, "majorGridlines");
      if (!lines) throw excelError("InvalidOperation", "the axis has no gridlines");
      return entity(ChartGridlinesFormat, { chart: t.chart, node: lines });
    }),
  },
});

/** A bound of an axis; "" lets Excel choose it, as it does then. */
function bound(name: "min" | "max"): ValueMember<Element> {
  return value(({ node }) => Number(valueOf(child(node, "scaling"), name) ?? (name === "min" ? 0 : 1)), (t, given, c) => {
    const bounds = given as unknown;
    const scaling = ensure(t.node, "c:scaling");
    if (localName(t.node.name) !== "valAx") throw excelError("InvalidArgument", "an axis of categories has no bounds");
    if (bounds === "") drop(scaling, name);
    else if (typeof bounds === "number" && Number.isFinite(bounds)) setValue(scaling, name, bounds);
    else throw excelError("InvalidArgument", name);
    changed(t, c);
  });
}

/** One axis. */
const ChartAxis: ObjectClass<Element> = defineClass<Element>({
  name: "ChartAxis",
  members: {
    minimum: bound("min"),
    maximum: bound("max"),
    numberFormat: value(({ node }) => child(node, "numFmt")?.attrs["formatCode"] ?? "General", (t, given, c) => {
      ensure(t.node, "c:numFmt").attrs = { formatCode: text(given, "numberFormat"), sourceLinked: "0" };
      changed(t, c);
    }, "1.8"),
    reversePlotOrder: value(({ node }) => valueOf(child(node, "scaling"), "orientation") === "maxMin", (t, given, c) => {
      setValue(ensure(t.node, "c:scaling"), "orientation", truth(given, "reversePlotOrder") ? "maxMin" : "minMax");
      changed(t, c);
    }, "1.7"),
    textOrientation: value(({ node }) => turnOf(node), (t, given, c) => {
      const degrees = given as unknown;
      const isTurn = typeof degrees === "number" && Number.isInteger(degrees) && (Math.abs(degrees) <= 90 || degrees === 180);
      if (!isTurn) throw excelError("InvalidArgument", "textOrientation");
      setTurn(t.node, degrees);
      changed(t, c);
    }, "1.8"),
    majorGridlines: object((t) => entity(ChartGridlines, t)),
    format: object((t) => entity(ChartAxisFormat, t)),
  },
});

function axisOf(chart: ChartObject, ...names: string[]): Element {
  const node = childElements(plotArea(chart.root)).find(({ name }) => names.includes(localName(name)));
  if (!node) throw excelError("InvalidOperation", "the chart has no such axis");
  return { chart, node };
}

/** The axes of a chart. */
export const ChartAxes: ObjectClass<ChartObject> = defineClass<ChartObject>({
  name: "ChartAxes",
  members: {
    categoryAxis: object((chart) => entity(ChartAxis, axisOf(chart, "catAx", "dateAx"))),
    valueAxis: object((chart) => entity(ChartAxis, axisOf(chart, "valAx"))),
  },
});
