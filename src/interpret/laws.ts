import { unitRatio, type CellReading, type UnitInfo } from "../cells";
import type { Slot } from "./slot";

/** rate = done ÷ target in the rows of three slots. */
export interface RateLaw {
  target: number;
  done: number;
  rate: number;
  /** Rows in which it holds and that tell something: neither 0 nor equal to the target. */
  holds: number;
  /** Rows that could have told something. */
  informative: number;
}

/** whole = the sum of its parts, in every row of the slots. */
export interface SumLaw {
  whole: number;
  parts: number[];
}

/** rest = target − done in the rows of three slots, the rest said to be one (还差, 未完成). */
export interface RestLaw {
  target: number;
  done: number;
  rest: number;
}

/** A law names a role only where so many rows bear it out: one row can be chance. */
export const LEAST_ROWS = 2;
/** Of the rows that can tell, so many must agree: a typing error costs a little evidence and stays a finding. */
const LEAST_SHARE = 0.6;
/** How far from its rate a target or done stands at the most, in slots. */
const REACH = 14;
/** The likeness of a slot that is no rate whatever its figures. */
export const NO_RATE = Number.NEGATIVE_INFINITY;
/** A likeness from which a slot is called a rate, whatever its figures. */
const CALLED_RATE = 2;
/** Rows that are looked at. */
const MOST_ROWS = 120;

/** A number with half a unit of its last decimal to either side: what it may have been before it was rounded. */
interface Rounded {
  low: number;
  high: number;
  value: number;
}

/**
 * Finds the slots of which one is the ratio of two others: what arithmetic says without a word read.
 * @param slots in the table's order; their rows are the same rows
 * @param likeness how much each slot is like a rate, words and all; `NO_RATE` where it cannot be one
 * @param units each slot's own: 元 of 万元 are brought to one scale
 */
export function rateLaws(slots: readonly Slot[], likeness: readonly number[], units: readonly (UnitInfo | null)[]): RateLaw[] {
  const numbers = slots.map(({ cells }) => cells.slice(0, MOST_ROWS).map((cell) => rounded(cell)));
  const laws: RateLaw[] = [];
  slots.forEach((slot, rate) => {
    if (likeness[rate] === NO_RATE || !mayBeRates(slot)) return;
    // 占比 89: a whole number that is called a rate was rounded to one.
    const rates = (likeness[rate] ?? 0) >= CALLED_RATE ? slot.cells.slice(0, MOST_ROWS).map((cell) => rounded(cell, true)) : (numbers[rate] ?? []);
    for (let target = Math.max(0, rate - REACH); target < Math.min(slots.length, rate + REACH); target++) {
      if (target === rate || isAllPercent(slots[target])) continue;
      for (let done = Math.max(0, rate - REACH); done < Math.min(slots.length, rate + REACH); done++) {
        if (done === rate || done === target || isAllPercent(slots[done])) continue;
        const law = tried(numbers[target] ?? [], numbers[done] ?? [], rates, slot, unitRatio(units[done], units[target]));
        if (law) laws.push({ target, done, rate, ...law });
      }
    }
  });
  // done ÷ rate is the target again: of one triple the rate is the slot that is most like one.
  return strongest(laws).filter((law) => !laws.some((other) => other.rate !== law.rate && isSameTriple(law, other) && (likeness[other.rate] ?? 0) >= (likeness[law.rate] ?? 0)));
}

/** What was done is at one rate of one task: of several that it may be of, none that fewer rows bear out. */
function strongest(laws: readonly RateLaw[]): RateLaw[] {
  const missed = ({ holds, informative }: RateLaw) => informative - holds;
  return laws.filter((law) => !laws.some((other) => other.rate === law.rate && other.done === law.done && missed(other) < missed(law) && other.holds >= law.holds));
}

function isSameTriple(a: RateLaw, b: RateLaw): boolean {
  const [first, second] = [a, b].map(({ target, done, rate }) => [target, done, rate].sort((x, y) => x - y).join());
  return first === second;
}

