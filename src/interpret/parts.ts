import type { Piece } from "./evidence";
import { leafSays, type Head } from "./heads";
import { PLAINLY } from "./header-words";
import { isNowhereLess, isSumOf, type RateLaw } from "./laws";
import type { Weights } from "./weights";

/**
 * 新建 | 改建 | 盘活 under 其中 are of what stands before them: done where that was done, by its words or by its rate, and
 * they add up to it or are nowhere more.
 */
export function partPieces(heads: readonly Head[], laws: readonly RateLaw[], nameOf: (slot: number) => string, weights: Weights): Piece[] {
  const slots = heads.map(({ slot }) => slot);
  const groups = new Map<number, number[]>();
  let whole = -1;
  heads.forEach((head, at) => {
    // 完成率 between 已筹集 and 其中 has no parts.
    if (head.partOf === null) whole = laws.some(({ rate }) => rate === at) || head.percent || head.levels[0]?.said?.role === "rate" ? whole : at;
    else if (roleSaidOf(head) === null) groups.set(whole, [...(groups.get(whole) ?? []), at]);
  });
  return [...groups].flatMap(([whole, parts]): Piece[] => {
    const role = laws.some(({ done }) => done === whole) ? "done" : laws.some(({ target }) => target === whole) ? "target" : roleSaidOf(heads[whole]);
    if (role === null) return [];
    const name = nameOf(whole);
    if (parts.length > 1 && isSumOf(slots, whole, parts)) return parts.map((slot) => ({ slot, role, weight: weights.law, text: `${name}是这几列之和` }));
    return parts.flatMap((slot) => (isNowhereLess(slots[whole], slots[slot]) ? [{ slot, role, weight: weights.law / 2, text: `是${name}的一部分` }] : []));
  });
}

function roleSaidOf(head: Head | undefined): "target" | "done" | null {
  return (["target", "done"] as const).find((role) => leafSays(head, role, PLAINLY)) ?? null;
}
