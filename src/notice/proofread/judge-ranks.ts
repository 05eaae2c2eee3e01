import { chineseCount } from "../../lexicon";
import type { Claim } from "./claim";
import type { Bench } from "./judge-figures";
import { openClaim, plainClaim } from "./judged";
import { nameLike } from "./judge-lists";
import { nameListsIn } from "./name-lists";
import type { Outline } from "./outline";
import { aheadOf, rankingsOf, type RankedBy, type Ranking } from "./rankings";
import { numbersInRow } from "./scopes";
import type { Statement } from "./statement";
import { isJoint, isWord, type RegionToken, type DraftToken, type WordToken } from "./token";

/** Judges a place in a ranking (排名第3, 倒数第一); null where nothing is ranked there. */
export function judgeRank(statement: Statement, bench: Bench): Claim | null {
  const { token, pre, place, position } = statement;
  const { outline, knowledge } = bench;
  const { tokens } = outline;
  const ranked =
    statement.clause.some((one) => isWord(one, "ranking")) ||
    pre.some((one) => isWord(one, "ranking")) ||
    /[位名]$/.test(token.text) ||
    token.number.unit.kind === "fromEnd";
  if (!ranked) return null;
  const open = openClaim(statement, "rank", "名次", knowledge);
  // 第1名上党区 and 倒数第一的是甲县 name their region after it.
  const after = tokens[[1, 2, 3].map((step) => statement.index + step).find((at) => !LEADS.has(tokens[at]?.text ?? "")) ?? -1];
  const [scope] = place.scopes;
  const inRow = rowRegion(statement, outline);
  const regions = after?.kind === "region" ? [after.region] : inRow !== null ? [inRow] : scope?.kind === "regions" ? scope.regions : [];
  const [region] = regions;
  const upper = statement.clause.some((one) => isWord(one, "level") && one.value === "upper");
  if (region === undefined || upper || statement.period.kind !== "own" || statement.mood !== "fact" || statement.subject.kind === "none")
    return open;
  const rankings = rankingsOf(
    statement.subject.subjects,
    rankedBy(partOf(statement, outline), outline, position.sentence),
    knowledge,
  ).filter((ranking) => regions.every((one) => ranking.places.get(one) === ranking.places.get(region)));
  const places = rankings.flatMap((ranking) => {
    const ahead = aheadOf(ranking, region, token.number.unit.kind === "fromEnd" ? "last" : "first");
    if (ahead === null) return [];
    // 倒数第一 of several that share the last place.
    const shared = token.number.unit.kind === "fromEnd" ? [ranking.places.size - (ranking.places.get(region) ?? 0) + 1] : [];
    return [ahead + 1, ...shared];
  });
  const [first] = places;
  if (first === undefined) return open;
  const cells = statement.subject.subjects
    .flatMap((one) => knowledge.indicatorsOf(one))
    .flatMap((indicator) => indicator.regions.flatMap((row) => row.done?.source.cells ?? []));
  const why = {
    "zh-CN": `按${rankings[0]?.words ?? "完成率"}${token.number.unit.kind === "fromEnd" ? "倒数" : ""}排第${first}位`,
    en: `Ranks ${first}`,
  };
  if (places.includes(token.number.value)) return { ...open, verdict: "ok", why, cells, missing: null };
  if (statement.subject.subjects.length > 1) return { ...open, why };
  // 倒数第一的是甲县: it is the name that is asked for.
  if (after?.kind === "region" && tokens[statement.index + 1] !== after && tokens[statement.index + 1]?.text !== "：") {
    return { ...plainClaim("names", after.start, after.end, contradiction(rankings[0]), null, why, cells), slots: open.slots };
  }
  return {
    ...open,
    verdict: contradiction(rankings[0]),
    expected: token.text.replace(/[一二三四五六七八九十]+|\d+/, (digits) => (/\d/.test(digits) ? String(first) : chineseCount(first))),
    why,
    cells,
    missing: null,
  };
}

/** All tokens of a place's part before it. */
function partOf({ index, position }: Statement, { tokens, positions }: Outline): DraftToken[] {
  const words: DraftToken[] = [];
  for (let at = index - 1; at >= 0 && positions[at]?.part === position.part; at--) words.unshift(...tokens.slice(at, at + 1));
  return words;
}

/** 大同4680套、长治2502套分列第二、第三: as many places as regions before them, in order. */
function rowRegion({ index, position }: Statement, outline: Outline): string | null {
  const row = numbersInRow(outline, index);
  if (row.length < 2) return null;
  const named = outline.tokens
    .slice(0, row[0])
    .filter((token, at): token is RegionToken => token.kind === "region" && outline.positions[at]?.clause === position.clause);
  return named.slice(-row.length)[row.indexOf(index)]?.region ?? null;
}

const LEADS = new Set(["：", "的", "的是", "为", "是", "的为"]);

