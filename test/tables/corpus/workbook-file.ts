import { readFileSync } from "node:fs";
import { Workbook, type Cell, type Worksheet } from "@cj-tech-master/excelts";

/** A workbook of the corpus: sheets as text, and what must be read from them. */
export interface CorpusWorkbook {
  /** What is peculiar about it, from the file's first line. */
  about: string;
  sheets: CorpusSheet[];
  /** Lines as `outcomeOf` writes them. */
  expected: string[];
}

interface CorpusSheet {
  name: string;
  hidden: boolean;
  /** Where the first cell of the text stands, A1 if not told. */
  row: number;
  column: number;
  lines: { hidden: boolean; cells: string[] }[];
}

/**
 * Reads a corpus file. One line a row, cells between `|`:
 *
 *     # what is peculiar about this workbook
 *     == 目标任务            a sheet; "== 上月 hidden" hides it, "== 表 at C5" begins at C5
 *     标题 | < | <           < is merged into the cell to its left
 *     ^ | 目标 | 完成        ^ is merged into the cell above
 *     离石区 | 1700 | '263套  numbers are numbers, 'text is text, 24.94% a number shown so
 *     ~ 兴县 | =B3+B4 | #REF!   ~ hides the row; =formula; #REF! an error; @2021-04-23 a date
 *     x // 说明              a note on the cell; ␣ stands for a space, ↵ for a line break
 *     == expected
 *     …                      the lines of `outcomeOf`
 */
export function readCorpusFile(path: string): CorpusWorkbook {
  const [head = "", ...lines] = readFileSync(path, "utf8").split("\n");
  const workbook: CorpusWorkbook = { about: head.replace(/^#\s*/, ""), sheets: [], expected: [] };
  let expecting = false;
  for (const line of lines) {
    const section = /^== (.+)$/.exec(line)?.[1];
    if (section === "expected") expecting = true;
    else if (section !== undefined) workbook.sheets.push(sheetHead(section));
    else if (expecting) {
      if (line.trim() !== "") workbook.expected.push(line.trimEnd());
    } else workbook.sheets.at(-1)?.lines.push(sheetLine(line));
  }
  return workbook;
}

function sheetHead(section: string): CorpusSheet {
  const [, name = "", at, hidden] = /^(.+?)(?: at ([A-Z]+\d+))?( hidden)?$/.exec(section) ?? [];
  const [, letter = "A", row = "1"] = /^([A-Z])(\d+)$/.exec(at ?? "A1") ?? [];
  return { name, hidden: hidden !== undefined, row: Number(row), column: letter.charCodeAt(0) - 64, lines: [] };
}

function sheetLine(line: string): { hidden: boolean; cells: string[] } {
  const hidden = line.startsWith("~");
  return { hidden, cells: line.slice(hidden ? 1 : 0).split("|").map((cell) => cell.trim()) };
}

/** Makes the workbook of a corpus file, as .xlsx bytes. */
export async function xlsxOf({ sheets }: CorpusWorkbook): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const sheet of sheets) fill(workbook.addWorksheet(sheet.name, { state: sheet.hidden ? "hidden" : "visible" }), sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function fill(worksheet: Worksheet, { lines, row: top, column: left }: CorpusSheet): void {
  lines.forEach(({ cells, hidden }, index) => {
    if (hidden) worksheet.getRow(top + index).hidden = true;
    cells.forEach((text, offset) => {
      if (text !== "" && text !== "<" && text !== "^") write(worksheet.getCell(top + index, left + offset), text);
    });
  });
  for (const [row, column, lastRow, lastColumn] of mergesIn(lines.map(({ cells }) => cells))) {
    worksheet.mergeCells(top + row, left + column, top + lastRow, left + lastColumn);
  }
}

function write(cell: Cell, whole: string): void {
  const [text = "", note] = whole.split(" // ");
  if (note !== undefined) cell.note = note;
  const date = /^@(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date) {
    cell.value = (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - Date.UTC(1899, 11, 30)) / 86_400_000;
    cell.numFmt = "yyyy/m/d";
  } else if (/^-?\d+(\.\d+)?$/.test(text)) cell.value = Number(text);
  else if (/^-?\d+(\.\d+)?%$/.test(text)) {
    cell.value = Number((Number(text.slice(0, -1)) / 100).toPrecision(12));
    cell.numFmt = text.includes(".") ? `0.${"0".repeat(text.split(".")[1]!.length - 1)}%` : "0%";
  } else if (/^=.*%$/.test(text)) {
    cell.value = { formula: text.slice(1, -1) };
    cell.numFmt = "0.00%";
  } else if (text.startsWith("=")) cell.value = { formula: text.slice(1) };
  else if (/^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?)$/.test(text)) cell.value = { error: text } as typeof cell.value;
  else cell.value = text.replace(/^'/, "").replaceAll("␣", " ").replaceAll("↵", "\n");
}

/** Merged areas as first row, first column, last row, last column. */
function mergesIn(cells: readonly string[][]): [number, number, number, number][] {
  const marks = (row: number, column: number) => cells[row]?.[column] ?? "";
  const merges: [number, number, number, number][] = [];
  cells.forEach((line, row) =>
    line.forEach((text, column) => {
      if (text === "<" || text === "^") return;
      let [lastRow, lastColumn] = [row, column];
      while (marks(row, lastColumn + 1) === "<") lastColumn++;
      while (marks(lastRow + 1, column) === "^") lastRow++;
      if (lastRow > row || lastColumn > column) merges.push([row, column, lastRow, lastColumn]);
    }),
  );
  return merges;
}
