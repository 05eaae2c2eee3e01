import type { Block, CellValue } from "../tables";
import { isTooLarge, tooLarge } from "./problem";
import { throwIfCancelled, type ReadingWatch } from "./reading-watch";

/** The cells of a part of a sheet that one answer could not hold. */
export interface LongGrid {
  row: number;
  column: number;
  values: CellValue[][];
  formats: string[][];
  /** In the sheet's own counting. */
  hiddenRows: number[];
}

/** Cells to a block: at 200 bytes each, value and format together, within Excel's limit of 5 MB to an answer. */
const BLOCK_CELLS = 24_000;

interface RowSpan {
  first: number;
  count: number;
}

/**
 * Reads a part of a long sheet in blocks of rows, their number decided beforehand; only a block of unusually
 * long texts is halved. One round trip a block cannot be spared: two blocks in one answer are one answer.
 * @param mixed whether some of its rows may be hidden
 * @throws Problem `cancelled` between two blocks where the user no longer wants it
 */
export async function readLongGrid(context: Excel.RequestContext, worksheet: Excel.Worksheet, part: Block, mixed: boolean, { progress, signal }: ReadingWatch): Promise<LongGrid> {
  const grid: LongGrid = { row: part.row, column: part.column, values: [], formats: [], hiddenRows: [] };
  const waiting = blocksOf(part);
  for (let block = waiting.shift(); block; block = waiting.shift()) {
    throwIfCancelled(signal);
    const { first, count } = block;
    const range = worksheet.getRangeByIndexes(part.row + first, part.column, count, part.columnCount);
    range.load("values,numberFormat");
    const rows = mixed ? range.getRowProperties({ rowIndex: true, rowHidden: true }) : null;
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each block is as much as one answer may hold
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error) || count === 1) throw error;
      waiting.unshift(...halves(block));
      continue;
    }
    if ((range.values as unknown) === null || (range.numberFormat as unknown) === null) {
      if (count === 1) throw tooLarge();
      waiting.unshift(...halves(block));
      continue;
    }
    for (const row of range.values as CellValue[][]) grid.values.push(row);
    for (const row of range.numberFormat as string[][]) grid.formats.push(row);
    for (const { rowHidden, rowIndex } of rows?.value ?? []) if (rowHidden && rowIndex !== undefined) grid.hiddenRows.push(rowIndex);
    progress?.((first + count) / part.rowCount);
  }
  return grid;
}

function halves({ first, count }: RowSpan): RowSpan[] {
  const half = Math.ceil(count / 2);
  return [{ first, count: half }, { first: first + half, count: count - half }];
}

function blocksOf({ rowCount, columnCount }: Block): RowSpan[] {
  const rows = Math.max(1, Math.floor(BLOCK_CELLS / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index) => ({ first: index * rows, count: Math.min(rows, rowCount - index * rows) }));
}
