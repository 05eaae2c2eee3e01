import type { Cue } from "./cue";
import type { Position } from "./outline";
import type { Scope, ClaimSubject } from "./subject";
import type { NumberToken, DraftToken } from "./token";

/** Whose a figure is. */
export interface PlaceSlot {
  /** The likeliest first; none where it is not the workbook's: 全省, 戊市, 城关镇. */
  scopes: readonly Scope[];
  words: string;
  /** The region stands in the figure's own part. */
  named: boolean;
  /** Where its words were taken from, for the reason. */
  from: string;
}

/** Which time a figure is of. */
export interface PeriodSlot {
  /** other: another year or day; within: done within the month alone; base: compared with another time; plan: yet to come. */
  kind: "own" | "other" | "within" | "plan";
  words: string;
}

/** What a figure is a figure of. */
export interface SubjectSlot {
  /** none: the words name one that the workbook does not have; unknown: no words, or words that nobody knows. */
  kind: "known" | "none" | "unknown";
  /** The likeliest first. */
  subjects: readonly ClaimSubject[];
  words: string;
  /** Named in the figure's own part. */
  explicit: boolean;
  from: string;
}

/** A figure of the draft with its slots: what is claimed. */
export interface Statement {
  index: number;
  token: NumberToken;
  position: Position;
  /** Tokens of its part before it, back to the figure before. */
  pre: readonly DraftToken[];
  /** Tokens of its part after it, up to the next figure or mark. */
  post: readonly DraftToken[];
  /** Tokens of its clause before it. */
  clause: readonly DraftToken[];
  place: PlaceSlot;
  period: PeriodSlot;
  subject: SubjectSlot;
  /** Which measure its words ask for; null where they do not say. */
  cue: Cue | null;
  /** What is demanded, planned or a threshold for others is no fact. */
  mood: "fact" | "demand";
  /** Its words say that it is a change, an average, a size: nothing that a workbook of progress holds. */
  beside: string | null;
}

/** Whether every slot is filled, so that a figure can be called wrong. */
export function isWhole({ place, period, subject, mood, beside }: Statement): boolean {
  return place.scopes.length > 0 && period.kind === "own" && subject.kind === "known" && mood === "fact" && beside === null;
}

/** The first slot that is not filled, in words; null where none is missing. */
export function missingSlot({ place, period, subject, mood, beside }: Statement): string | null {
  if (period.kind !== "own") return "period";
  if (place.scopes.length === 0) return "place";
  if (beside !== null) return "measure";
  if (mood !== "fact") return "mood";
  return subject.kind === "known" ? null : "subject";
}
