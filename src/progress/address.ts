import { fields, that, whole, type Parser } from "./parsing";

/** A cell of the workbook; row and column count from 0. */
export interface CellAddress {
  sheet: string;
  row: number;
  column: number;
}

/** A block of cells; row and column of its first cell count from 0. */
export interface RangeAddress extends CellAddress {
  rowCount: number;
  columnCount: number;
}

const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;

/** A row of a sheet, from 0, as it was kept. */
export const keptRow: Parser<number> = whole(0, SHEET_ROWS - 1);
/** A block of cells as it was kept: none that no sheet has. */
export const keptBlock: Parser<Omit<RangeAddress, "sheet">> = that(
  fields({ row: keptRow, column: whole(0, SHEET_COLUMNS - 1), rowCount: whole(1, SHEET_ROWS), columnCount: whole(1, SHEET_COLUMNS) }),
  ({ row, column, rowCount, columnCount }) => row + rowCount <= SHEET_ROWS && column + columnCount <= SHEET_COLUMNS,
);

/** Whether a row or column lies in so many from a first one. */
export function isAmong(at: number, first: number, count: number): boolean {
  return at >= first && at < first + count;
}

/** Whether a cell lies in a block of its sheet. */
export function isInRange(cell: CellAddress, range: RangeAddress): boolean {
  return (
    cell.sheet === range.sheet && isAmong(cell.row, range.row, range.rowCount) && isAmong(cell.column, range.column, range.columnCount)
  );
}

/** Whether two blocks of one sheet share a cell. */
export function overlaps(a: Omit<RangeAddress, "sheet">, b: Omit<RangeAddress, "sheet">): boolean {
  return (
    a.row < b.row + b.rowCount && b.row < a.row + a.rowCount && a.column < b.column + b.columnCount && b.column < a.column + a.columnCount
  );
}

/** Column letters: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A1 form without the sheet: (0, 0) → "A1". */
export function a1(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A1 form of a block without the sheet: "A1:N20", or "A1" for a single cell. */
export function a1Range(range: Omit<RangeAddress, "sheet">): string {
  const first = a1(range.row, range.column);
  const last = a1(range.row + range.rowCount - 1, range.column + range.columnCount - 1);
  return first === last ? first : `${first}:${last}`;
}

/** What people and the command line read: "目标任务!M19", or "目标任务!A5:A19" for a block. */
export function cellName(cell: CellAddress | RangeAddress): string {
  return `${cell.sheet}!${"rowCount" in cell ? a1Range(cell) : a1(cell.row, cell.column)}`;
}

/**
 * A sheet name as formulas need it: always quoted (so that names such as 2021, R1C1 or 目标 任务 are
 * safe), its apostrophes doubled.
 */
export function quotedSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}
