import type { CellAddress, Language } from "../../progress";

/**
 * What a figure of a draft is found to be.
 * - ok: it is what the workbook, the draft's own arithmetic or its other mentions say
 * - wrong: it is not, and every reading of it contradicts
 * - suspect: it contradicts, but a reading exists in which it is right
 * - unverified: nothing at hand says what it should be; never to be shown as right
 */
export type Verdict = "ok" | "wrong" | "suspect" | "unverified";

/** What is claimed: an amount, a rate, percentage points, a count, a place in a ranking, a day, a list of names. */
export type ClaimKind = "amount" | "rate" | "points" | "count" | "rank" | "date" | "names";

/** One statement of a draft, judged. Offsets are UTF-16 and the end is exclusive. */
export interface Claim {
  kind: ClaimKind;
  /** The figure with its unit; with its region's name where the name is what is wrong. */
  text: string;
  start: number;
  end: number;
  verdict: Verdict;
  /** What should stand in place of `text` (改为…); null where it may stand or nothing better is known. */
  expected: string | null;
  /** The computation, or what contradicts. */
  why: Record<Language, string>;
  /** The cells that the computation rests on. */
  cells: CellAddress[];
}

/** A matter of style, apart from errors; each code can be switched off. */
export type HintCode = "percent-for-points" | "thousands-separator" | "jiezhi" | "mixed-decimals";

/** One hint on style. Offsets are UTF-16 and the end is exclusive. */
export interface Hint {
  code: HintCode;
  text: string;
  start: number;
  end: number;
  /** What may stand in its place; null where that is for the office to say. */
  replacement: string | null;
  message: Record<Language, string>;
}

/** A proofread draft: claims and hints in the order in which they stand. */
export interface Proofreading {
  claims: Claim[];
  hints: Hint[];
}
