import {
  chineseDate,
  lastPlacesWords,
  placesWord,
  plain,
  type IndicatorProgress,
  type OverallRank,
  type OverallRanking,
} from "../progress";
import type { FormCell, FormLead, LeadColumn } from "./form";
import { COUNT_FORMAT } from "./styles";

const SCORE_FORMAT = "0.00";
const MOVED_FORMAT = '"↑ "0;"↓ "0;"持平"';
/** 0 periods are not shown. */
const PERIODS_FORMAT = '0"期";;';
/** Scores are compared to the places that the report compares them to, in points of a hundred. */
const SCORE_PLACES = 6;
/**
 * 综合排名 before the rankings by indicator: every score is worked out from the rates of the sections below, so that it
 * follows the staff's cells with them.
 * @param shown the indicators of the sections, in their order
 * @returns null where there is nothing to be brought together, or an indicator that counts has no section
 */
export function overallLead(ranking: OverallRanking, shown: readonly IndicatorProgress[], regionHeader: string): FormLead | null {
  const { indicators, regions, rule, previous, lastPlaces } = ranking;
  const counted = indicators.flatMap(({ id, weight }) => {
    const section = shown.findIndex((one) => one.id === id);
    return section < 0 ? [] : [{ section, weight, name: shown[section]?.name ?? id }];
  });
  const ranked = regions.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  if (counted.length < 2 || counted.length < indicators.length || ranked.length < 2) return null;
  const of = (region: string) => ranked.find((one) => one.region === region);
  const since = previous === null ? "" : chineseDate(previous);
  const last = lastPlacesWords(lastPlaces);
  // Where one place is the last ones, it is told once.
  const lastColumn: LeadColumn = {
    id: "last",
    header: "连续末位",
    numberFormat: PERIODS_FORMAT,
    cell: ({ region, at, span }) => running(of(region)?.before?.last, atEnd(at, span, 1), since, "末位"),
  };
  const columns: LeadColumn[] = [
    { id: "rank", header: "名次", numberFormat: COUNT_FORMAT, cell: ({ at, span }) => formula(`=IF(ISNUMBER(${at("score")}),RANK(${at("score")},${span("score")}),"")`) },
    { id: "region", header: regionHeader, cell: ({ region }) => ({ cell: { kind: "text", text: region } }) },
    {
      id: "score",
      header: "综合得分",
      numberFormat: SCORE_FORMAT,
      cell: (place) => scoreFormula(counted.flatMap(({ section, weight }) => {
        const rate = place.of(section, "rate");
        return rate === null ? [] : [{ rate, weight }];
      })),
    },
    { id: "moved", header: "较上期", numberFormat: MOVED_FORMAT, cell: ({ region, at }) => movedCell(of(region), at("rank"), since) },
    ...(lastPlaces === 1 ? [] : [lastColumn]),
    { id: "amongLast", header: `连续${last}`, numberFormat: PERIODS_FORMAT, cell: ({ region, at, span }) => running(of(region)?.before?.amongLast, atEnd(at, span, lastPlaces), since, last) },
    { id: "list", header: "名单", cell: ({ at }) => formula(`=IF(${at("amongLast")}>=${rule.periods},"约谈",IF(${at("amongLast")}>0,"${last}",""))`) },
  ];
  return {
    heading: "综合排名",
    regions: ranked.map(({ region }) => region),
    columns,
    needs: ["rate"],
    remark: `${ruleText(counted, ranking)}${unreadText(counted.flatMap(({ section }) => shown[section] ?? []))}`,
  };
}

/** How the score is made, and who is called in, in words. */
function ruleText(counted: readonly { weight: number; name: string }[], { rule, lastPlaces }: OverallRanking): string {
  const isEqual = new Set(counted.map(({ weight }) => weight)).size === 1;
  const weights = isEqual
    ? `${counted.map(({ name }) => name).join("、")}各占同等权重`
    : `权重：${counted.map(({ name, weight }) => `${name}${plain(weight)}`).join("、")}`;
  return (
    `计分办法：综合得分＝各项完成率按权重的加权平均×100，${weights}；没有某项任务的，不计该项。` +
    `得分相同的名次并列。${lastPlacesWords(lastPlaces)}为得分最低的${placesWord(lastPlaces)}个名次，并列的都算；连续${rule.periods}期列${lastPlacesWords(lastPlaces)}的列入约谈名单。`
  );
}

/** 甲县的“棚户区改造开工”无法读取，得分不含该项. */
function unreadText(counted: readonly IndicatorProgress[]): string {
  const told = counted.flatMap(({ name, regions }) => {
    const unread = regions.filter((row) => row.unread).map(({ region }) => region);
    return unread.length === 0 ? [] : [`${unread.join("、")}的“${name}”`];
  });
  return told.length === 0 ? "" : `${told.join("；")}无法读取，得分不含该项。`;
}

function scoreFormula(rates: readonly { rate: string; weight: number }[]): FormCell | null {
  if (rates.length === 0) return null;
  const cells = rates.map(({ rate }) => rate).join(",");
  const sum = rates.map(({ rate, weight }) => `${plain(weight)}*N(${rate})`).join("+");
  const weights = rates.map(({ rate, weight }) => `${plain(weight)}*ISNUMBER(${rate})`).join("+");
  return formula(`=IF(COUNT(${cells})=0,"",ROUND(100*(${sum})/(${weights}),${SCORE_PLACES}))`);
}

function movedCell(own: OverallRank | undefined, rank: string, since: string): FormCell | null {
  const before = own?.before?.rank ?? null;
  if (before === null) return null;
  return { ...formula(`=IF(ISNUMBER(${rank}),${before}-${rank},"")`), hint: `上期（截至${since}）综合排名第${before}位，计算当时留存。` };
}

/** Whether a row is among so many places from the end, and not one of regions that all stand alike. */
function atEnd(at: (id: string) => string, span: (id: string) => string, places: number): string {
  return `AND(ISNUMBER(${at("rank")}),N(${at("rank")})>1,IF(ISNUMBER(${at("score")}),RANK(${at("score")},${span("score")},1),${places}+1)<=${places})`;
}

/** For how many periods running: one more than before where it holds now. */
function running(before: number | undefined, holds: string, since: string, words: string): FormCell {
  const cell = formula(`=IF(${holds},${before ?? 0}+1,0)`);
  return before ? { ...cell, hint: `到上期（截至${since}）已连续${before}期${words}，计算当时留存。` } : cell;
}

function formula(text: string): FormCell {
  return { cell: { kind: "formula", formula: text } };
}
