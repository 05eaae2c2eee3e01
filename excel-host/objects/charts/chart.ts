import { setCorners } from "../../engine/charts/blank";
import { seriesOf, typeOf } from "../../engine/charts/groups";
import { frameBox } from "../../engine/charts/frame";
import { ensure, setValue, valueOf } from "../../engine/charts/order";
import { frameOf, type ChartObject } from "../../engine/charts/sheetCharts";
import { excelError } from "../../engine/errors";
import type { Sheet } from "../../engine/sheet";
import { isEntity, defineClass, entity, entityOrNull, method, object, oneOf, text, value, type ObjectClass } from "../../protocol/define";
import type { RangeTarget } from "../../protocol/context";
import { rangeArgument } from "../ranges";
import { changed, ChartAreaFormat, truth } from "./chartFormat";
import { ChartAxes, ChartLegend, ChartTitle } from "./chartParts";
import { ChartSeriesCollection, setSeriesValues } from "./chartSeries";

const LONGEST_NAME = 255;

/** Ids last as long as the workbook is open. */
const ids = new WeakMap<ChartObject, string>();
let nextId = 1;

function idOf(chart: ChartObject): string {
  let id = ids.get(chart);
  if (id === undefined) ids.set(chart, (id = `{${String(nextId++).padStart(8, "0")}-0000-0000-0000-000000000000}`));
  return id;
}

const nameOf = (chart: ChartObject): string => frameOf(chart).attrs["name"] ?? "";

/** One chart. */
export const Chart: ObjectClass<ChartObject> = defineClass<ChartObject>({
  name: "Chart",
  identity: (chart) => ({ Id: idOf(chart) }),
  members: {
    id: value(idOf, undefined, "1.7"),
    name: value(nameOf, (chart, given, c) => {
      const name = text(given, "name");
      if (name === "" || name.length > LONGEST_NAME) throw excelError("InvalidArgument", "name");
      frameOf(chart).attrs["name"] = name;
      c.workbook.charts(chart.sheet).touch();
      changed({ chart }, c);
    }),
    chartType: value(({ root }) => {
      const [first] = seriesOf(root);
      return first ? typeOf(first.group, first.ser) : "Invalid";
    }, undefined, "1.7"),
    left: value((chart) => frameBox(chart).left),
    top: value((chart) => frameBox(chart).top),
    width: value((chart) => frameBox(chart).width),
    height: value((chart) => frameBox(chart).height),
    plotVisibleOnly: value(({ root }) => valueOf(ensure(root, "c:chart"), "plotVisOnly") !== "0", (chart, given, c) => {
      setValue(ensure(chart.root, "c:chart"), "plotVisOnly", truth(given, "plotVisibleOnly") ? 1 : 0);
      changed({ chart }, c);
    }, "1.8"),
    title: object((chart) => entity(ChartTitle, chart)),
    legend: object((chart) => entity(ChartLegend, chart)),
    axes: object((chart) => entity(ChartAxes, chart)),
    series: object((chart) => entity(ChartSeriesCollection, chart)),
    format: object((chart) => entity(ChartAreaFormat, { chart, node: chart.root })),
    // From the first cell's upper left corner to the last one's lower right.
    setPosition: method((chart, [start, end], c) => {
      const from = rangeArgument(c, chart.sheet, start);
      const to = end === undefined || end === null ? from : rangeArgument(c, chart.sheet, end);
      if (from.sheet !== chart.sheet || to.sheet !== chart.sheet) throw excelError("InvalidArgument", "cells of another sheet");
      if (to.rect.bottom < from.rect.top || to.rect.right < from.rect.left) throw excelError("InvalidArgument", "endCell");
      setCorners(chart.anchor, { column: from.rect.left, row: from.rect.top }, { column: to.rect.right + 1, row: to.rect.bottom + 1 });
      c.workbook.charts(chart.sheet).touch();
      changed({ chart }, c);
    }),
    delete: method((chart, _args, c) => {
      c.workbook.charts(chart.sheet).delete(chart);
      c.layoutChanged(chart.sheet);
    }),
  },
});

/** The charts of a sheet, in the order in which they lie over each other. */
export const ChartCollection: ObjectClass<Sheet> = defineClass<Sheet>({
  name: "ChartCollection",
  items: (sheet, c) => c.workbook.charts(sheet).items.map((chart) => entity(Chart, chart)),
  find: (sheet, key, c) => {
    const { items } = c.workbook.charts(sheet);
    return entityOrNull(Chart, items.find((chart) => nameOf(chart) === text(key, "name")) ?? items.find((chart) => idOf(chart) === key));
  },
  members: {
    count: value((sheet, c) => c.workbook.charts(sheet).items.length),
    // Where nothing says whether series lie in rows or columns, Excel for the web and the desktop guess differently.
    add: method((sheet, [type, source, seriesBy], c) => {
      if (sheet.isProtected) throw excelError("AccessDenied");
      if (!isEntity(source) || source.type.name !== "Range") throw excelError("InvalidArgument", "sourceData");
      const { rect } = source.target as RangeTarget;
      if (oneOf(seriesBy, ["Columns", "Rows"], "seriesBy") !== "Columns" || rect.left !== rect.right) {
        throw excelError("InvalidArgument", "this host makes charts of one column, whose series are then set one by one");
      }
      const chart = c.workbook.charts(sheet).add(text(type, "type"));
      const [first] = seriesOf(chart.root);
      if (first) setSeriesValues({ chart, ser: first.ser }, source);
      changed({ chart }, c);
      return entity(Chart, chart);
    }),
  },
});
