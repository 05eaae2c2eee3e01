import { absoluteRectName, quoteSheet } from "../../engine/address";
import { referenceTo } from "../../engine/charts/blank";
import { addSeries, changeType, removeSeries, seriesOf, typeOf, type SeriesPlace } from "../../engine/charts/groups";
import * as looks from "../../engine/charts/looks";
import { drop, ensure, place, setValue, valueOf } from "../../engine/charts/order";
import type { ChartObject } from "../../engine/charts/sheetCharts";
import { excelError } from "../../engine/errors";
import { child, element, localName, textOf, type XmlNode } from "../../engine/xml";
import type { HostContext, RangeTarget } from "../../protocol/context";
import { defineClass, entity, isEntity, method, object, oneOf, text, value, type ObjectClass, type ValueMember } from "../../protocol/define";
import { color } from "../rangeFormat";
import { changed, ChartDataLabelFormat, ChartSeriesFormat, numberWithin, truth } from "./chartFormat";

/** A series of a chart; its group is found anew, as it changes with the type. */
interface SeriesTarget {
  chart: ChartObject;
  ser: XmlNode;
}

const LONGEST_NAME = 255;
const MARKERS: Readonly<Record<string, string>> = { None: "none", Square: "square", Diamond: "diamond", Triangle: "triangle", X: "x", Star: "star", Dot: "dot", Dash: "dash", Circle: "circle", Plus: "plus" };
/** Where labels may stand, by what is drawn. */
const POSITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  barChart: { Center: "ctr", InsideEnd: "inEnd", InsideBase: "inBase", OutsideEnd: "outEnd" },
  lineChart: { Center: "ctr", Left: "l", Right: "r", Top: "t", Bottom: "b" },
};
const SHOWN = { showLegendKey: "showLegendKey", showValue: "showVal", showCategoryName: "showCatName", showSeriesName: "showSerName", showPercentage: "showPercent" } as const;

function placeOf({ chart, ser }: SeriesTarget): SeriesPlace {
  const found = seriesOf(chart.root).find((one) => one.ser === ser);
  if (!found) throw excelError("ItemNotFound", "the series was deleted");
  return found;
}

/** @throws ExcelError InvalidArgument where it is drawn otherwise, as Excel does */
function groupOf(target: SeriesTarget, wanted: "barChart" | "lineChart", name: string): XmlNode {
  const { group } = placeOf(target);
  if (localName(group.name) !== wanted) throw excelError("InvalidArgument", `${name} of a series that is drawn otherwise`);
  return group;
}

/** What stands where a typed text would be taken for a reference is refused: Excel takes it for one, or fails. */
export function plain(given: unknown, name: string): string {
  const typed = text(given, name);
  if (typed.startsWith("=") || typed.length > LONGEST_NAME) throw excelError("InvalidArgument", name);
  return typed;
}

function setName({ ser }: SeriesTarget, name: string): void {
  drop(ser, "tx");
  place(ser, element("c:tx", {}, [element("c:v", {}, [name])]));
}

/** The cells of a range as a chart names them; one row or one column of them. */
function referenceOf(given: unknown, name: string): { formula: string; target: RangeTarget } {
  if (!isEntity(given) || given.type.name !== "Range") throw excelError("InvalidArgument", name);
  const target = given.target as RangeTarget;
  const { top, left, bottom, right } = target.rect;
  if (top !== bottom && left !== right) throw excelError("InvalidArgument", `${name}: a series is one row or one column`);
  return { formula: `${quoteSheet(target.sheet.name)}!${absoluteRectName(target.rect)}`, target };
}

export function setSeriesValues({ ser }: SeriesTarget, given: unknown): void {
  const { formula } = referenceOf(given, "sourceData");
  drop(ser, "val");
  place(ser, element("c:val", {}, [referenceTo("num", formula)]));
}

function setCategories({ ser }: SeriesTarget, given: unknown, context: HostContext): void {
  const { formula, target } = referenceOf(given, "sourceData");
  context.calculateIfNeeded();
  let isText = false;
  target.sheet.eachCell(target.rect, (cell) => {
    if (cell.v !== null && typeof cell.v !== "number") isText = true;
  });
  drop(ser, "cat");
  place(ser, element("c:cat", {}, [referenceTo(isText ? "str" : "num", formula)]));
}

function markerColour(name: string, read: (marker: XmlNode) => string, write: (marker: XmlNode, colour: string) => void): ValueMember<SeriesTarget> {
  return value(
    ({ ser }) => read(child(ser, "marker") ?? element("c:marker")),
    (t, given, c) => {
      groupOf(t, "lineChart", name);
      write(ensure(t.ser, "c:marker"), color(given));
      changed(t, c);
    },
    "1.7",
  );
}

/** Labels at the points of a series. */
export const ChartDataLabels: ObjectClass<SeriesTarget> = defineClass<SeriesTarget>({
  name: "ChartDataLabels",
  members: {
    ...Object.fromEntries(
      Object.entries(SHOWN).map(([name, tag]) => [
        name,
        value<SeriesTarget>((t) => valueOf(child(t.ser, "dLbls"), tag) === "1", (t, given, c) => {
          setValue(labelsOf(t), tag, truth(given, name) ? 1 : 0);
          changed(t, c);
        }),
      ]),
    ),
    position: value(
      (t) => Object.entries(POSITIONS[localName(placeOf(t).group.name)] ?? {}).find(([, stored]) => stored === valueOf(child(t.ser, "dLbls"), "dLblPos"))?.[0] ?? null,
      (t, given, c) => {
        const places = POSITIONS[localName(placeOf(t).group.name)] ?? {};
        setValue(labelsOf(t), "dLblPos", places[oneOf(given, Object.keys(places), "position")] ?? "");
        changed(t, c);
      },
    ),
    numberFormat: value((t) => child(child(t.ser, "dLbls"), "numFmt")?.attrs["formatCode"] ?? "General", (t, given, c) => {
      const format = ensure(labelsOf(t), "c:numFmt");
      format.attrs = { formatCode: text(given, "numberFormat"), sourceLinked: "0" };
      changed(t, c);
    }, "1.8"),
    format: object((t) => entity(ChartDataLabelFormat, { chart: t.chart, node: labelsOf(t) })),
  },
});

