import type { Block, CellValue, SheetGrid } from "../../../src/tables";
import { cellOf, mergesIn, type CorpusCell, type CorpusSheet, type CorpusWorkbook } from "./corpus-file";

/**
 * The sheets of a corpus file as the add-in reads them in Excel, straight from the text: no file, no Excel. Only
 * where cells hold formulas does the calculation engine work out their values, in memory.
 *
 * test/excel/corpus.test.ts holds that the whole way through Excel gives the same.
 */
export async function gridsOf(workbook: CorpusWorkbook): Promise<SheetGrid[]> {
  const sheets = workbook.sheets.map((sheet) => ({ sheet, cells: cellsOf(sheet) }));
  const hasFormulas = sheets.some(({ cells }) => cells.some((line) => line.some((cell) => cell?.formula !== undefined)));
  const calculated = hasFormulas ? (await import("./calculated")).calculated(workbook) : null;
  return sheets.map(({ sheet, cells }) => gridOf(sheet, cells, (row, column) => calculated?.(sheet.name, row, column) ?? 0));
}

type Line = (CorpusCell | null)[];

/** Cells of a sheet by its own rows and columns, from A1; null where nothing stands. */
function cellsOf({ lines, row, column }: CorpusSheet): Line[] {
  const before = Array.from({ length: row - 1 }, (): Line => []);
  const margin = Array.from({ length: column - 1 }, () => null);
  return [...before, ...lines.map(({ cells }): Line => [...margin, ...cells.map((text) => (text === "" || text === "<" || text === "^" ? null : cellOf(text)))])];
}

function gridOf(sheet: CorpusSheet, cells: readonly Line[], valueAt: (row: number, column: number) => CellValue): SheetGrid {
  const value = (row: number, column: number): CellValue => {
    const cell = cells[row]?.[column];
    return cell?.formula === undefined ? (cell?.value ?? "") : valueAt(row, column);
  };
  const holds = ({ formula, value }: CorpusCell) => formula !== undefined || value !== "";
  const used = usedBlock(cells.flatMap((line, row) => line.flatMap((cell, column) => (cell && holds(cell) ? [{ row, column }] : []))));
  const { row, column, rowCount, columnCount } = used;
  const overUsed = <T>(read: (row: number, column: number) => T) =>
    Array.from({ length: rowCount }, (_, down) => Array.from({ length: columnCount }, (_unused, right) => read(row + down, column + right)));
  const merges = mergesIn(sheet.lines.map((line) => line.cells)).map((one) => ({ ...one, row: one.row + sheet.row - 1, column: one.column + sheet.column - 1 }));
  /** Excel gives the cells of a merged area the format of its first. */
  const formatAt = (at: number, across: number) => {
    const area = merges.find((one) => at >= one.row && at < one.row + one.rowCount && across >= one.column && across < one.column + one.columnCount);
    return cells[area?.row ?? at]?.[area?.column ?? across]?.format ?? "General";
  };
  return {
    name: sheet.name,
    visible: !sheet.hidden,
    ours: false,
    row,
    column,
    values: overUsed(value),
    formats: rowCount === 0 ? null : overUsed(formatAt),
    merges: merges.filter((one) => one.row < row + rowCount && one.row + one.rowCount > row && one.column < column + columnCount && one.column + one.columnCount > column),
    hiddenRows: sheet.lines.flatMap(({ hidden }, index) => {
      const at = sheet.row - 1 + index;
      return hidden && at >= row && at < row + rowCount ? [at] : [];
    }),
  };
}

function usedBlock(places: readonly { row: number; column: number }[]): Block {
  if (places.length === 0) return { row: 0, column: 0, rowCount: 0, columnCount: 0 };
  const [rows, columns] = [places.map(({ row }) => row), places.map(({ column }) => column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rowCount: Math.max(...rows) - row + 1, columnCount: Math.max(...columns) - column + 1 };
}
