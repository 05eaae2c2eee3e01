/** A chart as whoever draws the workbook sees it: plain data. */
import { displayText } from "../numberFormat";
import type { ChartView, ChartSeriesView } from "../types";
import { child, childElements, localName, textOf, type XmlNode } from "../xml";
import type { ChartBook } from "./chartBook";
import { frameBox } from "./frame";
import { plotArea, seriesOf, typeOf } from "./groups";
import { fillOf, lettersOf, lineColourOf, lineStyleOf, lineWeightOf, turnOf } from "./looks";
import { valueOf } from "./order";
import { frameOf, type ChartObject } from "./sheetCharts";

const PIXELS_PER_POINT = 4 / 3;

/** What a chart shows now, from the cells that it is drawn from. */
export function chartView(workbook: ChartBook, chart: ChartObject): ChartView {
  const { root, sheet } = chart;
  const { left, top, width, height } = frameBox(chart);
  const space = child(root, "chart");
  const series = seriesOf(root);
  const axis = (name: string) => childElements(plotArea(root)).find((one) => localName(one.name) === name);
  const titleNode = child(space, "title");
  return {
    name: frameOf(chart).attrs["name"] ?? "",
    left: left * PIXELS_PER_POINT,
    top: top * PIXELS_PER_POINT,
    width: width * PIXELS_PER_POINT,
    height: height * PIXELS_PER_POINT,
    title: titleNode ? titleOf(workbook, chart, titleNode) : "",
    titleSize: titleNode ? lettersOf(titleNode).size : 0,
    size: lettersOf(root).size,
    categories: texts(workbook, chart, child(series[0]?.ser, "cat")),
    upright: turnOf(axis("catAx") ?? root) === 180,
    reversed: valueOf(child(axis("catAx"), "scaling"), "orientation") === "maxMin",
    axisFormat: child(axis("valAx"), "numFmt")?.attrs["formatCode"] ?? "General",
    legend: child(space, "legend") !== undefined,
    series: series.map(({ group, ser }): ChartSeriesView => {
      const marker = child(ser, "marker");
      const labels = child(ser, "dLbls");
      const values = numbers(workbook, chart, child(ser, "val"));
      const format = child(labels, "numFmt")?.attrs["formatCode"] ?? "General";
      return {
        name: textOf(child(child(ser, "tx"), "v")),
        type: typeOf(group, ser),
        values,
        labels: valueOf(labels, "showVal") === "1" ? values.map((value) => (value === null ? "" : displayText(value, format))) : null,
        labelSize: labels ? lettersOf(labels).size : 0,
        fill: fillOf(ser),
        line: lineStyleOf(ser) === "None" ? null : { color: lineColourOf(ser) || "#4472C4", weight: lineWeightOf(ser), dash: !["Automatic", "Continuous"].includes(lineStyleOf(ser)) },
        marker: marker && valueOf(marker, "symbol") !== "none" ? { shape: valueOf(marker, "symbol") ?? "circle", size: Number(valueOf(marker, "size") ?? 5), fill: fillOf(marker), line: lineColourOf(marker) } : null,
      };
    }),
    sheet: sheet.name,
  };
}

function titleOf(workbook: ChartBook, chart: ChartObject, title: XmlNode): string {
  const tx = child(title, "tx");
  return child(tx, "strRef") ? (texts(workbook, chart, tx)[0] ?? "") : textOf(child(tx, "rich"));
}

function cellsOf(workbook: ChartBook, chart: ChartObject, holder: XmlNode | undefined) {
  const reference = child(holder, "strRef") ?? child(holder, "numRef");
  const found = reference && workbook.referencedRange(textOf(child(reference, "f")), chart.sheet);
  if (!found) return [];
  const { sheet, rect } = found;
  const cells: { value: ReturnType<typeof sheet.value>; format: string }[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) cells.push({ value: sheet.value(row, column), format: sheet.style(row, column).numberFormat });
  }
  return cells;
}

function texts(workbook: ChartBook, chart: ChartObject, holder: XmlNode | undefined): string[] {
  return cellsOf(workbook, chart, holder).map(({ value, format }) => displayText(value, format));
}

/** A text counts as 0, an error and a blank as nothing, as Excel draws them. */
function numbers(workbook: ChartBook, chart: ChartObject, holder: XmlNode | undefined): (number | null)[] {
  return cellsOf(workbook, chart, holder).map(({ value }) => (typeof value === "number" ? value : value === null || typeof value === "object" ? null : 0));
}
