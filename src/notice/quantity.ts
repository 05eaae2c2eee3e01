import { percentage, plain, roundHalfUp, type Figure, type IndicatorProgress } from "../progress";
import type { Quantity, SourceCells } from "./phrase";

/** 万元 with more than four decimals would be finer than a yuan. */
const FINEST_DECIMALS = 4;
const MONEY = "万元";

/**
 * A figure with its unit: 999套. Money becomes 亿元 where its paragraph is better told so.
 * @param of the indicator that it is a figure of: money of one is told in one unit
 */
export function quantity(value: number, unit: string, cells: SourceCells, of = ""): Quantity {
  const shown = shownAs(value, FINEST_DECIMALS, unit);
  return unit === MONEY ? { ...shown, cells, money: { of, wan: value } } : { ...shown, cells };
}

/** A number rounded, with its unit, as a text and as what that text shows. */
export function shownAs(value: number, decimals: number, unit: string): Pick<Quantity, "text" | "shown"> {
  return { text: `${plain(value, decimals)}${unit}`, shown: { number: roundHalfUp(value, decimals), unit } };
}

/** A figure as read, with its indicator's unit. */
export function figureOf(figure: Figure, { unit, id }: Pick<IndicatorProgress, "unit" | "id">): Quantity {
  return quantity(figure.value, unit, figure.source.cells, id);
}

/** An indicator's targets, or what was done, over all regions. */
export function totalOf(indicator: IndicatorProgress, kind: "target" | "done"): Quantity {
  return quantity(indicator[kind] ?? 0, indicator.unit, cellsOf(indicator, kind), indicator.id);
}

/** A rate in per cent: 24.94%, trailing zeros dropped. */
export function rateQuantity(rate: number, decimals: number, cells: SourceCells): Quantity {
  return { ...shownAs(percentage(rate, decimals), decimals, "%"), cells };
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
