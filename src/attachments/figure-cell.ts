import { cellName, type Figure, type Link } from "../progress";
import { figureExpression, type RowName } from "./formulas";
import type { PlannedCell } from "./plan";

/** A cell and what is said when it is selected. */
export interface PlannedFigure {
  cell: PlannedCell;
  hint?: string;
}

/**
 * A figure as a formula onto the staff's own cell where that holds a number, else the typed value with a hint
 * that names its source.
 * @param blank the link of the cell where a figure would stand that is not there yet
 * @param emptyWhenZero show nothing for 0 (no task, no finding)
 * @param row the row that it stands in; null: one without a name
 * @returns null where there is neither a figure nor a cell to follow
 */
export function figureCell(figure: Figure | null, blank: Link | null, emptyWhenZero: boolean, row: RowName | null): PlannedFigure | null {
  if (!figure) {
    const expression = blank && figureExpression(blank, row);
    return expression ? { cell: formula(`=IF(${orZero(expression)}=0,"",${expression})`) } : null;
  }
  const expression = figureExpression(figure.source.link, row);
  if (expression === null) return typed(figure);
  return { cell: formula(emptyWhenZero ? `=IF(${expression}=0,"",${expression})` : `=${expression}`) };
}

/**
 * What was done, beside its target: blank where the region has neither a task nor anything done.
 * @param target A1 of the target's cell
 */
export function doneCell(figure: Figure | null, blank: Link | null, target: string, row: RowName): PlannedFigure | null {
  if (!figure) {
    const expression = blank && figureExpression(blank, row);
    return expression ? { cell: formula(`=IF(AND(${target}="",${orZero(expression)}=0),"",${expression})`) } : null;
  }
  const expression = figureExpression(figure.source.link, row);
  if (expression === null) return typed(figure);
  return { cell: formula(`=IF(AND(${target}="",${expression}=0),"",${expression})`) };
}

/** A cell that could not be read (#REF!) stays out of the totals, as it stays out of the report. */
function orZero(expression: string): string {
  return `IFERROR(${expression},0)`;
}

/** Excel shows 255 signs of a hint: so many cells are named. */
const NAMED_CELLS = 4;

function typed(figure: Figure): PlannedFigure {
  const { cells } = figure.source;
  const named = cells.slice(0, NAMED_CELLS).map(cellName).join("、");
  const where = cells.length > NAMED_CELLS ? `${named} 等 ${cells.length} 处` : named;
  return { cell: { kind: "number", value: figure.value }, hint: `此数读自 ${where}，该单元格不是数字格式，改动后请重新计算。` };
}

function formula(text: string): PlannedCell {
  return { kind: "formula", formula: text };
}
