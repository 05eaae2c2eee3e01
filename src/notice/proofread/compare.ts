import { decimalsOf, percentage, plain, ratio, roundHalfUp, times } from "../../progress";
import type { Known } from "./knowledge";
import type { StatedNumber } from "./token";
import type { UnitFamily } from "./units";

/** How a stated number stands to a known one. */
export type Agreement = "agrees" | "contradicts" | "undecided";

/** An approximation (约, 近) is held to this share of the figure, and called wrong beyond twice of it. */
const ABOUT = 0.06;
/** 近 and 不足 promise a figure not far below. */
const NEAR = 0.12;

/** Whether a known figure comes in the kind of unit that a number was printed with. */
export function comparable(known: Known, { unit }: StatedNumber): boolean {
  if (unit.family === "none") return true;
  return known.unit === "%" ? unit.family === "percent" : known.unit === "" || known.unit === unit.kind;
}

/** A known figure in the stated unit, unrounded: 17312 万元 is 1.7312 in 亿元. */
export function inUnit(value: number, unit: string, stated: StatedNumber["unit"]): number {
  if (unit === "%") return times(value, 100);
  return stated.scale === 1 ? value : (ratio(value, stated.scale) ?? value);
}

/** Compares at the text's own decimals, half-up, and with what its hedge allows. */
export function agreement(stated: StatedNumber, known: Known): Agreement {
  const exact = inUnit(known.value, known.unit, stated.unit);
  const rounded = known.unit === "%" ? percentage(known.value, stated.decimals) : roundHalfUp(exact, stated.decimals);
  // A count is no measurement: 263.4套 rounds nothing.
  if (rounded === stated.value) return "agrees";
  const off = Math.abs(exact - stated.value) / Math.max(Math.abs(exact), Math.abs(stated.value), 1e-9);
  switch (stated.approximation) {
    case null:
      return "contradicts";
    case "about":
      return off <= ABOUT ? "agrees" : off <= 2 * ABOUT ? "undecided" : "contradicts";
    case "odd": {
      if (exact < stated.value) return "contradicts";
      const zeros = stated.decimals > 0 ? -stated.decimals : (/0*$/.exec(String(stated.value))?.[0].length ?? 0);
      return exact < stated.value + 10 ** zeros ? "agrees" : off <= NEAR ? "undecided" : "contradicts";
    }
    case "above":
      return exact >= stated.value ? "agrees" : "contradicts";
    case "below":
      return exact < stated.value ? "agrees" : "contradicts";
    case "almost":
      if (exact > stated.value) return off <= ABOUT ? "undecided" : "contradicts";
      return off <= NEAR ? "agrees" : "contradicts";
  }
}

/** A figure as it should stand: in the text's own unit and decimals, its unit as printed. */
export function expectedText(known: Known, stated: StatedNumber): string {
  const { unit } = stated;
  const exact = inUnit(known.value, known.unit, unit);
  const decimals = decimalsFor(exact, stated);
  const value = known.unit === "%" ? percentage(known.value, decimals) : roundHalfUp(exact, decimals);
  return `${plain(value)}${unit.text === "" && known.unit === "%" ? "%" : unit.text}`;
}

/** The text's decimals; where its point was moved, those under which its digits are the right ones. */
function decimalsFor(exact: number, stated: StatedNumber): number {
  for (const decimals of [stated.decimals, 2, 1, 0, 4, 3]) {
    const digits = plain(roundHalfUp(exact, decimals)).replace(".", "").replace(/^0+(?=\d)/, "");
    if (digits !== "0" && digits === stated.digits.replace(/0+$/, (zeros) => (stated.decimals > 0 ? "" : zeros))) return decimals;
  }
  const family: UnitFamily = stated.unit.family;
  if (family === "money") return Math.min(4, Math.max(stated.decimals, decimalsOf(exact) <= 4 ? decimalsOf(exact) : stated.decimals));
  return family === "percent" || family === "points" ? Math.min(2, stated.decimals) : Math.min(stated.decimals, 4);
}

/** Digits alone: 9190 for 9190万元 and for 0.919亿元 alike. */
export function sameDigits(stated: StatedNumber, value: number): boolean {
  return plain(value, 6).replace(".", "").replace(/^0+(?=\d)/, "") === stated.digits;
}
