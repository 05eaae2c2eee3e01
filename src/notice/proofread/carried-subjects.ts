import type { Report } from "../../progress";
import type { Line, Position } from "./outline";
import { sameSubject, type Subject } from "./subject";
import { isWord, type NumberToken, type Token } from "./token";

/** The indicators that 开工 is said of. */
const STARTED: readonly string[] = ["starts", "oldTownStarts", "publicRentalStarts"];

/** A subject named in a line, and where. */
export interface SubjectMention {
  subject: Subject;
  position: Position;
}

/** What a word that may name a subject stands in. */
export interface SubjectSurroundings {
  year: number | null;
  category: string | null;
  /** The sentence spoke of an inspection before. */
  inspected: boolean;
  mentions: readonly SubjectMention[];
  position: Position;
  line: Line;
}

/** What a word makes the subject from here on; null for a word that names none. */
export function subjectOf(token: Token, around: SubjectSurroundings): Subject | null {
  if (!isWord(token, "indicator", "backlog", "category", "continuing", "audit", "inspected", "target", "rate", "reference")) return null;
  const { year, category, inspected, mentions } = around;
  switch (token.class) {
    case "indicator":
      // 实有公租房21154套 speaks of the stock, not of new public rental housing.
      if (token.value === "publicRentalStarts" && backlogInPart(around)) return null;
      return token.value === "rentSubsidy" ? { kind: "rentSubsidy" } : { kind: "indicator", id: token.value };
    case "backlog":
      return { kind: "backlog", measure: token.value === "computed" && inspected ? "verified" : (token.value as "computed") };
    case "continuing":
      return { kind: "continuing" };
    case "audit":
    case "category":
      return { kind: "audit", year, category: token.class === "category" ? token.value : category };
    case "rate":
    case "reference":
      return rateSubject(token.text, mentions);
    case "inspected":
      return speaksOfBacklog(around) ? { kind: "backlog", measure: "verified" } : null;
    default:
      return speaksOfBacklog(around) && !backlogInPart(around) ? { kind: "backlog", measure: "task" } : null;
  }
}

/** 投资完成率 and 基本建成率 name their subject; 开工率 is that of what is started, 棚户区改造 where nothing else is named. */
function rateSubject(words: string, mentions: readonly SubjectMention[]): Subject | null {
  const last = mentions.at(-1)?.subject;
  if (/投资/.test(words)) return { kind: "indicator", id: "investment" };
  if (/建成/.test(words)) return { kind: "indicator", id: "basicCompletion" };
  if (/发放率/.test(words)) return { kind: "rentSubsidy" };
  if (!/开工/.test(words)) return null;
  return last?.kind === "indicator" && STARTED.includes(last.id) ? last : { kind: "indicator", id: "starts" };
}

function speaksOfBacklog({ mentions, line }: SubjectSurroundings): boolean {
  const last = mentions.at(-1)?.subject;
  if (last?.kind === "backlog") return true;
  return line.topics[0]?.kind === "backlog" && (last === undefined || (last.kind === "indicator" && last.id === "publicRentalStarts"));
}

function backlogInPart({ mentions, position }: SubjectSurroundings): boolean {
  return mentions.some((one) => one.subject.kind === "backlog" && one.position.part === position.part);
}

/** Subjects in order of likelihood: named in the part, in the sentence, in the line, in the headings. */
export function subjectsOf(
  mentions: readonly SubjectMention[],
  position: Position,
  line: Line,
  token: NumberToken,
  part: { pre: readonly Token[]; post: readonly Token[]; rest: readonly Token[] },
  report: Report,
): Subject[] {
  const found: Subject[] = [];
  const add = (subject: Subject | null | undefined) => {
    // The heading's audit is no other than that of the year spoken of.
    if (subject?.kind === "audit" && subject.year === null && found.some(({ kind }) => kind === "audit")) return;
    if (subject && !found.some((other) => sameSubject(other, subject))) found.push(subject);
  };
  const inPart = mentions.filter((one) => one.position.part === position.part);
  add(inPart.at(-1)?.subject);
  if (inPart.length === 0) {
    const after = part.post.find((one) => isWord(one, "indicator"));
    if (isWord(after, "indicator")) add(after.value === "rentSubsidy" ? { kind: "rentSubsidy" } : { kind: "indicator", id: after.value });
  }
  if (inPart.length === 0 || token.number.unit.family === "none" || token.number.unit.family === "percent") {
    const here = mentions.filter((one) => one.position.sentence === position.sentence);
    const verb = inPart.length === 0 ? verbSubjects([...part.pre, ...part.rest], report) : null;
    const carry = (subject: Subject | undefined) => {
      if (subject && (verb === null || verb.some((one) => sameSubject(one, subject)))) add(subject);
    };
    for (const carried of carriedFrom(here, position)) carry(carried);
    if (here.length === 0) carry(mentions.at(-1)?.subject);
    if (here.length === 0) for (const topic of line.topics) carry(topic);
    if (found.length === 0) for (const subject of verb ?? []) add(subject);
  }
  return found;
}

/**
 * The subjects that a sentence carries on: the last one of the same clause; else what the clauses before are
 * about, the nearest first, each by the subject that it opens with, then whatever else they name.
 */
function carriedFrom(mentions: readonly SubjectMention[], position: Position): Subject[] {
  const inClause = mentions.filter((one) => one.position.clause === position.clause);
  if (inClause.length > 0) return inClause.slice(-1).map(({ subject }) => subject);
  const clauses = [...new Set(mentions.map((one) => one.position.clause))].reverse();
  const openings = clauses.flatMap((clause) => mentions.find((one) => one.position.clause === clause)?.subject ?? []);
  return [...openings, ...[...mentions].reverse().map(({ subject }) => subject)];
}

/** 开工 speaks of what is started, 发放 of rental subsidy: other subjects are not carried on to them. */
function verbSubjects(part: readonly Token[], report: Report): Subject[] | null {
  const words = part.filter((token) => isWord(token, "done", "gap", "rate", "status")).map(({ text }) => text).join("");
  const known = (ids: readonly string[]) => ids.filter((id) => report.indicators.some((indicator) => indicator.id === id));
  if (/开工|动工/.test(words)) {
    const ids = known(STARTED);
    return ids.length === 0 ? null : ids.map((id) => ({ kind: "indicator", id }));
  }
  if (/发放/.test(words)) return known(["rentSubsidyHouseholds", "rentSubsidyAmount"]).length === 0 ? null : [{ kind: "rentSubsidy" }];
  return null;
}
