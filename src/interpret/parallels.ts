import type { Piece } from "./evidence";
import type { Head } from "./heads";
import { wordsWithoutCount, type HeaderWords } from "./header-words";
import type { RateLaw } from "./laws";
import { isWords } from "./slot";
import type { Weights } from "./weights";

/** What a wording was found to mean: by a rate for certain, less so where figures are only nowhere less. */
interface Lesson {
  role: "target" | "done";
  /** The slot that it was found at. */
  like: number;
  strength: number;
}

const [BY_RATE, BY_SIZE] = [1, 0.8];

/**
 * Words that arithmetic has explained in one place mean the same in the table's other places: where 销号率 makes 排查数
 * the base and 销号数 what was done, 排查 and 销号 under 乱占 are that too, though no rate stands beside them.
 * @param atLeastDone slots nowhere less than the done figures after them
 * @returns nothing for slots that a law explains itself, or whose words were explained in two ways
 */
export function parallelPieces(heads: readonly Head[], laws: readonly RateLaw[], atLeastDone: ReadonlySet<number>, nameOf: (slot: number) => string, weights: Weights): Piece[] {
  const taught = new Map<string, Lesson | null>();
  const teach = (words: HeaderWords | undefined, lesson: Lesson) => {
    const known = taught.get(wordsWithoutCount(words));
    taught.set(wordsWithoutCount(words), known === undefined || known?.role === lesson.role ? (known ?? lesson) : null);
  };
  for (const { target, done } of laws) {
    const [base, end] = [heads[target]?.levels ?? [], heads[done]?.levels ?? []];
    const level = base.findIndex((words, at) => wordsWithoutCount(words) !== wordsWithoutCount(end[at]));
    if (level < 0) continue;
    teach(base[level], { role: "target", like: target, strength: BY_RATE });
    teach(end[level], { role: "done", like: done, strength: BY_RATE });
  }
  for (const at of atLeastDone) teach(heads[at]?.levels[0], { role: "target", like: at, strength: BY_SIZE });
  taught.delete("");
  const explained = new Set(laws.flatMap(({ target, done, rate }) => [target, done, rate]));
  return heads.flatMap(({ slot, levels }, at): Piece[] => {
    const lesson = isWords(slot) || explained.has(at) ? null : levels.map((words) => taught.get(wordsWithoutCount(words))).find((one) => one);
    return lesson && lesson.like !== at ? [{ slot: at, role: lesson.role, weight: weights.parallel * lesson.strength, text: `与${nameOf(lesson.like)}的写法相同` }] : [];
  });
}
