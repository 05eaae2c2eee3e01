import { MEASURED_WORDS } from "../lexicon";
import { unitFamily, withoutUnit } from "../cells";
import { WHOLE_HEADER, type Candidate } from "./candidates";
import type { FigureRole } from "./evidence";
import { outerOf, type Head } from "./heads";
import { lawStrength, type RateLaw } from "./laws";
import { heldAt, withHeld, type Shelf } from "./shelf";
import { isWithin, type Subject } from "./subjects";
import { VERBS } from "./title-subjects";
import type { Weights } from "./weights";

/** What a slot was chosen to be. */
export interface Choice {
  candidate: Candidate;
  /** For figures: the subject, carried ones resolved, and the unit that tells its groups apart. */
  subject: Subject | null;
  unit: string;
}

/** What joins the slots of a table. */
export interface Links {
  laws: readonly RateLaw[];
  /** The period that a slot's figures are of, where several stand side by side; "" for the one that counts. */
  periods: readonly string[];
  /** Whether arithmetic says that two slots are figures of one thing. */
  areLinked(a: number, b: number): boolean;
}

/** A partial choice, slot by slot, with its score. */
interface Path {
  score: number;
  choice: Choice;
  before: Path | null;
  /** What its last slot takes, by what it is taken under. */
  takes: { key: number; figure: Figure }[];
  /** Figures taken: by subject, role and period, by subject alone, and by meaning. Known of the paths that are followed. */
  taken: Shelf<readonly Figure[]> | null;
}

interface Figure {
  slot: number;
  unit: string;
  stage: string | null;
}

/** So many partial choices are followed at a time. */
const BEAM = 24;
/** How far back a subject is carried from. */
const REACH = 14;

/**
 * Chooses readings for all slots of a table together: the most evidence, each figure of a subject once, units that
 * fit, and rates that are what was done by what was planned.
 * @param candidates each slot's readings, the best first
 * @returns one choice a slot, in order
 */
export function chooseTogether(candidates: readonly (readonly Candidate[])[], heads: readonly Head[], links: Links, weights: Weights): Choice[] {
  const rules = new Rules(heads, links, weights);
  let beam: (Path | null)[] = [null];
  candidates.forEach((own, slot) => {
    const next: Path[] = [];
    for (const path of beam) for (const candidate of own) {
      const extended = rules.extend(path, slot, candidate);
      if (extended) next.push(extended);
    }
    const best = next.sort((a, b) => b.score - a.score).slice(0, BEAM);
    for (const path of best) path.taken = takenBy(path);
    beam = best;
  });
  const choices: Choice[] = [];
  for (let path = beam[0] ?? null; path; path = path.before) choices.unshift(path.choice);
  return choices;
}

function takenBy({ before, takes }: Path): Path["taken"] {
  return takes.reduce((taken, { key, figure }) => withHeld(taken, key, [...(heldAt(taken, key) ?? []), figure]), before?.taken ?? null);
}

/** The slots before one that a subject may be carried from, the nearest first, with what they were chosen to be. */
function* chosenBefore(path: Path | null, slot: number): Generator<{ at: number; choice: Choice }> {
  for (let [before, at] = [path, slot - 1]; before && at >= slot - REACH; before = before.before, at--) yield { at, choice: before.choice };
}

class Rules {
  private readonly lawsOf = new Map<number, RateLaw[]>();
  /** A number for each thing that figures are taken under. */
  private readonly keys = new Map<string, number>();

  constructor(
    private readonly heads: readonly Head[],
    private readonly links: Links,
    private readonly weights: Weights,
  ) {
    for (const law of links.laws) {
      const last = Math.max(law.target, law.done, law.rate);
      this.lawsOf.set(last, [...(this.lawsOf.get(last) ?? []), law]);
    }
  }

  /** A path with one more slot read; null where that reading cannot follow. */
  extend(path: Path | null, slot: number, candidate: Candidate): Path | null {
    const score = (path?.score ?? 0) + candidate.score;
    if (candidate.kind !== "figure") {
      const key = candidate.kind === "special" && candidate.meaning.kind !== "outlook" ? this.keyOf(JSON.stringify(candidate.meaning)) : null;
      if (key !== null && heldAt(path?.taken ?? null, key)) return null;
      const takes = key === null ? [] : [{ key, figure: { slot, unit: "", stage: null } }];
      return { score, choice: { candidate, subject: null, unit: "" }, before: path, takes, taken: null };
    }
    const found = this.subjectOf(path, slot, candidate);
    if (!found) return null;
    const { subject, unit } = found;
    const key = this.keyOf(`${candidate.role} ${this.periodKey(slot)}${subject.key}`);
    const { stage } = candidate;
    const others = heldAt(path?.taken ?? null, key) ?? [];
    if (others.some((other) => other.stage === stage && isOneUnit(other.unit, unit))) return null;
    const next: Path = {
      score: score + this.orderScore(path, subject, unit, candidate.role),
      choice: { candidate, subject, unit },
      before: path,
      takes: [key, this.keyOf(subject.key)].map((under) => ({ key: under, figure: { slot, unit, stage } })),
      taken: null,
    };
    next.score += this.lawScore(next, slot);
    return next;
  }

