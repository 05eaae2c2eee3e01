import { competitionRanks, type IndicatorProgress } from "../../progress";
import type { Claim } from "./claim";
import type { Use } from "./context";
import { nameLike } from "./judge-lists";
import type { Knowledge } from "./knowledge";
import { nameListsIn } from "./name-lists";
import type { Outline } from "./outline";
import type { Subject } from "./subject";
import { isWord } from "./token";

/** One way to rank regions: the best first; null takes no part. */
interface Ranking {
  words: string;
  places: Map<string, number>;
  size: number;
}

/** Judges a place in a ranking (排名第3, 倒数第一); null where nothing is ranked there. */
export function judgeRank(use: Use, outline: Outline, knowledge: Knowledge): Claim | null {
  const { token, pre } = use;
  const { tokens } = outline;
  const [scope] = use.scopes;
  if (!pre.some((one) => isWord(one, "ranking")) && !/[位名]$/.test(token.text)) return null;
  // 第1名上党区 names its region after it.
  const after = tokens[use.index + 1]?.text === "：" ? tokens[use.index + 2] : tokens[use.index + 1];
  const before = scope?.kind === "regions" && use.scopes.length === 1 ? scope.regions : [];
  const ranked = after?.kind === "region" ? [after.region] : before;
  const region = ranked[0];
  const rankings = region === undefined ? [] : (amountRankings(use, knowledge) ?? rankingsOf(use.subjects, byRate(outline, use.position.sentence), knowledge)).filter(({ places: known }) => ranked.every((one) => known.get(one) === known.get(region)));
  const fromEnd = token.number.unit.kind === "fromEnd";
  const places = rankings.flatMap(({ places: known, size }) => {
    const place = known.get(region ?? "");
    if (place === undefined) return [];
    return fromEnd ? [[...known.values()].filter((other) => other > place).length + 1, size - place + 1] : [place];
  });
  const [first] = places;
  const cells = knowledge.indicatorsOf(use.subjects[0] ?? { kind: "continuing" }).flatMap((indicator) => indicator.regions.flatMap((row) => row.done?.source.cells ?? []));
  const base = { kind: "rank" as const, text: "", start: token.start, end: token.end, cells };
  if (first === undefined) return { ...base, verdict: "unverified", expected: null, why: { "zh-CN": "不能确定是哪项指标的名次，未核对", en: "Not certain which ranking this is" }, cells: [] };
  const why = { "zh-CN": `按${rankings[0]?.words ?? "完成率"}排第${first}位`, en: `Ranks ${first} by rate` };
  if (places.includes(token.number.value)) return { ...base, verdict: "ok", expected: null, why };
  if (!use.understood || use.subjects.length > 1) return { ...base, verdict: "unverified", expected: null, why };
  return { ...base, verdict: "wrong", expected: token.text.replace(/(?:[一二三四五六七八九十]+|\d+)/, (digits) => (/\d/.test(digits) ? String(first) : chineseCount(first))), why };
}

