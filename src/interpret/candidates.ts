import { beginsWithAny, COMPARED_BEGINNINGS } from "../lexicon";
import type { Meaning } from "../progress";
import { roleEvidence, total, type FigureRole, type Reason, type TableEvidence } from "./evidence";
import type { Head } from "./heads";
import { PLAINLY } from "./header-words";
import { isWords } from "./slot";
import type { SpecialReading } from "./special";
import { isFundAlone, isWithin, MONEY, type Subject } from "./subjects";
import { isOneOf } from "./title-subjects";
import type { Weights } from "./weights";

/** One way to read a slot. */
export type Candidate =
  | { kind: "figure"; role: FigureRole; subject: Subject | "carried"; stage: string | null; score: number; reasons: Reason[] }
  | { kind: "special"; meaning: Meaning; score: number; reasons: Reason[] }
  | { kind: "note"; score: number; reasons: Reason[] }
  | { kind: "none"; score: number; reasons: Reason[] };

const ROLES: readonly FigureRole[] = ["target", "done", "rate", "projects"];
/** A role that nothing speaks for is no reading at all. */
const LEAST_ROLE = 0.45;
/** A header that says target or done outright may name its subject by itself. */
const NAMES_ITSELF = 0.9;

/** What a title speaks of. */
export interface About {
  subjects: readonly Subject[];
  /** A programme of several subjects; null where it names none. */
  programme: Subject | null;
}

/**
 * Every reading of a slot that something speaks for, the best first.
 * @param about what the title speaks of
 * @param table evidence of the whole table
 */
export function candidatesOf(at: number, head: Head, about: About, special: readonly SpecialReading[], table: TableEvidence, weights: Weights): Candidate[] {
  const { slot } = head;
  const evidence = roleEvidence(at, head, table, weights);
  const none: Candidate = { kind: "none", score: weights.none + total(evidence.none), reasons: evidence.none };
  const why = table.noProgress.get(at) ?? whyNoFigure(head);
  if (why !== null) return [{ ...none, reasons: [...evidence.none, { weight: none.score, text: why }] }];
  const isBlank = slot.numbers + slot.words + slot.doubtful === 0;
  if (head.path.length === 0 || (isBlank && !head.levels.some(({ roles }) => roles.some(({ weight }) => weight >= PLAINLY)))) return [none];
  const candidates: Candidate[] = [none, ...special.map(({ meaning, reasons }): Candidate => ({ kind: "special", meaning, score: total(reasons), reasons }))];
  if (isWords(slot) || evidence.note.length > 0) candidates.push({ kind: "note", score: total(evidence.note), reasons: evidence.note });
  for (const role of isWords(slot) ? [] : ROLES) {
    // Of a goal in per cent no rate is one of ours.
    if (total(evidence[role]) < LEAST_ROLE || (head.isShareGoal && (role === "rate" || role === "projects"))) continue;
    const said = total(evidence[role]) + periodScore(role, head, table, weights);
    for (const { subject, reason } of subjectsFor(role, head, about, said, weights)) {
      // 签约 in 已签约 is its stage where the subject comes from elsewhere.
      const stage = head.stage ?? (subject !== head.own && head.openVerb !== "" ? head.openVerb : null);
      candidates.push({ kind: "figure", role, subject, stage, score: said + reason.weight, reasons: [...evidence[role], reason] });
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** Why its headers make a slot none of ours whatever its cells hold; null where they do not. */
function whyNoFigure({ path, levels, isOfMonth }: Head): string | null {
  if (path.some(isSentence)) return "表头的位置是一句说明";
  if (levels[0]?.said?.role === "growth" && beginsWithAny(levels[0].text, COMPARED_BEGINNINGS)) return "是与另一时期相比的数";
  return isOfMonth ? "是一个月的数，累计数在旁边" : null;
}

/** 备注：本次轮换7人……须在5月底前完成交接。 heads nothing. */
function isSentence(text: string): boolean {
  return text.includes("。") || (text.length > LONGEST_HEADER && text.includes(";"));
}

const LONGEST_HEADER = 30;

/** 去年完成 counts less than this year's, 4月底累计 more than 3月底累计. */
function periodScore(role: FigureRole, { period, periodBand }: Head, table: TableEvidence, weights: Weights): number {
  if (!period || periodBand !== null) return 0;
  if (table.currentYear !== null && period.year !== null && (period.toYear ?? period.year) !== table.currentYear) return -weights.lesserPeriod;
  if (role === "done") return (period.month ?? 0) * 0.02 - (period.single ? 1 : 0);
  return 0;
}

function subjectsFor(role: FigureRole, { own, partOf, levels, openVerb }: Head, { subjects: about, programme }: About, said: number, weights: Weights): { subject: Subject | "carried"; reason: Reason }[] {
  const found: { subject: Subject | "carried"; reason: Reason }[] = [];
  if (own) found.push({ subject: own, reason: { weight: weights.ownSubject + (own.concepts.length > 0 ? 0.3 : 0), text: `表头写明“${own.text}”` } });
  // A new target mostly begins a new subject; what was done and its rate follow their target.
  const carry = role === "target" ? weights.carried - 0.4 : weights.carried;
  const full = levels[0]?.full ?? "";
  // Where another slot is the catalogue's subject, this one is what its header calls it.
  if (own && own.concepts.length > 0) {
    const text = !own.part && full.includes(own.text) ? full : own.text;
    found.push({ subject: { ...own, key: `named ${text}`, text, concepts: [] }, reason: { weight: weights.ownSubject - 0.9, text: `表头写明“${text}”` } });
  }
  found.push({ subject: "carried", reason: { weight: own ? weights.within : carry, text: "与前一列同属一项" } });
  if (partOf === null) {
    const single = about.length === 1 ? 0 : -0.3;
    for (const subject of about) {
      if (own && subject.key === "rentSubsidy" && isFundAlone(own.text)) found.push({ subject: { ...subject, unit: MONEY }, reason: { weight: weights.ownSubject + 0.5, text: `标题写“${subject.text}”` } });
      const matches = own === null ? weights.about : (isWithin(own.key, subject.key) && !isOneOf(own.text, subject.text)) || openVerb !== "" ? weights.within - 0.1 : null;
      if (matches !== null) found.push({ subject, reason: { weight: matches + single, text: `标题写“${subject.text}”` } });
    }
  }
  if (!own && about.length === 0 && said >= NAMES_ITSELF) {
    found.push(programme ? { subject: programme, reason: { weight: 0, text: `标题写“${programme.text}”` } } : { subject: WHOLE_HEADER, reason: { weight: 0, text: "只有表头可作名称" } });
  }
  return found;
}

/** The header itself is the name, where nothing else names a subject; made a subject of its own when it is chosen. */
export const WHOLE_HEADER: Subject = { key: "", text: "", concepts: [], stage: null, part: false, unit: null };
