import type { Report } from "../../progress";
import { cueOf, type Cue } from "./cue";
import type { Line, Outline, Position } from "./outline";
import { ALL, sameSubject, type Scope, type Subject } from "./subject";
import { isWord, type NumberToken, type Token } from "./token";

/** A figure with everything around it that says what it is a figure of. */
export interface Use {
  index: number;
  token: NumberToken;
  position: Position;
  /** Tokens of its part before it, back to the figure before. */
  pre: readonly Token[];
  /** Tokens of its part after it, up to the next figure or 、. */
  post: readonly Token[];
  /** Tokens of its clause before it. */
  clause: readonly Token[];
  /** Whose figure it may be, the likeliest first. */
  scopes: readonly Scope[];
  /** The region is named in the same part. */
  named: boolean;
  /** The token of the region that stands before it, where it is one alone. */
  regionIndex: number | null;
  /** What it may be a figure of, the likeliest first. */
  subjects: readonly Subject[];
  /** The subject is named in the same part. */
  explicit: boolean;
  cue: Cue | null;
  /** Every word of its part is known, and none speaks of another time, a plan or a growth. */
  understood: boolean;
  /** Words around it speak of another time, a plan or a growth. */
  elsewhere: boolean;
}

interface SubjectMention {
  subject: Subject;
  position: Position;
}

interface ScopeMention {
  scope: Scope;
  position: Position;
  index: number;
  /** How many region items with figures came before in the clause: from the second on it is a list. */
  items: number;
  /** The scope that was spoken of before the list. */
  head: Scope;
}

/** Walks a draft and gathers for every figure whose and what it is, carrying both on where they are not repeated. */
export function usesIn(outline: Outline, report: Report): Use[] {
  const uses: Use[] = [];
  for (const line of outline.lines) uses.push(...usesOfLine(outline, line, report));
  return uses;
}

function usesOfLine(outline: Outline, line: Line, report: Report): Use[] {
  const { tokens, positions } = outline;
  const uses: Use[] = [];
  const subjects: SubjectMention[] = [];
  let scope: ScopeMention | null = null;
  const stack: (ScopeMention | null)[] = [];
  let year: number | null = null;
  let category: { name: string; position: Position } | null = null;
  let handedDown = -1;
  let elsewhere = -1;
  let inspected = -1;

  for (let index = line.first; index < line.end; index++) {
    const token = tokens[index];
    const position = positions[index];
    if (!token || !position) continue;
    if (token.kind === "mark" && token.mark === "（") stack.push(scope);
    if (token.kind === "mark" && token.mark === "）") scope = stack.pop() ?? scope;
    if (token.kind === "date" && token.date.year !== null && token.date.month === null) year = token.date.year;
    // 占全市开工总量的73%: the subject stays the region that was spoken of.
    const measuredBy = isWord(tokens[index - 1], "rate", "neutral") && /[占到]$/.test(tokens[index - 1]?.text ?? "");
    if (isWord(token, "whole") && !(measuredBy && scope)) scope = mention(ALL, position, index, null);
    if (token.kind === "region") scope = regionMention(outline, index, scope);
    if (isWord(token, "others")) scope = mention({ kind: "regions", regions: [], share: "either" }, position, index, scope);
    if (isWord(token, "category")) category = { name: token.value, position };
    if (isWord(token, "target") && /下达/.test(token.text)) handedDown = position.sentence;
    if (isWord(token, "neutral") && /下达$/.test(token.text)) handedDown = position.sentence;
    if (isWord(token, "target") && token.value === "task" && tokens[index + 1]?.text === "：") handedDown = position.sentence;
    if (isWord(token, "period") && /去年|上年|同期|上月|上周|往年|以往/.test(token.text)) elsewhere = position.sentence;
    if (isWord(token, "asOf") || token.text === "今年") elsewhere = -1;
    if (isWord(token, "inspected")) inspected = position.sentence;
    const named = subjectOf(token, {
      year: report.audit.some((one) => one.year === year) ? year : null,
      category: category?.position.clause === position.clause ? category.name : null,
      inspected: inspected === position.sentence,
      mentions: subjects,
      position,
      line,
    });
    if (named) subjects.push({ subject: named, position });
    if (token.kind !== "number") continue;

    const part = partOf(outline, index);
    const clause = tokens.slice(line.first, index).filter((_, at) => positions[line.first + at]?.clause === position.clause);
    const candidates = scopesOf(scope, position, line, part.pre);
    const about = subjectsOf(subjects, position, line, token, part, report);
    // 要求…开工未建成的5922套: what is demanded of them is a plan, their number is not.
    const unbuilt = about[0]?.kind === "continuing" && part.pre.some((one) => isWord(one, "continuing"));
    const isElsewhere = !unbuilt && (elsewhere === position.sentence || [...part.pre, ...part.post].some((one) => isWord(one, "period", "plan")));
    const unknown = [...part.pre, ...part.post].some(({ kind }) => kind === "unknown");
    const before = clause.slice(0, Math.max(0, clause.length - part.pre.length));
    const target = handedDown === position.sentence;
    const explicit = part.pre.some((one) => isSubjectWord(one)) || part.post.some((one) => isSubjectWord(one));
    uses.push({
      index,
      token,
      position,
      ...part,
      clause,
      scopes: candidates,
      named: scope !== null && scope.position.part === position.part,
      regionIndex: scope && scope.scope.kind === "regions" && scope.scope.regions.length === 1 && scope.position.part === position.part ? scope.index : null,
      subjects: about,
      explicit,
      cue: cueOf(part.pre, part.post, target, before),
      understood: !unknown && !isElsewhere,
      elsewhere: isElsewhere,
    });
    if (scope) scope = { ...scope, items: scope.items + 1 };
  }
  return uses;
}

