import type { Report } from "../../progress";
import { cueOf } from "./cue";
import type { Line, Outline, Position } from "./outline";
import { paired } from "./pairing";
import { PeriodWalk, yearsInHeaders } from "./period-walk";
import { PlaceWalk } from "./place-walk";
import { numbersInRow } from "./scopes";
import { lastIndexWhere } from "./sequence";
import type { PeriodSlot, Statement, SubjectSlot } from "./statement";
import type { SubjectBook } from "./subject-book";
import { SubjectWalk } from "./subject-walk";
import { isJoint, isWord, type NumberToken, type DraftToken } from "./token";
import type { StatedUnit } from "./units";

/** Farther from a figure than this no word says what it is. */
const REACH = 60;
const FEWEST_SIGNS = 2;

/** A draft as it is understood: its figures with their slots, and what is spoken of at any word. */
export interface Understanding {
  statements: Statement[];
  /** The subject and the time that are spoken of past a word. */
  at(index: number): { subject: SubjectSlot; period: PeriodSlot };
}

/** What the walks know of the workbook. */
interface Workbook {
  report: Report;
  book: SubjectBook;
  regions: readonly string[];
  headerYears: ReadonlySet<number>;
}

const RATE: StatedUnit = { family: "percent", kind: "%", scale: 1, text: "", noun: "" };
const NOTHING: SubjectSlot = { kind: "unknown", subjects: [], words: "", explicit: false, from: "" };

/**
 * Walks a draft and fills for every figure its slots from words, or from what was said before in its sentence, item or heading.
 */
export function* understand(outline: Outline, report: Report, book: SubjectBook): Generator<void, Understanding> {
  const told: { subject: () => SubjectSlot; period: PeriodSlot }[] = [];
  const regions = report.regions.map(({ name }) => name);
  const headerYears = yearsInHeaders(report);
  const statements: Statement[] = [];
  for (const line of outline.lines) {
    statements.push(...ofLine(outline, line, { report, book, regions, headerYears }, told));
    yield;
  }
  return {
    statements,
    at: (index) => ({ subject: told[index]?.subject() ?? NOTHING, period: told[index]?.period ?? { kind: "own", words: "" } }),
  };
}

function ofLine(outline: Outline, line: Line, { report, book, regions, headerYears }: Workbook, told: { subject: () => SubjectSlot; period: PeriodSlot }[]): Statement[] {
  const { tokens, positions } = outline;
  const places = new PlaceWalk(outline, line, regions);
  const periods = new PeriodWalk(outline, line, report, headerYears);
  const subjects = new SubjectWalk(line, book, report);
  const statements: Statement[] = [];
  let handedDown = -1;
  let demanded: Position | null = null;
  let opened = -1;
  for (let index = line.first; index < line.end; index++) {
    const token = tokens[index];
    const position = positions[index];
    if (!token || !position) continue;
    places.see(token, position, index);
    periods.see(token, position, index);
    if (isWord(token, "target") && (/下达/.test(token.text) || (token.value === "task" && /^[：]$/.test(afterBeing(tokens, index)))))
      handedDown = position.sentence;
    if (isWord(token, "demand")) demanded = position;
    if (token.kind === "mark" && token.mark === "）" && demanded !== null && demanded.depth > (positions[index + 1]?.depth ?? 0))
      demanded = null;
    if (isWord(token, "asOf") || (isWord(token, "period") && token.value === "own")) demanded = null;
    if (token.kind === "region" || isWord(token, "level")) opened = position.clause;
    subjects.see(token, position);
    told[index] = { subject: subjects.slotAt(position, RATE, false), period: periods.slotAt(position) };
    if (token.kind !== "number") continue;
    const { pre, post } = around(outline, index);
    const clause = clauseBefore(outline, index);
    const lastIsHanded = handedDown === position.sentence;
    const before = clause.slice(0, Math.max(0, clause.length - pre.length));
    const { unit } = token.number;
    const subject = subjects.slotAt(position, countsProjects(token, pre) ? RATE : unit, isStrange(outline, index, post), post)();
    const unbuilt = subject.subjects[0]?.kind === "continuing";
    const carriesOn = demanded?.sentence === position.sentence && (demanded.clause === position.clause || opened !== position.clause);
    // 距6月底50%的要求还差…: what is asked for.
    const asked = unit.family === "percent" && post[0]?.text === "的" && isWord(post[1], "demand", "reference");
    const demand =
      asked ||
      (carriesOn && !unbuilt) ||
      (lastIsHanded &&
        unit.family === "percent" &&
        !statements.some((one) => one.position.sentence === position.sentence && one.cue?.primary === "done"));
    const period = periods.slotAt(position);
    const said = cueOf(pre, post, lastIsHanded, before);
    // 超出2个百分点、12套: what a row's first figure is, the others are.
    const previous = statements.at(-1);
    const inRow = said === null && previous?.position.part === position.part && pre.length > 0 && pre.every(isJoint);
    const cue = inRow ? previous.cue : said;
    const target = cue?.primary === "target" || cue?.primary === "excess";
    statements.push({
      index,
      token,
      position,
      pre,
      post,
      clause,
      place: places.slotAt(position, index, pre),
      period: period.kind === "plan" && unbuilt ? { kind: "own", words: period.words } : period,
      subject,
      cue,
      mood: demand && !(target && isWord(pre.find((one) => isWord(one, "target")), "target") && !pre.some((one) => isWord(one, "demand"))) ? "demand" : "fact",
      beside: countsPeople(pre, subject, report) ? "涉及的人户" : inspected(clause, subject) ? "核实的数" : besideOf(token, pre, post, wordsBeforeRow(outline, index), partBefore(outline, index)),
    });
    places.used();
  }
  return paired(statements, outline, subjects);
}

