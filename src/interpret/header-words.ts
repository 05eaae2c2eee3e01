import { beginsWithAny, byDictionary, hasAny, INCLUDED_BEGINNINGS, LEADING_WORDS, MEASURED_ALONE, senseOf, TASK_STAGES, UNTIL_WORDS, wordsIn } from "../lexicon";
import type { Concept, Period, Role, Stage, Token } from "../lexicon";
import { unitAtEnd, unitOf, unitsIn, withoutBrackets, withoutUnit, type UnitInfo } from "../cells";
import { isOffice } from "../regions";
import { fullName, isNominal, nameIn, withCompounds } from "./header-names";
import { periodIn, withoutPeriods, type NamedPeriod } from "./periods";

/** A word that speaks for a role. */
export interface RoleWord {
  role: Role;
  weight: number;
  word: string;
}

/** What one header cell says, taken apart into its words. */
export interface HeaderWords {
  text: string;
  tokens: readonly Token[];
  roles: readonly RoleWord[];
  /** The role that it says most of all; null where it says none. */
  said: RoleWord | null;
  /** The verb that says how far: the last one. */
  stage: Stage | null;
  /** The same as written: 筹集. */
  verb: string;
  concepts: readonly Concept[];
  /** What it is about, no sign lost: 新建改扩建学校; "" where it only says a role, a unit or a verb. */
  subject: string;
  /** The same where a word such as 已 or 应 stands right before it: it may be a verb that the lexicon does not know (已签约). */
  openVerb: string;
  /** The same with all that is said beside roles and counts: 新增发放租赁补贴. */
  full: string;
  /** What is counted, as written: 户数; "" where nothing says. */
  counted: string;
  unit: UnitInfo | null;
  /** The figures are per cent. */
  percent: boolean;
  part: boolean;
  total: boolean;
  /** Who is in charge: no subject where another level has one. */
  office: boolean;
  /** Another period than the figures' own. */
  other: Period | null;
  period: NamedPeriod | null;
}

const NUMBERING = /^(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳])+/;
const UNIT_ALONE = /^\(([^()]*)\)$/;
const PART = "其中";

/**
 * Takes a header cell's text apart.
 * @param text without white space, full-width forms made half-width
 * @example headerWords("2、应发放租赁补贴(户)") // roles: target 应 …, concepts: ["rentSubsidy"], unit 户
 */
export const headerWords: (text: string) => HeaderWords = byDictionary(takeApart);

function takeApart(text: string): HeaderWords {
  const alone = UNIT_ALONE.exec(text)?.[1];
  // 筹集（含新建、改建、盘活）: what is counted with it names nothing.
  const named = withoutBrackets(text, (inner) => !beginsWithAny(inner, INCLUDED_BEGINNINGS)) || text;
  const written = unitsIn(text)[0] ?? unitAtEnd(text);
  const unitless = withoutUnit(named.replace(NUMBERING, ""));
  const bare = alone !== undefined ? "" : unitAtEnd(unitless) ? unitless.slice(0, unitless.lastIndexOf("(")) : unitless;
  const spoken = withoutPeriods(bare).replace(/[:：,，;；]/g, (sign) => (sign === ":" ? ":" : ""));
  const tokens = withCompounds(wordsIn(isAxis(spoken) ? `${PART}:` : spoken.startsWith(PART) ? `${PART}:${spoken.slice(PART.length).replace(":", "")}` : spoken));
  const has = (kind: Parameters<typeof senseOf>[1]) => tokens.some((token) => senseOf(token, kind));
  const { subject, counted, from, to } = nameIn(tokens);
  const last = tokens.filter((token, at) => (at < from || at > to) && isStage(token)).at(-1);
  const unitWord = tokens.map((token) => senseOf(token, "counted")?.value).filter((unit) => unit).at(-1);
  const isUntil = hasAny(bare, UNTIL_WORDS);
  const other = (tokens.map((token) => senseOf(token, "period")?.value).find((value) => value !== undefined) as Period | undefined) ?? null;
  const roles = [...rolesIn(tokens, subject === ""), ...(isUntil ? [{ role: "done" as const, weight: 1.5, word: "截至" }] : [])];
  return {
    text,
    tokens,
    roles,
    said: [...roles].sort((a, b) => b.weight - a.weight)[0] ?? null,
    stage: last ? (senseOf(last, "stage")?.value as Stage) : null,
    verb: last?.text ?? "",
    concepts: [...new Set(tokens.flatMap((token) => (senseOf(token, "concept")?.value as Concept | undefined) ?? []))],
    subject,
    openVerb: subject !== "" && from > 0 && LEADING_WORDS.has(tokens[from - 1]?.text ?? "") && !has("concept") ? subject : "",
    full: fullName(tokens),
    counted,
    unit: written ?? unitOf(unitWord ?? MEASURED_ALONE[bare] ?? lastSign(tokens)),
    percent: text.includes("%"),
    part: has("part"),
    total: has("total") && subject === "",
    office: isOffice(bare) && unitsIn(text).length === 0,
    // 截至本周 is all up to now.
    other: isUntil && (other === "week" || other === "month") ? null : other,
    period: periodIn(bare),
  };
}

