import { isWord, type DraftToken } from "./token";

/** What a word measures rates against: 序时进度, 全市平均水平, 节点要求, and the same within 低于序时进度. */
export function referenceOf(token: DraftToken | undefined): "pace" | "average" | "demand" | null {
  if (isWord(token, "reference")) return token.value as "pace" | "average" | "demand";
  if (!isWord(token, "status")) return null;
  if (/Demand$/.test(token.value)) return "demand";
  return /^(?:onPace|behind)$/.test(token.value) ? "pace" : /Average$/.test(token.value) ? "average" : null;
}

/** The last reference among some words; null where an upper level's is meant (全国平均水平). */
export function referenceIn(words: readonly DraftToken[]): { of: "pace" | "average" | "demand"; token: DraftToken } | "upper" | null {
  for (let at = words.length - 1; at >= 0; at--) {
    const token = words[at];
    // 低于全市22.79个百分点: than all together.
    if (isWord(token, "level") && at === words.length - 1 && isWord(words[at - 1], "more", "less", "against"))
      return token.value === "own" ? { of: "average", token } : "upper";
    const of = referenceOf(token);
    if (of === null || !token) continue;
    const level = words[at - 1];
    return isWord(level, "level") && level.value === "upper" ? "upper" : { of, token };
  }
  return null;
}
