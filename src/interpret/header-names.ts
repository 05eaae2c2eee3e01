import { EMPTY_WORDS, LEADING_WORDS, MEASURING_SIGNS, senseOf, TASK_STAGES, type Stage, type Token } from "../lexicon";

/** Signs at the ends of a name. */
const EDGE_SIGNS = /^[:、]+|(?<![:、])[:、]+$/g;
const NO_NAME = /^[\d\p{P}\p{S}]*$/u;

/**
 * Signs that say something by themselves and are part of a word here: 占 in 乱占, 发 in 证书颁发, 现 in 现汇进资, 值 in
 * 产值. What stands before a verb (已, 应) stays a word.
 */
export function withCompounds(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const [at, token] of tokens.entries()) {
    const before = joined.at(-1);
    if (before && isOneWord(before, token, at, tokens)) joined[joined.length - 1] = { ...before, text: `${before.text}${token.text}`, senses: [] };
    else joined.push(token);
  }
  return joined;
}

function isOneWord(before: Token, token: Token, at: number, all: readonly Token[]): boolean {
  const isSign = ({ text, senses }: Token, kind: "role" | "stage") => text.length === 1 && !LEADING_WORDS.has(text) && senses.some((sense) => sense.kind === kind);
  const last = all[at - 1];
  if (MEASURING_SIGNS.has(token.text) && last?.text.length === 1 && isUnknown(last)) return true;
  // 数 in 数字影院: what is counted stands before it.
  if (at === 1 && before.text.length === 1 && isUnknown(token) && before.senses.every(({ kind }) => kind === "counted")) return true;
  // 占省下达% is the share of something, 占补平衡 a name.
  if (before.text === "占" && at === 1 && all.at(-1)?.senses.some(({ value }) => value === "rate")) return false;
  // 展 in 装配式建筑发展: what follows a sign that was part of a word.
  if (isUnknown(before) && isUnknown(token)) return true;
  if (isUnknown(before)) return isSign(token, "stage") || (before.text.length === 1 && all.length === 2 && isSign(token, "role"));
  return isUnknown(token) && isSign(before, "role");
}

/** A word that the lexicon does not hold and that may name something. */
function isUnknown({ senses, text }: Token): boolean {
  return senses.length === 0 && !NO_NAME.test(text) && !EMPTY_WORDS.has(text);
}

/** A word that can be a subject by itself. */
export function isNominal(token: Token): boolean {
  // What stands in brackets adds to a name and is none.
  if (token.senses.length === 0) return token.text.length > 1 && isUnknown(token) && !token.text.startsWith("(");
  return token.senses.some(({ kind }) => kind === "concept" || kind === "plain");
}

/** 型 in 配售型保障性住房: one sign that belongs to the words around it. */
function isCompound(at: number, tokens: readonly Token[]): boolean {
  const token = tokens[at];
  if (!token || !isUnknown(token)) return false;
  return [tokens[at - 1], tokens[at + 1]].some((beside) => beside?.senses.some(({ kind }) => kind === "umbrella" || kind === "noun" || kind === "plain") ?? false);
}

/** The part of a header that names what it is about, from its first name to its last with what belongs to it. */
export function nameIn(tokens: readonly Token[]): { subject: string; counted: string; from: number; to: number } {
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
  if (before.length < 2 && ["", ")"].includes(within) && subject.includes("(")) return fullName(tokens).split("(")[0] ?? "";
  return before !== subject && !within.includes(")") ? `${subject})` : subject;
}

/** A header without the roles, periods and counts at its ends. */
export function fullName(tokens: readonly Token[]): string {
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
  return stage !== undefined ? !TASK_STAGES.has(stage) : isGeneral(token) && !senseOf(token, "role");
}

function isGeneral(token: Token): boolean {
  return token.senses.some(({ kind }) => kind === "noun" || kind === "umbrella");
}

/** 改造 after 老旧小区, 分配 and 入住 after 公租房, 以上项目 after 亿元; not 开工, 任务, 户数. */
function belongsAfter(token: Token | undefined, before: Token | undefined): boolean {
  if (!token || senseOf(token, "role")) return false;
  if (senseOf(token, "bound")) return true;
  if (isGeneral(token)) return before !== undefined && !senseOf(before, "stage") && !senseOf(before, "concept");
  const stage = senseOf(token, "stage")?.value as Stage | undefined;
  return stage !== undefined && !TASK_STAGES.has(stage) && stage !== "invest";
}
