import { isAmong, type UnreadBlock } from "../progress";
import type { SheetGrid } from "./snapshot";
import { viewOf } from "./view";

/** Blocks of a sheet that no table covers: rows under one another with at least two cells each. */
export function unrelatedBlocks(grid: SheetGrid, taken: readonly UnreadBlock["range"][]): UnreadBlock[] {
  const view = viewOf(grid);
  const here = taken.filter(({ sheet }) => sheet === grid.name);
  const blocks: UnreadBlock[] = [];
  let open: { first: number; last: number; left: number; right: number } | null = null;
  const close = () => {
    if (open && open.last > open.first && open.right > open.left) {
      const range = view.range(open.first, open.left, open.last - open.first + 1, open.right - open.left + 1);
      blocks.push({ sheet: grid.name, range, reason: "unrelated" });
    }
    open = null;
  };
  for (let row = 0; row < view.rowCount; row++) {
    const covering = here.filter((range) => isAmong(grid.row + row, range.row, range.rowCount));
    // Rows that one table covers whole are not looked at: a long one has a million cells.
    const whole = covering.find(
      (range) => range.column <= grid.column && range.column + range.columnCount >= grid.column + view.columnCount,
    );
    if (whole) {
      close();
      row = whole.row + whole.rowCount - 1 - grid.row;
      continue;
    }
    const columns: number[] = [];
    for (let column = 0; column < view.columnCount; column++) {
      if (view.value(row, column) === "" || covering.some((range) => isAmong(grid.column + column, range.column, range.columnCount)))
        continue;
      if (view.text(row, column) !== "") columns.push(column);
    }
    const [left, right] = [columns[0], columns.at(-1)];
    if (left === undefined || right === undefined) close();
    else if (open === null) open = { first: row, last: row, left, right };
    else {
      const block: { first: number; last: number; left: number; right: number } = open;
      open = { first: block.first, last: row, left: Math.min(block.left, left), right: Math.max(block.right, right) };
    }
  }
  close();
  return blocks;
}
