/** Reading and writing the block properties of a range: values, formulas, text, number formats. */
import { MAX_COLUMNS, MAX_ROWS } from "../engine/address";
import type { Cell } from "../engine/cells";
import { excelError } from "../engine/errors";
import { displayText } from "../engine/numberFormat";
import { toR1C1 } from "../engine/references";
import { MAX_TEXT } from "../engine/stringReader";
import { writeCell } from "../engine/write";
import type { HostContext, RangeTarget } from "../protocol/context";

/** What a cell takes where it may be a formula; as a value it takes 32,767 signs. */
const MAX_FORMULA = 8192;

/** `text` of a longer text in a cell of the format “@” is ####. */
const MAX_SHOWN_TEXT = 255;
/** Pixels of a digit of the default font, and of a cell's own margins. */
const DIGIT = 7;
const MARGIN = 5;

/** True for whole rows or columns: Excel answers null for what each cell holds. */
export function isUnbounded({ rect }: RangeTarget): boolean {
  return (rect.top === 0 && rect.bottom === MAX_ROWS - 1) || (rect.left === 0 && rect.right === MAX_COLUMNS - 1);
}

/** A property of each cell as rows of columns; null for whole rows or columns, and for more cells than one block may have. */
export function readBlock(target: RangeTarget, { conditions }: HostContext, read: (cell: Cell | undefined, row: number, column: number) => unknown): unknown[][] | null {
  if (isUnbounded(target)) return null;
  const { sheet, rect } = target;
  const width = rect.right - rect.left + 1;
  if ((rect.bottom - rect.top + 1) * width > conditions.cellLimit) return null;
  const rows: unknown[][] = [];
  for (let r = rect.top; r <= rect.bottom; r++) {
    const cells = sheet.rows.get(r)?.cells;
    const row: unknown[] = new Array(width);
    for (let c = 0; c < width; c++) row[c] = read(cells?.[rect.left + c], r, rect.left + c);
    rows.push(row);
  }
  return rows;
}

/** A cell's value as Office.js has it. */
export function valueOf(cell: Cell | undefined): string | number | boolean {
  const v = cell?.v;
  if (v === null || v === undefined) return "";
  return typeof v === "object" ? v.error : v;
}

export function formulaOf(cell: Cell | undefined): string | number | boolean {
  return cell?.f !== undefined ? `=${cell.f}` : valueOf(cell);
}

export function formulaR1C1Of(cell: Cell | undefined, row: number, column: number): string | number | boolean {
  return cell?.f !== undefined ? `=${toR1C1(cell.f, row, column)}` : valueOf(cell);
}

export function valueTypeOf(cell: Cell | undefined): string {
  const v = cell?.v;
  if (v === null || v === undefined) return "Empty";
  if (typeof v === "object") return "Error";
  return typeof v === "number" ? "Double" : typeof v === "boolean" ? "Boolean" : "String";
}

export function textOfCell(target: RangeTarget, context: HostContext): (cell: Cell | undefined, row: number, column: number) => string {
  const { styles } = target.sheet;
  const locale = { date1904: context.workbook.date1904, shortDate: context.shortDate };
  return (cell, _row, column) => {
    if (!cell || cell.v === null) return "";
    const { numberFormat } = styles.get(cell.s);
    const text = displayText(cell.v, numberFormat, locale);
    if (!context.conditions.narrowText) return text;
    if (typeof cell.v === "string") return numberFormat === "@" && text.length > MAX_SHOWN_TEXT ? "#".repeat(MAX_SHOWN_TEXT) : text;
    const room = Math.floor((target.sheet.columnPixels(column) - MARGIN) / DIGIT);
    // General fits itself to the column; a hidden column shows nothing, and its text is told as if it were wide enough.
    const fits = typeof cell.v !== "number" || numberFormat === "General" || target.sheet.columnHidden(column) || [...text].length <= room;
    return fits ? text : "#".repeat(Math.max(1, room));
  };
}

/**
 * Brings what was given into rows and columns of the range: one value for all cells, or an array of its size.
 * @throws ExcelError InvalidArgument for an array of another size
 */
export function blockOf(target: RangeTarget, given: unknown): (row: number, column: number) => unknown {
  if (isUnbounded(target)) throw excelError("InvalidArgument", "cells of whole rows or columns cannot be set one by one");
  if (!Array.isArray(given)) return () => given;
  const { rect } = target;
  const height = rect.bottom - rect.top + 1;
  const width = rect.right - rect.left + 1;
  const rows = given as unknown[];
  const fits = rows.length === height && rows.every((row) => Array.isArray(row) && row.length === width);
  if (!fits) {
    throw excelError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return (row, column) => (rows[row - rect.top] as unknown[])[column - rect.left];
}

/** Sets values or formulas; null leaves a cell as it is. */
export function writeBlock(target: RangeTarget, given: unknown, context: HostContext): void {
  const { sheet, rect } = target;
  const at = blockOf(target, given);
  sheet.checkWritable(rect);
  const single = rect.top === rect.bottom && rect.left === rect.right;
  const before = single ? valueOf(sheet.cell(rect.top, rect.left)) : undefined;
  for (let r = rect.top; r <= rect.bottom; r++) {
    for (let c = rect.left; c <= rect.right; c++) {
      const input = at(r, c);
      if (input === null || input === undefined) continue;
      if (typeof input !== "string" && typeof input !== "number" && typeof input !== "boolean") {
        throw excelError("InvalidArgument", "a cell takes text, a number or a logical value");
      }
      if (typeof input === "string" && input.length > MAX_TEXT + 1) throw excelError("InvalidArgument", "a cell holds 32,767 signs");
      writeCell(sheet, r, c, input, context.workbook.date1904);
    }
  }
  const change = single ? { type: "RangeEdited" as const, before, after: valueOf(sheet.cell(rect.top, rect.left)) } : { type: "RangeEdited" as const };
  context.cellsChanged(sheet, rect, change);
}

/** Sets formulas: a longer text than a formula may be is refused even where it is none. */
export function writeFormulas(target: RangeTarget, given: unknown, context: HostContext): void {
  const cells = Array.isArray(given) ? (given as unknown[]).flat() : [given];
  if (cells.some((cell) => typeof cell === "string" && cell.length > MAX_FORMULA)) throw excelError("InvalidArgument", "a formula of more than 8,192 signs");
  writeBlock(target, given, context);
}

/** Sets number formats, one for all cells or an array. */
export function writeNumberFormats(target: RangeTarget, given: unknown, context: HostContext): void {
  const { sheet, rect } = target;
  sheet.checkWritable(rect);
  const check = (format: unknown): string => {
    if (typeof format !== "string") throw excelError("InvalidArgument", "a number format is text");
    if ((format.match(/"/g)?.length ?? 0) % 2 === 1 || format.length > 255) throw excelError("InvalidArgument", `the number format ${format}`);
    return format;
  };
  if (!Array.isArray(given)) {
    sheet.format(rect, { numberFormat: check(given) });
  } else {
    const at = blockOf(target, given);
    for (let r = rect.top; r <= rect.bottom; r++) {
      for (let c = rect.left; c <= rect.right; c++) {
        const format = at(r, c);
        if (format === null || format === undefined) continue;
        const cell = sheet.ensureCell(r, c);
        cell.s = sheet.styles.derive(cell.s, { numberFormat: check(format) });
      }
    }
    sheet.touchCells();
  }
  context.layoutChanged(sheet, rect);
}
