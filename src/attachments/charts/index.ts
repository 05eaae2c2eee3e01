export { BRIEF_SHEET_NAME, planBriefSheet, worstOf, type BriefOptions } from "./brief-sheet";
export type { Chart, ChartSeries, Hatch, PlannedChart, SeriesLook } from "./chart";
export { CHART_SHEET_NAME, hasCharts, planChartSheet, type ChartOptions } from "./chart-sheet";