/** The words after 任务, past 为 and 是. */
function afterBeing(tokens: readonly DraftToken[], index: number): string {
  const next = tokens[index + 1];
  return next?.text === "为" || next?.text === "是" ? (tokens[index + 2]?.text ?? "") : (next?.text ?? "");
}

/** 项目10个, 10个棚改项目: projects, whatever their indicator is counted in. */
export function countsProjects({ number: { unit } }: NumberToken, pre: readonly DraftToken[]): boolean {
  return unit.kind === "个" && (unit.noun.endsWith("项目") || (unit.noun === "" && pre.at(-1)?.text.endsWith("项目") === true));
}

const PEOPLE = new Set(["居民", "住户", "群众", "家庭", "职工", "人口", "困难家庭", "困难群众", "惠及", "受益", "涉及居民"]);

/** 棚户区改造涉及居民4200户: those who are concerned, where homes are what the workbook counts. */
function countsPeople(pre: readonly DraftToken[], { subjects }: SubjectSlot, { indicators }: Report): boolean {
  const counted = indicators.filter(({ id }) => subjects.some((one) => one.kind === "indicator" && one.id === id));
  return PEOPLE.has(pre.at(-1)?.text ?? "") && counted.length > 0 && counted.every(({ unit }) => unit !== "户" && unit !== "人");
}

/** 经现场核实，实际开工80套: what an inspection found is not what was reported. */
function inspected(clause: readonly DraftToken[], { subjects }: SubjectSlot): boolean {
  return subjects[0]?.kind === "indicator" && clause.some((token) => isWord(token, "inspected") && /核/.test(token.text));
}

