import { Workbook, type Worksheet } from "@cj-tech-master/excelts";

/** A saved workbook's sheets by name. */
export async function savedSheets(bytes: Uint8Array): Promise<Map<string, Worksheet>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return new Map(workbook.worksheets.map((sheet) => [sheet.name, sheet]));
}

/** What a cell shows of its value or formula, to 12 digits; "" for a blank one. */
export function savedValue(sheet: Worksheet, row: number, column: number): unknown {
  const { value, formula, result } = sheet.getCell(row + 1, column + 1) as { value: unknown; formula?: string; result?: unknown };
  const shown = formula ? result : value;
  if (typeof shown === "number") return Number(shown.toPrecision(12));
  if (typeof shown === "object" && shown !== null && "error" in shown) return shown.error;
  return shown ?? "";
}

/** A sheet's rows by the text of their first cell, values as saved. */
export function rowsByLabel(sheet: Worksheet): Map<string, unknown[]> {
  const rows = Array.from({ length: sheet.rowCount }, (_, row) => Array.from({ length: sheet.columnCount }, (_unused, column) => savedValue(sheet, row, column)));
  return new Map(rows.map((row) => [String(row[0]), row]));
}
