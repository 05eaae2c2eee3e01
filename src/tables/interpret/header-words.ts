import { beginsWithAny, byDictionary, hasAny, senseOf, TASK_STAGES, UNTIL_WORDS, wordsIn, type Concept, type Period, type Role, type Stage, type Token } from "../../lexicon";
import { unitAtEnd, unitOf, unitsIn, withoutBrackets, withoutUnit, type UnitInfo } from "../cells";
import { isOffice } from "../regions";
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
const INCLUDED = ["含", "不含", "包括"];
/** Signs at the ends of a name. */
const EDGE_SIGNS = /^[:、]+|(?<![:、])[:、]+$/g;
const NO_NAME = /^[\d\p{P}\p{S}]*$/u;

/**
 * Takes a header cell's text apart.
 * @param text without white space, full-width forms made half-width
 * @example headerWords("2、应发放租赁补贴(户)") // roles: target 应 …, concepts: ["rentSubsidy"], unit 户
 */
export const headerWords: (text: string) => HeaderWords = byDictionary(takeApart);

function takeApart(text: string): HeaderWords {
  const alone = UNIT_ALONE.exec(text)?.[1];
  // 筹集（含新建、改建、盘活）: what is counted with it names nothing.
  const named = withoutBrackets(text, (inner) => !beginsWithAny(inner, INCLUDED)) || text;
  const written = unitsIn(text)[0] ?? unitAtEnd(text);
  const unitless = withoutUnit(named.replace(NUMBERING, ""));
  const bare = alone !== undefined && unitOf(alone) ? "" : unitAtEnd(unitless) ? unitless.slice(0, unitless.lastIndexOf("(")) : unitless;
  const spoken = withoutPeriods(bare).replace(/[:：,，;；]/g, (sign) => (sign === ":" ? ":" : ""));
  const tokens = withCompounds(wordsIn(isAxis(spoken) ? `${PART}:` : spoken.startsWith(PART) ? `${PART}:${spoken.slice(PART.length).replace(":", "")}` : spoken));
  const has = (kind: Parameters<typeof senseOf>[1]) => tokens.some((token) => senseOf(token, kind));
  const { subject, counted, from, to } = nameIn(tokens);
  const isOutside = (at: number) => at < from || at > to;
  const verbs = tokens.filter((token, at) => isOutside(at) && isStage(token));
  const last = verbs.at(-1);
  const unitWord = tokens.map((token) => senseOf(token, "counted")?.value ?? "").filter((unit) => unit !== "").at(-1);
  const measured = MEASURED_ALONE[bare];
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
    openVerb: subject !== "" && from > 0 && LEADING.has(tokens[from - 1]?.text ?? "") && !tokens.some((token) => senseOf(token, "concept")) ? subject : "",
    full: fullName(tokens),
    counted,
    unit: written ?? unitOf(unitWord ?? measured ?? lastSign(tokens)),
    percent: text.includes("%"),
    part: has("part"),
    total: has("total") && subject === "",
    office: isOffice(bare) && unitsIn(text).length === 0,
    // 截至本周 is all up to now.
    other: isUntil && (other === "week" || other === "month") ? null : other,
    period: periodIn(bare),
  };
}

/** 小区 beside 户数: a header that says nothing else counts them. */
const MEASURED_ALONE: Readonly<Record<string, string>> = { 小区: "个", 楼栋: "栋" };

/** 户 in 应发放户; 贫困户 is one word. */
function lastSign(tokens: readonly Token[]): string {
  const last = tokens.length > 1 ? tokens.at(-1) : undefined;
  return last?.senses.length === 0 && last.text.length === 1 ? last.text : "";
}

/** 按危房等级分, 按对象: what stands under it are parts of the whole, as under 其中. */
function isAxis(text: string): boolean {
  return text.startsWith("按") && text.length >= 3 && text.length <= LONGEST_AXIS && !wordsIn(text).some((token) => senseOf(token, "role"));
}

