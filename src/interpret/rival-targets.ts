import { AFTER_ADJUSTING, BEFORE_ADJUSTING, beginsWithAny } from "../lexicon";
import { leafSays, outerOf, type Head } from "./heads";
import { PLAINLY } from "./header-words";
import type { RateLaw } from "./laws";

/** Where all that was to be begun was begun, the rate is of 任务 as it is of 开工, and of 年初任务 as of 调整后任务: words tell which. */
export function likeliestTargets(laws: readonly RateLaw[], heads: readonly Head[]): RateLaw[] {
  const adjusted = beforeAdjusting(heads);
  const likeness = ({ target }: RateLaw) => (saysTarget(heads[target]) ? 2 : 0) - (adjusted.includes(target) ? 1 : 0);
  return laws.filter((law) => !laws.some((other) => other.rate === law.rate && other.done === law.done && other.holds >= law.holds && likeness(other) > likeness(law)));
}

/** 前三季度计划 beside 年度计划, under the same outer header. */
export function lesserTargets(heads: readonly Head[]): number[] {
  const isPartial = ({ levels }: Head) => (levels[0]?.period?.month ?? 12) < 12;
  return targetsBeside(heads, isPartial, (head) => !isPartial(head));
}

/** 年初任务 beside 调整后任务, under the same outer header. */
export function beforeAdjusting(heads: readonly Head[]): number[] {
  const begins = (words: readonly string[]) => ({ path }: Head) => beginsWithAny(path.at(-1) ?? "", words);
  return targetsBeside(heads, begins(BEFORE_ADJUSTING), begins(AFTER_ADJUSTING));
}

/** Targets of one kind with one of the other under the same outer header. */
function targetsBeside(heads: readonly Head[], isLesser: (head: Head) => boolean, isFull: (head: Head) => boolean): number[] {
  const hasFull = (head: Head) => heads.some((other) => saysTarget(other) && isFull(other) && outerOf(other) === outerOf(head));
  return heads.flatMap((head, at) => (saysTarget(head) && isLesser(head) && hasFull(head) ? [at] : []));
}

function saysTarget(head: Head | undefined): boolean {
  return leafSays(head, "target", PLAINLY);
}
