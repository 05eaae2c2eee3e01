/** Writing into cells: values, formulas, what is typed. */
import { cellName } from "./address";
import type { Cell } from "./cells";
import { excelError } from "./errors";
import { checkFormula } from "./formulaSyntax";
import { stripPrefixes } from "./futureFunctions";
import { readInput } from "./input";
import type { Sheet } from "./sheet";
import { MAX_TEXT } from "./stringReader";

/**
 * Writes one cell as Excel does with what Office.js or a user gives it: "=…" is a formula, text that
 * looks like a number, a percentage or a date becomes one (and gives a General cell its format).
 * The caller says that cells changed.
 * @throws ExcelError InvalidArgument for a formula Excel refuses or a text that is too long
 */
export function writeCell(sheet: Sheet, row: number, column: number, input: string | number | boolean, date1904 = false): void {
  // What is written to a hidden part of a merge is gone, in Excel too.
  if (sheet.merges.length > 0) {
    const merge = sheet.mergeAt(row, column);
    if (merge && (merge.top !== row || merge.left !== column)) return;
  }
  const old = sheet.cell(row, column);
  if (old?.array !== undefined && !old.dynamic && old.array.includes(":")) {
    throw excelError("InvalidOperation", "a part of an array cannot be changed");
  }
  if (input === "" && !old) return;
  const style = sheet.styleIndex(row, column);
  const cell: Cell = { v: null, s: style };
  if (typeof input === "number") {
    if (!Number.isFinite(input)) throw excelError("InvalidArgument", "a number must be finite");
    cell.v = input;
  } else if (typeof input === "boolean") cell.v = input;
  else {
    if (input.length > MAX_TEXT) throw excelError("InvalidArgument", "a cell holds 32,767 characters at most");
    const format = sheet.styles.get(style).numberFormat;
    const typed = readInput(input, format === "@", date1904);
    if (typed.formula !== undefined) {
      cell.f = stripPrefixes(typed.formula).trim();
      if (checkFormula(cell.f)) {
        cell.dynamic = true;
        cell.array = cellName(row, column);
      }
    } else cell.v = typed.value;
    if (typed.numberFormat && format === "General") cell.s = sheet.styles.derive(style, { numberFormat: typed.numberFormat });
    const quoted = sheet.styles.quotePrefix(style);
    if (typed.quotePrefix !== quoted && (typed.quotePrefix || quoted)) cell.s = sheet.styles.derive(cell.s, { quotePrefix: typed.quotePrefix ?? false });
  }
  sheet.ensureRow(row).cells[column] = cell;
}