function mention(scope: Scope, position: Position, index: number, before: ScopeMention | null): ScopeMention {
  const sameClauseAsBefore = before !== null && before.position.clause === position.clause;
  return {
    scope,
    position,
    index,
    items: sameClauseAsBefore ? before.items : 0,
    head: before === null ? ALL : before.scope.kind === "all" ? ALL : sameClauseAsBefore ? before.head : before.scope,
  };
}

/** A region opens a scope of its own, or joins the list that it continues (离石、兴县). */
function regionMention({ tokens, positions }: Outline, index: number, before: ScopeMention | null): ScopeMention | null {
  const token = tokens[index];
  const position = positions[index];
  if (token?.kind !== "region" || !position) return before;
  const previous = tokens[index - 1];
  // 比离石区高 compares; 除交城县外 leaves out.
  if (isWord(previous, "difference", "except") && !/^与$/.test(previous.text)) return before;
  const joined = previous !== undefined && (previous.text === "、" || /^[和及与]$|^以及$/.test(previous.text));
  if (joined && before && before.index === index - 2 && before.scope.kind === "regions") {
    const regions = [...before.scope.regions, token.region];
    return { ...before, scope: { kind: "regions", regions, share: "either" }, position, index };
  }
  return mention({ kind: "regions", regions: [token.region], share: "either" }, position, index, before);
}

function scopesOf(scope: ScopeMention | null, position: Position, line: Line, pre: readonly Token[]): Scope[] {
  const heading: Scope = line.region === null ? ALL : { kind: "regions", regions: [line.region], share: "each" };
  if (!scope) return [heading];
  const own = shared(scope.scope, pre);
  if (scope.position.part === position.part) return [own];
  if (own.kind === "all") return [own];
  if (scope.position.clause === position.clause) return scope.items >= 2 ? unique([own, scope.head]) : [own];
  return unique([own, scope.head, heading]);
}

/** 各, 均: each of them; 共, 合计: all of them together. */
function shared(scope: Scope, pre: readonly Token[]): Scope {
  if (scope.kind === "all" || scope.regions.length < 2) return scope;
  const each = pre.some((token) => isWord(token, "each"));
  const together = pre.some((token) => isWord(token, "sum"));
  return { ...scope, share: each ? "each" : together ? "together" : "either" };
}

