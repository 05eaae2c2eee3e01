import { readFileSync } from "node:fs";
import { Workbook } from "@cj-tech-master/excelts";
import type { CellValue, SheetGrid, WorkbookSnapshot } from "../../src/tables";

/** A snapshot of an .xlsx file taken straight from the engine, for tests of reading that need no Excel. */
export async function snapshotOfFile(path: string): Promise<WorkbookSnapshot> {
  const workbook = new Workbook();
  await workbook.xlsx.load(readFileSync(path));
  const sheets = workbook.worksheets.map((sheet): SheetGrid => {
    const [rowCount, columnCount] = [sheet.rowCount, sheet.columnCount];
    const cells = Array.from({ length: rowCount }, (_, row) =>
      Array.from({ length: columnCount }, (_unused, column) => sheet.getCell(row + 1, column + 1)),
    );
    const merges = ((sheet.model as { merges?: string[] }).merges ?? []).map((merge) => {
      const [first = "A1", last = first] = merge.split(":");
      const [top, left] = parse(first);
      const [bottom, right] = parse(last);
      return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
    });
    return {
      name: sheet.name,
      visible: sheet.state === "visible",
      ours: false,
      row: 0,
      column: 0,
      values: cells.map((line) => line.map((cell) => (cell.isMerged && cell.master !== cell ? "" : valueOf(cell.value)))),
      formats: cells.map((line) => line.map((cell) => typeof cell.numFmt === "string" ? cell.numFmt : "General")),
      merges,
      hiddenRows: cells.flatMap((_, row) => (sheet.getRow(row + 1).hidden ? [row] : [])),
    };
  });
  return { sheets };
}

function valueOf(value: unknown): CellValue {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  const { result, richText, error, text } = value as {
    result?: unknown;
    richText?: { text: string }[];
    error?: string;
    text?: string;
  };
  if (richText) return richText.map((run) => run.text).join("");
  return error ?? text ?? valueOf(result);
}

function parse(address: string): [row: number, column: number] {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits) - 1, column - 1];
}