/** Judges the names of 前三名, 后三名 and of the highest and lowest. */
export function judgeTops(outline: Outline, subjectsAt: (index: number) => readonly Subject[], knowledge: Knowledge): Claim[] {
  const { tokens, positions } = outline;
  return nameListsIn(outline).flatMap((list) => {
    const words = tokens.slice(Math.max(0, list.first - 8), list.first).filter((_, at) => positions[Math.max(0, list.first - 8) + at]?.sentence === list.position.sentence);
    const top = [...words].reverse().find((token) => isWord(token, "ranking") && token.value !== "");
    if (!isWord(top, "ranking")) return [];
    const between = tokens.slice(tokens.indexOf(top) + 1, list.first);
    if (!between.every((token) => isWord(token, "neutral", "respectively", "rate", "indicator", "whole") || /^[：，]$/.test(token.text))) return [];
    const [side, count] = top.value.split(":");
    const names = list.names;
    const wanted = Number(count);
    const rankings = rankingsOf(subjectsAt(list.first), byRate(outline, list.position.sentence), knowledge);
    if (rankings.length === 0 || names.length > wanted) return [];
    const within = (ranking: Ranking, region: string) => {
      const place = ranking.places.get(region);
      if (place === undefined) return null;
      const ahead = side === "first" ? place - 1 : [...ranking.places.values()].filter((other) => other > place).length;
      return ahead < wanted;
    };
    const fitting = rankings.find((ranking) => names.every(({ region }) => within(ranking, region) === true));
    const [main] = rankings;
    const [firstName, lastName] = [names[0], names.at(-1)];
    if (!firstName || !lastName || !main) return [];
    const base = { kind: "names" as const, text: "", cells: knowledge.report.regions.filter(({ name }) => names.some(({ region }) => region === name)).map(({ source }) => source) };
    if (fitting) return [{ ...base, start: firstName.start, end: lastName.end, verdict: "ok" as const, expected: null, why: { "zh-CN": `按${fitting.words}确在${top.text}之内`, en: "So in the workbook" } }];
    return names
      .filter(({ region }) => within(main, region) === false)
      .map((token): Claim => {
        const missing = knowledge.report.regions.map(({ name }) => name).filter((region) => within(main, region) === true && !names.some((name) => name.region === region));
        const [only] = missing;
        return {
          ...base,
          start: token.start,
          end: token.end,
          verdict: "wrong",
          expected: missing.length === 1 && only !== undefined ? nameLike(token, only, knowledge) : null,
          why: { "zh-CN": `按${main.words}排第${main.places.get(token.region) ?? 0}位，不在${top.text}之内`, en: `Ranks ${main.places.get(token.region) ?? 0}` },
        };
      });
  });
}

/** Whether a sentence says that it ranks by rate: it speaks of one, or prints some. */
function byRate({ tokens, positions }: Outline, sentence: number): boolean {
  return tokens.some((token, at) => positions[at]?.sentence === sentence && (isWord(token, "rate") || (token.kind === "number" && token.number.unit.family === "percent")));
}

/** 缺口居全市第二, 任务量排第一: by what is left, or by the task; null where the words say neither. */
function amountRankings({ pre, subjects }: Use, knowledge: Knowledge): Ranking[] | null {
  const said = pre.find((one): boolean => isWord(one, "gap", "target", "rate", "done"));
  if (!isWord(said, "gap", "target")) return null;
  const measure = said.class;
  const indicators = subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
  return indicators.map((indicator) => ranking(`${indicator.name}${said.text}`, indicator, ({ region }) => knowledge.amount(indicator, measure, region)?.value ?? null)).filter(({ size }) => size > 0);
}

/** By rate, which is how notices rank; by amount done as well where the words leave it open. */
function rankingsOf(subjects: readonly Subject[], rateOnly: boolean, knowledge: Knowledge): Ranking[] {
  const indicators = subjects.flatMap((subject) => knowledge.indicatorsOf(subject));
  return indicators.flatMap((indicator) => [
    ranking(`${indicator.name}完成率`, indicator, (row) => row.rate),
    ...(rateOnly ? [] : [ranking(`${indicator.name}完成数`, indicator, (row) => (row.done && (row.target || row.done.value > 0) ? row.done.value : null))]),
  ]).filter(({ size }) => size > 0);
}

function ranking(words: string, indicator: IndicatorProgress, value: (row: IndicatorProgress["regions"][number]) => number | null): Ranking {
  const ranks = competitionRanks(indicator.regions.map(value));
  const places = new Map(indicator.regions.flatMap((row, index) => ((ranks[index] ?? null) === null ? [] : [[row.region, ranks[index] ?? 0] as const])));
  return { words, places, size: places.size };
}

function chineseCount(count: number): string {
  const digits = "零一二三四五六七八九";
  if (count < 10) return digits.charAt(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens === 1 ? "" : digits.charAt(tens)}十${ones === 0 ? "" : digits.charAt(ones)}`;
}
