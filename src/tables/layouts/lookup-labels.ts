import { isErrorText } from "../cells";

/** MATCH and SUMIFS take no longer text to look for, the signs that escape wildcards included. */
const LONGEST = 250;
const ESCAPED = "~*?\"";

/** A label as MATCH and SUMIFS compare it: without regard to case. */
export function foldedLabel(label: string): string {
  return label.toLowerCase();
}

/** Whether a label can be looked for at all: a text that is no error of a formula, which no text is equal to. */
export function isLookable(label: string): boolean {
  return label !== "" && !isErrorText(label) && label.length + [...label].filter((sign) => ESCAPED.includes(sign)).length <= LONGEST;
}
