import { buildReport, type Report } from "../../src/progress";
import { readWorkbook, type Block, type CellValue, type Gazetteer, type SheetGrid } from "../../src/tables";

/** A visible sheet from rows of values; short rows are filled with blanks. */
export function sheetOf(name: string, rows: CellValue[][], more: Partial<SheetGrid> = {}): SheetGrid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return {
    name,
    visible: true,
    ours: false,
    row: 0,
    column: 0,
    values: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? "")),
    formats: null,
    merges: null,
    hiddenRows: [],
    ...more,
  };
}

/** A merged area, rows and columns from 0. */
export function merged(row: number, column: number, rowCount: number, columnCount: number): Block {
  return { row, column, rowCount, columnCount };
}

/** The report of some sheets; without a gazetteer no name is unknown. */
export function reportOf(sheets: SheetGrid[], gazetteer: Gazetteer | null = null): Report {
  return buildReport(readWorkbook({ sheets }, { gazetteer }), { today: "2021-12-31" });
}

/** Finding codes of a report with their first cells: "total-mismatch 表!C5". */
export function codesOf(report: Report): string[] {
  return report.findings.map(({ code }) => code);
}
