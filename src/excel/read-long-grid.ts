import type { CellValue } from "../tables";
import { isTooLarge, tooLarge } from "./problem";
import { throwIfCancelled, type ReadingWatch } from "./reading-watch";

/** The cells of a sheet that one answer could not hold. */
export interface LongGrid {
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
 * Reads a long sheet's used cells in blocks of rows, their number decided beforehand; only a block of unusually
 * long texts is halved. One round trip a block cannot be spared: two blocks in one answer are one answer.
 * @param used loaded with its place and size
 * @throws Problem `cancelled` between two blocks where the user no longer wants it
 */
export async function readLongGrid(context: Excel.RequestContext, worksheet: Excel.Worksheet, used: Excel.Range, { progress, signal }: ReadingWatch): Promise<LongGrid> {
  const grid: LongGrid = { values: [], formats: [], hiddenRows: [] };
  const mixed = (used.rowHidden as boolean | null) === null;
  const waiting = blocksOf(used);
  for (let block = waiting.shift(); block; block = waiting.shift()) {
    throwIfCancelled(signal);
    const { first, count } = block;
    const range = worksheet.getRangeByIndexes(used.rowIndex + first, used.columnIndex, count, used.columnCount);
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
    progress?.((first + count) / used.rowCount);
  }
  return grid;
}

function halves({ first, count }: RowSpan): RowSpan[] {
  const half = Math.ceil(count / 2);
  return [{ first, count: half }, { first: first + half, count: count - half }];
}

function blocksOf({ rowCount, columnCount }: Excel.Range): RowSpan[] {
  const rows = Math.max(1, Math.floor(BLOCK_CELLS / columnCount));
  return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index) => ({ first: index * rows, count: Math.min(rows, rowCount - index * rows) }));
}
