import type { Meaning } from "../../progress";
import type { Candidate } from "./candidates";
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

/**
 * The reading that came nearest, and how far behind: alone, or with the slot that has its place read otherwise.
 * A reading that arithmetic bears out has none near it.
 */
export function runnersUp(choices: readonly Choice[], candidates: readonly (readonly Candidate[])[], heads: readonly Head[], laws: readonly RateLaw[]): (RunnerUp | null)[] {
  const lawful = new Set(laws.filter((law) => isBorneOut(law, choices)).flatMap(({ target, done, rate }) => [target, done, rate]));
  return choices.map((choice, slot) => {
    let best: RunnerUp | null = null;
    for (const other of candidates[slot] ?? []) {
      if (other === choice.candidate || isSame(other, choice)) continue;
      const holder = holderOf(other, choice, slot, choices);
      const loss = holder === null ? 0 : lossOf(holder, choices, candidates);
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

function isSame(other: Candidate, { candidate, subject }: Choice): boolean {
  if (other.kind !== candidate.kind) return false;
  if (other.kind === "figure" && candidate.kind === "figure") return other.role === candidate.role && (other.subject === "carried" || other.subject.key === subject?.key || true);
  return other.kind !== "special" || (candidate.kind === "special" && JSON.stringify(other.meaning) === JSON.stringify(candidate.meaning));
}

/** The slot that already has the figure which another reading would take. */
function holderOf(other: Candidate, choice: Choice, slot: number, choices: readonly Choice[]): number | null {
  if (other.kind !== "figure") return null;
  const key = other.subject === "carried" ? choice.subject?.key : other.subject.key;
  const at = choices.findIndex(({ candidate, subject, unit }, index) => index !== slot && candidate.kind === "figure" && candidate.role === other.role && subject?.key === key && unit === choice.unit);
  return at < 0 ? null : at;
}

function lossOf(slot: number, choices: readonly Choice[], candidates: readonly (readonly Candidate[])[]): number {
  const chosen = choices[slot];
  if (!chosen) return 0;
  const next = (candidates[slot] ?? []).find((other) => other !== chosen.candidate && !isSame(other, chosen));
  return next ? chosen.candidate.score - next.score : 0;
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
