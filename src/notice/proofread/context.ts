import type { Report } from "../../progress";
import { subjectOf, subjectsOf, type SubjectMention } from "./carried-subjects";
import { cueOf, type Cue } from "./cue";
import type { Line, Outline, Position } from "./outline";
import { alignedScope, groupScope, mention, numbersInRow, regionMention, scopesOf, type ScopeMention } from "./scopes";
import { ALL, type Scope, type Subject } from "./subject";
import { isSubjectWord, isWord, type NumberToken, type Token } from "./token";

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
  let elsewhere: Position | null = null;
  let opened = -1;
  let inspected = -1;

  for (let index = line.first; index < line.end; index++) {
    const token = tokens[index];
    const position = positions[index];
    if (!token || !position) continue;
    if (token.kind === "mark" && token.mark === "（") stack.push(scope);
    if (token.kind === "mark" && token.mark === "）" && stack.length > 0) scope = stack.pop() ?? null;
    if (token.kind === "date" && token.date.year !== null && token.date.month === null) year = token.date.year;
    // 占全市开工总量的73%: the subject stays the region that was spoken of.
    const measuredBy = isWord(tokens[index - 1], "rate", "neutral") && /[占到]$/.test(tokens[index - 1]?.text ?? "");
    if (isWord(token, "whole") && !(measuredBy && scope)) scope = mention(ALL, position, index, null);
    if (isOwnRate(tokens, index)) scope = mention(ALL, position, index, null);
    if (token.kind === "region") scope = regionMention(outline, index, scope);
    if (isWord(token, "others")) scope = mention({ kind: "regions", regions: [], share: "either" }, position, index, scope);
    if (isWord(token, "category")) category = { name: token.value, position };
    if (isWord(token, "target") && /下达/.test(token.text)) handedDown = position.sentence;
    if (isWord(token, "neutral") && /下达$/.test(token.text)) handedDown = position.sentence;
    if (isWord(token, "target") && token.value === "task" && tokens[index + 1]?.text === "：") handedDown = position.sentence;
    if (isWord(token, "period") && /去年|上年|同期|上月|上周|往年|以往/.test(token.text)) elsewhere = position;
    if (isWord(token, "plan") && /力争|确保|要求|务必|必须|争取|达到要求/.test(token.text)) elsewhere = position;
    const unfinished = tokens.slice(index + 1, index + 4).some((one) => isWord(one, "continuing"));
    if (token.kind === "date" && !unfinished && /^(?:之|以)?前/.test(tokens[index + 1]?.text ?? "")) elsewhere = position;
    if (isWord(token, "asOf") || token.text === "今年") elsewhere = null;
    if (speaksOfThen(tokens, index, report)) elsewhere = position;
    if (token.kind === "region" || isWord(token, "whole")) opened = position.clause;
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
    const candidates = alignedScope(outline, scope, index) ?? groupScope(outline, scope, index) ?? scopesOf(scope, position, line, part.pre);
    const about = subjectsOf(subjects, position, line, token, part, report);
    // 要求…开工未建成的5922套: what is demanded of them is a plan, their number is not.
    const unbuilt = about[0]?.kind === "continuing" && part.pre.some((one) => isWord(one, "continuing"));
    const isElsewhere = !unbuilt && (carriesOn(elsewhere, position, opened) || [...part.pre, ...part.post].some((one) => isWord(one, "period", "plan")));
    const spansYears = about[0]?.kind !== "backlog" && [...part.pre].some(({ kind, text }) => kind === "skipped" && /\d{4}\D+\d{4}/.test(text));
    // 比账面数多362套 is a difference of two figures, not one of them.
    const between = token.number.unit.family !== "percent" && token.number.unit.family !== "points" && part.pre.some((one, at) => isWord(one, "difference") || (isWord(one, "more", "less") && at === part.pre.length - 1 && token.number.approximation === null));
    const unknown = spansYears || between || strangerBetween(outline, scope, index) || [...part.pre, ...part.post, ...wordsBeforeRow(outline, index), ...wordsBeforeBracket(outline, index)].some((one) => one.kind === "unknown" || isWord(one, "average"));
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
      understood: !unknown && !isElsewhere && candidates.length > 0,
      elsewhere: isElsewhere,
    });
    if (scope && !scope.used) scope = { ...scope, used: true, items: scope.items + 1 };
    // 开工263套 speaks of starts without naming them; so does what follows (占26.33%).
    const [first] = about;
    if (subjects.length === 0 && line.topics.length === 0 && first) subjects.push({ subject: first, position });
  }
  return uses;
}

