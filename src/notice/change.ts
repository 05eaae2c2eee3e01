import { chineseDate, percentage, plain, subtract, type IndicatorProgress, type Period } from "../progress";
import { commas } from "./join";
import { say, type Phrase, type Quantity, type SourceCells } from "./phrase";
import { cellsOf, quantity, rateCells, shownAs } from "./quantity";
import type { Writing } from "./writing";

/** A distance is that of two rates as printed: it is not rounded. */
const MOST_DECIMALS = 10;

const WORDS = {
  rate: { more: "提高", less: "下降" },
  amount: { more: "增加", less: "减少" },
} as const;

/**
 * The distance between two rates in 个百分点, from the rates as they are printed, so that a reader who subtracts
 * them gets the same.
 * @param rate,other as fractions
 * @returns 6.02 for (0.309589, 0.249438, 2); negative where the first is lower
 */
export function pointsBetween(rate: number, other: number, decimals: number): number {
  return subtract(percentage(rate, decimals), percentage(other, decimals));
}

/** 6.02个百分点, without its sign. */
export function points(distance: number, cells: SourceCells, basis?: string): Quantity {
  return { ...shownAs(Math.abs(distance), MOST_DECIMALS, "个百分点"), cells, ...(basis === undefined ? {} : { basis }) };
}

/** 较上期提高3.2个百分点，同比下降1个百分点; empty where no earlier period is kept. */
export function rateChange(indicator: IndicatorProgress, writing: Writing): Phrase {
  const decimals = writing.rateDecimals(indicator.id);
  return commas([
    rateSince(writing.previous, "上期", indicator.id, indicator.rate, null, decimals, rateCells(indicator)),
    rateSince(writing.yearAgo, "同比", indicator.id, indicator.rate, null, decimals, rateCells(indicator)),
  ]);
}

/** 较上期增加20套; empty where no earlier period is kept. */
export function amountChange({ id, done, unit, ...rest }: IndicatorProgress, { previous }: Writing): Phrase {
  const then = previous?.indicators[id]?.done;
  if (!previous || done === null || then === null || then === undefined) return [];
  const change = subtract(done, then);
  if (change === 0) return ["与上期持平"];
  const basis = basisOf(previous, `${plain(then)}${unit}`);
  const amount = { ...quantity(Math.abs(change), unit, cellsOf({ id, done, unit, ...rest }, "done"), id), basis };
  return say`较上期${change > 0 ? WORDS.amount.more : WORDS.amount.less}${amount}`;
}

/**
 * A rate against the one kept from an earlier period.
 * @param region null for the whole
 */
export function rateSince(
  period: Period | null,
  kind: "上期" | "同比",
  indicator: string,
  rate: number | null,
  region: string | null,
  decimals: number,
  cells: SourceCells,
): Phrase {
  const kept = period?.indicators[indicator];
  const then = region === null ? kept?.rate : kept?.regions[region];
  if (!period || rate === null || then === null || then === undefined) return [];
  const change = pointsBetween(rate, then, decimals);
  if (change === 0) return [kind === "同比" ? "同比持平" : "与上期持平"];
  const moved = change > 0 ? WORDS.rate.more : WORDS.rate.less;
  const basis = basisOf(period, `${plain(percentage(then, decimals))}%`);
  return say`${kind === "同比" ? kind : `较${kind}`}${moved}${points(change, cells, basis)}`;
}

function basisOf({ asOf }: Period, figure: string): string {
  return `截至${chineseDate(asOf)}为${figure}`;
}
