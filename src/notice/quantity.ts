import { percentage, plain, roundHalfUp, times, type Figure, type IndicatorProgress } from "../progress";
import type { Quantity, SourceCells } from "./phrase";

/** 万元 with more than four decimals would be finer than a yuan. */
const FINEST_DECIMALS = 4;
const WAN_IN_YI = 10_000;

/** A figure with its unit: 999套. */
export function quantity(value: number, unit: string, cells: SourceCells): Quantity {
  return { text: `${plain(value, FINEST_DECIMALS)}${unit}`, cells };
}

/** A figure as read, with its unit. */
export function figureOf(figure: Figure, unit: string): Quantity {
  return quantity(figure.value, unit, figure.source.cells);
}

/** A task's size: money from 1亿元 in 亿元 where that loses nothing (12.95亿元), all else as it stands. */
export function taskSize(value: number, unit: string, cells: SourceCells): Quantity {
  const yi = roundHalfUp(value / WAN_IN_YI, FINEST_DECIMALS);
  const inYi = unit === "万元" && value >= WAN_IN_YI && times(yi, WAN_IN_YI) === value;
  return inYi ? quantity(yi, "亿元", cells) : quantity(value, unit, cells);
}

/** A rate in per cent: 24.94%, trailing zeros dropped. */
export function rateText(rate: number, decimals: number, cells: SourceCells): Quantity {
  return { text: `${plain(percentage(rate, decimals), decimals)}%`, cells };
}

/** The cells of an indicator's targets, or of what was done, over all regions. */
export function cellsOf(indicator: IndicatorProgress, kind: "target" | "done"): SourceCells {
  return indicator.regions.flatMap((row) => row[kind]?.source.cells ?? []);
}

/** The cells that an indicator's overall rate is computed from. */
export function rateCells(indicator: IndicatorProgress): SourceCells {
  return [...cellsOf(indicator, "done"), ...cellsOf(indicator, "target")];
}

/** The cells of several figures. */
export function cellsOfAll(figures: readonly (Figure | null | undefined)[]): SourceCells {
  return figures.flatMap((figure) => figure?.source.cells ?? []);
}
