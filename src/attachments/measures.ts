import { isRatioUnit, type IndicatorProgress } from "../progress";

/** Which figures of an indicator a sheet has columns for. */
interface Measures {
  target: boolean;
  done: boolean;
  /** Whether what was done can be held against the target: rate, rank and status stand beside them. */
  rate: boolean;
  /** Whether its figures add up: a goal in per cent has no total. */
  sums: boolean;
}

/** What a workbook says of an indicator: targets, what was done, or both; goals in per cent stand without rates. */
export function measuresOf({ unit, regions, target, measured }: IndicatorProgress): Measures {
  const sums = !isRatioUnit(unit);
  const hasTargets = target !== null || regions.some((row) => row.target !== null);
  return { target: hasTargets, done: measured || !hasTargets, rate: sums && hasTargets && measured, sums };
}
