import { ratio } from "../progress";
import type { Quantity } from "./phrase";
import { shownAs } from "./quantity";

/** 万元 with more than four decimals would be finer than a yuan; 亿元 with more, finer than 万元. */
const FINEST_DECIMALS = 4;
const WAN_IN_YI = 10_000;
/** From here on 亿元 are read more easily, even with four decimals. */
const LARGE = 10 * WAN_IN_YI;
/** Beside sums as large as this even a small part is told in 亿元. */
const HUGE = 1000 * WAN_IN_YI;
/** Less than this would begin with zeros in 亿元: 0.001亿元. */
const SMALLEST = WAN_IN_YI / 100;

/** 27.3456亿元 for 273456 (万元). */
export function inYi(wan: number): Pick<Quantity, "text" | "shown"> {
  return shownAs(ratio(wan, WAN_IN_YI) ?? 0, FINEST_DECIMALS, "亿元");
}

/**
 * The texts of a paragraph's figures: all money of one indicator in one unit, 亿元 where its sums are large and lose
 * nothing by it, else 万元.
 * @param figures those of one paragraph, in order
 * @returns their texts, in the same order
 */
export function textsOf(figures: readonly Quantity[]): string[] {
  const sums = new Map<string, number[]>();
  for (const { money } of figures) if (money) sums.set(money.of, [...(sums.get(money.of) ?? []), money.wan]);
  const large = new Set([...sums].filter(([, wan]) => isInYi(wan)).map(([of]) => of));
  return figures.map(({ text, money }) => (money && large.has(money.of) ? inYi(money.wan).text : text));
}

function isInYi(sums: readonly number[]): boolean {
  const sizes = sums.map(Math.abs).filter((size) => size > 0);
  const most = Math.max(0, ...sizes);
  if (most < WAN_IN_YI || !sizes.every(Number.isInteger)) return false;
  if (most >= HUGE) return true;
  // 12.95亿元 is as short as it is plain; 1.7312亿元 is not.
  return Math.min(...sizes) >= SMALLEST && (most >= LARGE || sizes.every((size) => size % SMALLEST === 0));
}
