import { cellName, statusName, STATUS_LABELS, type IndicatorProgress, type RegionProgress, type Unread } from "../progress";
import type { PlannedFigure } from "./figure-cell";
import { textLiteral } from "./formulas";

/** What stands where a figure could not be read; a sheet without one has neither this sign nor its legend. */
export const UNREAD_SIGN = STATUS_LABELS.unknown.symbol;

/** Excel shows 255 signs of a hint. */
const NAMED_CELLS = 4;

/** The cell of a figure that could not be read; it says where to look when it is selected. */
export function unreadCell({ cells }: Pick<Unread, "cells">): PlannedFigure {
  const where = cells.slice(0, NAMED_CELLS).map(cellName).join("、");
  const hint = where === "" ? "表里没有这个数，没有计入；补上后请更新本表。" : `此数未能读取：${where}，没有计入；改正后请更新本表。`;
  return { cell: { kind: "text", text: UNREAD_SIGN }, hint };
}

/** The sign in place of a region's figure, where that is the one that could not be read; null: it was read, or is not there. */
export function unreadOf(row: RegionProgress | undefined, figure: Unread["figure"]): PlannedFigure | null {
  return row?.unread?.figure === figure ? unreadCell(row.unread) : null;
}

/** Whether a figure of an indicator could not be read. */
export function hasUnread({ regions }: IndicatorProgress): boolean {
  return regions.some(({ unread }) => unread !== null);
}

/** The condition under which either cell says that it was not read. */
export function isUnread(target: string, done: string): string {
  return `OR(${target}=${textLiteral(UNREAD_SIGN)},${done}=${textLiteral(UNREAD_SIGN)})`;
}

/** A region's formula behind the sign for what could not be read, until a figure is put in its place. */
export function unlessUnread(target: string, done: string, sign: string, formula: string): string {
  return `=IF(${isUnread(target, done)},${textLiteral(sign)},${formula.slice(1)})`;
}

/** "? 无法读取". */
export function unreadWords(indicators: readonly IndicatorProgress[]): string {
  return `${UNREAD_SIGN} ${statusName("unknown", indicators)}`;
}

/** What is held against each other in a total: targets and dones of the regions of which both could be read, as expressions. */
export function countedTotals(target: string, done: string): { target: string; done: string } {
  const sign = textLiteral(UNREAD_SIGN);
  return { target: `SUMPRODUCT(--(${done}<>${sign}),${target})`, done: `SUMPRODUCT(--(${target}<>${sign}),${done})` };
}