const LONGEST_AXIS = 8;

/**
 * Signs that say something by themselves and are part of a word here: 占 in 乱占, 发 in 证书颁发, 现 in 现汇进资, 值 in
 * 产值. What stands before a verb (已, 应) stays a word.
 */
function withCompounds(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = joined.at(-1);
    if (before && isOneWord(before, token, at, tokens)) joined[joined.length - 1] = { ...before, text: `${before.text}${token.text}`, senses: [] };
    else joined.push(token);
  }
  return joined;
}

function isOneWord(before: Token, token: Token, at: number, all: readonly Token[]): boolean {
  const isUnknown = ({ senses, text }: Token) => senses.length === 0 && !NO_NAME.test(text) && !EMPTY.has(text);
  const isSign = ({ text, senses }: Token, kind: "role" | "stage") => text.length === 1 && !LEADING.has(text) && senses.some((sense) => sense.kind === kind);
  const last = all[at - 1];
  if (MEASURING.has(token.text) && last?.text.length === 1 && isUnknown(last)) return true;
  // 数 in 数字影院: what is counted stands before it.
  if (at === 1 && before.text.length === 1 && isUnknown(token) && before.senses.every(({ kind }) => kind === "counted")) return true;
  // 占省下达% is the share of something, 占补平衡 a name.
  if (before.text === "占" && at === 1 && all.at(-1)?.senses.some(({ value }) => value === "rate")) return false;
  // 展 in 装配式建筑发展: what follows a sign that was part of a word.
  if (isUnknown(before) && isUnknown(token)) return true;
  if (isUnknown(before)) return isSign(token, "stage") || (before.text.length === 1 && all.length === 2 && isSign(token, "role"));
  return isUnknown(token) && isSign(before, "role");
}

/** What is measured by the sign before them: 产值, 税额; 数 counts whatever stands there. */
const MEASURING: ReadonlySet<string> = new Set(["值", "量", "额"]);
/** Words that change what the verb after them says, wherever they stand. */
const LEADING: ReadonlySet<string> = new Set(["已", "实际", "实", "现已", "应", "应当", "拟", "计划", "未", "尚未", "尚欠", "还需", "尚需", "预计", "剩余", "待", "累计", "核定"]);
/** What a word before the last one still says of the whole. */
const BEFORE_LAST = 0.5;
/** A verb by itself: what was done rather than what is planned. */
const VERB = 1;
const NAME_VERB = 0.4;

