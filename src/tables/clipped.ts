import type { Block, SheetGrid } from "./snapshot";

/** The part of a sheet from a range's first row down, within its columns. */
export function clipped(grid: SheetGrid, range: Block): SheetGrid {
  const top = Math.max(0, range.row - grid.row);
  const left = Math.max(0, range.column - grid.column);
  const right = range.column - grid.column + range.columnCount;
  const cut = <T>(rows: readonly T[][]) => rows.slice(top).map((row) => row.slice(left, right));
  return { ...grid, row: grid.row + top, column: grid.column + left, values: cut(grid.values), formats: grid.formats && cut(grid.formats) };
}

/** The first rows of a sheet, for what only stands at the top of a long one. */
export function firstRows(grid: SheetGrid, rowCount: number): SheetGrid {
  return { ...grid, values: grid.values.slice(0, rowCount), formats: grid.formats && grid.formats.slice(0, rowCount) };
}
