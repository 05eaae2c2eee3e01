import type { Block } from "../tables";
import { tooLarge } from "./problem";
import { throwIfCancelled } from "./reading-watch";

/** Cells of a used range, or columns, from which it is looked into for gaps: one cell far out makes it as large as the sheet. */
const LARGE = 300_000;
const WIDE = 2_000;
/** Bands that a range is cut into at once, and the cells of one that is not cut further. */
const BANDS = 64;
const FINE = 20_000;
/** Bands asked for in one round trip. */
const MOST_ASKED = 4_096;
/** A range of which its bands leave this share is as good as full. */
const FULL = 0.9;
/** Blank rows and columns between cells that still belong together. */
const ROW_GAP = 100;
const COLUMN_GAP = 50;
/** A common frame may hold this many times the cells that its parts do. */
const LOOSE = 3;
/** Islands, and cells in all of them, that are read at most. */
const MOST_ISLANDS = 200;
const MOST_CELLS = 5_000_000;

const sizeOf = ({ rowCount, columnCount }: Block) => rowCount * columnCount;

/** Whether a used range may be mostly gaps. */
export function maySpread(used: Block): boolean {
  return sizeOf(used) > LARGE || used.columnCount > WIDE;
}

/**
 * Finds the parts of a large used range that hold cells. One round trip where it is full; one more for each time that
 * its bands are cut finer.
 * @throws Problem `too-large` where there are more cells, or more scattered ones, than can be read
 */
export async function findIslands(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  used: Block,
  signal?: AbortSignal,
): Promise<Block[]> {
  const whole = { row: used.row, column: used.column, rowCount: used.rowCount, columnCount: used.columnCount };
  const found: Block[] = [];
  let waiting = [whole];
  while (waiting.length > 0) {
    throwIfCancelled(signal);
    const cut = waiting.slice(0, MOST_ASKED / BANDS);
    const asked = cut.map((block) => bandsOf(block).map((band) => usedIn(worksheet, band)));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the next cut depends on what this one leaves
    await context.sync();
    const next: Block[] = [];
    asked.forEach((bands, index) => {
      const inner = bands.filter((band) => !band.isNullObject).map(blockOf);
      const left = inner.reduce((total, one) => total + sizeOf(one), 0);
      // What whole rows hold Excel does not tell: they stay cut.
      if (left >= FULL * sizeOf(cut[index]!) && cut[index]!.columnCount <= WIDE) found.push(cut[index]!);
      else for (const one of inner) (sizeOf(one) > FINE || one.columnCount > WIDE ? next : found).push(one);
    });
    waiting = [...next, ...waiting.slice(cut.length)];
    if (found.length + waiting.length > BANDS * BANDS) throw tooLarge();
  }
  const islands = joined(found);
  if (islands.length > MOST_ISLANDS || islands.reduce((total, one) => total + sizeOf(one), 0) > MOST_CELLS) throw tooLarge();
  return islands;
}

function usedIn(worksheet: Excel.Worksheet, { row, column, rowCount, columnCount }: Block): Excel.Range {
  const used = worksheet.getRangeByIndexes(row, column, rowCount, columnCount).getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  return used;
}

function blockOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Block {
  return { row: rowIndex, column: columnIndex, rowCount, columnCount };
}

/** A range in bands across its longer side. */
function bandsOf(block: Block): Block[] {
  const { row, column, rowCount, columnCount } = block;
  if (rowCount >= columnCount) {
    const step = Math.ceil(rowCount / BANDS);
    return steps(rowCount, step).map((at) => ({ ...block, row: row + at, rowCount: Math.min(step, rowCount - at) }));
  }
  const step = Math.ceil(columnCount / BANDS);
  return steps(columnCount, step).map((at) => ({ ...block, column: column + at, columnCount: Math.min(step, columnCount - at) }));
}

function steps(count: number, step: number): number[] {
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

interface Island {
  frame: Block;
  /** of the parts in it */
  cells: number;
}

/** Parts that lie near each other in one frame, unless it were mostly gaps; from the top. */
function joined(parts: readonly Block[]): Block[] {
  let islands = [...parts].sort((a, b) => a.row - b.row || a.column - b.column).map((frame): Island => ({ frame, cells: sizeOf(frame) }));
  for (let before = -1; before !== islands.length;) {
    before = islands.length;
    islands = islands.reduce<Island[]>((done, one) => {
      const at = done.findIndex((other) => belongTogether(other, one));
      if (at < 0) done.push(one);
      else done[at] = { frame: frameOf(done[at]!.frame, one.frame), cells: done[at]!.cells + one.cells };
      return done;
    }, []);
  }
  return islands.map(({ frame }) => frame);
}

function belongTogether(one: Island, other: Island): boolean {
  const [a, b] = [one.frame, other.frame];
  const gap = (from: number, count: number, next: number, nextCount: number) => Math.max(next - (from + count), from - (next + nextCount));
  if (gap(a.row, a.rowCount, b.row, b.rowCount) > ROW_GAP || gap(a.column, a.columnCount, b.column, b.columnCount) > COLUMN_GAP)
    return false;
  const frame = frameOf(a, b);
  return frame.columnCount <= WIDE && sizeOf(frame) <= LOOSE * (one.cells + other.cells) + FINE;
}

function frameOf(a: Block, b: Block): Block {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}
