import type { StoredValue } from "./input";

/** How a file wrote a formula, beside what Excel shows of it. */
export interface StoredFormula {
  /** the formula as it is shown; what is stored counts only while it is still the cell's */
  shown: string;
  /** the same as the file has it */
  text: string;
  /** attributes of its element */
  attrs: Readonly<Record<string, string>>;
  /** row and column of a formula that is written once for several cells; it counts only where it still stands */
  shared?: { row: number; column: number; master: boolean };
}

/** A cell as the engine keeps it. */
export interface Cell {
  /** the value, or the formula's last result */
  v: StoredValue;
  /** the formula without "=", as Excel shows it (no _xlfn prefixes) */
  f?: string;
  /** how the file spells the formula, where that is not plain from `f` */
  stored?: StoredFormula;
  /** style index */
  s: number;
  /** index of the shared string the value came from; kept while the value is not written anew */
  si?: number;
  /** the range an array formula fills ("B2:B5") */
  array?: string;
  /** the array formula is dynamic: it spills */
  dynamic?: boolean;
  /** the value belongs to a spilled array */
  ghost?: boolean;
  /** attributes of the cell or formula elements that are only carried along */
  extra?: { cell?: string; formula?: string };
}

/** A row as the engine keeps it: cells by column. */
export interface Row {
  cells: Cell[];
  /** points; undefined: the sheet's default, or fitted to its contents */
  height?: number;
  customHeight?: boolean;
  hidden?: boolean;
  /** style of the whole row */
  style?: number;
  /** further attributes, as written (outline level, thick borders …) */
  extra?: string;
}

/** Columns of one width and style, first and last inside, from 0. */
export interface ColumnRun {
  first: number;
  last: number;
  /** characters, as the file has it */
  width?: number;
  style?: number;
  hidden?: boolean;
  extra?: Record<string, string>;
}

/** True for a cell that shows or holds something (a format alone does not count). */
export function hasContent(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.f !== undefined || (cell.v !== null && cell.v !== undefined));
}

/** Copies a cell. */
export function cloneCell(cell: Cell): Cell {
  return { ...cell };
}
