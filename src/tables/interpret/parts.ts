import type { Head } from "./heads";
import { PLAINLY } from "./header-words";
import { isSumOf, type RateLaw } from "./laws";
import { isWords, type Slot } from "./slot";

/** What a slot under 其中 is by the slot that it is a part of. */
export interface PartRole {
  role: "target" | "done";
  /** The slot that it is a part of. */
  whole: number;
  /** The parts add up to the whole in every row. */
  isSum: boolean;
}

/**
 * 新建 | 改建 | 盘活 under 其中 are of what stands before them: done where that was done, by its words or by its rate.
 * @returns by slot; none for parts that say a role themselves
 */
export function partRoles(slots: readonly Slot[], heads: readonly Head[], laws: readonly RateLaw[]): Map<number, PartRole> {
  const roles = new Map<number, PartRole>();
  const groups = new Map<number, number[]>();
  let lastWhole = -1;
  heads.forEach((head, at) => {
    const slot = slots[at];
    if (head.partOf === null) lastWhole = laws.some(({ rate }) => rate === at) || isRate(head) ? lastWhole : at;
    else if (slot && !isWords(slot) && !head.percent && saidOf(head) === null) groups.set(lastWhole, [...(groups.get(lastWhole) ?? []), at]);
  });
  for (const [whole, parts] of groups) {
    const head = heads[whole];
    const role = head ? (roleByLaw(whole, laws) ?? saidOf(head)) : null;
    if (role === null) continue;
    const isSum = parts.length > 1 && isSumOf(slots, whole, parts);
    for (const part of parts) if (isSum || isNowhereMore(slots[part], slots[whole])) roles.set(part, { role, whole, isSum });
  }
  return roles;
}

/** 完成率 between 已筹集 and 其中: of no parts. */
function isRate({ levels, percent }: Head): boolean {
  return percent || (levels[0]?.said?.role === "rate" && levels[0].said.weight >= PLAINLY);
}

function roleByLaw(at: number, laws: readonly RateLaw[]): "target" | "done" | null {
  return laws.some(({ done }) => done === at) ? "done" : laws.some(({ target }) => target === at) ? "target" : null;
}

function saidOf({ levels }: Head): "target" | "done" | null {
  const said = levels[0]?.roles.find(({ role, weight }) => (role === "target" || role === "done") && weight >= PLAINLY);
  return said ? (said.role as "target" | "done") : null;
}

/** A part is more than its whole in no row but one that may hold a typing error. */
function isNowhereMore(part: Slot | undefined, whole: Slot | undefined): boolean {
  let [more, rows] = [0, 0];
  part?.cells.forEach((cell, row) => {
    const other = whole?.cells[row];
    if (cell.kind !== "number" || cell.value === 0) return;
    rows++;
    if (other?.kind !== "number" || cell.value > other.value) more++;
  });
  return more === 0 || (more === 1 && rows >= ROWS_WITH_AN_ERROR);
}

const ROWS_WITH_AN_ERROR = 3;
