import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Block } from "../../../src/tables";

/** A workbook of the corpus: sheets as text, and what must be read from them. */
export interface CorpusWorkbook {
  /** What is peculiar about it, from the file's first line. */
  about: string;
  sheets: CorpusSheet[];
  /** Lines as `outcomeOf` writes them. */
  expected: string[];
}

export interface CorpusSheet {
  name: string;
  hidden: boolean;
  /** Where the first cell of the text stands, A1 if not told. */
  row: number;
  column: number;
  lines: { hidden: boolean; cells: string[] }[];
}

const FOLDER = path.join(__dirname, "workbooks");

/** All workbooks of the corpus, each with its file's name. */
export function corpus(): (CorpusWorkbook & { name: string })[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  return files.map((name) => ({ name, ...readCorpusFile(path.join(FOLDER, name)) }));
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
export function readCorpusFile(file: string): CorpusWorkbook {
  const [head = "", ...lines] = readFileSync(file, "utf8").split("\n");
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

/** What a cell of a corpus file holds. */
export interface CorpusCell {
  /** The error's name where it is one; "" under a formula. */
  value: string | number;
  /** Without "=". */
  formula?: string;
  /** As Excel has it. */
  format: string;
  note?: string;
}

/** The first day that Excel counts, less one. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** What a cell's text means; see `readCorpusFile`. */
export function cellOf(whole: string): CorpusCell {
  const [text = "", note] = whole.split(" // ");
  const more = note === undefined ? {} : { note };
  const date = /^@(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date) return { value: (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - EPOCH) / DAY, format: "yyyy/m/d", ...more };
  if (/^-?\d+(\.\d+)?$/.test(text)) return { value: Number(text), format: "General", ...more };
  if (/^-?\d+(\.\d+)?%$/.test(text)) {
    const decimals = text.split(".")[1];
    return { value: Number((Number(text.slice(0, -1)) / 100).toPrecision(12)), format: decimals ? `0.${"0".repeat(decimals.length - 1)}%` : "0%", ...more };
  }
  if (/^=.*%$/.test(text)) return { value: "", formula: text.slice(1, -1), format: "0.00%", ...more };
  if (text.startsWith("=")) return { value: "", formula: text.slice(1), format: "General", ...more };
  const value = isError(text) ? text : text.replace(/^'/, "").replaceAll("␣", " ").replaceAll("↵", "\n");
  return { value, format: "General", ...more };
}

/** Whether a cell's text is one of Excel's errors. */
export function isError(text: string | number): boolean {
  return /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?)$/.test(String(text));
}

/** The merged areas among a sheet's lines, from the first of them. */
export function mergesIn(cells: readonly string[][]): Block[] {
  const marks = (row: number, column: number) => cells[row]?.[column] ?? "";
  return cells.flatMap((line, row) =>
    line.flatMap((text, column) => {
      if (text === "<" || text === "^") return [];
      let [rowCount, columnCount] = [1, 1];
      while (marks(row, column + columnCount) === "<") columnCount++;
      while (marks(row + rowCount, column) === "^") rowCount++;
      return rowCount > 1 || columnCount > 1 ? [{ row, column, rowCount, columnCount }] : [];
    }),
  );
}