function rolesIn(tokens: readonly Token[], isNameless: boolean): RoleWord[] {
  const speaking = tokens.filter((token) => senseOf(token, "role") || (senseOf(token, "stage") && !isInName(token, tokens)));
  const lastAt = speaking.at(-1)?.at ?? -1;
  return speaking.flatMap((token) => {
    const full = token.at === lastAt || LEADING.has(token.text);
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

/** What stands in brackets adds to a name and is none. */
function isInBrackets(text: string): boolean {
  return text.startsWith("(") && text.endsWith(")");
}

/** A word that can be a subject by itself. */
function isNominal(token: Token): boolean {
  if (token.senses.length === 0) return token.text.length > 1 && !NO_NAME.test(token.text) && !EMPTY.has(token.text) && !isInBrackets(token.text);
  return token.senses.some(({ kind }) => kind === "concept" || kind === "plain");
}

/** 型 in 配售型保障性住房: one sign that belongs to the words around it. */
function isCompound(at: number, tokens: readonly Token[]): boolean {
  const token = tokens[at];
  if (!token || token.senses.length > 0 || NO_NAME.test(token.text) || EMPTY.has(token.text)) return false;
  return [tokens[at - 1], tokens[at + 1]].some((beside) => beside?.senses.some(({ kind }) => kind === "umbrella" || kind === "noun" || kind === "plain") ?? false);
}

/** Signs between words that name nothing. */
const EMPTY: ReadonlySet<string> = new Set(["的", "和", "与", "及", "等", "各", "第", "为", "在", "至", "到", "按", "其", "者", "类", "批", "期", "次", "级", "个", "亿", "万", "涉及", "各月", "列入", "纳入", "按照", "符合", "其他", "含", "本次", "本批", "上述", "以及", "以来", "内", "共", "全部", "比", "上", "下", "中"]);

/** The part of a header that names what it is about, from its first name to its last with what belongs to it. */
function nameIn(tokens: readonly Token[]): { subject: string; counted: string; from: number; to: number } {
  const first = tokens.findIndex((token, at) => isNominal(token) || isCompound(at, tokens));
  const counted = tokens.filter((token) => senseOf(token, "counted")).at(-1)?.text ?? "";
  if (first < 0) return { subject: "", counted, from: 0, to: -1 };
  let from = first;
  while (from > 0 && belongsBefore(tokens[from - 1])) from--;
  // 气瓶：应赋码, 白名单已放款 and 在职党员应报到 say of what they name how far it has come.
  const said = tokens.findIndex((token, at) => at > first && (token.text === "已" || (token.text === "应" && !tokens[at - 1]?.text.endsWith("(")) || tokens[at - 1]?.text.endsWith(":")));
  let to = (said < 0 ? tokens.length : said) - 1;
  while (to > first && !isNominal(tokens[to] as Token) && !isCompound(to, tokens)) to--;
  while (to + 1 < tokens.length && belongsAfter(tokens[to + 1], tokens[to])) to++;
  const subject = tokens.slice(from, to + 1).map(({ text }) => text).join("").replace(EDGE_SIGNS, "");
  return { subject: wholeName(subject, tokens), counted, from, to };
}

/** A name with both its brackets; 项目认定书 where only 书 was left of 项目认定书(已发放,份). */
function wholeName(subject: string, tokens: readonly Token[]): string {
  const [before = "", within = ""] = subject.split("(");
  if (before.length < 2 && ["", ")"].includes(within) && before !== subject) return fullName(tokens).split("(")[0] ?? "";
  return before !== subject && !within.includes(")") ? `${subject})` : subject;
}

/** A header without the roles, periods and counts at its ends. */
function fullName(tokens: readonly Token[]): string {
  const isEdge = (token: Token | undefined) => token !== undefined && token.senses.some(({ kind }) => EDGES.has(kind));
  let [from, to] = [0, tokens.length];
  while (from < to && isEdge(tokens[from])) from++;
  while (to > from && isEdge(tokens[to - 1])) to--;
  return tokens.slice(from, to).map(({ text }) => text).join("").replace(EDGE_SIGNS, "");
}

const EDGES: ReadonlySet<string> = new Set(["role", "span", "period", "counted", "total", "part", "table", "bound"]);

/** 新建 before 改扩建学校, 城镇 before 老旧小区; not 已, 年度, 发放. */
function belongsBefore(token: Token | undefined): boolean {
  if (!token) return false;
  const stage = senseOf(token, "stage")?.value as Stage | undefined;
  if (stage !== undefined) return !TASK_STAGES.has(stage) && !senseOf(token, "role");
  return token.senses.some(({ kind }) => kind === "noun" || kind === "umbrella") && !senseOf(token, "role");
}

/** 改造 after 老旧小区, 分配 and 入住 after 公租房, 以上项目 after 亿元; not 开工, 任务, 户数. */
function belongsAfter(token: Token | undefined, before: Token | undefined): boolean {
  if (!token || senseOf(token, "role")) return false;
  if (token.senses.some(({ kind }) => kind === "bound")) return true;
  if (token.senses.some(({ kind }) => kind === "noun" || kind === "umbrella")) return before !== undefined && !senseOf(before, "stage") && !senseOf(before, "concept");
  const stage = senseOf(token, "stage")?.value as Stage | undefined;
  return stage !== undefined && !TASK_STAGES.has(stage) && stage !== "invest";
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
