import type { CellAddress, RangeAddress } from "../progress";
import { compact, formatKind, isCountable, readNumber, type CellReading } from "../cells";
import type { CellValue } from "../cells";
import type { Block, SheetGrid } from "./snapshot";
import { textsUnder } from "./under-merges";

/**
 * A sheet as the layouts read it: rows and columns counted from 0 at the sheet's first used cell, merged
 * cells known, and turned on its side for transposed tables.
 */
export interface View {
  sheet: string;
  rowCount: number;
  columnCount: number;
  value(row: number, column: number): CellValue;
  /** The value of the merged area that covers the cell, or the cell's own. */
  spread(row: number, column: number): CellValue;
  format(row: number, column: number): string | null;
  /** The cell's own text without white space, full-width forms made half-width. */
  text(row: number, column: number): string;
  /** The text of the merged area that covers the cell, or the cell's own. */
  spreadText(row: number, column: number): string;
  /** What the cell says where a figure is expected. */
  reading(row: number, column: number): CellReading;
  /** The plain number that the cell holds; null for a date, a percentage, a text. */
  plain(row: number, column: number): number | null;
  /** The merged area that covers the cell; null where it stands alone or merges are unknown. */
  merge(row: number, column: number): Block | null;
  /** Whether a row is hidden. */
  hidden(row: number): boolean;
  /** Whether merged areas are known at all. */
  mergesKnown: boolean;
  /** Whether days are counted from 1904. */
  date1904: boolean;
  address(row: number, column: number): CellAddress;
  range(row: number, column: number, rowCount: number, columnCount: number): RangeAddress;
}

/** Views a sheet upright. */
export function viewOf(grid: SheetGrid): View {
  const rowCount = grid.values.length;
  const columnCount = grid.values[0]?.length ?? 0;
  const covered: Block[][] = [];
  for (const merge of grid.merges ?? []) {
    // An area that covers texts of its own is read cell by cell: what stands there is not lost.
    if (textsUnder(grid, merge).length > 0) continue;
    const local = { ...merge, row: merge.row - grid.row, column: merge.column - grid.column };
    for (let row = local.row; row < local.row + local.rowCount && row < rowCount; row++) {
      const ofRow = (covered[row] ??= []);
      for (let column = local.column; column < local.column + local.columnCount && column < columnCount; column++) ofRow[column] = local;
    }
  }
  const hidden = new Set(grid.hiddenRows);
  return viewOn({
    sheet: grid.name,
    rowCount,
    columnCount,
    value: (row, column) => grid.values[row]?.[column] ?? "",
    format: (row, column) => grid.formats?.[row]?.[column] ?? null,
    merge: (row, column) => covered[row]?.[column] ?? null,
    hidden: (row) => hidden.has(grid.row + row),
    mergesKnown: grid.merges !== null,
    date1904: grid.date1904 ?? false,
    address: (row, column) => ({ sheet: grid.name, row: grid.row + row, column: grid.column + column }),
    range: (row, column, rows, columns) => ({
      sheet: grid.name,
      row: grid.row + row,
      column: grid.column + column,
      rowCount: rows,
      columnCount: columns,
    }),
  });
}

/** What a view is made of; the rest follows from it. */
export type ViewSource = Omit<View, "spread" | "text" | "spreadText" | "reading" | "plain">;

/** A view of cells, wherever they come from. */
export function viewOn(source: ViewSource): View {
  const { rowCount, columnCount, value, format, merge } = source;
  const spread = (row: number, column: number) => {
    const area = merge(row, column);
    return area ? value(area.row, area.column) : value(row, column);
  };
  const text = kept(source, (row, column) => compact(value(row, column)));
  const reading = kept(source, (row, column) => readNumber(value(row, column), format(row, column)));
  const inside = (row: number, column: number) => row >= 0 && row < rowCount && column >= 0 && column < columnCount;
  return {
    ...source,
    spread,
    text: (row, column) => (inside(row, column) ? text(row, column) : ""),
    spreadText: (row, column) => {
      const area = merge(row, column);
      if (area) return inside(area.row, area.column) ? text(area.row, area.column) : "";
      return inside(row, column) ? text(row, column) : "";
    },
    reading: (row, column) => (inside(row, column) ? reading(row, column) : { kind: "blank" }),
    plain: (row, column) => {
      const held = value(row, column);
      if (typeof held !== "number" || !isCountable(held)) return null;
      const shown = format(row, column) ?? "General";
      return shown === "General" || formatKind(shown) === "plain" ? held : null;
    },
  };
}

