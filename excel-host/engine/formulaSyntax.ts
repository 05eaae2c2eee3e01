/** Judging a formula's text before it is stored. */
import { parse, tokenize } from "@cj-tech-master/excelts/formula";
import { excelError } from "./errors";

interface Node {
  type: number;
  [part: string]: unknown;
}

// Node types of the formula engine's syntax tree.
const RANGE = new Set([6, 13, 14]);
const BINARY = 7;
const UNARY = 8;
const CALL = 9;
const ARRAY = 10;
const PERCENT = 11;

/** Functions that give back more than one value. */
const SPILLING = new Set(
  "FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY TRANSPOSE TEXTSPLIT VSTACK HSTACK TOCOL TOROW WRAPROWS WRAPCOLS TAKE DROP EXPAND CHOOSEROWS CHOOSECOLS MAP BYROW BYCOL SCAN MAKEARRAY GROUPBY PIVOTBY MMULT MINVERSE MUNIT FREQUENCY LINEST LOGEST TREND GROWTH MODE.MULT".split(" "),
);
/** Functions that take arrays as they are, in any Excel: nothing inside has to be an array formula. */
const ARRAY_NATIVE = new Set(["SUMPRODUCT", "MMULT", "LOOKUP", "FREQUENCY", "MDETERM", "MINVERSE"]);
/** Functions of one value: a range given to them makes an array. */
const SCALAR = new Set("ABS ROUND ROUNDUP ROUNDDOWN INT MOD LEN LEFT RIGHT MID TRIM UPPER LOWER VALUE TEXT ISNUMBER ISTEXT ISBLANK ISERROR ISNA IF NOT YEAR MONTH DAY SQRT EXP LN SUBSTITUTE FIND SEARCH N T".split(" "));

/**
 * Checks a formula and tells whether Excel treats it as an array.
 * @param formula without "="
 * @returns true when it has to be stored as a dynamic array formula
 * @throws ExcelError InvalidArgument when it is no formula
 */
export function checkFormula(formula: string): boolean {
  if (formula.length > 8192) throw excelError("InvalidArgument", "a formula holds 8,192 characters at most");
  let tree: Node;
  try {
    const tokens = tokenize(formula);
    balanced(tokens as { type: number }[]);
    tree = parse(tokens) as unknown as Node;
  } catch (error) {
    throw excelError("InvalidArgument", `the formula =${formula} cannot be read: ${(error as Error).message}`);
  }
  return RANGE.has(tree.type) || tree.type === ARRAY || makesArray(tree, false);
}

// The engine's parser overlooks a missing or surplus bracket; Excel does not.
function balanced(tokens: { type: number }[]): void {
  let depth = 0;
  for (const { type } of tokens) {
    if (type === 10) depth++;
    else if (type === 11 && --depth < 0) throw new Error("a closing bracket too many");
  }
  if (depth > 0) throw new Error("a closing bracket is missing");
}

function makesArray(node: Node, native: boolean): boolean {
  switch (node.type) {
    case BINARY:
      return (!native && (isArray(node["left"] as Node) || isArray(node["right"] as Node))) || makesArray(node["left"] as Node, native) || makesArray(node["right"] as Node, native);
    case UNARY:
    case PERCENT:
      return (!native && isArray(node["operand"] as Node)) || makesArray(node["operand"] as Node, native);
    case CALL: {
      const name = String(node["name"]).toUpperCase().replace(/^_XLFN\.|_XLWS\./g, "");
      const args = node["args"] as Node[];
      if (SPILLING.has(name)) return true;
      if (!native && SCALAR.has(name) && args.some((a, i) => (name !== "IF" || i === 0) && isArray(a))) return true;
      return args.some((arg) => makesArray(arg, native || ARRAY_NATIVE.has(name)));
    }
    default:
      return false;
  }
}

function isArray(node: Node | undefined): boolean {
  if (!node) return false;
  if (RANGE.has(node.type)) {
    const start = node["start"] as { col: string; row: string } | undefined;
    const end = node["end"] as { col: string; row: string } | undefined;
    return !(start && end && start.col === end.col && start.row === end.row);
  }
  return node.type === ARRAY;
}
