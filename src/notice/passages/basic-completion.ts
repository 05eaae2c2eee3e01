import type { IndicatorProgress } from "../../progress";
import { amountChange } from "../change";
import { commas } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { totalOf } from "../quantity";
import { byRegion } from "./indicator";
import { reachedSentence, sortedRows, shortNames, unclearSentence } from "./rows";
import type { Writing } from "../writing";

const WORDS = "续建项目基本建成";

/** 全市续建项目基本建成147套，除交城县外其余县市区无进展。 */
export function basicCompletionSentences(indicator: IndicatorProgress, writing: Writing): Phrase {
  const { whole, informal } = writing.place;
  const rows = sortedRows(indicator);
  const unclear = unclearSentence(indicator, rows, writing);
  if (rows.active.length === 0) {
    if (rows.idle.length === 0) return unclear;
    const [only] = rows.tasked;
    const all = rows.unclear.length === 0 && rows.tasked.length > 1;
    const who = all ? `各${informal}均` : shortNames(rows.idle, writing);
    const where = rows.tasked.length === 1 && only ? writing.names.short(only.region) : who;
    const none = rows.unclear.length === 0 ? `${whole}${WORDS}暂无进展，` : WORDS;
    return inOrder([none, `${where}尚未完成。`], unclear);
  }
  // In a sentence of its own, so that the counties' amounts are parts of the whole and not of the change.
  const more = amountChange(indicator, writing);
  const moved = more.length === 0 ? [] : say`${whole}${more}。`;
  const done = say`${whole}${WORDS}${totalOf(indicator, "done")}`;
  return inOrder(commas([done, byRegion(indicator, rows, "无进展", writing)]), ["。"], reachedSentence(rows, writing), moved, unclear);
}
