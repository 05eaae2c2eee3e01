import { shown, type Probe, type Scratch } from "./probe";

/** Four rates beside their names, and a chart of columns from them. */
function drawn({ sheet, row, block }: Scratch): Excel.Chart {
  block(4, 2).values = [["甲", 0.5], ["乙", 1.2], ["丙", 0], ["丁", 0.3]];
  const chart = sheet.charts.add(Excel.ChartType.columnClustered, block(4, 2).getColumn(1), Excel.ChartSeriesBy.columns);
  chart.name = `自检 ${row}`;
  const series = chart.series.getItemAt(0);
  series.setValues(block(4, 2).getColumn(1));
  series.setXAxisValues(block(4, 2).getColumn(0));
  return chart;
}

/** Charts: their series from cells, titles that follow a cell, looks. */
export const CHART_PROBES: readonly Probe[] = [
  {
    id: "chart",
    claim: { "zh-CN": "图表可插入、命名、定位、按名取得、删除，不怕隐藏的列", en: "A chart is added, named, placed, found by its name and deleted, and draws hidden columns" },
    members: ["Worksheet.charts", "ChartCollection.add", "ChartCollection.getItemOrNullObject", "Chart.name", "Chart.setPosition", "Chart.plotVisibleOnly", "Chart.delete"],
    expected: shown([true, false, true]),
    async ask(scratch) {
      const { context, sheet, row } = scratch;
      const chart = drawn(scratch);
      chart.setPosition(`D${row + 1}`, `H${row + 9}`);
      chart.plotVisibleOnly = false;
      chart.load("plotVisibleOnly");
      sheet.charts.load("items/name");
      await context.sync();
      const isNamed = sheet.charts.items.some(({ name }) => name === `自检 ${row}`);
      sheet.charts.getItemOrNullObject(`自检 ${row}`).delete();
      const gone = sheet.charts.getItemOrNullObject(`自检 ${row}`);
      await context.sync();
      return shown([isNamed, chart.plotVisibleOnly, gone.isNullObject]);
    },
  },
  {
    id: "chart-series",
    claim: { "zh-CN": "序列逐个指定数值和分类，柱和线可在一张图里", en: "Series are given their cells one by one, columns and lines in one chart" },
    members: ["Chart.series", "ChartSeriesCollection.getItemAt", "ChartSeriesCollection.add", "ChartSeries.name", "ChartSeries.setValues", "ChartSeries.setXAxisValues", "ChartSeries.chartType", "ChartSeries.gapWidth", "ChartSeries.overlap", "ChartSeries.smooth"],
    expected: shown([["柱", "ColumnClustered"], ["线", "Line"], 60, 100]),
    async ask(scratch) {
      const { context, block } = scratch;
      const { series } = drawn(scratch);
      const columns = series.getItemAt(0);
      columns.name = "柱";
      columns.gapWidth = 60;
      columns.overlap = 100;
      const line = series.add("线");
      line.setValues(block(4, 2).getColumn(1));
      line.setXAxisValues(block(4, 2).getColumn(0));
      line.chartType = Excel.ChartType.line;
      line.smooth = false;
      series.load("items/name,items/chartType");
      columns.load("gapWidth,overlap");
      await context.sync();
      return shown([...series.items.map(({ name, chartType }) => [name, chartType]), columns.gapWidth, columns.overlap]);
    },
  },
  {
    id: "chart-title",
    claim: { "zh-CN": "标题可引用单元格", en: "A title follows a cell" },
    members: ["Chart.title", "ChartTitle.visible", "ChartTitle.text", "ChartTitle.setFormula", "ChartTitle.format", "ChartTitleFormat.font", "ChartFont.size", "ChartFont.bold", "ChartFont.color"],
    expected: shown("甲"),
    async ask(scratch) {
      const { context, sheet, row } = scratch;
      const { title } = drawn(scratch);
      sheet.load("name");
      await context.sync();
      title.visible = true;
      title.text = "标题";
      title.setFormula(`='${sheet.name.replaceAll("'", "''")}'!$A$${row + 1}`);
      Object.assign(title.format.font, { size: 11, bold: true, color: "#262626" });
      title.load("text");
      await context.sync();
      return shown(title.text);
    },
  },
  {
    id: "chart-axes",
    claim: { "zh-CN": "坐标轴的起点、数字格式、文字方向、次序，图例位置，网格线可设", en: "Axes, legend and gridlines are set" },
    members: ["Chart.axes", "ChartAxes.valueAxis", "ChartAxes.categoryAxis", "ChartAxis.minimum", "ChartAxis.numberFormat", "ChartAxis.reversePlotOrder", "ChartAxis.textOrientation", "ChartAxis.majorGridlines", "ChartGridlines.visible", "ChartGridlines.format", "ChartGridlinesFormat.line", "ChartLineFormat.color", "Chart.legend", "ChartLegend.visible", "ChartLegend.position"],
    expected: shown([0, "0%", true, 180, "Bottom"]),
    async ask(scratch) {
      const { axes, legend } = drawn(scratch);
      const { valueAxis, categoryAxis } = axes;
      valueAxis.minimum = 0;
      valueAxis.numberFormat = "0%";
      valueAxis.majorGridlines.visible = true;
      valueAxis.majorGridlines.format.line.color = "#D9D9D9";
      categoryAxis.reversePlotOrder = true;
      categoryAxis.textOrientation = 180;
      legend.visible = true;
      legend.position = Excel.ChartLegendPosition.bottom;
      valueAxis.load("minimum,numberFormat");
      categoryAxis.load("reversePlotOrder,textOrientation");
      legend.load("position");
      await scratch.context.sync();
      // eslint-disable-next-line no-restricted-syntax -- what Excel answers to a probe, a number or its text
      return shown([Number(valueAxis.minimum), valueAxis.numberFormat, categoryAxis.reversePlotOrder, Number(categoryAxis.textOrientation), legend.position]);
    },
  },
  {
    id: "chart-looks",
    claim: { "zh-CN": "柱的颜色和边线、点的形状、数据标签可设", en: "Fills, lines, markers and data labels are set" },
    members: ["Chart.format", "ChartAreaFormat.font", "ChartSeries.format", "ChartSeriesFormat.fill", "ChartSeriesFormat.line", "ChartFill.setSolidColor", "ChartLineFormat.lineStyle", "ChartLineFormat.weight", "ChartSeries.markerStyle", "ChartSeries.markerSize", "ChartSeries.markerBackgroundColor", "ChartSeries.markerForegroundColor", "ChartSeries.hasDataLabels", "ChartSeries.dataLabels", "ChartDataLabels.showValue", "ChartDataLabels.position", "ChartDataLabels.numberFormat", "ChartDataLabels.format", "ChartDataLabelFormat.font"],
    expected: shown(["OutsideEnd", "0.00%;;;", "Circle", 7, "Dash"]),
    async ask(scratch) {
      const { context, block } = scratch;
      const chart = drawn(scratch);
      chart.format.font.size = 9;
      const columns = chart.series.getItemAt(0);
      columns.format.fill.setSolidColor("#FAD7AE");
      columns.format.line.color = "#6B3600";
      columns.hasDataLabels = true;
      const { dataLabels } = columns;
      dataLabels.showValue = true;
      dataLabels.position = Excel.ChartDataLabelPosition.outsideEnd;
      dataLabels.numberFormat = "0.00%;;;";
      dataLabels.format.font.size = 8;
      const line = chart.series.add("线");
      line.setValues(block(4, 2).getColumn(1));
      line.chartType = Excel.ChartType.lineMarkers;
      line.format.line.color = "#1F1F1F";
      line.format.line.weight = 2.25;
      line.format.line.lineStyle = Excel.ChartLineStyle.dash;
      line.markerStyle = Excel.ChartMarkerStyle.circle;
      line.markerSize = 7;
      line.markerBackgroundColor = "#1F1F1F";
      line.markerForegroundColor = "#1F1F1F";
      dataLabels.load("position,numberFormat");
      line.load("markerStyle,markerSize");
      line.format.line.load("lineStyle");
      await context.sync();
      return shown([dataLabels.position, dataLabels.numberFormat, line.markerStyle, line.markerSize, line.format.line.lineStyle]);
    },
  },
];
