import { cellName, type Figure } from "../progress";
import { figureExpression } from "./formulas";
import type { SheetBuilder } from "./sheet-builder";

/** The expression for a figure that a formula can follow, from the figure or from a blank cell beside it. */
export function expressionOf(figure: Figure | null): string | null {
  return figure && figureExpression(figure.source.link);
}

/**
 * Puts a figure: a formula onto the staff's own cell where that holds a number, else the typed value with a
 * hint that names its source.
 * @param emptyWhenZero show nothing for 0 (no task, no finding)
 */
export function putFigure(
  builder: SheetBuilder,
  row: number,
  column: number,
  figure: Figure | null,
  emptyWhenZero: boolean,
): void {
  if (!figure) return;
  const expression = expressionOf(figure);
  if (expression === null) {
    builder.number(row, column, figure.value);
    builder.hint(row, column, "来源 Source", `此数读自 ${figure.source.cells.map(cellName).join("、")}，该单元格不是数字格式，改动后请重新计算。`);
  } else {
    builder.formula(row, column, emptyWhenZero ? `=IF(${expression}=0,"",${expression})` : `=${expression}`);
  }
}

