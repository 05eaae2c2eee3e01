/** Finding and rewriting the references inside a formula's text; everything else stays as it is written. */
import { tokenize } from "@borgar/fx/xlsx";
import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName, quoteSheet } from "./address";
import type { Rect } from "./types";

/** A reference as it stands in a formula. */
export interface Reference {
  /** the sheet named before "!", unquoted; undefined: the formula's own sheet */
  sheet: string | undefined;
  rect: Rect;
  /** which of the four coordinates carry a dollar sign */
  fixed: { top: boolean; left: boolean; bottom: boolean; right: boolean };
  kind: "cell" | "range" | "rows" | "columns";
}

/**
 * Rewrites every reference of a formula.
 * @param formula without the leading "="
 * @param rewrite gets each reference; answers its new text (with its sheet), or undefined to leave it
 * @param renameSheet gets each sheet prefix that is kept; answers the sheet's new name, or undefined
 * @example mapReferences("A1+Sheet2!$B$2", () => "#REF!") // "#REF!+#REF!"
 */
export function mapReferences(
  formula: string,
  rewrite: (reference: Reference) => string | undefined,
  renameSheet?: (sheet: string) => string | undefined,
): string {
  return tokensOf(formula)
    .map(({ type, value }, index, tokens) => {
      if (type === "context") return tokens[index + 1]?.value === "!" ? (renamed(value) ?? value) : value;
      if (type !== "range" && type !== "range_beam" && type !== "range_named" && type !== "structured") return value;
      const prefix = PREFIX.exec(value)?.[0].slice(0, -1);
      const text = prefix === undefined ? value : value.slice(prefix.length + 1);
      const sheet = prefix === undefined ? undefined : unquoted(prefix);
      const parsed = type === "range" || type === "range_beam" ? parseReference(text, sheet) : undefined;
      // What is in another workbook, or on several sheets, does not move with ours.
      const changed = parsed && !/[[\]:]/.test(sheet ?? "") ? rewrite(parsed) : undefined;
      if (changed !== undefined) return changed;
      const name = prefix === undefined ? undefined : renamed(prefix);
      return name === undefined ? value : `${name}!${text}`;
    })
    .join("");

  function renamed(prefix: string): string | undefined {
    const name = renameSheet?.(unquoted(prefix));
    return name === undefined ? undefined : quoteSheet(name);
  }
}

/** Formulas whose parts are at hand: one that is copied down is asked for in each row, with those beside it in between. */
const MOST_AT_HAND = 1_000;
const atHand = new Map<string, ReturnType<typeof tokenize>>();

function tokensOf(formula: string): ReturnType<typeof tokenize> {
  let tokens = atHand.get(formula);
  if (tokens) return tokens;
  tokens = tokenize(formula, { withLocation: false });
  if (atHand.size >= MOST_AT_HAND) atHand.clear();
  atHand.set(formula, tokens);
  return tokens;
}

/** The sheet before a reference, as it is written, perhaps in another workbook. */
const PREFIX = /^(?:'(?:[^']|'')*'|(?:\[[^\]]*\])?[^'![\]]*)!/;

function unquoted(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
}

function parseReference(text: string, sheet: string | undefined): Reference | undefined {
  const [first, second = first] = text.split(":") as [string, string?];
  const one = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(first);
  const two = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(second);
  if (!one || !two) return undefined;
  if (!one[2]) {
    // "$1:3": the dollar sign stands before the row
    const top = Number(one[4]) - 1;
    const bottom = Number(two[4]) - 1;
    if (top >= MAX_ROWS || bottom >= MAX_ROWS) return undefined;
    return {
      sheet,
      kind: "rows",
      rect: { top: Math.min(top, bottom), left: 0, bottom: Math.max(top, bottom), right: MAX_COLUMNS - 1 },
      fixed: { top: first.startsWith("$"), left: true, bottom: second.startsWith("$"), right: true },
    };
  }
  const left = columnIndex(one[2]);
  const right = columnIndex(two[2]!);
  if (left < 0 || right < 0) return undefined;
  if (!one[4]) {
    return {
      sheet,
      kind: "columns",
      rect: { top: 0, left: Math.min(left, right), bottom: MAX_ROWS - 1, right: Math.max(left, right) },
      fixed: { top: true, left: one[1] === "$", bottom: true, right: two[1] === "$" },
    };
  }
  const top = Number(one[4]) - 1;
  const bottom = Number(two[4]) - 1;
  if (top >= MAX_ROWS || bottom >= MAX_ROWS) return undefined;
  const swapRows = top > bottom;
  const swapColumns = left > right;
  const fixed = {
    top: (swapRows ? two[3] : one[3]) === "$",
    bottom: (swapRows ? one[3] : two[3]) === "$",
    left: (swapColumns ? two[1] : one[1]) === "$",
    right: (swapColumns ? one[1] : two[1]) === "$",
  };
  return {
    sheet,
    kind: text.includes(":") ? "range" : "cell",
    rect: {
      top: Math.min(top, bottom),
      bottom: Math.max(top, bottom),
      left: Math.min(left, right),
      right: Math.max(left, right),
    },
    fixed,
  };
}

