import { dateParts, endOfMonth, type IndicatorProgress, type IsoDate, type RegionProgress } from "../../progress";
import { amountChange, rateChange } from "../change";
import { commas, enumerated } from "../join";
import { inOrder, say, type Phrase } from "../phrase";
import { rateCells, rateQuantity, totalOf } from "../quantity";
import { byAmount, sortedRows, shortNames, unclearSentence, type SortedRows } from "./rows";
import type { Writing } from "../writing";

/** Up to this many are said to be the only ones. */
const MOST_FOR_ONLY = 3;
const QUARTERS: readonly string[] = ["", "第一季度", "前两季度", "前三季度", "全年"];
/** Below half the pace the work is 严重滞后. */
const FAR_BEHIND = 0.5;

/**
 * 截至目前仅柳林、交城完成租赁补贴第一季度发放工作，全市发放租赁补贴294户、30.1181万元。其余…。
 * A quarter counts as paid by a region where the households paid are at least that part of its task.
 */
export function rentSubsidySentences(writing: Writing): Phrase {
  const households = writing.indicator("rentSubsidyHouseholds");
  const amount = writing.indicator("rentSubsidyAmount");
  const counted = households ?? amount;
  if (!counted) return [];
  const rows = sortedRows(counted);
  const unclear = unclearSentence(counted, rows, writing);
  const verdict = verdictOf(counted, writing);
  if (rows.active.length === 0) {
    if (rows.idle.length === 0) return unclear;
    const everybody = rows.unclear.length === 0 && rows.tasked.length > 1;
    const who = everybody ? `各${writing.place.informal}均` : shortNames(rows.idle, writing);
    return inOrder([`截至目前${who}未发放租赁补贴${verdict}。`], unclear);
  }
  return inOrder(
    ["截至目前"],
    commas([payers(rows, writing), totals(households, amount, writing)]),
    ["。"],
    others(rows, verdict, writing),
    unclear,
  );
}

/** Who pays, the most households first; everybody where that is so. */
function payers(rows: SortedRows, writing: Writing): Phrase {
  const { active, idle, unclear, tasked } = rows;
  const done = paidPeriod(active, writing);
  if (idle.length === 0 && unclear.length === 0 && tasked.length > 1) {
    return [`各${writing.place.informal}均${done}`];
  }
  const only = active.length <= MOST_FOR_ONLY && idle.length > active.length && unclear.length === 0;
  return [`${only ? "仅" : ""}${shortNames(byAmount(active), writing)}${done}`];
}

function paidPeriod(active: readonly RegionProgress[], writing: Writing): string {
  const quarters = quartersGone(writing.report.asOf);
  const paid =
    quarters > 0 && active.every((row) => row.rate !== null && row.rate >= quarters / 4);
  return paid ? `完成租赁补贴${QUARTERS[quarters]}发放工作` : "已发放租赁补贴";
}

/** Whole quarters of the year gone at the end of a day: 1 on 23 April, 2 on 30 June. */
function quartersGone(date: IsoDate): number {
  const parts = dateParts(date);
  if (!parts) return 0;
  const monthOver = endOfMonth(parts.year, parts.month) === date;
  return Math.floor((monthOver ? parts.month : parts.month - 1) / 3);
}

function totals(
  households: IndicatorProgress | undefined,
  amount: IndicatorProgress | undefined,
  writing: Writing,
): Phrase {
  const figures = [households, amount].map((one) =>
    one?.done ? [totalOf(one, "done")] : [],
  );
  const paid = say`${writing.place.whole}发放租赁补贴${enumerated(figures)}`;
  const rated = households ?? amount;
  const everybody = rated && sortedRows(rated).idle.length === 0 && rated.rate !== null;
  if (!rated || !everybody || rated.rate === null) return commas([paid, rated ? amountChange(rated, writing) : []]);
  const decimals = writing.rateDecimals(rated.id);
  const share = say`占目标任务${rateQuantity(rated.rate, decimals, rateCells(rated))}`;
  return commas([paid, share, rateChange(rated, writing)]);
}

function others(rows: SortedRows, verdict: string, writing: Writing): Phrase {
  if (rows.idle.length === 0) return verdict === "" ? [] : [`${verdict.slice(1)}。`];
  const many = rows.idle.length > MOST_FOR_ONLY && rows.unclear.length === 0;
  const who = many ? `其余${writing.place.informal}` : shortNames(rows.idle, writing);
  const all = rows.idle.length > 1 ? "均" : "";
  const late = quartersGone(writing.report.asOf) > 0;
  return [`${who}${all}${late ? "未做到按月或按季发放" : "暂未发放"}${verdict}。`];
}

/** Paid by the quarter, nobody is late before the first one is over. */
function verdictOf(indicator: IndicatorProgress, writing: Writing): string {
  if (quartersGone(writing.report.asOf) === 0) return "";
  if (indicator.rate === null || indicator.rate >= writing.report.pace) return "";
  return indicator.rate < writing.report.pace * FAR_BEHIND ? "，此项工作严重滞后" : "，此项工作滞后";
}
