import type * as Core from "@univerjs/core";
import type { SheetView } from "../../engine";

/** Rows and columns shown beyond the last used cell, so that there is room to type. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 10;
const FEWEST_COLUMNS = 26;
const DEFAULT_ROW = 20;
const DEFAULT_COLUMN = 72;

/**
 * A sheet's frame for Univer: sizes, merges, frozen panes, grid lines. No cells: those are asked of
 * the host one by one as they are drawn.
 */
export function sheetData(sheet: SheetView, id: string): Partial<Core.IWorksheetData> {
  const used = sheet.usedRange;
  const rowCount = (used?.bottom ?? 0) + SPARE_ROWS;
  const columnCount = Math.max(FEWEST_COLUMNS, (used?.right ?? 0) + SPARE_COLUMNS);
  const { rows, columns } = sheet.frozen;
  return {
    id,
    name: sheet.name,
    rowCount,
    columnCount,
    defaultRowHeight: DEFAULT_ROW,
    defaultColumnWidth: DEFAULT_COLUMN,
    cellData: {},
    rowData: sizes(rowCount, (row) => sheet.rowHeight(row), DEFAULT_ROW, (h) => ({ h, ia: 0 })),
    columnData: sizes(columnCount, (column) => sheet.columnWidth(column), DEFAULT_COLUMN, (w) => ({ w })),
    mergeData: sheet.merges.map((rect) => ({
      startRow: rect.top,
      endRow: rect.bottom,
      startColumn: rect.left,
      endColumn: rect.right,
    })),
    freeze: {
      xSplit: columns,
      ySplit: rows,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
    },
    showGridlines: sheet.showGridlines ? 1 : 0,
    rowHeader: { width: String(rowCount).length * 8 + 16 },
    columnHeader: { height: 22 },
  };
}

/** What differs when a sheet's frame does. */
export function frameKey(sheet: SheetView): string {
  return JSON.stringify({ ...sheetData(sheet, ""), name: "" });
}

/** The rows or columns that are not of the usual size; those of size 0 are hidden. */
function sizes<T extends object>(
  count: number,
  sizeOf: (index: number) => number,
  usual: number,
  entry: (size: number) => T,
): Record<number, T | (T & { hd: Core.BooleanNumber })> {
  const result: Record<number, T | (T & { hd: Core.BooleanNumber })> = {};
  for (let index = 0; index < count; index += 1) {
    const size = sizeOf(index);
    if (size === 0) result[index] = { ...entry(usual), hd: 1 };
    else if (size !== usual) result[index] = entry(size);
  }
  return result;
}