function unique(scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope, index) => scopes.findIndex((other) => JSON.stringify(other) === JSON.stringify(scope)) === index);
}

function isSubjectWord(token: Token): boolean {
  return isWord(token, "indicator", "backlog", "category", "continuing", "audit");
}

interface SubjectSurroundings {
  year: number | null;
  category: string | null;
  /** The sentence spoke of an inspection before. */
  inspected: boolean;
  mentions: readonly SubjectMention[];
  position: Position;
  line: Line;
}

/** What a word makes the subject from here on; null for a word that names none. */
function subjectOf(token: Token, around: SubjectSurroundings): Subject | null {
  if (!isWord(token, "indicator", "backlog", "category", "continuing", "audit", "inspected", "target")) return null;
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
    case "inspected":
      return speaksOfBacklog(around) ? { kind: "backlog", measure: "verified" } : null;
    default:
      return speaksOfBacklog(around) && mentions.every(({ subject }) => subject.kind !== "backlog") ? { kind: "backlog", measure: "task" } : null;
  }
}

function speaksOfBacklog({ mentions, line }: SubjectSurroundings): boolean {
  const last = mentions.at(-1)?.subject;
  if (last?.kind === "backlog") return true;
  return line.topics[0]?.kind === "backlog" && (last === undefined || (last.kind === "indicator" && last.id === "publicRentalStarts"));
}

function backlogInPart({ mentions, position }: SubjectSurroundings): boolean {
  return mentions.some((one) => one.subject.kind === "backlog" && one.position.part === position.part);
}

function partOf({ tokens, positions }: Outline, index: number): { pre: Token[]; post: Token[] } {
  const part = positions[index]?.part;
  const pre: Token[] = [];
  for (let at = index - 1; at >= 0 && at > index - 60; at--) {
    const token = tokens[at];
    if (!token || positions[at]?.part !== part) {
      if (positions[at]?.depth !== undefined && (positions[at]?.depth ?? 0) > (positions[index]?.depth ?? 0)) continue;
      break;
    }
    if (token.kind === "number") break;
    if (token.kind === "mark" && /[，。；：！？\n]/.test(token.mark)) break;
    pre.unshift(token);
  }
  const post: Token[] = [];
  for (let at = index + 1; at < tokens.length && at < index + 60; at++) {
    const token = tokens[at];
    if (!token || positions[at]?.part !== part || token.kind === "number" || token.kind === "mark") break;
    post.push(token);
  }
  return { pre: pre.filter((token) => token.kind !== "heading"), post };
}

/** Subjects in order of likelihood: named in the part, in the sentence, in the line, in the headings. */
function subjectsOf(
  mentions: readonly SubjectMention[],
  position: Position,
  line: Line,
  token: NumberToken,
  part: { pre: readonly Token[]; post: readonly Token[] },
  report: Report,
): Subject[] {
  const found: Subject[] = [];
  const add = (subject: Subject | null | undefined) => {
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
    const verb = inPart.length === 0 ? verbSubjects(part.pre, report) : null;
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
function verbSubjects(pre: readonly Token[], report: Report): Subject[] | null {
  const words = pre.filter((token) => isWord(token, "done", "gap", "rate")).map(({ text }) => text).join("");
  const known = (ids: readonly string[]) => ids.filter((id) => report.indicators.some((indicator) => indicator.id === id));
  if (/开工|动工/.test(words)) {
    const ids = known(["starts", "oldTownStarts", "publicRentalStarts"]);
    return ids.length === 0 ? null : ids.map((id) => ({ kind: "indicator", id }));
  }
  if (/发放/.test(words)) return known(["rentSubsidyHouseholds", "rentSubsidyAmount"]).length === 0 ? null : [{ kind: "rentSubsidy" }];
  return null;
}
