/** What a formula's text says of what it looks at. */
import { mapReferences } from "./references";
import type { Rect } from "./types";

/** A reference of a formula. */
interface ReadArea {
  /** in lower case; undefined: the formula's own sheet */
  sheet: string | undefined;
  rect: Rect;
  absolute: boolean;
}

/** What is the same for all formulas that differ in their references and texts alone. */
interface Shape {
  /** every word, in lower case: names are among them */
  words: ReadonlySet<string>;
  /** its result may change, or its reference is worked out, without a cell that it names changing */
  volatile: boolean;
  /** the same, or it reads more than its references tell */
  restless: boolean;
  /** it looks at formulas themselves, so that no formula may stand as its mere result */
  looksAtFormulas: boolean;
}

/** What a formula's text says of what it looks at. */
export interface Reading extends Shape {
  areas: readonly ReadArea[];
  /** sheets named, in lower case */
  sheets: ReadonlySet<string>;
  /** it looks into another file */
  external: boolean;
}

const VOLATILE = /\b(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|OFFSET|CELL|INFO|SHEET|SHEETS)\s*\(/i;
/** Functions that read beyond the range they are given; a colon that is left joins what is worked out (A1:INDEX(…)) or sheets; a bracket is a table's or another file's. */
const BEYOND = /\b(SUMIF|AVERAGEIF)\s*\(|[:[]/i;
/** SUBTOTAL passes over cells that hold a SUBTOTAL. */
const LOOKS_AT_FORMULAS = /\b(ISFORMULA|FORMULATEXT|SUBTOTAL|AGGREGATE|LAMBDA)\s*\(|#(?![A-Z])/i;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/gu;
const TEXT = /"(?:[^"]|"")*"/g;
/** "[1]" before a sheet or a name is another file; behind a word it is a table's column. */
const OTHER_FILE = /(?:^|[^\p{L}\p{N}_.\])])\[[^\][]+\][^!,;()]{0,255}!|'[^']*\[[^\][']+\](?:[^']|'')*'!/u;

/** Kept, since formulas are looked at far more often than they are written; what many of them share is kept once. */
const MOST_KEPT = 100_000;
const readings = new Map<string, Reading>();
const shapes = new Map<string, Shape>();
const areasKnown = new Map<string, ReadArea>();
const sheetsKnown = new Map<string, ReadonlySet<string>>();

/** What a formula (without "=") looks at. */
export function readingOf(formula: string): Reading {
  const known = readings.get(formula);
  if (known) return known;
  const areas: ReadArea[] = [];
  const sheets = new Set<string>();
  const rest = mapReferences(
    formula,
    ({ sheet, rect, fixed, kind }) => {
      const absolute = (kind === "columns" || (fixed.top && fixed.bottom)) && (kind === "rows" || (fixed.left && fixed.right));
      const name = sheet?.toLowerCase();
      if (name !== undefined) sheets.add(name);
      areas.push(once(areasKnown, `${rect.top}:${rect.left}:${rect.bottom}:${rect.right}:${absolute}:${name ?? "\u0001"}`, () => ({ sheet: name, rect, absolute })));
      return "0";
    },
    (sheet) => {
      for (const end of sheet.split(":")) sheets.add(end.toLowerCase());
      return undefined;
    },
  ).replace(TEXT, '""');
  const shape = once(shapes, rest, () => shapeOf(rest));
  const external = formula.includes("[") && OTHER_FILE.test(formula.replace(TEXT, '""'));
  return once(readings, formula, () => ({ ...shape, areas, sheets: once(sheetsKnown, [...sheets].join("\u0001"), () => sheets), external }));
}

function shapeOf(rest: string): Shape {
  const volatile = VOLATILE.test(rest);
  return {
    words: new Set([...rest.matchAll(WORD)].map(([word]) => word.toLowerCase())),
    volatile,
    restless: volatile || BEYOND.test(rest),
    looksAtFormulas: LOOKS_AT_FORMULAS.test(rest),
  };
}

function once<T>(kept: Map<string, T>, key: string, make: () => T): T {
  let found = kept.get(key);
  if (found !== undefined) return found;
  found = make();
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  return found;
}
