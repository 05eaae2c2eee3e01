import type { Worksheet } from "@cj-tech-master/excelts";
import { lvliangWorkbook } from "../../samples/sheets";
import type { Block, CellValue, SheetGrid } from "../../src/tables";

let made: SheetGrid[] | undefined;

/**
 * The sheets of the sample as the add-in reads them in Excel, straight from the script that makes it: no file, no
 * Excel. test/samples/sample-workbook.test.ts holds that Excel gives the same of the committed file. Shared: do not
 * change them.
 */
export function sampleGrids(): SheetGrid[] {
  made ??= lvliangWorkbook().worksheets.map(gridOf);
  return made;
}

function gridOf(sheet: Worksheet): SheetGrid {
  const cells = Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_unused, column) => sheet.getCell(row + 1, column + 1)),
  );
  return {
    name: sheet.name,
    visible: sheet.state === "visible",
    ours: false,
    row: 0,
    column: 0,
    values: cells.map((line) =>
      line.map((cell) => {
        if (cell.isMerged && cell.master !== cell) return "";
        return ((cell.formula ? cell.result : cell.value) ?? "") as CellValue;
      }),
    ),
    formats: cells.map((line) => line.map(({ numFmt }) => (typeof numFmt === "string" ? numFmt : "General"))),
    merges: ((sheet.model as { mergeCells?: string[] }).mergeCells ?? []).map(blockOf),
    hiddenRows: cells.flatMap((_, row) => (sheet.getRow(row + 1).hidden ? [row] : [])),
  };
}

/** "A1:C2" by rows and columns from 0. */
function blockOf(address: string): Block {
  const [first = "A1", last = first] = address.split(":");
  const [[top, left], [bottom, right]] = [cellAt(first), cellAt(last)];
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

function cellAt(address: string): [row: number, column: number] {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits) - 1, column - 1];
}
