import type { IndicatorProgress } from "../../progress";
import { amountChange, rateChange } from "../change";
import { commas, listed } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { cellsOf, quantity, rateCells, rateText } from "../quantity";
import { amountOf, byAmount, idleClause, rowsOf, shortNames, unclearSentence } from "./rows";
import type { Writing } from "../writing";

/** 全市续建项目基本建成147套，除交城县外其余县市区无进展。 */
export function basicCompletionSentences(indicator: IndicatorProgress, writing: Writing): Phrase {
  return amountsByRegion(indicator, "续建项目基本建成", false, writing);
}

/** The same for an indicator of the workbook's own, with its rate: 全市保障性租赁住房筹集120套，占目标任务60%，…。 */
export function ownIndicatorSentences(indicator: IndicatorProgress, writing: Writing): Phrase {
  return amountsByRegion(indicator, indicator.name, true, writing);
}

function amountsByRegion(
  indicator: IndicatorProgress,
  words: string,
  withRate: boolean,
  writing: Writing,
): Phrase {
  const { whole, informal } = writing.place;
  const rows = rowsOf(indicator);
  const unclear = unclearSentence(rows, writing);
  if (rows.active.length === 0) {
    if (rows.idle.length === 0) return unclear;
    const [only] = rows.tasked;
    const all = rows.unclear.length === 0 && rows.tasked.length > 1;
    const who = all ? `各${informal}均` : shortNames(rows.idle, writing);
    const where = rows.tasked.length === 1 && only ? writing.names.short(only.region) : who;
    return inOrder([`${whole}${words}暂无进展，`, `${where}尚未完成。`], unclear);
  }
  const done = quantity(indicator.done ?? 0, indicator.unit, cellsOf(indicator, "done"));
  const rate =
    withRate && indicator.rate !== null
      ? say`占目标任务${rateText(indicator.rate, writing.rateDecimals(indicator.id), rateCells(indicator))}`
      : [];
  const rateMoved = withRate ? rateChange(indicator, writing) : [];
  // In a sentence of its own, so that the counties' amounts are parts of the whole and not of the change.
  const more = withRate ? [] : amountChange(indicator, writing);
  const moved = more.length === 0 ? [] : say`${whole}${more}。`;
  return inOrder(commas([say`${whole}${words}${done}`, rate, rateMoved, byRegion(indicator, writing)]), ["。"], moved, unclear);
}

function byRegion(indicator: IndicatorProgress, writing: Writing): Phrase {
  const rows = rowsOf(indicator);
  const [first] = rows.active;
  if (rows.active.length === 1 && first) {
    if (rows.idle.length === 0 || rows.unclear.length > 0) return [`全部在${first.region}`];
    return rows.idle.length === 1
      ? [`全部在${first.region}，${shortNames(rows.idle, writing)}无进展`]
      : [`除${first.region}外其余${writing.place.informal}无进展`];
  }
  const amounts = listed(byAmount(rows.active).map((row) => amountOf(row, indicator.unit, writing)));
  return commas([say`其中${amounts}`, idleClause(rows, "无进展", writing)]);
}