/** 全市开工率为24.94%: the city's own rate, where nothing is compared with it. */
function isOwnRate(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return isWord(token, "reference") && /^全.*率$/.test(token.text) && !isWord(tokens[index - 1], "more", "less", "difference");
}

/** 3月25日，全市开工523套; 截至去年底: a day before the one that the figures stand for opens what is said of that day. */
function speaksOfThen(tokens: readonly Token[], index: number, { asOf }: Report): boolean {
  const [token, before, after] = [tokens[index], tokens[index - 1], tokens[index + 1]];
  if (token?.kind !== "date" || token.date.month === null) return false;
  const [year = 0, month = 0, day = 0] = asOf.split("-").map(Number);
  const { date } = token;
  const isEarlier = (date.year ?? year) < year || ((date.year ?? year) === year && (date.month ?? month) < month) || (date.month === month && (date.day ?? day) < day && (date.year ?? year) === year);
  const opens = before === undefined || before.kind === "mark" || before.kind === "heading";
  return isEarlier && (isWord(before, "asOf") || (opens && after?.text === "，"));
}

/** 户均1022.52元、1025.84元: what stands before the first figure of a row is said of all of them. */
function wordsBeforeRow(outline: Outline, index: number): Token[] {
  const [first = index] = numbersInRow(outline, index);
  return first === index ? [] : partOf(outline, first).pre.filter((token) => token.kind !== "region");
}

/** 筹集率七成半（75.86%）: what a bracket is said of, back to the name or figure before. */
function wordsBeforeBracket({ tokens, positions }: Outline, index: number): Token[] {
  if (tokens[index - 1]?.text !== "（") return [];
  const outer = positions[index - 2]?.part;
  const words: Token[] = [];
  for (let at = index - 2; at >= 0 && positions[at]?.part === outer; at--) {
    const token = tokens[at];
    if (!token || token.kind === "region" || token.kind === "number" || token.kind === "mark") break;
    words.unshift(token);
  }
  return words;
}

/** Another time or a plan is spoken of to the end of its sentence, or of its clause where the next one opens with a region. */
function carriesOn(elsewhere: Position | null, position: Position, opened: number): boolean {
  if (elsewhere?.sentence !== position.sentence) return false;
  return elsewhere.clause === position.clause || opened !== position.clause;
}

/** Between the region that was named last and a figure stands something that may be a subject of its own: a town, a firm, a project. */
function strangerBetween({ tokens, positions }: Outline, scope: ScopeMention | null, index: number): boolean {
  const position = positions[index];
  const from = scope && scope.position.clause === position?.clause ? scope.index + 1 : 0;
  for (let at = index - 1; at >= from && positions[at]?.clause === position?.clause; at--) {
    const token = tokens[at];
    if (token?.kind === "unknown" && /[县市区镇乡局厂院团司村寨]|项目|工程|小区|地块/.test(token.text)) return true;
  }
  return false;
}

function partOf({ tokens, positions }: Outline, index: number): { pre: Token[]; post: Token[]; rest: Token[] } {
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
  const rest: Token[] = [];
  for (let at = index + 1; at < tokens.length && at < index + 60 && positions[at]?.part === part; at++) rest.push(...tokens.slice(at, at + 1));
  return { pre: pre.filter((token) => token.kind !== "heading" && token.text !== "（"), post, rest };
}

