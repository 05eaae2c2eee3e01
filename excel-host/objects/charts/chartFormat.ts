/** Fills, lines and letters of a chart's elements. */
import type { ChartObject } from "../../engine/charts/sheetCharts";
import * as looks from "../../engine/charts/looks";
import { excelError } from "../../engine/errors";
import type { XmlNode } from "../../engine/xml";
import type { HostContext } from "../../protocol/context";
import { defineClass, entity, method, object, oneOf, value, type ObjectClass } from "../../protocol/define";
import { color } from "../rangeFormat";

/** An element of a chart that has looks. */
export interface Element {
  chart: ChartObject;
  node: XmlNode;
}

/** What of a chart was set is saved and drawn. */
export function changed({ chart }: { chart: ChartObject }, context: HostContext): void {
  chart.changed = true;
  context.layoutChanged(chart.sheet);
}

/** A number within bounds. */
export function numberWithin(given: unknown, low: number, high: number, name: string): number {
  if (typeof given !== "number" || !(given >= low && given <= high)) throw excelError("InvalidArgument", `${name} ${String(given)}`);
  return given;
}

/** True or false. */
export function truth(given: unknown, name: string): boolean {
  if (typeof given !== "boolean") throw excelError("InvalidArgument", name);
  return given;
}

/** One colour. */
export const ChartFill: ObjectClass<Element> = defineClass<Element>({
  name: "ChartFill",
  members: {
    setSolidColor: method((t, [given], c) => {
      looks.setFill(t.node, color(given));
      changed(t, c);
    }),
    clear: method((t, _args, c) => {
      looks.setFill(t.node, null);
      changed(t, c);
    }),
  },
});

/** A line. */
export const ChartLineFormat: ObjectClass<Element> = defineClass<Element>({
  name: "ChartLineFormat",
  members: {
    color: value(({ node }) => looks.lineColourOf(node), (t, given, c) => {
      looks.setLineColour(t.node, color(given));
      changed(t, c);
    }),
    weight: value(({ node }) => looks.lineWeightOf(node), (t, given, c) => {
      looks.setLineWeight(t.node, numberWithin(given, 0, 1584, "weight"));
      changed(t, c);
    }, "1.7"),
    lineStyle: value(({ node }) => looks.lineStyleOf(node), (t, given, c) => {
      looks.setLineStyle(t.node, oneOf(given, looks.LINE_STYLES, "lineStyle"));
      changed(t, c);
    }, "1.7"),
  },
});

/** Letters. */
export const ChartFont: ObjectClass<Element> = defineClass<Element>({
  name: "ChartFont",
  members: {
    size: letters("size", (given) => numberWithin(given, 1, 409, "size")),
    bold: letters("bold", (given) => truth(given, "bold")),
    color: letters("color", (given) => color(given)),
    name: letters("name", String),
  },
});

function letters<Name extends "size" | "bold" | "color" | "name">(name: Name, read: (given: unknown) => Required<looks.Letters>[Name]) {
  return value<Element>(({ node }) => looks.lettersOf(node)[name], (t, given, c) => {
    looks.setLetters(t.node, { [name]: read(given) });
    changed(t, c);
  });
}

const font = object<Element>((t) => entity(ChartFont, t));
const fill = object<Element>((t) => entity(ChartFill, t));
const line = object<Element>((t) => entity(ChartLineFormat, t));

export const ChartAreaFormat: ObjectClass<Element> = defineClass<Element>({ name: "ChartAreaFormat", members: { font, fill } });
export const ChartSeriesFormat: ObjectClass<Element> = defineClass<Element>({ name: "ChartSeriesFormat", members: { fill, line } });
export const ChartTitleFormat: ObjectClass<Element> = defineClass<Element>({ name: "ChartTitleFormat", members: { font, fill } });
export const ChartLegendFormat: ObjectClass<Element> = defineClass<Element>({ name: "ChartLegendFormat", members: { font, fill } });
export const ChartDataLabelFormat: ObjectClass<Element> = defineClass<Element>({ name: "ChartDataLabelFormat", members: { font, fill } });
export const ChartAxisFormat: ObjectClass<Element> = defineClass<Element>({ name: "ChartAxisFormat", members: { font, line } });
export const ChartGridlinesFormat: ObjectClass<Element> = defineClass<Element>({ name: "ChartGridlinesFormat", members: { line } });
