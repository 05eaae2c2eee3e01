import type { Chart, ChartSeries, PlannedBlock, PlannedChart, SeriesLook, SheetPlan } from "../attachments";
import { a1, columnLetters, quotedSheet } from "../progress";

/** Points. */
const TITLE_SIZE = 11;
const TEXT_SIZE = 9;
const TEXT_COLOUR = "#262626";
const GRID_COLOUR = "#D9D9D9";
const PACE_WEIGHT = 2.25;
const TREND_WEIGHT = 2;
const BORDER_WEIGHT = 0.75;
const MARKER_SIZE = 7;
/** Of a column's width; columns of a chart lie over each other, as a region has one of them alone. */
const GAP_WIDTH = 60;
const OVERLAP = 100;
/** Letters stand one above the other. */
const UPRIGHT = 180;
/** Excel's limit for a series' name, in UTF-16 units. */
const LONGEST_NAME = 255;

const CHART_TYPES = { columns: "ColumnClustered", lines: "LineMarkers", bars: "BarClustered" } as const;

/**
 * Names for the charts of a plan that no chart of its sheet bears yet: 进度图 starts, else 进度图 starts (2). New charts
 * stand beside the old ones until the write is sure to succeed.
 * @param present the names of the charts that are there
 * @param wanted the names that they bore before, which they take again where they can
 */
export function chartNames({ name, charts = [] }: SheetPlan, present: readonly string[], wanted: readonly string[] = []): string[] {
  if (wanted.length === charts.length && !wanted.some((one) => present.includes(one))) return [...wanted];
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const names = charts.map(({ chart }) => `${`${name} ${chart.id}`.slice(0, LONGEST_NAME - suffix.length)}${suffix}`);
    if (!names.some((one) => present.includes(one))) return names;
  }
}

/**
 * Queues the charts of a planned sheet over its cells. Which cells are whose is told to Excel outright: Excel for the
 * web and for the desktop guess differently whether series lie in rows or columns (office-js #1830, #2929).
 * @param sheetName what the sheet is called at this moment
 */
export function drawCharts(sheet: Excel.Worksheet, sheetName: string, { charts = [] }: SheetPlan, names: readonly string[]): void {
  charts.forEach((planned, index) => drawChart(sheet, sheetName, planned, names[index] ?? planned.chart.id));
}

function drawChart(sheet: Excel.Worksheet, sheetName: string, { chart: shown, at, title, categories, values }: PlannedChart, name: string): void {
  const [first] = values;
  if (!first) return;
  // One column without its header: one series, however Excel reads it.
  const chart = sheet.charts.add(CHART_TYPES[shown.kind], rangeAt(sheet, first), Excel.ChartSeriesBy.columns);
  chart.name = name;
  chart.setPosition(a1(at.row, at.column), a1(at.row + at.rowCount - 1, at.column + at.columnCount - 1));
  // Somebody may hide the columns that it is drawn from.
  chart.plotVisibleOnly = false;
  chart.format.font.size = TEXT_SIZE;
  chart.format.font.color = TEXT_COLOUR;
  shown.series.forEach((series, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(plainText(series.name));
    if (index === 0) drawn.name = plainText(series.name);
    drawn.setValues(rangeAt(sheet, values[index] ?? first));
    drawn.setXAxisValues(rangeAt(sheet, categories));
    drawSeries(drawn, series, shown);
  });
  chart.title.visible = true;
  chart.title.text = plainText(shown.title);
  // The cell's words from now on: they follow the figures as the columns do.
  chart.title.setFormula(`=${quotedSheet(sheetName)}!$${columnLetters(title.column)}$${title.row + 1}`);
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.legend.visible = shown.series.length > 1;
  if (shown.series.length > 1) chart.legend.position = Excel.ChartLegendPosition.bottom;
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.minimum = 0;
  valueAxis.numberFormat = shown.axisFormat;
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = GRID_COLOUR;
  if (shown.kind === "bars") categoryAxis.reversePlotOrder = true;
  if (shown.upright) categoryAxis.textOrientation = UPRIGHT;
}

function drawSeries(series: Excel.ChartSeries, { look, labels }: ChartSeries, { kind, labelSize }: Chart): void {
  if (look.kind === "column") {
    series.chartType = kind === "bars" ? CHART_TYPES.bars : CHART_TYPES.columns;
    series.gapWidth = GAP_WIDTH;
    series.overlap = OVERLAP;
    series.format.fill.setSolidColor(look.fill);
    series.format.line.color = look.line;
    series.format.line.weight = BORDER_WEIGHT;
  } else drawLine(series, look);
  if (labels === null) return;
  series.hasDataLabels = true;
  const { dataLabels } = series;
  dataLabels.showValue = true;
  dataLabels.position = look.kind === "column" ? Excel.ChartDataLabelPosition.outsideEnd : Excel.ChartDataLabelPosition.top;
  dataLabels.numberFormat = labels;
  dataLabels.format.font.size = labelSize;
}

function drawLine(series: Excel.ChartSeries, look: Exclude<SeriesLook, { kind: "column" }>): void {
  const isMarked = look.kind === "marker" || look.marker;
  series.chartType = isMarked ? Excel.ChartType.lineMarkers : Excel.ChartType.line;
  series.smooth = false;
  if (look.kind === "line") {
    series.format.line.color = look.color;
    series.format.line.weight = look.dash ? PACE_WEIGHT : TREND_WEIGHT;
    series.format.line.lineStyle = look.dash ? Excel.ChartLineStyle.dash : Excel.ChartLineStyle.continuous;
  } else series.format.line.lineStyle = Excel.ChartLineStyle.none;
  series.markerStyle = isMarked ? (look.kind === "marker" ? Excel.ChartMarkerStyle.diamond : Excel.ChartMarkerStyle.circle) : Excel.ChartMarkerStyle.none;
  if (!isMarked) return;
  series.markerSize = MARKER_SIZE;
  series.markerBackgroundColor = look.kind === "marker" ? look.fill : look.color;
  series.markerForegroundColor = look.kind === "marker" ? look.line : look.color;
}

/** A text as Excel takes it for one: what begins with “=” would be taken for a reference. */
function plainText(text: string): string {
  return (text.startsWith("=") ? ` ${text}` : text).slice(0, LONGEST_NAME);
}

function rangeAt(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: PlannedBlock): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount);
}
