import { CUMULATIVE_WORDS, hasAny, INCREMENT_WORDS } from "../../lexicon";
import { BY_VERB, headerWords, isSumOf, yearAlone, type Slot } from "../../interpret";
import { monthIn, type ColumnMonth } from "./mark";

/** Slots that differ in nothing but the month that they name. */
export interface Series {
  /** Their headers without the month, the same for all. */
  path: readonly string[];
  /** The headers over the month: what stands under them belongs together. */
  outer: string;
  role: "target" | "done" | "rate" | "other";
  /** Nothing but the month says what the figures are. */
  isBare: boolean;
  /** Earliest first. */
  members: Member[];
}

/** One month's slot of a series. */
export interface Member {
  /** Its place among the table's slots. */
  at: number;
  slot: Slot;
  when: ColumnMonth;
  /** The same for the same month or day of the same year, less for an earlier one. */
  order: number;
  isUntil: boolean;
}

/** How months that stand side by side count: all since the year began, each its own, or nothing tells. */
export type Manner = "cumulative" | "increments" | "unclear";

/**
 * Finds the series of months among a table's slots: headers that are the same but for the month. By geometry alone;
 * words are asked only for what the figures of a series are.
 * @param isOfTargets the title says that figures without a role of their own are targets
 * @returns none where no series of what was done has two months of one year
 */
export function monthSeries(slots: readonly Slot[], isOfTargets: boolean): Series[] {
  const families = new Map<string, Series>();
  slots.forEach((slot, at) => {
    const marks = slot.path.map(monthIn);
    const level = marks.map((one) => one !== null).lastIndexOf(true);
    const mark = marks[level];
    if (!mark) return;
    const without = slot.path.map((text, index) => marks[index]?.rest ?? text);
    const path = without.filter((text) => text !== "");
    const key = without.join("\u0001");
    const family = families.get(key) ?? { path, outer: without.slice(0, level).join("/"), members: [], ...roleOf(path, isOfTargets) };
    const when = { year: mark.year ?? slot.path.map(yearAlone).find((one) => one !== null) ?? null, month: mark.month, day: mark.day };
    family.members.push({ at, slot, when, order: orderOf(when), isUntil: mark.isUntil });
    families.set(key, family);
  });
  const found = [...families.values()];
  for (const { members } of found) members.sort((a, b) => a.order - b.order);
  return found.some(({ role, members }) => role === "done" && hasTwoMonths(members)) ? found : [];
}

/** A month's end comes after its days. Years that no header names are the table's own, the latest. */
function orderOf({ year, month, day }: ColumnMonth): number {
  return (year ?? 9999) * 10_000 + month * 100 + (day ?? 99);
}

/** Two days of the latest year: a month beside the same of last year is no series. */
function hasTwoMonths(members: readonly Member[]): boolean {
  const latest = members.at(-1)?.when.year;
  return new Set(members.filter(({ when }) => when.year === latest).map(({ order }) => order)).size >= 2;
}

function roleOf(path: readonly string[], isOfTargets: boolean): Pick<Series, "role" | "isBare"> {
  for (const text of [...path].reverse()) {
    const roles = headerWords(text).roles.filter(({ weight }) => weight >= BY_VERB).sort((a, b) => b.weight - a.weight);
    const said = roles[0]?.role;
    if (said === "target" || said === "done" || said === "rate") return { role: said, isBare: false };
    if (said !== undefined && said !== "size") return { role: "other", isBare: false };
  }
  return { role: isOfTargets ? "target" : "done", isBare: true };
}

/** So many rises that chance does not make them. */
const LEAST_RISES = 4;
/** A typing error in so many steps costs nothing. */
const FEW_FALLS = 0.1;

/**
 * Weighs whether the months of a series are cumulative: words of the header, figures that only ever rise, and, what
 * says most, a column that is their sum.
 */
export function mannerOf({ path, members }: Series, whole: number | null): Manner {
  const { rises, falls } = stepsOf(members);
  const isRising = falls <= FEW_FALLS * (rises + falls);
  const votes = [
    path.some((text) => hasAny(text, CUMULATIVE_WORDS)) || members.some(({ isUntil }) => isUntil) ? 1 : 0,
    isRising && rises >= LEAST_RISES ? 1 : 0,
    path.some((text) => hasAny(text, INCREMENT_WORDS) || headerWords(text).other === "month") ? -1 : 0,
    isRising ? 0 : -1,
    whole === null ? 0 : -2,
  ];
  const balance = votes.reduce<number>((sum, vote) => sum + vote, 0);
  return balance > 0 ? "cumulative" : balance < 0 ? "increments" : "unclear";
}

/** The slot of no month that the months of a series add up to: 累计 beside them; null without one. */
export function wholeOf({ members }: Series, slots: readonly Slot[], shared: readonly number[]): number | null {
  return shared.find((at) => isSumOf(slots, at, members.map((member) => member.at))) ?? null;
}

/** How often a row's figure rises and falls from one month to the next that has one; months to come may stand at 0. */
function stepsOf(members: readonly Member[]): { rises: number; falls: number } {
  const held = members.filter(({ slot }) => hasSomething(slot));
  const rows = [...(held[0]?.slot.cells.keys() ?? [])];
  const steps = rows.flatMap((row) => {
    const figures = held.flatMap(({ slot, when: { year } }) => {
      const cell = slot.cells[row];
      return cell?.kind === "number" ? [{ value: cell.value, year }] : [];
    });
    // With each year it begins at 0 again.
    return figures.map(({ value, year }, at) => (year === figures[at - 1]?.year ? value - (figures[at - 1]?.value ?? 0) : 0));
  });
  return { rises: steps.filter((step) => step > 0).length, falls: steps.filter((step) => step < 0).length };
}

/** Whether a slot holds a figure other than 0. */
export function hasSomething({ cells }: Slot): boolean {
  return cells.some((cell) => cell.kind === "number" && cell.value !== 0);
}
