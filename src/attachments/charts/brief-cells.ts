import { roundHalfUp, roundUp, subtract, times, type IndicatorProgress, type Judged } from "../../progress";
import { CELL_PADDING, textPoints } from "../measure";
import { figureFormat, shownFigure } from "../number-format";
import type { SheetBuilder } from "../sheet-builder";
import { COUNT_FORMAT } from "../styles";

/** The size of figures and sentences, in points. */
export const BODY_SIZE = 14;
const LEAST_FIGURE_SIZE = 8;

/** The number format of a cell, and what it shows of the figures as they were read. */
interface ShownAs {
  format: string;
  text: string;
  /** Points; as its row has it if left out. */
  size?: number;
}

/** The size at which figures are shown in full beside each other, with a digit to spare: Excel shows #### otherwise. @param points the width of a column */
export function figureSize(texts: readonly string[], points: number): number {
  const widest = Math.max(...texts.map((text) => textPoints(`0${text}`, 1)));
  return Math.max(LEAST_FIGURE_SIZE, Math.min(BODY_SIZE, Math.floor(((points - CELL_PADDING) / widest) * 2) / 2));
}

/** A figure as its format shows it. */
export function formattedFigure(value: number, format: string): ShownAs {
  return { format, text: shownFigure(value, format) };
}

/** The number format of an indicator's targets, or of what was done. */
export function formatOf({ unit, regions }: IndicatorProgress, figure: "target" | "done"): string {
  return figureFormat(unit, regions.map((row) => row[figure]));
}

/** Puts a formula with what it shows. */
export function put(builder: SheetBuilder, row: number, column: number, formula: string, { format, text, size }: ShownAs): void {
  builder.formula(row, column, formula, text);
  builder.style(row, column, 1, 1, { numberFormat: format, ...(size === undefined ? {} : { fontSize: size }) });
}

/** What is missing to what is demanded, in whole ones where nothing less is counted: 1.2套 short is 2套 to be done. */
export function missingOf(
  indicator: IndicatorProgress,
  cells: Judged<string>,
  values: Judged<number>,
): { expression: string; value: number } {
  const format = formatOf(indicator, "done");
  const decimals = format.includes(".") ? (format.split(".")[1]?.length ?? 0) : format === COUNT_FORMAT ? 0 : 2;
  return {
    expression: `MAX(0,ROUNDUP(ROUND(${cells.target}*${cells.demanded}-${cells.done},6),${decimals}))`,
    value: Math.max(0, roundUp(roundHalfUp(subtract(times(values.target, values.demanded), values.done), 6), decimals)),
  };
}
