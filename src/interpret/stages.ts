import { withoutUnit } from "../cells";
import { anySays, leafSays, outerOf, siblingsOf, type Head } from "./heads";
import { BY_VERB, PLAINLY } from "./header-words";
import { isNowhereLess, type RateLaw, type RestLaw } from "./laws";

/**
 * Stages of a task beside the one that its rate is of: slots between the target and what was done of it at the last,
 * nowhere more than the one or less than the other, and whatever is left of the same target beside them (还差).
 * @param parts slots that add up to another: of a stage, not one
 * @returns by slot the target that it is a stage of
 */
export function stagesBetween(heads: readonly Head[], laws: readonly RateLaw[], rests: readonly RestLaw[], parts: ReadonlySet<number>): Map<number, number> {
  const between = new Map<number, number>();
  const isOfLaw = (at: number) => parts.has(at) || laws.some(({ target, rate }) => target === at || rate === at);
  for (const { target, done } of laws) {
    const [task, end] = [heads[target], heads[done]];
    for (let at = target + 1; at < done; at++) {
      const head = heads[at];
      if (!head || !task || !end || isOfLaw(at) || isUnderWay(head) || head.partOf !== null) continue;
      if (!isInBand(head, task, end) || !isInUnit(head, task, end) || saysAnother(head)) continue;
      // On the way some may have begun more than they had to; of 退回 and the like there is less than at the end.
      const mayExceed = anySays(head, "done", BY_VERB) && isNowhereLess(task.slot, head.slot);
      if (mayExceed || isNowhereLess(head.slot, end.slot)) between.set(at, target);
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
  return head.path.length === task.path.length || outerOf(head) === outerOf(end);
}

/** 交办（件） | 化解 | 销号: where the task alone names a unit, it is that of all. */
function isInUnit(head: Head, task: Head, end: Head): boolean {
  return head.unit?.kind === task.unit?.kind || (head.unit === null && end.unit === null);
}

function saysAnother({ levels }: Head): boolean {
  return levels.some(({ roles }) => roles.some(({ role, weight }) => role !== "done" && weight >= PLAINLY));
}

/** 申请 beside 开工 and 完工 under one header: among verbs a verb. */
export function verbsBeside(heads: readonly Head[]): Set<number> {
  const leafAt = (at: number) => heads[at]?.levels[0];
  return new Set(
    siblingsOf(heads).flatMap((group) => {
      const verbs = group.filter((at) => leafAt(at)?.subject === "" && leafAt(at)?.stage !== null);
      const others = group.filter((at) => leafAt(at)?.subject !== "");
      return verbs.length >= 2 && others.length < verbs.length ? others : [];
    }),
  );
}

/** Slots without a role's word, nowhere less than the done figures that follow under the same header. */
export function atLeastDone(heads: readonly Head[]): number[] {
  return heads.flatMap((head, at) => {
    const next = heads[at + 1];
    const isBefore = next && leafSays(next, "done", BY_VERB) && head.path.length === next.path.length && head.unit?.kind === next.unit?.kind;
    // 建设 and 改造 name a task as well as what was done of it.
    const isStage = head.levels[0]?.stage !== null && leafSays(head, "done", BY_VERB);
    const says = isStage || anySays(head, "done", PLAINLY) || head.levels[0]?.roles.some(({ weight }) => weight >= PLAINLY);
    return isBefore && !says && isNowhereLess(head.slot, next.slot) ? [at] : [];
  });
}
