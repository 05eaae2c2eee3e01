import { within, type IndicatorProgress, type Topic } from "../../progress";
import { rateChange } from "../change";
import { commas } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { rateCells, rateQuantity, totalOf } from "../quantity";
import { amounts, reachedSentence, sortedRows, shortNames, unclearSentence } from "./rows";
import type { Writing } from "../writing";
import { isOfIndicators } from "./targets";

/**
 * 全市住房保障工作完成投资17312万元，占目标任务13.37%，分别是：柳林9190万元超额完成全年任务、…。离石投资为0。
 * Highest first; those with a task and no investment in a sentence of their own.
 */
export function investmentSentences(indicator: IndicatorProgress, writing: Writing): Phrase {
  const rows = sortedRows(indicator);
  const subject = wordsOf(writing.topic);
  const { informal } = writing.place;
  const whole = within(writing.place.whole, subject.done);
  const unclear = unclearSentence(indicator, rows, writing);
  if (rows.active.length === 0) {
    if (rows.idle.length === 0) return unclear;
    const everybody = rows.unclear.length === 0 && rows.tasked.length > 1;
    const who = everybody ? `各${informal}投资均` : `${shortNames(rows.idle, writing)}投资`;
    // Of those whose figures are not known nothing is said of the whole.
    const none = rows.unclear.length === 0 ? `${whole}${subject.none}，` : "";
    return inOrder([`${none}${who}为0。`], unclear);
  }
  const decimals = writing.rateDecimals(indicator.id);
  const rate =
    indicator.rate === null ? [] : say`占目标任务${rateQuantity(indicator.rate, decimals, rateCells(indicator))}`;
  const [only] = rows.active;
  const split =
    rows.active.length === 1 && only ? [`全部由${only.region}完成`] : say`分别是：${amounts(rows.active, indicator, writing)}`;
  return inOrder(
    commas([say`${whole}${subject.done}${totalOf(indicator, "done")}`, rate, rateChange(indicator, writing), split]),
    ["。"],
    reachedSentence(rows, writing),
    rows.idle.length === 0 ? [] : [`${shortNames(rows.idle, writing)}投资为0。`],
    unclear,
  );
}

/** 住房保障工作完成投资, 固定资产投资完成, 重点项目完成投资: what stands before the amount, and where there is none. */
function wordsOf({ isHousing, name, work }: Topic): { done: string; none: string } {
  const subject = isHousing ? work : isOfIndicators(name) ? "" : name;
  return subject.endsWith("投资") ? { done: `${subject}完成`, none: `${subject}暂无完成` } : { done: `${subject}完成投资`, none: `${subject}暂未完成投资` };
}