/** 户 in 应发放户; 贫困户 is one word. */
function lastSign(tokens: readonly Token[]): string {
  const last = tokens.length > 1 ? tokens.at(-1) : undefined;
  return last?.senses.length === 0 && last.text.length === 1 ? last.text : "";
}

/** 按危房等级分, 按对象: what stands under it are parts of the whole, as under 其中. */
function isAxis(text: string): boolean {
  return text.startsWith("按") && !wordsIn(text).some((token) => senseOf(token, "role"));
}

/** What a word before the last one still says of the whole. */
const BEFORE_LAST = 0.5;
/** A verb by itself: what was done rather than what is planned. */
const VERB = 1;
const NAME_VERB = 0.4;

function rolesIn(tokens: readonly Token[], isNameless: boolean): RoleWord[] {
  const speaking = tokens.filter((token) => senseOf(token, "role") || (senseOf(token, "stage") && !isInName(token, tokens)));
  const lastAt = speaking.at(-1)?.at ?? -1;
  return speaking.flatMap((token) => {
    const full = token.at === lastAt || LEADING_WORDS.has(token.text);
    const said = token.senses.filter(({ kind }) => kind === "role").map(({ value, weight }) => ({ role: value as Role, weight: full ? weight : weight * BEFORE_LAST, word: token.text }));
    const stage = senseOf(token, "stage")?.value as Stage | undefined;
    if (stage === undefined || said.length > 0) return said;
    return [{ role: "done" as const, weight: (TASK_STAGES.has(stage) || stage === "allot" || isNameless ? VERB : NAME_VERB) * (full ? 1 : BEFORE_LAST), word: token.text }];
  });
}

/** A verb that says how far a task has come, or what is done with money; 改造 and 建设 only name the task. */
function isStage(token: Token): boolean {
  const stage = senseOf(token, "stage")?.value;
  return stage !== undefined && stage !== "renovate" && stage !== "build";
}

/** A verb within a name, with a part of the name after it: 改造 in 改造小区数, 投资 in 政府投资公租房. */
function isInName(token: Token, tokens: readonly Token[]): boolean {
  return tokens.some((other) => other.at > token.at && isNominal(other)) && !TASK_STAGES.has(senseOf(token, "stage")?.value as Stage);
}

/** How much a word that says a role weighs at the least: 任务, 完成率 outright; 计划 plainly; a verb (开工) by itself weakly. */
export const [OUTRIGHT, PLAINLY, BY_VERB] = [2, 1.5, 1] as const;

/** Roles of which a figure of ours has one. */
export const FIGURE_ROLES: readonly Role[] = ["target", "done", "rate"];

/** Whether a header's words say a role with at least that weight. */
export function saysRole(words: Pick<HeaderWords, "roles"> | undefined, wanted: Role, least: number): boolean {
  return words?.roles.some(({ role, weight }) => role === wanted && weight >= least) ?? false;
}

/** The role that a text says most of all; null where it says none. */
export function roleSaid(text: string): RoleWord | null {
  return headerWords(text).said;
}

/** A header's words without its unit and what it counts: 排查 of 排查数（个）. */
export function wordsWithoutCount(words: HeaderWords | undefined): string {
  return (words?.tokens ?? []).flatMap((token) => (senseOf(token, "counted") ? [] : token.text)).join("");
}
