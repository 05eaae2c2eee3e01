import { CUMULATIVE_WORDS, hasAny, INCREMENT_WORDS } from "../../lexicon";
import { headerWords, isSumOf, roleSaid, type Slot } from "../interpret";
import type { Series } from "./series";

/** How months that stand side by side count: all since the year began, each its own, or nothing tells. */
export type Manner = "cumulative" | "increments" | "unclear";

/** A word of the header, a column that arithmetic explains, figures that only ever rise. */
const [WORD, SUM, SAME, RISING, FALLING] = [3, 6, 6, 3, 2] as const;
/** So many rises that chance does not make them. */
const LEAST_RISES = 4;
/** A typing error in so many steps costs nothing. */
const FEW_FALLS = 0.1;
const LEAST_SCORE = 3;
const LEAST_MARGIN = 2;
const LEAST_ROWS = 2;

/**
 * Weighs whether the months of series that are worded alike are cumulative.
 * @param alike series with the same wording: what one of them shows holds for all
 * @param shared places of the slots that are of no month: 累计 beside the months
 */
export function mannerOf(alike: readonly Series[], slots: readonly Slot[], shared: readonly number[]): Manner {
  const words = alike.flatMap(({ path }) => path.map(headerWords));
  const says = (spellings: readonly string[]) => alike.some(({ path }) => path.some((text) => hasAny(text, spellings)));
  let [cumulative, increments] = [0, 0];
  if (says(CUMULATIVE_WORDS) || alike.some(({ members }) => members.some(({ isUntil }) => isUntil))) cumulative += WORD;
  if (says(INCREMENT_WORDS) || words.some(({ other }) => other === "month")) increments += WORD;
  const wholes = alike.map((series) => wholeOf(series, slots, shared));
  if (wholes.some((whole) => whole !== null)) increments += SUM;
  else if (alike.some((series) => shared.some((at) => isLastOf(series, slots[at], slots)))) cumulative += SAME;
  const steps = alike
    .map((series) => stepsOf(series, slots))
    .reduce((sum, one) => ({ rises: sum.rises + one.rises, falls: sum.falls + one.falls }), { rises: 0, falls: 0 });
  const isRising = steps.falls <= FEW_FALLS * (steps.rises + steps.falls);
  if (isRising && steps.rises >= LEAST_RISES) cumulative += RISING;
  if (!isRising) increments += FALLING;
  const [best, margin] = [Math.max(cumulative, increments), Math.abs(cumulative - increments)];
  if (best < LEAST_SCORE || margin < LEAST_MARGIN) return "unclear";
  return cumulative > increments ? "cumulative" : "increments";
}

/** The slot of no month that the months of a series add up to, the nearest under the same outer header; null without one. */
export function wholeOf({ members, outer }: Series, slots: readonly Slot[], shared: readonly number[]): number | null {
  const parts = members.map(({ at }) => at);
  const saysTarget = (at: number) => slots[at]?.path.some((text) => roleSaid(text)?.role === "target") ?? false;
  const found = shared.filter(
    (at) => !saysTarget(at) && isSumOf(slots, at, parts) && !members.some((one) => isEqual(slots[one.at], slots[at])),
  );
  const isUnder = (at: number) => outer !== "" && slots[at]?.path.join("/").startsWith(outer);
  return found.sort((a, b) => Number(isUnder(b)) - Number(isUnder(a)) || distance(a, parts) - distance(b, parts))[0] ?? null;
}

function distance(at: number, parts: readonly number[]): number {
  return Math.min(...parts.map((part) => Math.abs(part - at)));
}

/** Whether a slot of no month holds what the last month with figures does: 累计 beside months that are cumulative. */
function isLastOf({ members }: Series, whole: Slot | undefined, slots: readonly Slot[]): boolean {
  const last = [...members].reverse().find(({ at }) => hasSomething(slots[at]));
  return last !== undefined && whole !== undefined && isEqual(slots[last.at], whole);
}

function isEqual(a: Slot | undefined, b: Slot | undefined): boolean {
  let same = 0;
  for (const [row, cell] of (a?.cells ?? []).entries()) {
    const other = b?.cells[row];
    if (cell.kind !== "number" || other?.kind !== "number") continue;
    if (cell.value !== other.value) return false;
    if (cell.value !== 0) same++;
  }
  return same >= LEAST_ROWS;
}

/** How often a row's figure rises and falls from one month to the next that has one. */
function stepsOf({ members }: Series, slots: readonly Slot[]): { rises: number; falls: number } {
  let [rises, falls] = [0, 0];
  const columns = withoutBlankEnd(members.map(({ at, when }) => ({ slot: slots[at], year: when.year })));
  const rows = Math.max(0, ...columns.map(({ slot }) => slot?.cells.length ?? 0));
  for (let row = 0; row < rows; row++) {
    let before: { value: number; year: number | null } | null = null;
    for (const { slot, year } of columns) {
      const cell = slot?.cells[row];
      if (cell?.kind !== "number") continue;
      // With each year it begins at 0 again.
      if (before !== null && before.year === year && cell.value > before.value) rises++;
      if (before !== null && before.year === year && cell.value < before.value) falls++;
      before = { value: cell.value, year };
    }
  }
  return { rises, falls };
}

/** Months to come are blank, or stand at 0. */
function withoutBlankEnd<T extends { slot: Slot | undefined }>(columns: readonly T[]): readonly T[] {
  const end = [...columns].reverse().findIndex(({ slot }) => hasSomething(slot));
  return end < 0 ? [] : columns.slice(0, columns.length - end);
}

/** Whether a slot holds a figure other than 0. */
export function hasSomething(slot: Slot | undefined): boolean {
  return slot?.cells.some((cell) => cell.kind === "number" && cell.value !== 0) ?? false;
}
