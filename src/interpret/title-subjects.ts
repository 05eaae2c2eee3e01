import { endingOf, KIND_ATTRIBUTES, senseOf, SUBJECT_KINDS } from "../lexicon";
import { withoutPeriods } from "./periods";
import { compact, unitOf, withoutBrackets } from "../cells";
import { looksLikeRegion, withoutPlace } from "../regions";
import { BY_VERB, headerWords, type HeaderWords } from "./header-words";

type TitleWords = Pick<HeaderWords, "subject" | "concepts" | "unit" | "stage">;

const YEARED = /^.*(?:19|20)\d{2}年度?/;
const CAPTION = /(?:(?:填报|上报|报送|编制|制表|计量)?单位|(?:填报|统计|制表|截[至止])(?:时间|日期))(?:\([^()]{1,4}\))?:[^]*$/;
const BETWEEN = /(?:及其?|以及|暨|与|和|、)/;
/** Subjects that are the verb itself where nothing else is named. */
export const INVESTMENT = "投资";
export const COMPLETION = "基本建成";
export const VERBS: readonly string[] = [INVESTMENT, COMPLETION];
const LONGEST = 20;
/** No name of a subject: 甲县情况, 样表. */
const SHORTEST = 3;

/**
 * What a title or sheet's name is about, several subjects where it joins them; none where it only says what kind of
 * table it is, or names a programme with several subjects.
 * @param title without white space, full-width forms made half-width
 * @example titleSubjects("2022年全国城镇老旧小区改造进展情况")[0].subject // "城镇老旧小区改造"
 */
export function titleSubjects(title: string): TitleWords[] {
  const bare = withoutBrackets(title.replace(CAPTION, ""), (inner) => unitOf(inner) !== null);
  const after = YEARED.test(bare) ? bare.replace(YEARED, "") : bare;
  const said = subjectsIn(after);
  return said.length > 0 || after === bare ? said : subjectsIn(bare.slice(0, bare.length - after.length));
}

/** Whether a text speaks of one of several things that a title joins: 食品小作坊登记 of 电梯赋码及食品小作坊登记. */
export function isOneOf(text: string, title: string): boolean {
  const parts = title.split(BETWEEN);
  return parts.length > 1 && parts.some((part) => part.includes(text));
}

function subjectsIn(text: string): TitleWords[] {
  const parts = text.split(BETWEEN).flatMap((part) => wordsOf(part) ?? []);
  const known = parts.filter(({ concepts }) => concepts.length > 0);
  // 老旧小区改造及补助资金: what the money is for has a name, too.
  if (known.length > 0) return known.every(({ concepts }) => concepts.includes("fund")) ? parts : known;
  return [wordsOf(text) ?? []].flat();
}

/** What a title names where it names no subject: a programme (城镇保障性安居工程), else all that it says before its roles (审计查出问题整改). */
export function programmeIn(titles: readonly string[]): TitleWords | null {
  const named = titles
    .map((title) => headerWords(untilRole(withoutPlace(withoutPeriods(withoutBrackets(compact(title)).replace(YEARED, ""))))))
    .filter(({ full }) => full.length >= SHORTEST && full.length <= LONGEST);
  const words = named.find(({ tokens }) => tokens.some((token) => senseOf(token, "umbrella"))) ?? named[0];
  return words ? { subject: words.full, concepts: [], unit: words.unit, stage: words.stage } : null;
}

function wordsOf(text: string): TitleWords | null {
  const bare = withoutPlace(withoutPeriods(text));
  const words = headerWords(untilRole(bare));
  const { concepts, tokens } = words;
  const verb = words.stage === "invest" ? INVESTMENT : VERBS.find((name) => words.verb === name);
  if (words.subject === "" && verb !== undefined) return { subject: verb, concepts: [], unit: words.unit, stage: null };
  if (tokens.some((token) => senseOf(token, "umbrella")) && concepts.length === 0) return null;
  const subject = withoutKind(withoutOpenQuote(words.subject));
  const isName = concepts.length > 0 || (subject.length >= SHORTEST && subject.length <= LONGEST);
  return isName && subject !== "" && !looksLikeRegion(subject) ? { subject, concepts, unit: words.unit, stage: words.stage } : null;
}

/** What stands before the first word of roles: 户厕改造提升 of 户厕改造提升工作进度周调度表. */
function untilRole(text: string): string {
  const { tokens } = headerWords(text);
  const first = tokens.findIndex(({ senses }) => senses.length === 0 || senses.some(({ kind }) => kind === "concept"));
  const role = tokens.find((token, at) => first >= 0 && at > first && token.senses.some(({ kind, weight }) => (kind === "role" && weight >= BY_VERB) || kind === "span"));
  return role ? text.slice(0, Math.max(role.at, 0)) : text;
}

/** 重大产业项目 of 重大产业项目“三率”: 率 says a role, and half a quotation names nothing. */
function withoutOpenQuote(subject: string): string {
  const open = subject.lastIndexOf("“");
  return open >= 0 && !subject.includes("”", open) ? subject.slice(0, open) : subject;
}

/** 营造林项目台账 is about 营造林; 重点项目 is a name. */
function withoutKind(subject: string): string {
  const rest = subject.slice(0, -endingOf(subject, SUBJECT_KINDS).length || undefined);
  return rest.length < SHORTEST || endingOf(rest, KIND_ATTRIBUTES) !== "" ? subject : rest;
}
