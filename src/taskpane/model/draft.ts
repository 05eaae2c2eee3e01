import type { Claim, Filling, Hint, HintSwitches, Proofreading, Verdict } from "../../notice";

/** Verdicts in the order in which they are told: what a clerk has to see first. */
export const VERDICTS: readonly Verdict[] = ["wrong", "suspect", "ok", "unverified"];

/** How each verdict is drawn beside its words: never by colour alone. */
export const VERDICT_SYMBOLS: Record<Verdict, string> = { wrong: "✕", suspect: "？", ok: "✓", unverified: "○" };

/** A stretch of a draft's line: plain words, or a judged statement by its index among the claims. */
interface DraftRun {
  text: string;
  claim: number | null;
}

/**
 * Cuts a draft into its lines, and each line into words and judged statements; nothing is lost or doubled.
 * Claims may not overlap; one that goes over a line's end is cut there.
 */
export function draftLines(draft: string, claims: readonly Claim[]): DraftRun[][] {
  const lines: DraftRun[][] = [];
  let start = 0;
  for (const line of draft.split("\n")) {
    const end = start + line.length;
    lines.push(lineRuns(draft, start, line.endsWith("\r") ? end - 1 : end, claims));
    start = end + 1;
  }
  return lines;
}

function lineRuns(draft: string, start: number, end: number, claims: readonly Claim[]): DraftRun[] {
  const runs: DraftRun[] = [];
  let at = start;
  claims.forEach((claim, index) => {
    const from = Math.max(at, claim.start);
    const to = Math.min(end, claim.end);
    if (from >= to || claim.start < start) return;
    if (from > at) runs.push({ text: draft.slice(at, from), claim: null });
    runs.push({ text: draft.slice(from, to), claim: index });
    at = to;
  });
  if (at < end) runs.push({ text: draft.slice(at, end), claim: null });
  return runs;
}

/** How many claims were found to be what. */
export function verdictCounts({ claims }: Proofreading): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { wrong: 0, suspect: 0, ok: 0, unverified: 0 };
  for (const { verdict } of claims) counts[verdict]++;
  return counts;
}

/** The indexes of the claims of the wanted verdicts, in the draft's order. */
export function claimsOf({ claims }: Proofreading, verdicts: readonly Verdict[]): number[] {
  return claims.flatMap(({ verdict }, index) => (verdicts.includes(verdict) ? [index] : []));
}

/**
 * The claim to step to from one: the next of the wanted verdicts, round at the end.
 * @param step 1 forward, -1 back
 * @returns null where there is none
 */
export function stepFrom(listed: readonly number[], chosen: number | null, step: 1 | -1): number | null {
  if (listed.length === 0) return null;
  if (chosen === null) return (step === 1 ? listed[0] : listed.at(-1)) ?? null;
  const after = step === 1 ? listed.find((index) => index > chosen) : listed.filter((index) => index < chosen).at(-1);
  return after ?? (step === 1 ? listed[0] : listed.at(-1)) ?? null;
}

/** What stands at a place of a draft, and what shall stand there (改为…). */
export interface DraftCorrection {
  start: number;
  end: number;
  replacement: string;
}

/** The hints on style that are not switched off. */
export function wantedHints({ hints }: Proofreading, switches: HintSwitches): Hint[] {
  return hints.filter(({ code }) => switches[code] !== false);
}

/** The draft with a correction made. */
export function corrected(draft: string, { start, end, replacement }: DraftCorrection): string {
  return draft.slice(0, start) + replacement + draft.slice(end);
}

/** A slot that a clerk can set, with its value. */
export type SlotSetting = Omit<Filling, "start" | "end">;

/** The fillings with some more; what is said anew of a figure adds to what was said of it. */
export function withFillings(all: readonly Filling[], more: readonly Filling[]): Filling[] {
  const isOf = (one: Filling) => (other: Filling) => one.start === other.start && one.end === other.end;
  const merged = more.map((one) => ({ ...all.find(isOf(one)), ...one }));
  return [...all.filter((one) => !more.some(isOf(one))), ...merged];
}

/** The fillings after a correction: those behind it move with the text, that of the corrected figure itself stays with it. */
export function movedFillings(all: readonly Filling[], { start, end, replacement }: DraftCorrection): Filling[] {
  const longer = replacement.length - (end - start);
  return all.flatMap((one) => {
    if (one.end <= start) return [one];
    if (one.start >= end) return [{ ...one, start: one.start + longer, end: one.end + longer }];
    return one.start === start && one.end === end ? [{ ...one, end: one.end + longer }] : [];
  });
}

/** Whether a claim is a figure, whose slots can be set. */
export function isFigure({ kind }: Claim): boolean {
  return kind === "amount" || kind === "rate" || kind === "points" || kind === "multiple";
}

/** The other claims that were understood alike in the slots that are set: what the clerk is offered to set as well. */
export function likeClaims(claim: Claim, set: SlotSetting, all: readonly Claim[]): Claim[] {
  const slots = (["place", "period", "subject"] as const).filter((slot) => set[slot] !== undefined);
  return all.filter((other) => other.start !== claim.start && isFigure(other) && other.verdict !== "ok" && slots.every((slot) => other.slots[slot] === claim.slots[slot]) && other.missing === claim.missing);
}

/** How a figure was understood, in one line: 甲县 · 截至2021-04-23 · 棚户区改造开工 · 完成; null for what is no figure. */
export function understood({ slots }: Claim, unknown: string): string | null {
  const { place, period, subject, measure, mood, hedge } = slots;
  if ([place, period, subject, measure, mood, hedge].every((slot) => slot === null)) return null;
  return [place ?? unknown, period ?? unknown, subject ?? unknown, measure ?? unknown, hedge].filter((slot) => slot !== null).join(" · ");
}