/** 缺口居第二, 任务量排第一: by what the words rank; by rate where they speak of one or print some. */
function rankedBy(words: readonly DraftToken[], { tokens, positions }: Outline, sentence: number): RankedBy {
  if (words.some((one) => isWord(one, "rate"))) return "rate";
  const printed = [...words]
    .reverse()
    .find((one) => one.kind === "number" && ["percent", "count", "money"].includes(one.number.unit.family));
  if (printed?.kind === "number") return printed.number.unit.family === "percent" ? "rate" : "done";
  const said = words.find((one): boolean => isWord(one, "rest", "target"));
  if (isWord(said, "rest")) return "rest";
  if (isWord(said, "target") && /[数量重]/.test(words.map(({ text }) => text).join(""))) return "target";
  if (words.some((one) => /^(?:开工数|完成数|完成量|套数|数)$/.test(one.text))) return "done";
  const rates = tokens.some(
    (one, at) =>
      positions[at]?.sentence === sentence && (isWord(one, "rate") || (one.kind === "number" && one.number.unit.family === "percent")),
  );
  return rates ? "rate" : "either";
}

/** Judges the names of 前三名, 后三名, of the highest and lowest, and of those that are said to be ahead or behind. */
export function judgeTops(bench: Bench): Claim[] {
  const { outline } = bench;
  return outline.tokens.flatMap((token, index) => {
    if (isWord(token, "order")) return judgeOrder(token, index, bench);
    if (!isWord(token, "extreme")) return [];
    const names = namesAfter(index, outline);
    const named = names.length > 0 ? names : namesBefore(index, outline);
    return named.length > 0 ? topClaims(token, index, named, bench) : [];
  });
}

function topClaims(top: WordToken, index: number, names: readonly RegionToken[], bench: Bench): Claim[] {
  const { outline, knowledge } = bench;
  const [side = "first", count = ""] = top.value.split(":");
  const end = side === "last" ? "last" : "first";
  const vague = count === "";
  const wanted = vague ? names.length : Number(count);
  const { subject, period } = bench.understanding.at(index);
  const position = outline.positions[index];
  const around = outline.tokens.filter((_, at) => at <= index && at > index - 10 && outline.positions[at]?.part === position?.part);
  // 最低（不含未形成投资的）: not of all.
  const bracket = outline.tokens.slice(index + 1, index + 5);
  if (bracket[0]?.text === "（" && bracket.some((token) => isWord(token, "none", "except"))) return [];
  if (period.kind !== "own" || subject.kind !== "known" || names.length > wanted || around.some(strange)) return [];
  const rankings = rankingsOf(subject.subjects, rankedBy(around, outline, position?.sentence ?? -1), knowledge);
  const within = (ranking: Ranking, region: string) => {
    const ahead = aheadOf(ranking, region, end);
    return ahead === null ? null : ahead < wanted;
  };
  const fitting = rankings.find((ranking) => names.every(({ region }) => within(ranking, region) === true));
  const [main] = rankings;
  const [first, last] = [names[0], names.at(-1)];
  if (!main || !first || !last) return [];
  const cells = knowledge.report.regions.filter(({ name }) => names.some(({ region }) => region === name)).map(({ source }) => source);
  if (fitting) return [plainClaim("names", first.start, last.end, "ok", null, { "zh-CN": `按${fitting.words}确是${top.text}`, en: "So in the workbook" }, cells)];
  return names
    .filter(({ region }) => within(main, region) === false)
    .map((token) => {
      const missing = knowledge.report.regions
        .map(({ name }) => name)
        .filter((region) => within(main, region) === true && !names.some((name) => name.region === region));
      const [only] = missing;
      const expected = missing.length === 1 && only !== undefined ? nameLike(token, only, knowledge) : null;
      const why = {
        "zh-CN": `按${main.words}排第${main.places.get(token.region) ?? 0}位，不是${top.text}`,
        en: `Ranks ${main.places.get(token.region) ?? 0}`,
      };
      return plainClaim("names", token.start, token.end, vague ? "suspect" : contradiction(main), expected, why, cells);
    });
}

function strange(token: DraftToken): boolean {
  return (
    (token.kind === "unknown" && token.text.length > 1) ||
    token.kind === "place" ||
    isWord(token, "change", "other", "site") ||
    (isWord(token, "level") && token.value !== "own")
  );
}

