import type { Rect } from "./types";

/** Excel's grid: 1,048,576 rows, 16,384 columns. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const letters: string[] = [];

/** Column index (0-based) to letters: 0 → "A", 27 → "AB". */
export function columnName(index: number): string {
  const known = letters[index];
  if (known) return known;
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  letters[index] = name;
  return name;
}

/** Letters to column index (0-based): "AB" → 27; −1 when outside the grid. */
export function columnIndex(name: string): number {
  let n = 0;
  for (let i = 0; i < name.length; i++) {
    n = n * 26 + (name.charCodeAt(i) & 31);
  }
  return n > MAX_COLUMNS ? -1 : n - 1;
}

/** (0, 0) → "A1". */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** A rectangle as Excel writes it: "A1", "A1:B2", "A:C", "1:3". */
export function rectName(rect: Rect): string {
  const { top, left, bottom, right } = rect;
  const allRows = top === 0 && bottom === MAX_ROWS - 1;
  const allColumns = left === 0 && right === MAX_COLUMNS - 1;
  if (allRows && allColumns) return `1:${MAX_ROWS}`;
  if (allRows) return `${columnName(left)}:${columnName(right)}`;
  if (allColumns) return `${top + 1}:${bottom + 1}`;
  const first = cellName(top, left);
  return top === bottom && left === right ? first : `${first}:${cellName(bottom, right)}`;
}

/** A rectangle with dollar signs: "$A$1:$B$2". */
export function absoluteRectName(rect: Rect): string {
  return rectName(rect).replace(/([A-Z]+)?(\d+)?/g, (whole, column?: string, row?: string) =>
    whole ? `${column ? `$${column}` : ""}${row ? `$${row}` : ""}` : "",
  );
}

/** The rectangle of one cell. */
export function cellRect(row: number, column: number): Rect {
  return { top: row, left: column, bottom: row, right: column };
}

const A1 = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;

function ordered(r1: number, c1: number, r2: number, c2: number): Rect | undefined {
  if (c1 < 0 || c2 < 0 || r1 >= MAX_ROWS || r2 >= MAX_ROWS) return undefined;
  return {
    top: Math.min(r1, r2),
    left: Math.min(c1, c2),
    bottom: Math.max(r1, r2),
    right: Math.max(c1, c2),
  };
}

/** "B2:D5", "A:C", "1:3", with or without dollar signs; undefined when it is no address. */
export function parseRect(text: string): Rect | undefined {
  let match = A1.exec(text);
  if (match) {
    const row = Number(match[2]) - 1;
    const column = columnIndex(match[1]!);
    if (match[3] === undefined) return ordered(row, column, row, column);
    return ordered(row, column, Number(match[4]) - 1, columnIndex(match[3]));
  }
  match = COLUMNS.exec(text);
  if (match) return ordered(0, columnIndex(match[1]!), MAX_ROWS - 1, columnIndex(match[2]!));
  match = ROWS.exec(text);
  if (match) return ordered(Number(match[1]) - 1, 0, Number(match[2]) - 1, MAX_COLUMNS - 1);
  return undefined;
}

/** Splits "'My sheet'!A1" into sheet name and the rest; sheet is undefined when none is named. */
export function splitSheet(text: string): { sheet?: string; rest: string } {
  if (text.startsWith("'")) {
    const end = /^'((?:[^']|'')*)'!/.exec(text);
    if (end) return { sheet: end[1]!.replace(/''/g, "'"), rest: text.slice(end[0].length) };
  }
  const bang = text.indexOf("!");
  return bang > 0
    ? { sheet: text.slice(0, bang), rest: text.slice(bang + 1) }
    : { rest: text };
}

/** A sheet's name as it stands before "!": quoted where Excel quotes it. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const looksLikeCell = /^[A-Za-z]{1,3}\d+$/.test(name) || /^R\d*(C\d*)?$|^C\d*$/i.test(name);
  return plain && !looksLikeCell ? name : `'${name.replace(/'/g, "''")}'`;
}

/** True when the two rectangles share a cell. */
export function intersects(a: Rect, b: Rect): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** The cells both rectangles have; undefined when none. */
export function intersection(a: Rect, b: Rect): Rect | undefined {
  if (!intersects(a, b)) return undefined;
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}

/** True when `outer` holds all of `inner`. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

/** What is left of `a` without `b`: up to four rectangles. */
export function subtract(a: Rect, b: Rect): Rect[] {
  const cut = intersection(a, b);
  if (!cut) return [a];
  const rest: Rect[] = [];
  if (a.top < cut.top) rest.push({ ...a, bottom: cut.top - 1 });
  if (cut.bottom < a.bottom) rest.push({ ...a, top: cut.bottom + 1 });
  const middle = { ...a, top: cut.top, bottom: cut.bottom };
  if (a.left < cut.left) rest.push({ ...middle, right: cut.left - 1 });
  if (cut.right < a.right) rest.push({ ...middle, left: cut.right + 1 });
  return rest;
}

/** Blank-separated list of rectangles, as in a conditional format's sqref. */
export function parseRects(sqref: string): Rect[] {
  return sqref
    .split(/\s+/)
    .map((part) => parseRect(part))
    .filter((rect): rect is Rect => rect !== undefined);
}

/** The parts of a union ("表!$A:$B,'a,b'!$1:$2"), cut at the commas that stand in no sheet's name. */
export function splitUnion(formula: string): string[] {
  const parts = [""];
  let quoted = false;
  for (const sign of formula) {
    if (sign === "'") quoted = !quoted;
    if (sign === "," && !quoted) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts;
}