/** A reference as text, with its sheet where it has one. */
export function writeReference(reference: Reference): string {
  const { rect, fixed, kind } = reference;
  const dollar = (on: boolean): string => (on ? "$" : "");
  const row = (index: number, on: boolean): string => `${dollar(on)}${index + 1}`;
  const column = (index: number, on: boolean): string => `${dollar(on)}${columnName(index)}`;
  const sheet = reference.sheet === undefined ? "" : `${quoteSheet(reference.sheet)}!`;
  if (kind === "rows") return `${sheet}${row(rect.top, fixed.top)}:${row(rect.bottom, fixed.bottom)}`;
  if (kind === "columns") {
    return `${sheet}${column(rect.left, fixed.left)}:${column(rect.right, fixed.right)}`;
  }
  const first = column(rect.left, fixed.left) + row(rect.top, fixed.top);
  return kind === "cell"
    ? sheet + first
    : `${sheet}${first}:${column(rect.right, fixed.right)}${row(rect.bottom, fixed.bottom)}`;
}

/**
 * The formula as it reads after being copied: relative references move along, fixed ones stay;
 * what leaves the grid becomes #REF!.
 */
export function translate(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const { rect, fixed, kind } = reference;
    const moved: Rect = {
      top: fixed.top ? rect.top : rect.top + rows,
      bottom: fixed.bottom ? rect.bottom : rect.bottom + rows,
      left: fixed.left ? rect.left : rect.left + columns,
      right: fixed.right ? rect.right : rect.right + columns,
    };
    // What does not move stays as it is written.
    if (moved.top === rect.top && moved.bottom === rect.bottom && moved.left === rect.left && moved.right === rect.right) return undefined;
    const outside =
      Math.min(moved.top, moved.bottom, moved.left, moved.right) < 0 ||
      Math.max(moved.top, moved.bottom) >= MAX_ROWS ||
      Math.max(moved.left, moved.right) >= MAX_COLUMNS;
    if (outside) return lost(reference);
    const upside = moved.top > moved.bottom || moved.left > moved.right;
    if (upside && kind === "range") {
      return writeReference({
        ...reference,
        rect: {
          top: Math.min(moved.top, moved.bottom),
          bottom: Math.max(moved.top, moved.bottom),
          left: Math.min(moved.left, moved.right),
          right: Math.max(moved.left, moved.right),
        },
      });
    }
    return writeReference({ ...reference, rect: moved });
  });
}

function lost(reference: Reference): string {
  return reference.sheet === undefined ? "#REF!" : `${quoteSheet(reference.sheet)}!#REF!`;
}

/** Cells put in or taken out: what lies behind them moves. */
export interface StructureEdit {
  kind: "insert" | "delete";
  rect: Rect;
  /** along which axis the cells behind move */
  axis: "rows" | "columns";
}