/** What makes a figure one that no table of progress holds: a change, an average, a size, a difference of two others. */
function besideOf(
  token: NumberToken,
  pre: readonly DraftToken[],
  post: readonly DraftToken[],
  row: readonly DraftToken[],
  part: readonly DraftToken[],
): string | null {
  const { unit, value } = token.number;
  // 一套未动: none at all.
  if (
    value === 1 &&
    /^一/.test(token.text) &&
    (isWord(post[0], "none", "rest") ||
      (/(?:完成|开工|动工|建成|发放|改造)$/.test(pre.at(-1)?.text ?? "") && pre.some((one) => isWord(one, "none", "rest"))))
  )
    return "一…未…";
  const all = [...row, ...pre];
  if (all.some((one) => isWord(one, "average"))) return "平均数";
  if (all.some((one) => isWord(one, "size"))) return "规模";
  if (all.some((one) => isWord(one, "settled"))) return "已整改";
  // 比上年的94.2%提高2.3个百分点: what is compared with stands before the change.
  if (isWord(post[0], "change") && pre.some((one) => isWord(one, "against"))) return "对比的基数";
  // 提升至24.94%, 提高到60%: the level that was reached, no change.
  const changes = pre.filter((one, at) => isWord(one, "change") && !/[至到]$/.test(one.text) && !/^[至到]$/.test(pre[at + 1]?.text ?? ""));
  if (changes.length > 0 || isWord(post[0], "change")) return "变动";
  if (unit.family === "percent" || unit.family === "points" || token.number.approximation !== null) return null;
  const against = lastIndexWhere(part, (one) => isWord(one, "against"));
  const compares = against >= 0 && !part.slice(against).some((one) => isWord(one, "target"));
  return compares && pre.some((one) => isWord(one, "more", "less")) ? "两数之差" : null;
}

/** All tokens of a figure's clause before it. */
function clauseBefore({ tokens, positions }: Outline, index: number): DraftToken[] {
  let from = index;
  while (from > 0 && positions[from - 1]?.clause === positions[index]?.clause) from--;
  return tokens.slice(from, index);
}

/** All tokens of a figure's part before it. */
function partBefore({ tokens, positions }: Outline, index: number): DraftToken[] {
  let from = index;
  while (from > 0 && from > index - REACH && positions[from - 1]?.part === positions[index]?.part) from--;
  return tokens.slice(from, index);
}

/** 户均1022.52元、1025.84元: what stands before the first figure of a row is said of all of them. */
function wordsBeforeRow(outline: Outline, index: number): DraftToken[] {
  const [first = index] = numbersInRow(outline, index);
  return first === index ? [] : around(outline, first).pre.filter((token) => token.kind !== "region");
}

/** Words that nobody knows beside a figure, back to the place that it is told of: they may name a subject of their own. */
function isStrange({ tokens, positions }: Outline, index: number, post: readonly DraftToken[]): boolean {
  const position = positions[index];
  const odd = (token: DraftToken | undefined) =>
    (token?.kind === "unknown" && token.text.length >= FEWEST_SIGNS) || isWord(token, "site", "other");
  if (post.some((token) => odd(token) || token.kind === "place")) return true;
  let from = index - 1;
  // 筹集率七成半（75.86%）: what a bracket is said of.
  if (tokens[from]?.text === "（") from -= 1;
  const part = positions[from]?.part ?? position?.part;
  for (let at = from; at >= 0 && at > index - REACH; at--) {
    if (positions[at]?.part !== part) {
      if ((positions[at]?.depth ?? 0) > (position?.depth ?? 0)) continue;
      return false;
    }
    const token = tokens[at];
    if (token?.kind === "region" || (isWord(token, "level") && token.value === "own") || token?.kind === "heading") return false;
    if (odd(token)) return true;
  }
  return false;
}

/** The tokens of a figure's part before it, back to the figure before, and after it up to the next figure or mark. */
function around({ tokens, positions }: Outline, index: number): { pre: DraftToken[]; post: DraftToken[] } {
  const part = positions[index]?.part;
  const pre: DraftToken[] = [];
  for (let at = index - 1; at >= 0 && at > index - REACH; at--) {
    const token = tokens[at];
    if (!token || positions[at]?.part !== part) {
      if ((positions[at]?.depth ?? 0) > (positions[index]?.depth ?? 0)) continue;
      break;
    }
    if (token.kind === "number") break;
    if (token.kind === "mark" && /[，。；：！？\n]/.test(token.mark)) break;
    pre.unshift(token);
  }
  const post: DraftToken[] = [];
  for (let at = index + 1; at < tokens.length && at < index + REACH; at++) {
    const token = tokens[at];
    if (!token || positions[at]?.part !== part || token.kind === "number" || token.kind === "mark") break;
    post.push(token);
  }
  return { pre: pre.filter((token) => token.kind !== "heading" && token.text !== "（"), post };
}