  /** Of several periods side by side each has figures of its own. */
  private periodKey(slot: number): string {
    return this.links.periods[slot] ?? "";
  }

  private subjectOf(path: Path | null, slot: number, { subject, role }: Candidate & { kind: "figure" }): { subject: Subject; unit: string } | null {
    const head = this.heads[slot];
    if (!head) return null;
    const own = unitFamily(head.unit) || this.measureBeside(head);
    if (subject === WHOLE_HEADER) {
      // A subject that this slot could be of stands before it: its header is no name.
      for (const { at, choice } of chosenBefore(path, slot)) if (choice.subject && this.isOneBand(head, at)) return null;
      // 问题个数 over 应整改 and 已整改: where nothing is named, the header over the role is the name.
      const text = withoutUnit(head.path.at(-2) ?? "") || (head.path.at(-1) ?? "");
      return { subject: { ...WHOLE_HEADER, key: `header ${slot}`, text }, unit: own };
    }
    if (subject !== "carried") return { subject, unit: HAS_NO_UNIT.has(role) ? this.unitBefore(path, subject) : own || unitFamily(subject.unit) };
    for (const { at, choice } of chosenBefore(path, slot)) {
      const carried = choice.subject;
      // A rate may stand beside the header that its figures stand under.
      const isBeside = role === "rate" && head.own === null && this.links.areLinked(slot, at);
      if (!carried || !(isBeside || this.isOneBand(head, at)) || this.periodKey(at) !== this.periodKey(slot)) continue;
      const isOne = head.own === null || carried.key === head.own.key || isWithin(head.own.key, carried.key) || head.openVerb !== "" || this.links.areLinked(slot, at);
      if (!isOne || (VERBS.includes(carried.key) && head.stage !== null && head.stage !== this.heads[at]?.stage)) return null;
      if (head.own?.key === carried.key && head.own.text === carried.text) return null;
      return { subject: carried, unit: HAS_NO_UNIT.has(role) ? choice.unit : own || choice.unit };
    }
    return null;
  }

  /** 面积 beside 套数 under one header is another figure, whatever unit it comes in. */
  private measureBeside(head: Head): string {
    const isBeside = (other: Head) => other.counted !== "" && other.counted !== head.counted && outerOf(other) === outerOf(head);
    return MEASURED_WORDS.includes(head.counted) && this.heads.some(isBeside) ? head.counted : "";
  }

  private unitBefore(path: Path | null, subject: Subject): string {
    return heldAt(path?.taken ?? null, this.keyOf(subject.key))?.at(-1)?.unit ?? "";
  }

  private keyOf(text: string): number {
    const known = this.keys.get(text);
    if (known === undefined) this.keys.set(text, this.keys.size);
    return known ?? this.keys.size - 1;
  }

  /** Under the same outer header, or both without one; a part's figures are not its whole's. */
  private isOneBand(head: Head, at: number): boolean {
    const other = this.heads[at];
    if (!other || head.partOf !== other.partOf) return false;
    return head.path.length < 2 ? other.path.length < 2 : head.path[0] === other.path[0];
  }

  private orderScore(path: Path | null, subject: Subject, unit: string, role: FigureRole): number {
    const before = path?.choice;
    if (before?.candidate.kind !== "figure" || before.subject?.key !== subject.key || (role !== "rate" && before.unit !== unit)) return 0;
    return FOLLOWS.has(`${before.candidate.role} ${role}`) ? this.weights.order : 0;
  }

  /** All three slots of a law read as it says, of one subject. */
  private lawScore(path: Path, slot: number): number {
    const scores = (this.lawsOf.get(slot) ?? []).map((law) => {
      const choices = LAW_ROLES.map((role) => choiceAt(path, slot, law[role]));
      const isSo = choices.every((choice, index) => choice?.candidate.kind === "figure" && choice.candidate.role === LAW_ROLES[index] && choice.subject?.key === choices[0]?.subject?.key);
      return isSo ? this.weights.lawTogether * lawStrength(law) + Math.min(law.holds, 10) * 0.05 : 0;
    });
    return Math.max(0, ...scores);
  }
}

const LAW_ROLES = ["target", "done", "rate"] as const;
/** Roles in the order in which they follow one another. */
const FOLLOWS: ReadonlySet<string> = new Set(["target done", "done rate", "target rate"]);
/** Roles whose own unit says nothing of their indicator's. */
const HAS_NO_UNIT: ReadonlySet<FigureRole> = new Set(["rate", "projects"]);

/** Figures that name no unit count things: they are no money. */
function isOneUnit(a: string, b: string): boolean {
  return a === b || (a === "" && b !== "万元") || (b === "" && a !== "万元");
}

function choiceAt(path: Path, slot: number, at: number): Choice | null {
  let before: Path | null = path;
  for (let steps = slot - at; before && steps > 0; steps--) before = before.before;
  return before?.choice ?? null;
}
