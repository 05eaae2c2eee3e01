import { STATUS_LABELS, statusName, type Demand, type IndicatorProgress } from "../../progress";
import { STATUS_COLOURS } from "../styles";
import type { ChartSeries, Hatch, SeriesLook } from "./chart";

/** The statuses that columns are drawn for; what has not begun is a mark on the axis, as it has no height. */
export const COLUMN_STATUSES = ["behind", "onPace", "complete", "exceeded"] as const;
export type ColumnStatus = (typeof COLUMN_STATUSES)[number];

const HATCHES: Record<ColumnStatus, Hatch> = { behind: "sparse", onPace: "none", complete: "dense", exceeded: "solid" };
/** Rates as figures at points. */
export const RATE_LABELS = "0.00%";
/** The size of figures, in points. */
export const LABEL_SIZE = 8;

/** How figures stand on so many columns beside each other, so that they do not touch. */
export function labelsOn(columns: number): { size: number; format: string } {
  if (columns <= 11) return { size: LABEL_SIZE, format: RATE_LABELS };
  return { size: LABEL_SIZE - 1, format: columns <= 13 ? RATE_LABELS : "0.0%" };
}

/** The line of the pace, darker than any column. */
export const PACE_LOOK: SeriesLook = { kind: "line", color: "#1F1F1F", dash: true, marker: false };
/** The line of an indicator over periods. */
export const TREND_LOOK: SeriesLook = { kind: "line", color: "#0F548C", dash: false, marker: true };
export const AUDIT_LOOK: SeriesLook = {
  kind: "column",
  fill: STATUS_COLOURS.exceeded.fill,
  line: STATUS_COLOURS.exceeded.font,
  hatch: "none",
};

/** How a status is drawn and what the legend calls it: ○ 滞后. @param labels the number format of its figures */
export function statusSeries(
  status: ColumnStatus | "none",
  indicator: IndicatorProgress,
  demand: Demand,
  labels: string,
): Pick<ChartSeries, "name" | "look" | "labels"> {
  const { fill, font } = STATUS_COLOURS[status];
  const name = `${STATUS_LABELS[status].symbol} ${statusName(status, [indicator], demand)}`;
  // A column of another status is 0, and shows no figure.
  if (status === "none") return { name, look: { kind: "marker", fill, line: font }, labels };
  return { name, look: { kind: "column", fill, line: font, hatch: HATCHES[status] }, labels: `${labels};;;` };
}
