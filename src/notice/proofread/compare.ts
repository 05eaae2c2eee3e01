import { decimalsOf, percentage, plain, ratio, roundHalfUp, times } from "../../progress";
import type { Known } from "./knowledge";
import type { StatedNumber } from "./token";
import { HOMES } from "./subject-book";
import { baseUnit, type UnitFamily } from "./units";

/** How a stated number stands to a known one. */
type Agreement = "agrees" | "contradicts" | "undecided";

/** 约 allows so much of the figure, and is wrong beyond the second. */
const ABOUT = [0.03, 0.045] as const;
/** 近 promises a figure not far below. */
const NEAR = [0.075, 0.09] as const;
/** A share in few words (三分之一) is meant to so many percentage points. */
const COARSE = [2, 4] as const;

/** Whether a known figure comes in the kind of unit that a number was printed with. */
export function comparable(known: Known, { unit }: StatedNumber): boolean {
  if (unit.family === "none") return true;
  if (known.unit === "%") return unit.family === "percent";
  if (known.unit === "points") return unit.family === "points" || unit.family === "percent";
  if (unit.family === "percent" || unit.family === "points" || unit.family === "multiple") return known.unit === unit.kind;
  const { kind } = baseUnit(known.unit);
  return kind === "" || kind === unit.kind || (HOMES.has(kind) && HOMES.has(unit.kind));
}

/** Homes may be printed in 户 where they are counted in 套; a family in 套 never. */
export function isOtherHomes(known: Known, { unit }: StatedNumber): boolean {
  const { kind } = baseUnit(known.unit);
  return HOMES.has(kind) && HOMES.has(unit.kind) && kind !== unit.kind && unit.kind !== "户套";
}

/** A known figure in the stated unit, unrounded: 17312 万元 is 1.7312 in 亿元. */
function inUnit(value: number, unit: string, stated: StatedNumber["unit"]): number {
  if (unit === "%") return times(value, 100);
  if (stated.family === "none") return value;
  const own = baseUnit(unit).scale;
  return own === stated.scale ? value : (ratio(times(value, own), stated.scale) ?? value);
}

/** Compares at the text's own decimals, half-up, and with what its hedge allows. */
export function agreement(stated: StatedNumber, known: Known): Agreement {
  const exact = inUnit(known.value, known.unit, stated.unit);
  const { value, coarse, approximation } = stated;
  if (approximation === "between") return exact >= value && exact <= (stated.upTo ?? value) ? "agrees" : "contradicts";
  const rounded = known.unit === "%" ? percentage(known.value, stated.decimals) : roundHalfUp(exact, stated.decimals);
  if (approximation === null || approximation === "about") {
    if (coarse !== null) return within(Math.abs(exact - value), COARSE);
    if (rounded === value) return "agrees";
    if (approximation === null) return "contradicts";
    const steps = approximately(exact, stated);
    const off = within(Math.abs(exact - value) / Math.max(Math.abs(exact), Math.abs(value), 1e-9), ABOUT);
    return off === "contradicts" && steps ? "undecided" : off;
  }
  switch (approximation) {
    case "odd": {
      if (exact < value) return "contradicts";
      if (coarse !== null) return exact < value + coarse ? "agrees" : "contradicts";
      return exact < value + stepOf(stated)
        ? "agrees"
        : exact < value + 2 * stepOf(stated) && stepOf(stated) < value / 10
          ? "undecided"
          : "contradicts";
    }
    case "above":
      return exact >= value ? "agrees" : "contradicts";
    case "below":
      return exact < value ? "agrees" : "contradicts";
    case "almost":
      if (coarse !== null) return exact > value ? within(exact - value, [0.5, 1]) : within(value - exact, [coarse / 2, coarse * 0.75]);
      if (exact > value) return (exact - value) / value <= 0.005 ? "undecided" : "contradicts";
      return within((value - exact) / Math.max(value, 1e-9), NEAR);
  }
}

function within(off: number, [agrees, undecided]: readonly [number, number]): Agreement {
  return off <= agrees + 1e-9 ? "agrees" : off <= undecided + 1e-9 ? "undecided" : "contradicts";
}

/** One of the last digit that is not 0: 100 for 500, 10 for 290, 0.1 for 1.7. */
function stepOf({ value, decimals }: StatedNumber): number {
  if (decimals > 0) return 10 ** -decimals;
  return 10 ** (/(?<!0)0*$/.exec(String(value))?.[0].length ?? 0);
}

/** Whether a figure rounds to the stated one at its last digit that is not 0: 540 is 约500. */
function approximately(exact: number, stated: StatedNumber): boolean {
  const step = stepOf(stated);
  return Math.abs(exact - stated.value) <= step / 2 && step < stated.value;
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
    if (digits !== "0" && digits === stated.digits.replace(/(?<!0)0+$/, (zeros) => (stated.decimals > 0 ? "" : zeros))) return decimals;
  }
  const family: UnitFamily = stated.unit.family;
  if (family === "money") return Math.min(4, Math.max(stated.decimals, decimalsOf(exact) <= 4 ? decimalsOf(exact) : stated.decimals));
  return family === "percent" || family === "points" ? Math.min(2, stated.decimals) : Math.min(stated.decimals, 4);
}

/** Digits alone: 9190 for 9190万元 and for 0.919亿元 alike. */
export function sameDigits(stated: StatedNumber, value: number): boolean {
  return plain(value, 6).replace(".", "").replace(/^0+(?=\d)/, "") === stated.digits;
}
