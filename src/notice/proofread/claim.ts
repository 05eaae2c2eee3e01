import type { CellAddress, Language } from "../../progress";

/**
 * What a figure of a draft is found to be.
 * - ok: it is what the workbook, the draft's own arithmetic or its other mentions say
 * - wrong: it is not, and every reading of it contradicts
 * - suspect: it contradicts, but a reading exists in which it is right
 * - unverified: nothing at hand says what it should be; never to be shown as right
 */
export type Verdict = "ok" | "wrong" | "suspect" | "unverified";

/** What is claimed: an amount, a rate, percentage points, a multiple, a count, a place in a ranking, a day, a list of names, what the draft is about. */
export type ClaimKind = "amount" | "rate" | "points" | "multiple" | "count" | "rank" | "date" | "names" | "about";

export const NO_SLOTS: Slots = { place: null, period: null, subject: null, measure: null, mood: null, hedge: null };

/** What makes up the meaning of a figure, each in a few words; null where the draft does not say. */
export interface Slots {
  /** Whose: 全部, 甲县, 全省. */
  place: string | null;
  /** Of which time. */
  period: string | null;
  /** Of what: the indicator's name. */
  subject: string | null;
  /** 任务, 完成, 完成率, 还差, … */
  measure: string | null;
  /** 事实 or 要求. */
  mood: string | null;
  /** 约, 近, 超过, 不足, … */
  hedge: string | null;
}

/** The name of a slot. */
type SlotName = keyof Slots;

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
  /** How the figure was understood; all null for a claim that is no figure. */
  slots: Slots;
  /** The slot that nothing fills, or that lies outside the workbook; null where none is missing. */
  missing: SlotName | null;
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