/** A sheet of more cells is a ledger, of which few cells are asked for twice. */
const MOST_KEPT = 20_000;

/** What is made of each cell of a sheet of usual size, once: every layout asks for it anew. */
function kept<T>({ rowCount, columnCount }: ViewSource, make: (row: number, column: number) => T): (row: number, column: number) => T {
  if (rowCount * columnCount > MOST_KEPT) return make;
  const made: T[] = [];
  return (row, column) => (made[row * columnCount + column] ??= make(row, column));
}

/** Turns a view on its side: its rows become columns. */
export function transpose(view: View): View {
  const turn = (block: Block): Block => ({
    row: block.column,
    column: block.row,
    rowCount: block.columnCount,
    columnCount: block.rowCount,
  });
  return {
    ...laidOut(view, (row, column) => ({ row: column, column: row })),
    rowCount: view.columnCount,
    columnCount: view.rowCount,
    merge: (row, column) => {
      const area = view.merge(column, row);
      return area && turn(area);
    },
    range: (row, column, rows, columns) => view.range(column, row, columns, rows),
  };
}

/** A cell of a view, counted from 0. */
export interface Place {
  row: number;
  column: number;
}

/**
 * Cells from anywhere in a view side by side in one row, each under its header: a form as a table of one region.
 * @param cells the cell of each column
 * @param headerRow the row of the view that holds their headers: row 0 of what is returned, the cells being row 1
 */
export function sideBySide(view: View, cells: readonly Place[], headerRow: number): View {
  const placeOf = (row: number, column: number): Place => {
    const cell = cells[column] ?? NOWHERE;
    return row === 0 ? { row: headerRow, column: cell.column } : cell;
  };
  return {
    ...laidOut(view, placeOf),
    rowCount: 2,
    columnCount: cells.length,
    merge: () => null,
    range: (row, column, rows, columns) => ({ ...view.address(placeOf(row, column).row, placeOf(row, column).column), rowCount: rows, columnCount: columns }),
  };
}

/** No cell stands there: it is blank. */
const NOWHERE: Place = { row: -1, column: -1 };

/** A view's cells in other places. @param placeOf where in the view a cell comes from */
function laidOut(view: View, placeOf: (row: number, column: number) => Place): Omit<View, "rowCount" | "columnCount" | "merge" | "range"> {
  const at = <T>(read: (row: number, column: number) => T) => (row: number, column: number): T => {
    const place = placeOf(row, column);
    return read(place.row, place.column);
  };
  return {
    sheet: view.sheet,
    value: at(view.value),
    spread: at(view.spread),
    format: at(view.format),
    text: at(view.text),
    spreadText: at(view.spreadText),
    reading: at(view.reading),
    plain: at(view.plain),
    hidden: () => false,
    mergesKnown: view.mergesKnown,
    date1904: view.date1904,
    address: at(view.address),
  };
}

/** The first rows of a view, for what only stands at the top of a long sheet. */
export function topOf(view: View, rowCount: number): View {
  return view.rowCount <= rowCount ? view : { ...view, rowCount };
}

/** Whether a cell shows nothing. */
export function isBlank(view: View, row: number, column: number): boolean {
  const value = view.value(row, column);
  return value === "" || (typeof value === "string" && compact(value) === "");
}

/** Whether a whole row shows nothing. */
export function isBlankRow(view: View, row: number): boolean {
  for (let column = 0; column < view.columnCount; column++) {
    if (!isBlank(view, row, column)) return false;
  }
  return true;
}

/** Whether a row holds a figure, typed or computed. */
export function hasFigure(view: View, row: number): boolean {
  for (let column = 0; column < view.columnCount; column++) {
    if (view.plain(row, column) !== null || (view.value(row, column) !== "" && view.reading(row, column).kind === "number")) return true;
  }
  return false;
}

/** The first and last column in which some of the rows show something. */
export function occupiedColumns(view: View, firstRow: number, lastRow: number): { first: number; last: number } {
  const columns = Array.from({ length: view.columnCount }, (_, column) => column).filter((column) => {
    for (let row = firstRow; row <= lastRow; row++) if (view.spreadText(row, column) !== "") return true;
    return false;
  });
  return { first: columns[0] ?? 0, last: columns.at(-1) ?? 0 };
}