/** How much a slot's figures by themselves are like rates: per cent, fractions, or decimals beside whole numbers. */
export function rateLikeness({ cells }: Slot): number {
  const numbers = cells.filter((cell) => cell.kind === "number");
  const share = (is: (cell: (typeof numbers)[number]) => boolean) => (numbers.length === 0 ? 0 : numbers.filter(is).length / numbers.length);
  return 3 * share(({ percent }) => percent) + share(({ value }) => Math.abs(value) <= 1.5) + 0.5 * share(({ value }) => !Number.isInteger(value));
}

/** Many rows leave no doubt, two little. */
export function lawStrength({ holds }: RateLaw): number {
  return Math.min(1, holds / 4);
}

/**
 * Rates are per cent, or so small that they can be fractions, or few enough above 200 to be per cent without a sign;
 * what is written with a unit (8套) counts something.
 */
function mayBeRates({ cells, numbers }: Slot): boolean {
  if (numbers < LEAST_ROWS || addsUp(cells)) return false;
  let [small, counted, all] = [0, 0, 0];
  for (const cell of cells) {
    if (cell.kind !== "number") continue;
    all++;
    if (cell.unit !== null) counted++;
    if (cell.percent || Math.abs(cell.value) <= 400) small++;
  }
  return small * 2 > all && counted * 2 <= all;
}

/** The first or the last figure is the sum of all others, its total: rates have none. */
function addsUp(cells: readonly CellReading[]): boolean {
  const values = cells.flatMap((cell) => (cell.kind === "number" && !cell.percent ? [cell.value] : []));
  if (values.filter((value) => value !== 0).length <= LEAST_ADDED) return false;
  const sum = values.reduce((total, value) => total + value, 0);
  return [values[0], values.at(-1)].some((total = 0) => Math.abs(sum - 2 * total) <= 1e-6 * Math.abs(total));
}

/** Two rates may happen to add up to a third. */
const LEAST_ADDED = 3;

function isAllPercent(slot: Slot | undefined): boolean {
  return slot === undefined || slot.numbers === 0 || slot.cells.every((cell) => cell.kind !== "number" || cell.percent);
}

function tried(targets: readonly (Rounded | null)[], dones: readonly (Rounded | null)[], rates: readonly (Rounded | null)[], slot: Slot, scale: number): Pick<RateLaw, "holds" | "informative"> | null {
  let [holds, informative, missed, beyond] = [0, 0, 0, 0];
  const ratios = new Set<string>();
  for (let row = 0; row < rates.length; row++) {
    const [target, done, rate] = [targets[row], dones[row], rates[row]];
    if (!target || !done || !rate || target.value <= 0 || done.value === 0 || done.value * scale === target.value) continue;
    informative++;
    const cell = slot.cells[row];
    const isFraction = cell?.kind === "number" && cell.percent;
    const isPlain = isRatio(target, done, rate, scale);
    if (isPlain || (!isFraction && isRatio(target, done, rate, 100 * scale))) {
      holds++;
      if (isPlain && !isFraction && rate.value > MOST_OF_A_TASK) beyond++;
      ratios.add(rate.value.toPrecision(6));
    } else if (++missed > 4 && missed > holds) return null;
  }
  // 每户平均人口 3.62: what is mostly several times its base is no rate of it.
  return holds >= LEAST_ROWS && ratios.size >= LEAST_ROWS && holds >= informative * LEAST_SHARE && beyond * 2 <= holds ? { holds, informative } : null;
}

/** What is done of a task is seldom more than twice as much. */
const MOST_OF_A_TASK = 2;

/** Whether some numbers that round to these three are in that ratio. */
function isRatio(target: Rounded, done: Rounded, rate: Rounded, times: number): boolean {
  const [low, high] = [(times * done.low) / target.high, (times * done.high) / Math.max(target.low, Number.MIN_VALUE)];
  return low <= rate.high && high >= rate.low;
}

