import { MEASURED_WORDS } from "../../lexicon";
import { unitFamily, withoutUnit } from "../cells";
import type { Candidate } from "./candidates";
import { WHOLE_HEADER } from "./candidates";
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

/** 问题个数 over 应整改 and 已整改: where nothing is named, the header over the role is the name. */
function nameAlone(head: Head | undefined): string {
  return withoutUnit(head?.path.at(-2) ?? "") || (head?.path.at(-1) ?? "");
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
    const own = unitFamily(head?.unit) || (head ? this.measureBeside(head) : "");
    if (subject === WHOLE_HEADER && this.hasSubjectBefore(path, slot)) return null;
    if (subject === WHOLE_HEADER) return { subject: { ...WHOLE_HEADER, key: `header ${slot}`, text: nameAlone(head) }, unit: own };
    if (subject !== "carried") return { subject, unit: HAS_NO_UNIT.has(role) ? this.unitBefore(path, subject) : own || unitFamily(subject.unit) };
    let at = slot - 1;
    for (let before = path; before && at >= slot - REACH; before = before.before, at--) {
      const { subject: carried, unit } = before.choice;
      const other = this.heads[at];
      // A rate may stand beside the header that its figures stand under.
      const isBeside = role === "rate" && head?.own === null && this.links.areLinked(slot, at);
      if (!carried || !head || !other || !(isBeside || this.isOneBand(head, other))) continue;
      if (this.periodKey(at) !== this.periodKey(slot)) continue;
      const isOne = head.own === null || carried.key === head.own.key || isWithin(head.own.key, carried.key) || head.openVerb !== "" || this.links.areLinked(slot, at);
      if (!isOne || (VERBS.includes(carried.key) && head.stage !== null && head.stage !== other.stage)) return null;
      if (head.own?.key === carried.key && head.own.text === carried.text) return null;
      return { subject: carried, unit: HAS_NO_UNIT.has(role) ? unit : own || unit };
    }
    return null;
  }

  /** 面积 beside 套数 under one header is another figure, whatever unit it comes in. */
  private measureBeside(head: Head): string {
    const isBeside = (other: Head) => other !== head && other.counted !== "" && other.counted !== head.counted && other.unit !== null && outerOf(other) === outerOf(head);
    return MEASURED_WORDS.includes(head.counted) && this.heads.some(isBeside) ? head.counted : "";
  }

  /** A subject that this slot could be of stands before it: its header is no name. */
  private hasSubjectBefore(path: Path | null, slot: number): boolean {
    const head = this.heads[slot];
    let at = slot - 1;
    for (let before = path; before && at >= slot - REACH; before = before.before, at--) {
      const other = this.heads[at];
      if (before.choice.subject && head && other && this.isOneBand(head, other)) return true;
    }
    return false;
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
  private isOneBand(head: Head, other: Head): boolean {
    if (head.partOf !== other.partOf && head.partOf !== null) return false;
    if (head.partOf === null && other.partOf !== null) return false;
    return head.path.length < 2 ? other.path.length < 2 : head.path[0] === other.path[0];
  }

  private orderScore(path: Path | null, subject: Subject, unit: string, role: FigureRole): number {
    const before = path?.choice;
    if (!before || before.candidate.kind !== "figure" || before.subject?.key !== subject.key || (role !== "rate" && before.unit !== unit)) return 0;
    const follows = (before.candidate.role === "target" && role === "done") || (before.candidate.role === "done" && role === "rate") || (before.candidate.role === "target" && role === "rate");
    return follows ? this.weights.order : 0;
  }

  /** All three slots of a law read as it says, of one subject. */
  private lawScore(path: Path, slot: number): number {
    let best = 0;
    for (const law of this.lawsOf.get(slot) ?? []) {
      const [target, done, rate] = [law.target, law.done, law.rate].map((at) => choiceAt(path, slot, at));
      if (!target || !done || !rate) continue;
      const isRole = (choice: Choice, role: FigureRole) => choice.candidate.kind === "figure" && choice.candidate.role === role;
      if (!isRole(target, "target") || !isRole(done, "done") || !isRole(rate, "rate")) continue;
      if (target.subject?.key !== done.subject?.key || done.subject?.key !== rate.subject?.key) continue;
      best = Math.max(best, this.weights.lawTogether * lawStrength(law) + Math.min(law.holds, 10) * 0.05);
    }
    return best;
  }
}

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
