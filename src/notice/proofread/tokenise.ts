import { isNumeralSign } from "../../lexicon";
import { dateAt } from "./scan-date";
import { figureAt, rankAt, topsAt } from "./scan-number";
import { piecesOf, type Piece } from "./segment";
import { isJoint, isWord, type DraftToken } from "./token";
import type { Vocabulary } from "./words";

const MARKS = new Set("，。；：、！？（）\n“”《》—…·|/\t");

/** Numbers that are no figures: document, telephone, plot and page numbers, list numbers in running text, sizes and ages. */
const SKIPPED = [
  /[〔（]\s*(?:19|20)\d{2}[〕）]\s*\d*号?/y,
  /(?:19|20)\d{2}\s*[-—–~～至]\s*(?:19|20)\d{2}(?![\d年])/y,
  /\d{1,2}\s*[-—–~～至、]\s*\d{1,2}(?:个)?季度/y,
  /(?:1[3-9]\d{9}|(?:0\d{2,3}-?)?\d{7,8})(?![\d.,]*[%‰\u4e00-\u9fff])|\d{3,4}-\d{7,8}(?:-\d+)?/y,
  /\d+(?:\.\d+)?(?:个多?月|年多|年(?=[的内来间])|天|周(?![岁年])|小时|分钟|年期|年以上|年以内|届|批次?|期|楼|号楼|号|#|[a-zA-Z℃]|页|字|岁|周岁|级|类|型|次会议)/y,
  /[零一二两三四五六七八九十]{1,3}(?:个多?月|天|年(?![度底末])|周年|个季度|是|批|期(?!间)|号楼|方面|项措施)/y,
  /共?\d+页/y,
  /\d{1,2}\.(?=[\u4e00-\u9fff])/y,
  /\d{1,2}[日号](?![\d元])/y,
  /[（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）]/y,
  /[①-⑳]/y,
  /[“"]?[“]?\d+[+]\d+[”"]?/y,
  /第\d+(?:督查组|检查组|组|小组|期|号|批|标段|次|条|款|项|周|季度)|第[一二三四五六七八九十]+(?:督查组|检查组|组|小组|期|号|批|标段|次|条|款|项|周|责任人|产业|轮|部分|阶段|时间|要务|步)/y,
  /\d{6}(?=[^\d.,%套户个件亿万元平]|$)/y,
];
const HEADING: readonly (readonly [RegExp, number])[] = [
  [/[ \t\u3000]*[一二三四五六七八九十]{1,3}、/y, 1],
  [/[ \t\u3000]*（[一二三四五六七八九十]{1,3}）/y, 2],
  [/[ \t\u3000]*\d{1,2}(?:、|\.(?!\d))/y, 3],
  [/[ \t\u3000]*（\d{1,2}）/y, 4],
  [/[ \t\u3000]*(?:[①-⑳]|\d{1,2}）|[●■◆▪•·◇□○\-—*]+)/y, 4],
];
/** Signs that end a place of some rank, the workbook's own rank and others. */
const PLACE_ENDS: readonly (readonly [RegExp, "ours" | "other"])[] = [
  [/^[\u4e00-\u9fff]{1,5}[县市区旗州]$/, "ours"],
  [/[\u4e00-\u9fff]{2}(?:县|市|开发区|新区|高新区|自治州)$/, "ours"],
  [/[\u4e00-\u9fff](?:镇|乡|街道|村|社区|小区|片区|苏木|嘎查|农场|林场|办事处|公司|集团|学校|医院|项目|工程|地块)$/, "other"],
];
/** Words that the last sign of a place may be read as a word of its own: 戊＋市. */
const RANK_WORDS = new Set(["县", "市", "区", "旗", "州", "镇", "乡", "乡镇", "片区", "小区", "项目", "工程", "地块", "街道", "村", "社区", "片区项目", "城市", "城区", "地区"]);

/** Signs that are cut in one go. */
const STRETCH = 2000;

/** Cuts a draft (made half-width) into words, names, figures, dates and marks, stretch by stretch. What is not known stays as "unknown". */
export function* tokenise(plain: string, vocabulary: Vocabulary): Generator<void, DraftToken[]> {
  const tokens: DraftToken[] = [];
  for (let from = 0; from < plain.length; ) {
    const end = stretchEnd(plain, from);
    tokens.push(...tokensWithin(plain, from, end, vocabulary));
    from = end;
    yield;
  }
  return tokens;
}

/** Where a stretch of text ends that is short enough to be cut in one go: after a line or a sentence. */
function stretchEnd(plain: string, from: number): number {
  const most = from + STRETCH;
  if (most >= plain.length) return plain.length;
  const line = plain.lastIndexOf("\n", most);
  const cut = line > from ? line : plain.lastIndexOf("。", most);
  return cut > from ? cut + 1 : most;
}

function tokensWithin(plain: string, from: number, to: number, vocabulary: Vocabulary): DraftToken[] {
  const tokens: DraftToken[] = [];
  let textFrom = from;
  let at = from;
  const flush = (to: number) => {
    if (textFrom < to) tokens.push(...tokensOf(plain, piecesOf(plain, textFrom, to, vocabulary)));
  };
  const push = (token: DraftToken) => {
    flush(token.start);
    tokens.push(token);
    at = token.end;
    textFrom = at;
  };
  while (at < to) {
    const token = fixedAt(plain, at, vocabulary);
    if (token === "word") at = wordEnd(plain, at, vocabulary);
    else if (token) push(token);
    else if (/\s/.test(plain.charAt(at))) {
      flush(at);
      at += 1;
      textFrom = at;
    } else at += 1;
  }
  flush(Math.max(textFrom, to));
  return withOneUnit(joinSplitWords(tokens));
}

function placed(plain: string, start: number, end: number) {
  return { start, end, text: plain.slice(start, end) };
}

/** What begins at a place and is no word: a heading's number, a mark, a figure, a date; "word" for a word that holds a numeral. */
function fixedAt(plain: string, at: number, vocabulary: Vocabulary): DraftToken | "word" | null {
  const sign = plain.charAt(at);
  if (at === 0 || plain.charAt(at - 1) === "\n") {
    for (const [pattern, level] of HEADING) {
      const length = matchAt(pattern, plain, at);
      if (length > 0) return { kind: "heading", level, ...placed(plain, at, at + length) };
    }
  }
  const digit = sign >= "0" && sign <= "9";
  // 公租房闲置三年以上: a name with a numeral within.
  if (!digit && !isNumeralSign(sign) && wordEnd(plain, at, vocabulary) > at) return "word";
  const numeral = isNumeralSign(sign);
  if (digit || numeral || "〔（第共①②③④⑤⑥⑦⑧⑨⑩“\"".includes(sign)) {
    for (const pattern of SKIPPED) {
      const length = matchAt(pattern, plain, at);
      if (length > 0) return { kind: "skipped", ...placed(plain, at, at + length) };
    }
  }
  if (digit || numeral || sign === "上" || sign === "下" || sign === "前" || sign === "第" || sign === "首") {
    const date = dateAt(plain, at);
    if (date) return { kind: "date", date: date.date, ...placed(plain, at, date.end) };
  }
  if (sign === "第") {
    const rank = rankAt(plain, at);
    if (rank) return { kind: "number", number: rank.number, ...placed(plain, at, rank.end) };
  }
  if (sign === "前" || sign === "后") {
    const tops = topsAt(plain, at);
    if (tops) return { kind: "word", class: "extreme", value: `${tops.side}:${tops.count}`, ...placed(plain, at, tops.end) };
  }
  if (sign === "前" && plain.startsWith("前者", at)) return null;
  if (digit || numeral || "半过超".includes(sign)) {
    const length = wordEnd(plain, at, vocabulary) - at;
    const figure = figureAt(plain, at);
    if (figure && (digit || figure.end - at >= length) && !insideWord(plain, at, vocabulary))
      return { kind: "number", number: figure.number, ...placed(plain, at, figure.end) };
    if (length > 1) return "word";
  }
  if (MARKS.has(sign)) return { kind: "mark", mark: sign, ...placed(plain, at, at + 1) };
  return null;
}

/** 统一, 唯一, 第一: the numeral is the end of a word that began before. */
function insideWord(plain: string, at: number, { solid }: Vocabulary): boolean {
  if (at === 0 || !/[\u4e00-\u9fff]/.test(plain.charAt(at - 1))) return false;
  for (let from = Math.max(0, at - 4); from < at; from++) {
    for (let to = at + 1; to <= at + 3; to++) if (solid.has(plain.slice(from, to))) return true;
  }
  return false;
}

/** Where the longest word of the vocabulary with a numeral or mark within ends that begins at a place; the same place for none. */
function wordEnd(plain: string, at: number, { solidLengths, solid }: Vocabulary): number {
  for (const length of solidLengths.get(plain.charAt(at)) ?? [])
    if (length > 1 && solid.has(plain.slice(at, at + length))) return at + length;
  return at;
}

function tokensOf(plain: string, pieces: readonly Piece[]): DraftToken[] {
  return pieces.map(({ at, end, word }): DraftToken => {
    if (word === null) return { kind: "unknown", ...placed(plain, at, end) };
    if ("region" in word) return { kind: "region", region: word.region, ...placed(plain, at, end) };
    return { kind: "word", class: word.class, value: word.value, ...placed(plain, at, end) };
  });
}

/** Unknown signs with the rank that ends them are a place of their own: 戊 and 市, 城关镇, 中心片区. */
function joinSplitWords(tokens: readonly DraftToken[]): DraftToken[] {
  const joined: DraftToken[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const rank = token.kind === "word" && RANK_WORDS.has(token.text);
    const touches = last !== undefined && last.end === token.start;
    if (
      touches &&
      ((last.kind === "unknown" && last.text.length === 1 && isFiller(token)) ||
        (token.kind === "unknown" && token.text.length === 1 && isFiller(last)) ||
        (token.kind === "unknown" && last.kind === "unknown"))
    ) {
      joined.pop();
      joined.push({ kind: "unknown", start: last.start, end: token.end, text: last.text + token.text });
    } else if (rank && last?.kind === "unknown" && last.end === token.start) {
      joined.pop();
      const text = last.text + token.text;
      joined.push({ kind: "place", level: levelOf(text) ?? "other", start: last.start, end: token.end, text });
    } else if (token.kind === "unknown") {
      const level = levelOf(token.text);
      joined.push(level === null ? token : { kind: "place", level, start: token.start, end: token.end, text: token.text });
    } else joined.push(token);
  }
  return joined;
}

/** 72.21个、52.21个百分点: the unit of a row stands with its last figure. */
function withOneUnit(tokens: readonly DraftToken[]): DraftToken[] {
  return tokens.map((token, at): DraftToken => {
    const next = tokens[at + 2];
    if (
      token.kind !== "number" ||
      token.number.unit.text !== "个" ||
      !isJoint(tokens[at + 1]) ||
      next?.kind !== "number" ||
      next.number.unit.family !== "points"
    )
      return token;
    return { ...token, number: { ...token.number, unit: { ...next.number.unit, text: "个" } } };
  });
}

/** A word of one sign that may as well be a part of a name: 中 in 城中村. */
function isFiller(token: DraftToken): boolean {
  return isWord(token, "plain") && token.text.length === 1 && !PARTICLES.has(token.text);
}

const PARTICLES = new Set([..."的了着为是和及与至到在共就也又还才但而或并且其该本约近计达有从"]);

function levelOf(text: string): "ours" | "other" | null {
  return PLACE_ENDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
