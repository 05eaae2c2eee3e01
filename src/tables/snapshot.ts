import type { CellValue } from "../cells";

/** A block of cells on a sheet; row and column count from 0. */
export interface Block {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** The used part of one sheet, read once; a sheet whose cells lie far apart has several. */
export interface SheetGrid {
  name: string;
  visible: boolean;
  /** Written by this add-in: never read as a source. */
  ours: boolean;
  /** The first cell of the used part, counted from 0. */
  row: number;
  column: number;
  /** Rows of equal length. */
  values: CellValue[][];
  /** Number formats in en-US, same shape as `values`; null where not read. */
  formats: string[][] | null;
  /** Merged areas in the sheet's own rows and columns; null where the host cannot tell (before ExcelApi 1.13). */
  merges: Block[] | null;
  /** Days are counted from 1904, as old workbooks from a Mac do; from 1900 if left out. */
  date1904?: boolean;
  /** Hidden rows, in the sheet's own counting. */
  hiddenRows: number[];
}

/** The workbook as it was read: plain data. */
export interface WorkbookSnapshot {
  sheets: SheetGrid[];
}