/** Half a unit of the last decimal: counts are exact, money and areas may have been rounded. */
function rounded(cell: CellReading, isRate = false): Rounded | null {
  if (cell.kind !== "number") return null;
  const { value, decimals, percent } = cell;
  const places = percent ? decimals + 2 : decimals;
  const half = percent || places > 0 || cell.unit !== null || (isRate && Math.abs(value) > 1) ? 0.5 * 10 ** -Math.min(places, 12) : 0;
  const room = half === 0 ? Math.abs(value) * 1e-9 : half * (1 + 1e-9);
  return { value, low: value - room, high: value + room };
}

/**
 * Finds slots that are, in all rows that can tell, the sum of the slots beside them under the same header:
 * 小计 | C级 | D级 | 无房, or 合计 after its parts.
 * @param groups slots that stand under one header, each by its place among the slots
 * @param isTotal whether a slot is said to be a total: it may have others after it
 */
export function sumLaws(slots: readonly Slot[], groups: readonly (readonly number[])[], isTotal: (slot: number) => boolean = () => false): SumLaw[] {
  return groups.flatMap((group) => {
    if (group.length < 3) return [];
    const [first, last] = [group[0] ?? 0, group.at(-1) ?? 0];
    // 进度 after 玉米 | 小麦 | 小计 is of none of them.
    const within = group.flatMap((whole, at): SumLaw[] => (at >= 2 && whole !== last && isTotal(whole) ? [{ whole, parts: group.slice(0, at) }] : []));
    const ends: SumLaw[] = [{ whole: first, parts: group.slice(1) }, { whole: last, parts: group.slice(0, -1) }];
    return [...ends, ...within].filter(({ whole, parts }) => isSumOf(slots, whole, parts));
  });
}

/** One row of four may hold a typing error: that others add up so is no chance. */
const MOST_MISSED = 3;

/** Whether a slot is, in the rows that can tell, the sum of others, at least two of them above 0 somewhere. */
export function isSumOf(slots: readonly Slot[], whole: number, parts: readonly number[]): boolean {
  let [holds, missed] = [0, 0];
  const used = new Set<number>();
  slots[whole]?.cells.slice(0, MOST_ROWS).forEach((cell, row) => {
    if (cell.kind !== "number" || cell.value === 0) return;
    let sum = 0;
    for (const part of parts) {
      const value = slots[part]?.cells[row];
      if (value?.kind !== "number" || value.value === 0) continue;
      sum += value.value;
      used.add(part);
    }
    if (Math.abs(sum - cell.value) <= 1e-9 * Math.abs(cell.value) + 0.5 * 10 ** -Math.max(6, cell.decimals)) holds++;
    else missed++;
  });
  return used.size >= 2 && missed * MOST_MISSED <= holds && holds >= LEAST_ROWS;
}

/**
 * Finds of what a rest is left: one slot before it is the sum of another and the rest.
 * @param rests slots whose headers say that they are what is left
 */
export function restLaws(slots: readonly Slot[], rests: readonly number[]): RestLaw[] {
  return rests.flatMap((rest) => {
    const before = [...slots.keys()].slice(Math.max(0, rest - REACH), rest);
    return before.flatMap((target) => before.flatMap((done) => (done > target && isSumOf(slots, target, [done, rest]) && areBothSome(slots[done], slots[rest]) ? [{ target, done, rest }] : [])));
  });
}

/** Where all or nothing was done a row tells nothing of what is left. */
function areBothSome(done: Slot | undefined, rest: Slot | undefined): boolean {
  const isSome = (cell: CellReading | undefined) => cell?.kind === "number" && cell.value !== 0;
  return (done?.cells.filter((cell, row) => isSome(cell) && isSome(rest?.cells[row])).length ?? 0) >= LEAST_ROWS;
}

/** Whether a slot's figures are in no row less than another's, and in some more. */
export function isNowhereLess(slot: Slot | undefined, than: Slot | undefined): boolean {
  let [pairs, more] = [0, 0];
  for (const [row, cell] of (slot?.cells ?? []).entries()) {
    const other = than?.cells[row];
    if (cell.kind !== "number" || other?.kind !== "number" || cell.percent || other.percent) continue;
    if (cell.value < other.value) return false;
    pairs++;
    if (cell.value > other.value) more++;
  }
  return pairs >= 3 && more >= 2;
}
