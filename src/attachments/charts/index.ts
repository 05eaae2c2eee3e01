export { planBriefSheet, worstOf } from "./brief-sheet";
export type { Chart, ChartSeries, Hatch, PlannedChart, SeriesLook } from "./chart";
export { planChartSheet, type ChartOptions } from "./chart-sheet";
