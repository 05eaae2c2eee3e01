import { Workbook, type Cell, type Worksheet } from "@cj-tech-master/excelts";
import { cellOf, isError, mergesIn, type CorpusCell, type CorpusSheet, type CorpusWorkbook } from "./corpus-file";
import { xlsxFile } from "../../support/xlsx-file";

/** Makes the workbook of a corpus file. */
export function workbookOf({ sheets }: CorpusWorkbook): Workbook {
  const workbook = new Workbook();
  for (const sheet of sheets) fill(workbook.addWorksheet(sheet.name, { state: sheet.hidden ? "hidden" : "visible" }), sheet);
  return workbook;
}

/** Makes the workbook of a corpus file, as .xlsx bytes. */
export async function xlsxOf(workbook: CorpusWorkbook): Promise<Uint8Array> {
  return xlsxFile(workbookOf(workbook));
}

function fill(worksheet: Worksheet, { lines, row: top, column: left }: CorpusSheet): void {
  lines.forEach(({ cells, hidden }, index) => {
    if (hidden) worksheet.getRow(top + index).hidden = true;
    cells.forEach((text, offset) => {
      if (text !== "" && text !== "<" && text !== "^") write(worksheet.getCell(top + index, left + offset), cellOf(text));
    });
  });
  for (const { row, column, rowCount, columnCount } of mergesIn(lines.map(({ cells }) => cells))) {
    worksheet.mergeCells(top + row, left + column, top + row + rowCount - 1, left + column + columnCount - 1);
  }
}

function write(cell: Cell, { value, formula, format, note }: CorpusCell): void {
  if (note !== undefined) cell.note = note;
  if (formula !== undefined) cell.value = { formula };
  else cell.value = isError(value) ? ({ error: value } as unknown as typeof cell.value) : value;
  if (format !== "General") cell.numFmt = format;
}
