import {
  doneWords,
  notBegunWords,
  isRatioUnit,
  nameWithoutVerb,
  verbOf,
  within,
  type IndicatorProgress,
  type RegionProgress,
} from "../../progress";
import { rateChange } from "../change";
import { commas, enumerated } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { figureOf, rateCells, rateQuantity, totalOf } from "../quantity";
import { amounts, idleClause, reachedSentence, sortedRows, shortNames, unclearSentence, type SortedRows } from "./rows";
import type { Writing } from "../writing";

/**
 * An indicator of the workbook's own, with the verb of its header: 全市保障性租赁住房已筹集1660套，占目标任务46.11%，其中…，
 * 肥东、巢湖尚未筹集。 With targets alone: 全市目标任务350套，其中…。 A goal in per cent is told region by region.
 */
export function indicatorSentences(indicator: IndicatorProgress, writing: Writing): Phrase {
  if (isRatioUnit(indicator.unit)) return shareSentence(indicator, writing);
  return indicator.measured ? progressSentences(indicator, writing) : targetSentence(indicator, writing);
}

function progressSentences(indicator: IndicatorProgress, writing: Writing): Phrase {
  const subject = `${wholeOf(indicator, writing)}${nameWithoutVerb(indicator)}`;
  const area = within(writing.place.whole, subject);
  const rows = sortedRows(indicator);
  const unclear = unclearSentence(indicator, rows, writing);
  if (rows.active.length === 0) {
    if (rows.idle.length === 0) return unclear;
    const none = verbOf(indicator) === null ? "暂无进展" : notBegunWords(indicator);
    const who = rows.unclear.length === 0 ? `${area}${subject}` : shortNames(rows.idle, writing);
    return inOrder([`${who}${none}。`], unclear);
  }
  // A count that nobody was to reach is not 已完成 of anything.
  const verb = indicator.target === null && verbOf(indicator) === null ? "" : doneWords(indicator);
  const rate =
    indicator.rate === null ? [] : say`占目标任务${rateQuantity(indicator.rate, writing.rateDecimals(indicator.id), rateCells(indicator))}`;
  const done = say`${area}${subject}${verb}${totalOf(indicator, "done")}`;
  const verdict = verbOf(indicator) === null ? "无进展" : notBegunWords(indicator);
  return inOrder(
    commas([done, rate, rateChange(indicator, writing), byRegion(indicator, rows, verdict, writing)]),
    ["。"],
    reachedSentence(rows, writing),
    unclear,
  );
}

/**
 * What each region did, the most first, and who did nothing.
 * @param verdict what holds of those: 尚未筹集, 无进展
 */
export function byRegion(indicator: IndicatorProgress, rows: SortedRows, verdict: string, writing: Writing): Phrase {
  const [first] = rows.active;
  if (rows.active.length === 1 && first) {
    if (rows.idle.length === 0 || rows.unclear.length > 0) return [`全部在${first.region}`];
    return rows.idle.length === 1
      ? [`全部在${first.region}，${shortNames(rows.idle, writing)}${verdict}`]
      : [`除${first.region}外其余${writing.place.informal}${verdict}`];
  }
  return commas([say`其中${amounts(rows.active, indicator, writing)}`, idleClause(rows, verdict, writing)]);
}

/** 全市目标任务350套，其中尧都200套、侯马100套、吉县50套。 */
function targetSentence(indicator: IndicatorProgress, writing: Writing): Phrase {
  const rows = indicator.regions.filter(({ target }) => target !== null).sort((a, b) => (b.target?.value ?? 0) - (a.target?.value ?? 0));
  const [only] = rows;
  if (!only) return [];
  const total = say`${writing.place.whole}目标任务${totalOf(indicator, "target")}`;
  if (rows.length === 1) return say`${total}，全部在${only.region}。`;
  const items = rows.map((row) => (row.target ? say`${writing.names.short(row.region)}${figureOf(row.target, indicator)}` : []));
  return say`${total}，其中${enumerated(items)}。`;
}

/** 柯城96.2%（目标95%）、衢江91.5%（目标95%）。 Percentages of regions have no sum. */
function shareSentence(indicator: IndicatorProgress, writing: Writing): Phrase {
  const items = indicator.regions.map((row) => share(row, indicator, writing)).filter((item) => item.length > 0);
  return items.length === 0 ? [] : inOrder(enumerated(items), ["。"]);
}

function share({ region, target, done }: RegionProgress, indicator: IndicatorProgress, { names }: Writing): Phrase {
  const name = names.short(region);
  if (done && target) return say`${name}${figureOf(done, indicator)}（目标${figureOf(target, indicator)}）`;
  if (done) return say`${name}${figureOf(done, indicator)}`;
  return target ? say`${name}目标${figureOf(target, indicator)}` : [];
}

/** What a part is a part of, before its own name that does not say it: 农村危房改造 before C级. */
function wholeOf({ name, parent }: IndicatorProgress, { report }: Writing): string {
  const whole = report.indicators.find(({ id }) => id === parent);
  const subject = whole ? nameWithoutVerb(whole) : "";
  return name.includes(subject) ? "" : subject;
}