/** @throws ExcelError where the series has none: Excel is not documented to make them */
function labelsOf({ ser }: SeriesTarget): XmlNode {
  const found = child(ser, "dLbls");
  if (!found) throw excelError("InvalidOperation", "the series has no data labels");
  return found;
}

function setLabels({ ser }: SeriesTarget, wanted: boolean): void {
  if (wanted === (child(ser, "dLbls") !== undefined)) return;
  drop(ser, "dLbls");
  if (!wanted) return;
  const labels = place(ser, element("c:dLbls"));
  for (const tag of ["showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"]) setValue(labels, tag, tag === "showVal" ? 1 : 0);
}

/** One series. */
export const ChartSeries: ObjectClass<SeriesTarget> = defineClass<SeriesTarget>({
  name: "ChartSeries",
  members: {
    name: value(
      ({ ser }) => textOf(child(child(ser, "tx"), "v")) || textOf(child(child(child(child(child(ser, "tx"), "strRef"), "strCache"), "pt"), "v")),
      (t, given, c) => {
        setName(t, plain(given, "name"));
        changed(t, c);
      },
    ),
    chartType: value((t) => typeOf(placeOf(t).group, t.ser), (t, given, c) => {
      changeType(t.chart.root, placeOf(t), given);
      changed(t, c);
    }, "1.7"),
    gapWidth: value((t) => Number(valueOf(placeOf(t).group, "gapWidth") ?? 150), (t, given, c) => {
      setValue(groupOf(t, "barChart", "gapWidth"), "gapWidth", numberWithin(given, 0, 500, "gapWidth"));
      changed(t, c);
    }, "1.7"),
    overlap: value((t) => Number(valueOf(placeOf(t).group, "overlap") ?? 0), (t, given, c) => {
      setValue(groupOf(t, "barChart", "overlap"), "overlap", numberWithin(given, -100, 100, "overlap"));
      changed(t, c);
    }, "1.8"),
    smooth: value(({ ser }) => valueOf(ser, "smooth") === "1", (t, given, c) => {
      groupOf(t, "lineChart", "smooth");
      setValue(t.ser, "smooth", truth(given, "smooth") ? 1 : 0);
      changed(t, c);
    }, "1.7"),
    markerStyle: value(
      ({ ser }) => Object.entries(MARKERS).find(([, stored]) => stored === valueOf(child(ser, "marker"), "symbol"))?.[0] ?? "Automatic",
      (t, given, c) => {
        groupOf(t, "lineChart", "markerStyle");
        setValue(ensure(t.ser, "c:marker"), "symbol", MARKERS[oneOf(given, Object.keys(MARKERS), "markerStyle")] ?? "");
        changed(t, c);
      },
      "1.7",
    ),
    markerSize: value(({ ser }) => Number(valueOf(child(ser, "marker"), "size") ?? 5), (t, given, c) => {
      groupOf(t, "lineChart", "markerSize");
      setValue(ensure(t.ser, "c:marker"), "size", numberWithin(given, 2, 72, "markerSize"));
      changed(t, c);
    }, "1.7"),
    markerBackgroundColor: markerColour("markerBackgroundColor", looks.fillOf, looks.setFill),
    markerForegroundColor: markerColour("markerForegroundColor", looks.lineColourOf, looks.setLineColour),
    hasDataLabels: value(({ ser }) => child(ser, "dLbls") !== undefined, (t, given, c) => {
      setLabels(t, truth(given, "hasDataLabels"));
      changed(t, c);
    }, "1.7"),
    dataLabels: object((t) => entity(ChartDataLabels, t), "1.8"),
    format: object((t) => entity(ChartSeriesFormat, { chart: t.chart, node: t.ser })),
    setValues: method((t, [range], c) => {
      setSeriesValues(t, range);
      changed(t, c);
    }, "1.7"),
    setXAxisValues: method((t, [range], c) => {
      setCategories(t, range, c);
      changed(t, c);
    }, "1.7"),
    delete: method((t, _args, c) => {
      removeSeries(placeOf(t));
      changed(t, c);
    }, "1.7"),
  },
});

/** The series of a chart, as Excel counts them: columns before lines. */
export const ChartSeriesCollection: ObjectClass<ChartObject> = defineClass<ChartObject>({
  name: "ChartSeriesCollection",
  items: (chart) => seriesOf(chart.root).map(({ ser }) => entity(ChartSeries, { chart, ser })),
  members: {
    count: value((chart) => seriesOf(chart.root).length),
    add: method((chart, [name], c) => {
      const [first] = seriesOf(chart.root);
      const { ser } = addSeries(chart.root, first ? typeOf(first.group) : "ColumnClustered");
      if (name !== undefined && name !== null) setName({ chart, ser }, plain(name, "name"));
      changed({ chart }, c);
      return entity(ChartSeries, { chart, ser });
    }, "1.7"),
  },
});