/** 前三名为甲（1%）、乙; 前2位的分别是：丁市为120%、乙县为100%: the names of one list after a word, past what is printed beside each. */
function namesAfter(index: number, { tokens, positions }: Outline): RegionToken[] {
  const names: RegionToken[] = [];
  const sentence = positions[index]?.sentence;
  const depth = positions[index]?.depth ?? 0;
  let joined = true;
  for (let at = index + 1; at < tokens.length && positions[at]?.sentence === sentence; at++) {
    const token = tokens[at];
    if (!token || isWord(token, "extreme", "order")) break;
    if ((positions[at]?.depth ?? 0) > depth || token.text === "）") continue;
    if (token.kind === "region") {
      if (!joined) break;
      names.push(token);
      joined = false;
      continue;
    }
    if (isJoint(token) && names.length > 0) joined = true;
    else if (token.kind === "mark" && token.mark === "：" && names.length === 0) continue;
    else if (token.kind === "mark" && token.mark !== "（") break;
    else if (
      names.length === 0 &&
      !isWord(token, "plain", "respectively", "rate", "topic", "stage", "level", "ranking", "done", "only", "among") &&
      token.kind !== "number"
    )
      break;
    else if (names.length > 0 && !isWord(token, "plain", "done", "stage", "rate") && token.kind !== "number") break;
  }
  return names;
}

/** 丁市开工率最高; 甲县、丙区居后两位: the names that the part opens with, nothing else being compared. */
function namesBefore(index: number, outline: Outline): RegionToken[] {
  const part = outline.positions[index]?.part;
  let from = index;
  while (from > 0 && outline.positions[from - 1]?.part === part) from--;
  const list = nameListsIn({ ...outline, tokens: outline.tokens.slice(from, index), positions: outline.positions.slice(from, index) })
    .filter(({ position }) => position.part === part)
    .at(-1);
  const words = list ? outline.tokens.slice(from + list.end + 1, index) : [];
  const opened = list && !words.some((token) => token.kind === "number" || isWord(token, "against", "more", "less") || token.text === "的");
  return opened && list.names.length > 0 ? [...list.names] : [];
}

/** 由高到低依次为：丁市98%、甲县96%、乙县97%: by the values that the draft itself prints beside the names. */
function outOfPrintedOrder(order: WordToken, index: number, names: readonly RegionToken[], { tokens, positions }: Outline) {
  const sentence = positions[index]?.sentence;
  const values = names.map((name) =>
    tokens
      .slice(tokens.indexOf(name) + 1)
      .find((token, at) => token.kind === "number" && positions[tokens.indexOf(name) + 1 + at]?.sentence === sentence),
  );
  const sign = order.value === "descending" ? 1 : -1;
  const numbers = values.map((token) => (token?.kind === "number" ? token.number.value : NaN));
  const apart = new Set(values).size === names.length;
  const slip = numbers.findIndex((value, at) => at > 0 && (numbers[at - 1] ?? NaN) * sign < value * sign);
  const [before, wrong, value] = [names[slip - 1], names[slip], values[slip]];
  if (!apart || slip < 1 || !before || !wrong || !value) return null;
  return plainClaim(
    "names",
    before.start,
    Math.max(wrong.end, value.end),
    "wrong",
    null,
    { "zh-CN": `${order.text}的次序与文中的数不符`, en: "Out of the order that the text's own numbers give" },
    [],
  );
}

/** 由高到低依次为：丁市、乙县、甲县: each is to stand no higher than the one before. */
function judgeOrder(order: WordToken, index: number, bench: Bench): Claim[] {
  const { outline, knowledge } = bench;
  const names = namesAfter(index, outline);
  const [first, last] = [names[0], names.at(-1)];
  const { subject, period } = bench.understanding.at(index);
  const printed = outOfPrintedOrder(order, index, names, outline);
  if (printed) return [printed];
  if (!first || !last || names.length < 2 || period.kind !== "own" || subject.kind !== "known") return [];
  const around = outline.tokens.slice(Math.max(0, index - 8), index);
  const [ranking] = rankingsOf(subject.subjects, rankedBy(around, outline, outline.positions[index]?.sentence ?? -1), knowledge);
  if (!ranking) return [];
  const sign = order.value === "descending" ? 1 : -1;
  const places = names.map(({ region }) => ranking.places.get(region));
  const slip = places.findIndex((place, at) => at > 0 && place !== undefined && (places[at - 1] ?? place) * sign > place * sign);
  const cells = knowledge.report.regions.filter(({ name }) => names.some(({ region }) => region === name)).map(({ source }) => source);
  if (slip < 0)
    return places.includes(undefined)
      ? []
      : [plainClaim("names", first.start, last.end, "ok", null, { "zh-CN": `按${ranking.words}次序相符`, en: "In order" }, cells)];
  const [before, wrong] = [names[slip - 1], names[slip]];
  if (!before || !wrong) return [];
  const why = {
    "zh-CN": `${order.text}的次序不对：按${ranking.words}，${wrong.region}排第${places[slip] ?? 0}位，${before.region}排第${places[slip - 1] ?? 0}位`,
    en: "Out of order",
  };
  return [plainClaim("names", before.start, wrong.end, contradiction(ranking), null, why, cells)];
}

/** What contradicts a ranking is wrong, unless another rule may have made it. */
function contradiction(ranking: Ranking | undefined): "wrong" | "suspect" {
  return ranking?.doubtful ? "suspect" : "wrong";
}