/** Where a rectangle lies after the edit; undefined when all of it was taken out. */
export function moveRect(rect: Rect, edit: StructureEdit): Rect | undefined {
  const { rect: cut, kind, axis } = edit;
  const across =
    axis === "rows"
      ? rect.left >= cut.left && rect.right <= cut.right
      : rect.top >= cut.top && rect.bottom <= cut.bottom;
  if (!across) return rect;
  const [from, to] = axis === "rows" ? [cut.top, cut.bottom] : [cut.left, cut.right];
  const size = to - from + 1;
  const limit = axis === "rows" ? MAX_ROWS - 1 : MAX_COLUMNS - 1;
  let [low, high] = axis === "rows" ? [rect.top, rect.bottom] : [rect.left, rect.right];
  // A whole column keeps all its rows, whatever is put into it.
  if (low === 0 && high === limit) return rect;
  if (kind === "insert") {
    if (low >= from) low += size;
    if (high >= from) high += size;
    if (low > limit) return undefined;
    high = Math.min(high, limit);
  } else {
    if (low >= from && high <= to) return undefined;
    low = low > to ? low - size : Math.min(low, from);
    high = high > to ? high - size : Math.min(high, from - 1);
  }
  return axis === "rows" ? { ...rect, top: low, bottom: high } : { ...rect, left: low, right: high };
}

/**
 * The formula after cells were put in or taken out.
 * @param home the sheet the formula stands on
 * @param edited the sheet that was edited
 */
export function adjustFormula(formula: string, home: string, edited: string, edit: StructureEdit): string {
  const target = edited.toLowerCase();
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? home).toLowerCase() !== target) return undefined;
    const moved = moveRect(reference.rect, edit);
    if (!moved) return lost(reference);
    return moved === reference.rect ? undefined : writeReference({ ...reference, rect: moved });
  });
}

/** The formula after a sheet was renamed. */
export function renameInFormula(formula: string, from: string, to: string): string {
  const old = from.toLowerCase();
  if (!formula.toLowerCase().includes(old.replace(/'/g, "''"))) return formula;
  const rename = (sheet: string): string | undefined => {
    if (sheet.toLowerCase() === old) return to;
    if (!sheet.includes(":")) return undefined;
    const ends = sheet.split(":");
    if (!ends.some((end) => end.toLowerCase() === old)) return undefined;
    return ends.map((end) => (end.toLowerCase() === old ? to : end)).join(":");
  };
  return mapReferences(
    formula,
    (reference) =>
      reference.sheet?.toLowerCase() === old ? writeReference({ ...reference, sheet: to }) : undefined,
    rename,
  );
}

/** The formula after a sheet was deleted: what pointed there becomes #REF!. */
export function dropSheetInFormula(formula: string, sheet: string): string {
  const old = sheet.toLowerCase();
  if (!formula.toLowerCase().includes(old.replace(/'/g, "''"))) return formula;
  return mapReferences(formula, (reference) =>
    reference.sheet?.toLowerCase() === old ? "#REF!" : undefined,
  );
}

/** The formula with every reference that names no sheet made to name `sheet`. */
export function qualify(formula: string, sheet: string): string {
  return mapReferences(formula, (reference) =>
    reference.sheet === undefined ? writeReference({ ...reference, sheet }) : undefined,
  );
}

/** The formula in R1C1 notation, seen from (row, column). */
export function toR1C1(formula: string, row: number, column: number): string {
  const part = (letter: string, index: number, fixed: boolean, home: number): string =>
    fixed ? `${letter}${index + 1}` : index === home ? letter : `${letter}[${index - home}]`;
  return mapReferences(formula, ({ rect, fixed, kind, sheet }) => {
    const prefix = sheet === undefined ? "" : `${quoteSheet(sheet)}!`;
    const top = part("R", rect.top, fixed.top, row);
    const bottom = part("R", rect.bottom, fixed.bottom, row);
    const left = part("C", rect.left, fixed.left, column);
    const right = part("C", rect.right, fixed.right, column);
    if (kind === "rows") return prefix + (top === bottom ? top : `${top}:${bottom}`);
    if (kind === "columns") return prefix + (left === right ? left : `${left}:${right}`);
    return prefix + (kind === "cell" ? top + left : `${top}${left}:${bottom}${right}`);
  });
}

/** The sheets a formula names, in lower case. */
export function sheetsNamed(formula: string): Set<string> {
  const names = new Set<string>();
  mapReferences(
    formula,
    ({ sheet }) => {
      if (sheet !== undefined) names.add(sheet.toLowerCase());
      return undefined;
    },
    (sheet) => {
      for (const end of sheet.split(":")) names.add(end.toLowerCase());
      return undefined;
    },
  );
  return names;
}

