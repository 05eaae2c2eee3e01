import { Workbook } from "@cj-tech-master/excelts";
import type { Block, CellValue, SheetGrid } from "../../../src/tables";
import { xlsxFile } from "../../support/xlsx-file";

/** What a file cannot hold: signs that XML has no form for, and halves of a pair. */
const NO_XML = /[^\P{Cc}\n\t]|\p{Cs}|[\ufffe\uffff]/gu;
const ERROR = /^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)$/;

/** Sheets as an .xlsx file, in the one date system or the other. */
export async function workbookFile(sheets: readonly SheetGrid[], date1904: boolean): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.properties.date1904 = date1904;
  for (const grid of sheets) {
    const sheet = workbook.addWorksheet(grid.name.replace(NO_XML, ""));
    if (!grid.visible && sheets.some(({ visible }) => visible)) sheet.state = "hidden";
    grid.values.forEach((row, at) =>
      row.forEach((value, column) => {
        const cell = sheet.getCell(grid.row + at + 1, grid.column + column + 1);
        if (value !== "") cell.value = heldValue(value, at, column) as never;
        const format = grid.formats?.[at]?.[column];
        if (format !== undefined && format !== "General") cell.numFmt = format;
      }),
    );
    for (const { row, column, rowCount, columnCount } of apart(grid.merges ?? [])) sheet.mergeCells(row + 1, column + 1, row + rowCount, column + columnCount);
    for (const row of grid.hiddenRows) sheet.getRow(row + 1).hidden = true;
  }
  return xlsxFile(workbook);
}

/** Some numbers are what a formula gives, as in staff's own tables. */
function heldValue(value: CellValue, row: number, column: number): unknown {
  if (typeof value === "number") return (row * 7 + column) % 11 === 0 && Number.isInteger(value) && Math.abs(value) < 1e9 ? { formula: `${value}+0`, result: value } : value;
  if (typeof value === "boolean") return value;
  return ERROR.test(value) ? { error: value } : value.replace(NO_XML, "");
}

/** Merged areas that do not touch one another: Excel opens no file with others. */
function apart(merges: readonly Block[]): Block[] {
  const taken: Block[] = [];
  for (const one of merges) {
    const touches = taken.some((other) => one.row < other.row + other.rowCount && other.row < one.row + one.rowCount && one.column < other.column + other.columnCount && other.column < one.column + one.columnCount);
    if (!touches && one.rowCount * one.columnCount > 1) taken.push(one);
  }
  return taken;
}
