import { remembered } from "../lexicon";

/** What a cell holds, as Office.js reports `values`; "" is an empty cell. */
export type CellValue = string | number | boolean;

const INVISIBLE = /[\s\u00a0\u200b-\u200f\u2028-\u202f\u2060\u3000\ufeff]+/g;

/** Letters, digits and signs of ASCII and common Chinese characters: nothing to make half-width, nothing to drop. */
const COMPACT = /^[!-~\u4e00-\u9fff]*$/;

const madeCompact = remembered((text) => text.normalize("NFKC").replace(INVISIBLE, ""));

/**
 * A cell's text for recognition: full-width letters and digits made half-width, all white space and
 * invisible characters dropped ("离  石  区" → "离石区", "（套）" → "(套)").
 */
export function compact(value: CellValue): string {
  if (typeof value === "number") return String(value);
  const text = String(value);
  return COMPACT.test(text) ? text : madeCompact(text);
}

/** A cell's text for people: trimmed, runs of white space and line breaks folded to one space. */
export function readable(value: CellValue): string {
  return String(value).replace(INVISIBLE, " ").trim();
}

/** Whether a text is a number and nothing else: 12, 3.5. */
export function isDigits(text: string): boolean {
  return /^-?[\d.]+$/.test(text);
}

/** A text without what stands in brackets, but for what is kept. */
export function withoutBrackets(text: string, isKept: (inner: string) => boolean = () => false): string {
  return text.replace(/\(([^()]*)\)/g, (whole: string, inner: string) => (isKept(inner) ? whole : ""));
}

/** The clauses of a cell that holds a sentence. */
export function clausesIn(text: string): string[] {
  return text.split(/[,;。]/);
}
