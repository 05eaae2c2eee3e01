import type { StatedUnit } from "./units";

/** How a printed number is hedged; "odd" is 余 and 多: at least so much, and less than one more of its last digit. */
export type Approximation = "about" | "above" | "odd" | "below" | "almost";

/** A figure as printed. */
export interface StatedNumber {
  value: number;
  /** Digits after the point as printed. */
  decimals: number;
  /** The digits without point and leading zeros: what survives a moved point or a changed unit. */
  digits: string;
  /** Printed with thousands separators. */
  separated: boolean;
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
}

/** What a word of the field says. */
export type WordClass =
  | "whole"
  | "indicator"
  | "target"
  | "done"
  | "rate"
  | "gap"
  | "excess"
  | "status"
  | "reference"
  | "more"
  | "less"
  | "difference"
  | "respectively"
  | "among"
  | "only"
  | "except"
  | "others"
  | "each"
  | "sum"
  | "ranking"
  | "backlog"
  | "inspected"
  | "audit"
  | "category"
  | "open"
  | "settled"
  | "continuing"
  | "outlook"
  | "note"
  | "share"
  | "etc"
  | "period"
  | "plan"
  | "asOf"
  | "place"
  | "average"
  | "neutral";

interface Placed {
  start: number;
  end: number;
  text: string;
}

/** A piece of a draft as the proofreader reads it. */
export type Token = Placed &
  (
    | { kind: "number"; number: StatedNumber }
    | { kind: "date"; date: StatedDate }
    | { kind: "region"; region: string }
    | { kind: "word"; class: WordClass; value: string }
    | { kind: "mark"; mark: string }
    | { kind: "heading"; level: number }
    | { kind: "skipped" }
    | { kind: "unknown" }
  );

export type NumberToken = Extract<Token, { kind: "number" }>;
export type RegionToken = Extract<Token, { kind: "region" }>;
export type WordToken = Extract<Token, { kind: "word" }>;

/** Whether a token is a word of one of these classes. */
export function isWord<Class extends WordClass>(token: Token | undefined, ...classes: readonly Class[]): token is WordToken & { class: Class } {
  return token?.kind === "word" && (classes as readonly WordClass[]).includes(token.class);
}

/** Whether a token names a subject that has figures: an indicator, a backlog, an audit matter. */
export function isSubjectWord(token: Token): boolean {
  return isWord(token, "indicator", "backlog", "category", "continuing", "audit");
}
