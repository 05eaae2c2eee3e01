import type { Report } from "../../progress";
import { subjectOf, subjectsOf, type SubjectMention } from "./carried-subjects";
import { cueOf, type Cue } from "./cue";
import type { Line, Outline, Position } from "./outline";
import { ALL, type Scope, type Subject } from "./subject";
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

interface ScopeMention {
  scope: Scope;
  position: Position;
  index: number;
  /** How many regions of the clause have figures, its own among them: from the second on it is a list. */
  items: number;
  /** It has a figure. */
  used: boolean;
  /** The scope that was spoken of before the list. */
  head: Scope;
}

/** A group that is counted (两县共开工…) was named no farther back than this many tokens. */
const REACH_OF_GROUP = 40;

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

function mention(scope: Scope, position: Position, index: number, before: ScopeMention | null): ScopeMention {
  const sameClauseAsBefore = before !== null && before.position.clause === position.clause;
  return {
    scope,
    position,
    index,
    items: sameClauseAsBefore && before.scope.kind === "regions" ? before.items : 0,
    used: false,
    head: sameClauseAsBefore && before.scope.kind === "regions" ? before.head : ALL,
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
    return { ...before, scope: { kind: "regions", regions, share: "either" }, position, index, used: false };
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
  // 未办理产权登记共2个问题: a clause that opens with a matter of its own and its total is no longer of that region.
  if (pre.some((token) => isWord(token, "category")) || (pre.some((token) => isWord(token, "sum")) && pre.some(isSubjectWord))) return [heading];
  return unique([own, ALL, heading]);
}

/** 各, 均: each of them; 共, 合计: all of them together. */
function shared(scope: Scope, pre: readonly Token[]): Scope {
  if (scope.kind === "all" || scope.regions.length < 2) return scope;
  const each = pre.some((token) => isWord(token, "each"));
  const together = pre.some((token) => isWord(token, "sum"));
  return { ...scope, share: each ? "each" : together ? "together" : "either" };
}

/**
 * The scope of one of several figures that stand for the names before them one by one: 交口县、中阳县分别完成962万元、650万元.
 * One figure after 分别 is that of each.
 * @returns null where figures and names are not paired; no scope at all where they should be and their numbers differ
 */
function alignedScope({ tokens, positions }: Outline, scope: ScopeMention | null, index: number): Scope[] | null {
  const position = positions[index];
  const token = tokens[index];
  if (!scope || scope.scope.kind === "all" || scope.scope.regions.length < 2 || !position || token?.kind !== "number") return null;
  const { regions } = scope.scope;
  const inPart: number[] = [];
  let respectively = -1;
  for (let at = index; at > scope.index && positions[at]?.part === position.part; at--) {
    if (isWord(tokens[at], "respectively")) respectively = at;
  }
  for (let at = respectively >= 0 ? respectively : index; at < tokens.length && positions[at]?.part === position.part; at++) {
    const one = tokens[at];
    if (one?.kind === "region") return null;
    if (one?.kind === "number" && one.number.unit.family === token.number.unit.family) inPart.push(at);
  }
  if (respectively < 0) {
    if (scope.position.clause !== position.clause) return null;
    const row = numbersInRow({ tokens, positions }, index);
    const region = regions[row.indexOf(index)];
    return row.length === regions.length && (row[0] ?? 0) > scope.index && region !== undefined ? [{ kind: "regions", regions: [region], share: "each" }] : null;
  }
  const region = regions[inPart.indexOf(index)];
  if (inPart.length === regions.length && region !== undefined) return [{ kind: "regions", regions: [region], share: "each" }];
  return inPart.length === 1 ? [{ kind: "regions", regions, share: "each" }] : [];
}

/** The figures of a kind that stand in a row with one (50%、42%). */
function numbersInRow({ tokens, positions }: Pick<Outline, "tokens" | "positions">, index: number): number[] {
  const token = tokens[index];
  const family = token?.kind === "number" ? token.number.unit.family : null;
  const next = (from: number, step: 1 | -1): number | null => {
    const [joint, other] = [tokens[from + step], tokens[from + 2 * step]];
    const joined = joint !== undefined && /^[、和]$/.test(joint.text) && positions[from + 2 * step]?.part === positions[index]?.part;
    return joined && other?.kind === "number" && other.number.unit.family === family ? from + 2 * step : null;
  };
  const row = [index];
  for (let at = next(index, -1); at !== null; at = next(at, -1)) row.unshift(at);
  for (let at = next(index, 1); at !== null; at = next(at, 1)) row.push(at);
  return row;
}

/**
 * The scope of a figure that a counted group shares: 两地合计2490套 is that of the two just named; 3个进度较快的县共开工
 * 500套 is that of a group that the words do not name.
 * @returns null where no group was counted, or where it is all that the subject has (涉及3个县17个问题)
 */
function groupScope({ tokens, positions }: Outline, scope: ScopeMention | null, index: number): Scope[] | null {
  const position = positions[index];
  let at = index - 1;
  let said = false;
  for (; at >= 0 && positions[at]?.clause === position?.clause && tokens[at]?.kind !== "region"; at--) {
    const token = tokens[at];
    if (token?.kind === "number" && token.number.unit.family === "regions") break;
    if (isWord(token, "status", "gap") || (token?.kind === "number" && token.number.unit.family === "percent")) said = true;
    if (isWord(token, "whole") && !/^占/.test(tokens[at - 1]?.text ?? "")) return null;
  }
  const count = tokens[at];
  if (count?.kind !== "number" || positions[at]?.clause !== position?.clause) return null;
  const line = position?.line;
  const named = tokens.slice(Math.max(0, at - REACH_OF_GROUP), at).flatMap((token, place) => (token.kind === "region" && positions[Math.max(0, at - REACH_OF_GROUP) + place]?.line === line ? [token.region] : []));
  const group = [...new Set(named)].slice(-count.number.value);
  const opens = positions[at - 1]?.part !== positions[at]?.part || tokens[at - 1]?.kind === "mark";
  if (group.length === count.number.value && group.length > 1 && (opens || new Set(named).size === group.length) && !(scope !== null && scope.index > at)) {
    return [{ kind: "regions", regions: group, share: "either" }, ...(said ? [] : [ALL])];
  }
  if (opens) return [];
  return said ? [] : null;
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

function unique(scopes: readonly Scope[]): Scope[] {
  return scopes.filter((scope, index) => scopes.findIndex((other) => JSON.stringify(other) === JSON.stringify(scope)) === index);
}

function isSubjectWord(token: Token): boolean {
  return isWord(token, "indicator", "backlog", "category", "continuing", "audit");
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

