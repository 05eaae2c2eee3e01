import { decimalsOf } from "../../progress";
import type { Lexicon } from "./lexicon";
import type { Approximation, StatedDate, StatedNumber, Token } from "./token";
import { REGION_NOUN, unitAt, type StatedUnit } from "./units";

const MARKS = new Set("，。；：、！？（）\n“”《》—…·|/\t");
const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/y;
const CHINESE_COUNT = new RegExp(`([两二三四五六七八九]|一(?=个)|二?十[一二三四五六七八九]?|[三四五六七八九]十[一二三四五六七八九]?)(?=个?(?:${REGION_NOUN}|地(?![区块市方点级]))(?![级域本直场政委管属内])|个(?:问题|项目|单位))`, "y");
const PERCENT_WORDS = /百分之(\d+(?:\.\d+)?)/y;
const CHINESE_DIGITS = "零一二三四五六七八九";

/** Numbers that are no figures: document numbers, years of a plan, spans, ordinal quarters, list numbers in running text. */
const SKIPPED = [
  /[〔（]\s*(?:19|20)\d{2}[〕）]\s*\d+号/y,
  /(?:19|20)\d{2}\s*[-—–~～至]\s*(?:19|20)\d{2}年?度?/y,
  /\d{1,2}(?:\s*[-—–~～至]\s*\d{1,2})?(?:个)?季度/y,
  /\d{1,2}\s*[-—–~～至]\s*\d{1,2}月份?/y,
  /\d+(?:\.\d+)?(?:个多?月|天|周|小时|分钟|倍|年期|年以上|年以内|届|批次?|期|楼|号楼|号|#|[a-zA-Z℃])/y,
  /\d{1,2}[日号]/y,
  /[（]\d{1,2}[）]/y,
  /[“"]?[“]?\d+[+]\d+[”"]?/y,
];
const DATES: readonly RegExp[] = [
  /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/y,
  /(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月(?:份)?()/y,
  /(\d{4})\s*年度?()()/y,
];
const AFTER_DATE = /(?:底|末)/y;
const HEADING: readonly [RegExp, number][] = [
  [/[ \t\u3000]*[一二三四五六七八九十]{1,3}、/y, 1],
  [/[ \t\u3000]*（[一二三四五六七八九十]{1,3}）/y, 2],
  [/[ \t\u3000]*\d{1,2}(?:、|\.(?!\d))/y, 3],
  [/[ \t\u3000]*（\d{1,2}）/y, 4],
  [/[ \t\u3000]*(?:[①-⑳]|\d{1,2}）|[●■◆▪•·◇□○\-—*]+)/y, 4],
];
const RANK = /第([一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)?(?![季次批期条款阶步类项轮年方部])/y;
const FROM_END = /倒数$/;
const RANK_RANGE = /[前后](?:[一二三四五六七八九十]{1,2}|\d{1,2})(?:名|位)/y;

const BEFORE: readonly [RegExp, Approximation][] = [
  [/(?:不足|不到|未达到?|低于|不超过|未超过|小于|少于)$/, "below"],
  [/(?:将近|接近|近)$/, "almost"],
  [/(?:超过|突破|逾|超|高于|大于|多于|达到或超过|不低于|不少于|至少)$/, "above"],
  [/(?:大约|约|大概|左右)$/, "about"],
];
const AFTER: readonly [RegExp, Approximation][] = [
  [/(?:左右|上下)/y, "about"],
  [/(?:以上|之多|及以上|\(含\)以上|（含）以上)/y, "above"],
  [/(?:以下|以内|之内)/y, "below"],
];

/** Cuts a draft (made half-width) into words, names, numbers and marks. What is not known stays as "unknown". */
export function tokenise(plain: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let unknownFrom = -1;
  let at = 0;
  const push = (token: Token) => {
    if (unknownFrom >= 0) tokens.push({ kind: "unknown", ...placed(plain, unknownFrom, token.start) });
    unknownFrom = -1;
    tokens.push(token);
    at = token.end;
  };
  while (at < plain.length) {
    const token = tokenAt(plain, at, lexicon, tokens);
    if (token) push(token);
    else {
      const blank = /\s/.test(plain.charAt(at));
      if (blank && unknownFrom >= 0) {
        tokens.push({ kind: "unknown", ...placed(plain, unknownFrom, at) });
        unknownFrom = -1;
      } else if (!blank && unknownFrom < 0) unknownFrom = at;
      at += 1;
    }
  }
  if (unknownFrom >= 0) tokens.push({ kind: "unknown", ...placed(plain, unknownFrom, plain.length) });
  return tokens;
}

function tokenAt(plain: string, at: number, lexicon: Lexicon, before: readonly Token[]): Token | null {
  const last = before.at(-1);
  if (at === 0 || plain.charAt(at - 1) === "\n") {
    for (const [pattern, level] of HEADING) {
      const match = matchAt(pattern, plain, at);
      if (match) return { kind: "heading", level, ...placed(plain, at, at + match[0].length) };
    }
  }
  const sign = plain.charAt(at);
  if (/[\d〔（]/.test(sign)) {
    const skipped = SKIPPED.map((pattern) => matchAt(pattern, plain, at)).find(Boolean);
    if (skipped) return { kind: "skipped", ...placed(plain, at, at + skipped[0].length) };
  }
  if (/\d/.test(sign)) return dateAt(plain, at) ?? numberAt(plain, at);
  if (sign === "百") {
    const match = matchAt(PERCENT_WORDS, plain, at);
    if (match) {
      const unit: StatedUnit = { family: "percent", kind: "%", scale: 1, text: "", noun: "" };
      return { kind: "number", number: stated(match[1] ?? "0", unit, null), ...placed(plain, at, at + match[0].length) };
    }
  }
  if (sign === "第") {
    const match = matchAt(RANK, plain, at);
    const rank = match ? readCount(match[1] ?? "") : 0;
    if (match && rank > 0) {
      const kind = FROM_END.test(plain.slice(0, at)) ? "fromEnd" : "fromTop";
      const unit: StatedUnit = { family: "rank", kind, scale: 1, text: match[0], noun: "" };
      return { kind: "number", number: stated(String(rank), unit, null), ...placed(plain, at, at + match[0].length) };
    }
  }
  if (sign === "前" || sign === "后") {
    const match = matchAt(RANK_RANGE, plain, at);
    const count = match ? readCount(match[0].slice(1, -1)) : 0;
    if (match && count > 0) {
      return { kind: "word", class: "ranking", value: `${sign === "前" ? "first" : "last"}:${count}`, ...placed(plain, at, at + match[0].length) };
    }
  }
  const known = lexicon.at(plain, at);
  const chinese = matchAt(CHINESE_COUNT, plain, at);
  if (chinese && (!known || known.length <= chinese[0].length) && last?.kind !== "unknown") {
    const { unit, end } = unitAt(plain, at + chinese[0].length);
    if (unit.family !== "none") {
      return { kind: "number", number: { ...stated(String(readCount(chinese[0])), unit, null) }, ...placed(plain, at, end) };
    }
  }
  if (known) {
    const { entry, length } = known;
    const place = placed(plain, at, at + length);
    return entry.kind === "region"
      ? { kind: "region", region: entry.region, ...place }
      : { kind: "word", class: entry.word.class, value: entry.word.value, ...place };
  }
  if (MARKS.has(sign)) return { kind: "mark", mark: sign, ...placed(plain, at, at + 1) };
  return null;
}

function numberAt(plain: string, at: number): Token {
  const match = matchAt(NUMBER, plain, at);
  const digits = match?.[0] ?? plain.charAt(at);
  const { unit, end, more } = unitAt(plain, at + digits.length);
  const before = BEFORE.find(([pattern]) => pattern.test(plain.slice(Math.max(0, at - 6), at)))?.[1];
  const after = AFTER.find(([pattern]) => matchAt(pattern, plain, end))?.[1];
  const approximation = more ? "odd" : (after ?? before ?? null);
  return { kind: "number", number: stated(digits, unit, approximation), ...placed(plain, at, end) };
}

function stated(digits: string, unit: StatedUnit, approximation: Approximation | null): StatedNumber {
  const bare = digits.replaceAll(",", "");
  const value = Number(bare);
  return {
    value,
    decimals: bare.split(".")[1]?.length ?? decimalsOf(value),
    digits: bare.replace(".", "").replace(/^0+(?=\d)/, ""),
    separated: digits.includes(","),
    approximation,
    unit,
  };
}

function dateAt(plain: string, at: number): Token | null {
  for (const pattern of DATES) {
    const match = matchAt(pattern, plain, at);
    if (!match) continue;
    const part = (text: string | undefined) => (text === undefined || text === "" ? null : Number(text));
    const end = at + match[0].length;
    const atEnd = matchAt(AFTER_DATE, plain, end);
    const date: StatedDate = { year: part(match[1]), month: part(match[2]), day: part(match[3]), atEnd: atEnd !== null };
    return { kind: "date", date, ...placed(plain, at, end + (atEnd?.[0].length ?? 0)) };
  }
  return null;
}

/** 1 to 99 in Arabic or Chinese numerals; 0 where it is neither. */
function readCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const plainText = text.replace("两", "二");
  const [tens, ones] = plainText.includes("十") ? plainText.split("十") : ["零", plainText];
  const digit = (sign: string | undefined, empty: number) => (sign === undefined || sign === "" ? empty : CHINESE_DIGITS.indexOf(sign));
  const [ten, one] = [plainText.includes("十") ? digit(tens, 1) : 0, digit(ones, 0)];
  return ten < 0 || one < 0 ? 0 : ten * 10 + one;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function placed(plain: string, start: number, end: number) {
  return { start, end, text: plain.slice(start, end) };
}
