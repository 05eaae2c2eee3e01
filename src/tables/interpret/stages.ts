import { siblingsOf, type Head } from "./heads";
import { BY_VERB, PLAINLY, saysRole } from "./header-words";
import { isNowhereLess, type RateLaw } from "./laws";
import type { Slot } from "./slot";

/** Slots between a target and what was done of it at the last, nowhere more than the one or less than the other: stages on the way. */
export function stagesBetween(slots: readonly Slot[], heads: readonly Head[], laws: readonly RateLaw[]): Map<number, number> {
  const between = new Map<number, number>();
  for (const { target, done, rate } of laws) {
    for (let at = target + 1; at < done; at++) {
      const [slot, head, whole] = [slots[at], heads[at], slots[target]];
      // 施工中 is how many there are now, not how many have come so far.
      if (at === rate || !slot || !head || !whole || (head.path.at(-1) ?? "").endsWith("中") || laws.some((law) => law.target === at || law.rate === at)) continue;
      if (head.unit?.kind !== heads[target]?.unit?.kind || head.path.length !== heads[target]?.path.length || head.partOf !== null) continue;
      if (head.levels.some(({ roles }) => roles.some(({ role, weight }) => role !== "done" && weight >= PLAINLY))) continue;
      // On the way some may have begun more than they had to.
      if (!isNowhereLess(whole, slot) && !isNowhereLess(slot, slots[done])) continue;
      between.set(at, target);
    }
  }
  return between;
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
