import { beginsWithAny } from "../../lexicon";
import { outerOf, type Head } from "./heads";
import { PLAINLY, saysRole } from "./header-words";
import type { RateLaw } from "./laws";

/** Where all that was to be begun was begun, the rate is of 任务 as it is of 开工, and of 年初任务 as of 调整后任务: words tell which. */
export function likeliestTargets(laws: readonly RateLaw[], heads: readonly Head[]): RateLaw[] {
  const adjusted = beforeAdjusting(heads);
  const likeness = ({ target }: RateLaw) => (saysTarget(heads[target]) ? 2 : 0) - (adjusted.includes(target) ? 1 : 0);
  return laws.filter((law) => !laws.some((other) => other.rate === law.rate && other.done === law.done && other.holds >= law.holds && likeness(other) > likeness(law)));
}

/** 前三季度计划 beside 年度计划, under the same outer header. */
export function lesserTargets(heads: readonly Head[]): Set<number> {
  const isPartial = ({ levels }: Head) => (levels[0]?.period?.month ?? 12) < 12;
  return new Set(heads.flatMap((head, at) => (saysTarget(head) && isPartial(head) && heads.some((other) => saysTarget(other) && !isPartial(other) && outerOf(other) === outerOf(head)) ? [at] : [])));
}

/** 年初任务 beside 调整后任务, under the same outer header. */
export function beforeAdjusting(heads: readonly Head[]): number[] {
  const begins = ({ path }: Head, words: readonly string[]) => beginsWithAny(path.at(-1) ?? "", words);
  return heads.flatMap((head, at) => (saysTarget(head) && begins(head, BEFORE) && heads.some((other) => saysTarget(other) && begins(other, AFTER) && outerOf(other) === outerOf(head)) ? [at] : []));
}

const [BEFORE, AFTER] = [["年初", "调整前", "原"], ["调整后", "现"]];

function saysTarget(head: Head | undefined): boolean {
  return saysRole(head?.levels[0], "target", PLAINLY);
}
