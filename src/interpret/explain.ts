import type { Meaning } from "../progress";
import { WHOLE_HEADER, type Candidate } from "./candidates";
import type { Choice } from "./choose";
import type { Head } from "./heads";
import type { RateLaw } from "./laws";
import type { RunnerUp } from "./slot";
import { indicatorFor } from "./subjects";

const MOST_REASONS = 3;

/** Why a slot was read so, the strongest reason first, each once. */
export function reasonsOf({ candidate }: Choice, law: string | null): string[] {
  const spoken = candidate.reasons.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight).map(({ text }) => text);
  return [...new Set([...(law === null ? [] : [law]), ...spoken])].slice(0, MOST_REASONS);
}

/** Why a slot was refused outright, by its headers or by what stands beside it. */
export function refusalOf({ kind, reasons }: Candidate): string | null {
  if (kind !== "none") return null;
  const [said] = reasons.filter(({ isOfCells }) => !isOfCells).sort((a, b) => b.weight - a.weight);
  return said?.text ?? null;
}

/**
 * The reading that came nearest, and how far behind: alone, or with the slot that has its place read otherwise.
 * A reading that arithmetic bears out has none near it.
 */
export function runnersUp(choices: readonly Choice[], candidates: readonly (readonly Candidate[])[], heads: readonly Head[], laws: readonly RateLaw[]): (RunnerUp | null)[] {
  const lawful = new Set(laws.filter((law) => isBorneOut(law, choices)).flatMap(({ target, done, rate }) => [target, done, rate]));
  return choices.map((choice, slot) => {
    let best: RunnerUp | null = null;
    for (const other of candidates[slot] ?? []) {
      if (other === choice.candidate || isSame(other, choice) || isUnresolved(other, choice)) continue;
      const holder = holderOf(other, choice, slot, choices);
      // Of two months or years of one figure the rule of periods decides, not the evidence.
      if (holder !== null && heads[holder]?.period?.text !== heads[slot]?.period?.text) continue;
      const loss = holder === null ? 0 : lossOf(holder, choices, candidates) + (lawful.has(holder) ? 2 : 0);
      const margin = choice.candidate.score - other.score + loss + (lawful.has(slot) ? 2 : 0);
      if (best === null || margin < best.margin) best = { meaning: meaningOf(other, choice, heads[slot]), margin };
    }
    return best;
  });
}

function isBorneOut({ target, done, rate }: RateLaw, choices: readonly Choice[]): boolean {
  const roles = [target, done, rate].map((at) => choices[at]?.candidate);
  const expected = ["target", "done", "rate"];
  return roles.every((candidate, index) => candidate?.kind === "figure" && candidate.role === expected[index]);
}

/** Less than this is no reading that a clerk would think of. */
const LEAST_REASON = 1.5;

/** Of what is left out it cannot be told what it would be carried from; and a verb alone is no rival. */
function isUnresolved(other: Candidate, { subject }: Choice): boolean {
  if (other.kind !== "figure") return false;
  return (other.subject === "carried" && subject === null) || other.subject === WHOLE_HEADER || !other.reasons.some(({ weight }) => weight >= LEAST_REASON);
}

/** The same role is the same reading: of what it is matters less than what it counts as. */
function isSame(other: Candidate, { candidate }: Choice): boolean {
  if (other.kind !== candidate.kind) return false;
  if (other.kind === "figure" && candidate.kind === "figure") return other.role === candidate.role;
  return other.kind !== "special" || (candidate.kind === "special" && JSON.stringify(other.meaning) === JSON.stringify(candidate.meaning));
}

/** The slot that already has the figure which another reading would take. */
function holderOf(other: Candidate, choice: Choice, slot: number, choices: readonly Choice[]): number | null {
  if (other.kind !== "figure") return null;
  const key = other.subject === "carried" ? choice.subject?.key : other.subject.key;
  const isHeld = ({ candidate, subject, unit }: Choice) => candidate.kind === "figure" && candidate.role === other.role && subject?.key === key && (unit === choice.unit || choice.unit === "");
  const at = choices.findIndex((one, index) => index !== slot && isHeld(one));
  return at < 0 ? null : at;
}

/** How much worse the slot would be read otherwise. */
function lossOf(slot: number, choices: readonly Choice[], candidates: readonly (readonly Candidate[])[]): number {
  const chosen = choices[slot] as Choice;
  const next = candidates[slot]?.find((other) => !isSame(other, chosen));
  return next ? Math.max(0, chosen.candidate.score - next.score) : 0;
}

function meaningOf(candidate: Candidate, choice: Choice, head: Head | undefined): Meaning | null {
  switch (candidate.kind) {
    case "special":
      return candidate.meaning;
    case "note":
      return { kind: "note" };
    case "none":
      return null;
    case "figure": {
      const subject = candidate.subject === "carried" ? choice.subject : candidate.subject;
      if (!subject) return null;
      const { id } = indicatorFor(subject, head?.stage ?? null, choice.unit === "万元");
      return { kind: candidate.role, indicator: id };
    }
  }
}
