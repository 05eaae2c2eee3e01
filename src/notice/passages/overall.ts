import { chineseDate, lastPlacesWords, placesWord, plain, roundHalfUp, times, type OverallRank } from "../../progress";
import { commas, enumerated, sentence } from "../join";
import { inOrder, say, type Phrase, type Quantity, type SourceCells } from "../phrase";
import type { Writing } from "../writing";

const SCORE_DECIMALS = 2;
const FIRST = 3;

/** Those who are ranked, the best first; none where there is nothing to be brought together. */
export function overallRanks({ report: { overall } }: Writing): OverallRank[] {
  const ranked = overall.regions.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return overall.indicators.length < 2 || ranked.length < 2 ? [] : ranked;
}

/** The first so many ranks and the last places of the office's rule, ties included; none where they would meet. */
export function firstAndLast(
  ranks: readonly OverallRank[],
  { report: { overall } }: Writing,
): { first: OverallRank[]; last: OverallRank[] } {
  const apart = ranks.length >= FIRST + overall.lastPlaces && ranks[0]?.score !== ranks.at(-1)?.score;
  if (!apart) return { first: [], last: [] };
  const last = ranks.filter(({ amongLast }) => amongLast > 0);
  return { first: ranks.filter((one) => (one.rank ?? 0) <= FIRST && !last.includes(one)), last };
}

/** 49.44分: a score in points of a hundred. */
export function scoreText({ region, score }: OverallRank, writing: Writing): Quantity {
  return {
    text: `${plain(roundHalfUp(times(score ?? 0, 100), SCORE_DECIMALS))}分`,
    cells: ratedCellsOf(region, writing),
    basis: "各项完成率按权重的加权平均",
  };
}

/** 上升2位, 下降1位; empty without a period before, or where it stands where it stood. */
export function movedText({ moved, region, before }: OverallRank, writing: Writing): Phrase {
  if (moved === null || moved === 0) return [];
  const since = writing.report.overall.previous;
  const basis = since === null ? "" : `截至${chineseDate(since)}综合排名第${before?.rank ?? 0}位`;
  const places: Quantity = { text: `${Math.abs(moved)}位`, cells: ratedCellsOf(region, writing), basis };
  return say`${moved > 0 ? "上升" : "下降"}${places}`;
}

/**
 * 综合排名 in words: who leads and who lags, who has moved since the last period, and who is summoned by the office's
 * own rule.
 */
export function overallSentences(writing: Writing): Phrase {
  const ranks = overallRanks(writing);
  const { overall } = writing.report;
  if (ranks.length === 0) return [];
  const isEqual = new Set(overall.indicators.map(({ weight }) => weight)).size === 1;
  const { first, last } = firstAndLast(ranks, writing);
  const scored = (some: readonly OverallRank[]) => enumerated(some.map((one) => say`${nameOf(one, writing)}（${scoreText(one, writing)}）`));
  const ends = sentence([
    first.length === 0 ? [] : say`居前${placesWord(FIRST)}名的是：${scored(first)}`,
    last.length === 0 ? [] : say`居${overall.lastPlaces === 1 ? "末" : `后${placesWord(overall.lastPlaces)}`}位的是：${scored(last)}`,
  ]);
  const order = ends.length > 0 ? ends : say`由高到低依次为：${scored(ranks)}。`;
  return inOrder(
    say`按各项任务完成率${isEqual ? "" : "加权"}平均计算，综合得分${order}`,
    unreadSentence(writing),
    movements(ranks, writing),
    atTheEnd(ranks, writing),
  );
}

/** 甲县部分数据无法读取，得分不含该项。 */
function unreadSentence({ report, names }: Writing): Phrase {
  const counted = new Set(report.overall.indicators.map(({ id }) => id));
  const rows = report.indicators.filter(({ id }) => counted.has(id)).flatMap(({ regions }) => regions.filter(({ unread }) => unread));
  const unread = [...new Set(rows.map(({ region }) => names.short(region)))];
  return unread.length === 0 ? [] : [`${unread.join("、")}部分数据无法读取，得分不含该项。`];
}

function movements(ranks: readonly OverallRank[], writing: Writing): Phrase {
  const of = (sign: number) =>
    ranks.filter(({ moved }) => Math.sign(moved ?? 0) === sign).sort((a, b) => Math.abs(b.moved ?? 0) - Math.abs(a.moved ?? 0));
  const told = (words: string, some: readonly OverallRank[]) =>
    some.length === 0
      ? []
      : say`${words}的有：${enumerated(some.map((one) => say`${nameOf(one, writing)}（${movedText(one, writing)}）`))}`;
  const clauses = sentence([told("上升", of(1)), told("下降", of(-1))]);
  return clauses.length === 0 ? [] : say`综合排名较上期${clauses}`;
}

/** 交城连续2期居末位；交城、离石连续2期列末三位，按规定予以约谈。 */
function atTheEnd(ranks: readonly OverallRank[], writing: Writing): Phrase {
  const { rule, lastPlaces } = writing.report.overall;
  const isTold = lastPlaces === 1 && rule.periods > 1;
  const running = ranks
    .filter(({ last, summoned }) => last >= 2 && !(isTold && summoned))
    .map((one) => `${nameOf(one, writing)}连续${one.last}期居末位`);
  const summoned = ranks.filter((one) => one.summoned);
  const names = summoned.map((one) => nameOf(one, writing)).join("、");
  return sentence([
    commas(running.map((text) => [text])),
    summoned.length === 0
      ? []
      : [`${names}${rule.periods > 1 ? `连续${rule.periods}期` : "本期"}列${lastPlacesWords(lastPlaces)}，按规定予以约谈`],
  ]);
}

function nameOf({ region }: OverallRank, { names }: Writing): string {
  return names.short(region);
}

/** The cells that a region's rates come from. */
export function ratedCellsOf(region: string, { report }: Writing): SourceCells {
  const counted = new Set(report.overall.indicators.map(({ id }) => id));
  return report.indicators
    .filter(({ id }) => counted.has(id))
    .flatMap(({ regions }) =>
      regions
        .filter((row) => row.region === region)
        .flatMap((row) => [...(row.done?.source.cells ?? []), ...(row.target?.source.cells ?? [])]),
    );
}
