import type { DraftClass } from "../../lexicon";
import type { StatedUnit } from "./units";

/**
 * How a printed number is hedged. "odd" is 余 and 多: at least so much, and less than one more of its last digit;
 * "between" has a second number.
 */
export type Approximation = "about" | "above" | "odd" | "below" | "almost" | "between";

/** A figure as printed. */
export interface StatedNumber {
  /** In the printed unit; a rate in per cent. */
  value: number;
  /** The upper end of a range; with "between" only. */
  upTo: number | null;
  /** Digits after the point as printed. */
  decimals: number;
  /** The digits without point and leading zeros: what survives a moved point or a changed unit. */
  digits: string;
  /** Printed with thousands separators. */
  separated: boolean;
  /** 成, 分之, 一半: a share in few words, never meant to the decimal; the step it counts in, in percentage points. */
  coarse: number | null;
  approximation: Approximation | null;
  unit: StatedUnit;
}

/** A day, month or year as printed; a part that is not printed is null. */
export interface StatedDate {
  year: number | null;
  month: number | null;
  day: number | null;
  /** 底, 末: the last day of the month or year. */
  atEnd: boolean;
  /** Where a span begins (1-4月, 一季度, 2019—2020年); null for a day or month alone. */
  from: { year: number | null; month: number | null; day: number | null } | null;
}

/** What a word says, as the draft's lexicon has it; "topic" and "stage" name subjects, "umbrella" a programme over several, "plain" nothing. */
export type WordClass = DraftClass | "topic" | "stage" | "umbrella" | "category" | "outlook" | "plain";

interface Placed {
  start: number;
  end: number;
  text: string;
}

/** A piece of a draft as the proofreader reads it. */
export type DraftToken = Placed &
  (
    | { kind: "number"; number: StatedNumber }
    | { kind: "date"; date: StatedDate }
    | { kind: "region"; region: string }
    /** A place that the workbook does not have: 戊市, 城关镇. `level` tells a region of our rank from one within. */
    | { kind: "place"; level: "ours" | "other" }
    | { kind: "word"; class: WordClass; value: string }
    | { kind: "mark"; mark: string }
    | { kind: "heading"; level: number }
    | { kind: "skipped" }
    | { kind: "unknown" }
  );

export type NumberToken = Extract<DraftToken, { kind: "number" }>;
export type RegionToken = Extract<DraftToken, { kind: "region" }>;
export type DateToken = Extract<DraftToken, { kind: "date" }>;
export type WordToken = Extract<DraftToken, { kind: "word" }>;

/** Whether a token is a word of one of these classes. */
export function isWord<Class extends WordClass>(
  token: DraftToken | undefined,
  ...classes: readonly Class[]
): token is WordToken & { class: Class } {
  return token?.kind === "word" && (classes as readonly WordClass[]).includes(token.class);
}

/** Whether a token joins the members of a list: 、 和 及 与 以及. */
export function isJoint(token: DraftToken | undefined): boolean {
  return token !== undefined && JOINTS.has(token.text);
}

const JOINTS = new Set(["、", "和", "及", "与", "以及"]);

/** The index of a token among those of a draft, which stand in order. */
export function indexOfToken(tokens: readonly DraftToken[], { start }: DraftToken): number {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
