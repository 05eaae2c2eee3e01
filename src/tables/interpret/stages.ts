import { withoutUnit } from "../cells";
import { outerOf, siblingsOf, type Head } from "./heads";
import { BY_VERB, PLAINLY, saysRole } from "./header-words";
import { isNowhereLess, type RateLaw, type RestLaw } from "./laws";
import type { Slot } from "./slot";

/**
 * Stages of a task beside the one that its rate is of: slots between the target and what was done of it at the last,
 * nowhere more than the one or less than the other, and whatever is left of the same target beside them (还差).
 * @param parts slots that add up to another: of a stage, not one
 * @returns by slot the target that it is a stage of
 */
export function stagesBetween(slots: readonly Slot[], heads: readonly Head[], laws: readonly RateLaw[], rests: readonly RestLaw[], parts: ReadonlySet<number>): Map<number, number> {
  const between = new Map<number, number>();
  for (const { target, done, rate } of laws) {
    const [whole, task, end] = [slots[target], heads[target], heads[done]];
    for (let at = target + 1; at < done; at++) {
      const [slot, head] = [slots[at], heads[at]];
      if (at === rate || parts.has(at) || !slot || !head || !whole || !task || !end || isUnderWay(head) || laws.some((law) => law.target === at || law.rate === at)) continue;
      if (!isInBand(head, task, end) || !isInUnit(head, task, end) || head.partOf !== null) continue;
      if (head.levels.some(({ roles }) => roles.some(({ role, weight }) => role !== "done" && weight >= PLAINLY))) continue;
      // On the way some may have begun more than they had to; of 退回 and the like there is less than at the end.
      const saysDone = head.levels.some((words) => saysRole(words, "done", BY_VERB));
      if (!(saysDone && isNowhereLess(whole, slot)) && !isNowhereLess(slot, slots[done])) continue;
      between.set(at, target);
    }
  }
  for (const { target, done } of rests) if (laws.some((law) => law.target === target && law.done !== done)) between.set(done, target);
  return between;
}

/** 施工中（台） is how many there are now, not how many have come so far. */
export function isUnderWay({ path }: Head): boolean {
  return withoutUnit(path.at(-1) ?? "").endsWith("中");
}

/** Beside the task, or under one header with the end: 指标 | 进展（评估 | 进场 | 验收）. */
function isInBand(head: Head, task: Head, end: Head): boolean {
  return head.path.length === task.path.length || (head.path.length === end.path.length && outerOf(head) === outerOf(end));
}

/** 交办（件） | 化解 | 销号: where the task alone names a unit, it is that of all. */
function isInUnit(head: Head, task: Head, end: Head): boolean {
  return head.unit?.kind === task.unit?.kind || (head.unit === null && end.unit === null);
}

/** 申请 beside 开工 and 完工 under one header: among verbs a verb. */
export function verbsBeside(heads: readonly Head[]): Set<number> {
  const isVerb = ({ levels }: Head) => levels[0]?.subject === "" && levels[0].stage !== null;
  return new Set(
    siblingsOf(heads).flatMap((group) => {
      const verbs = group.filter((at) => isVerb(heads[at] as Head));
      const others = group.filter((at) => heads[at]?.levels[0]?.subject !== "");
      return verbs.length >= 2 && others.length < verbs.length ? others : [];
    }),
  );
}

/** Slots without a role's word, nowhere less than the done figures that follow under the same header. */
export function atLeastDone(slots: readonly Slot[], heads: readonly Head[]): Set<number> {
  const isDone = (head: Head | undefined) => saysRole(head?.levels[0], "done", BY_VERB);
  return new Set(
    slots.flatMap((slot, at) => {
      const [head, next, after] = [heads[at], heads[at + 1], slots[at + 1]];
      if (!head || !next || !after || isDone(head) || !isDone(next) || head.path.length !== next.path.length) return [];
      if (head.levels.some(({ roles }, level) => roles.some(({ role, weight }) => weight >= PLAINLY && (level === 0 || role === "done"))) || head.unit?.kind !== next.unit?.kind) return [];
      return isNowhereLess(slot, after) ? [at] : [];
    }),
  );
}
