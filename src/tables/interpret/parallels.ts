import type { Head } from "./heads";
import type { HeaderWords } from "./header-words";
import { LEAST_ROWS, type RateLaw } from "./laws";
import { isWords, type Slot } from "./slot";

/** What a slot is by a slot whose header is worded alike. */
export interface Parallel {
  role: "target" | "done";
  /** The slot that its role is taken from. */
  like: number;
  /** How sure that one's role is: 1 by a rate, less where its figures are only nowhere less. */
  strength: number;
}

const BY_RATE = 1;
const BY_SIZE = 0.8;

/**
 * Words that arithmetic has explained in one place mean the same in the table's other places: where 销号率 makes 排查数
 * the base and 销号数 what was done, 排查 and 销号 under 乱占 are that too, though no rate stands beside them.
 * @param atLeastDone slots nowhere less than the done figures after them
 * @returns by slot; none for slots that a law explains itself, or whose words were explained in two ways
 */
export function parallelRoles(slots: readonly Slot[], heads: readonly Head[], laws: readonly RateLaw[], atLeastDone: ReadonlySet<number>): Map<number, Parallel> {
  const taught = new Map<string, Parallel | null>();
  const teach = (words: HeaderWords | undefined, one: Parallel) => {
    const key = keyOf(words);
    if (key === "") return;
    const known = taught.get(key);
    if (known === undefined) taught.set(key, one);
    else if (known !== null && known.role !== one.role) taught.set(key, null);
  };
  for (const { target, done, holds } of laws) {
    const [base, end] = [heads[target], heads[done]];
    if (!base || !end || holds < LEAST_ROWS) continue;
    const level = base.levels.findIndex((words, at) => keyOf(words) !== keyOf(end.levels[at]));
    if (level < 0) continue;
    teach(base.levels[level], { role: "target", like: target, strength: BY_RATE });
    teach(end.levels[level], { role: "done", like: done, strength: BY_RATE });
  }
  for (const at of atLeastDone) teach(heads[at]?.levels[0], { role: "target", like: at, strength: BY_SIZE });
  const explained = new Set(laws.flatMap(({ target, done, rate }) => [target, done, rate]));
  const parallels = new Map<number, Parallel>();
  heads.forEach(({ levels }, at) => {
    const slot = slots[at];
    if (!slot || isWords(slot) || explained.has(at)) return;
    const found = levels.map((words) => taught.get(keyOf(words))).find((one) => one !== undefined && one !== null);
    if (found && found.like !== at) parallels.set(at, found);
  });
  return parallels;
}

/** A header's words without its unit and what it counts: 排查 of 排查数（个）. */
function keyOf(words: HeaderWords | undefined): string {
  return (words?.tokens ?? []).flatMap(({ text, senses }) => (senses.some(({ kind }) => kind === "counted") ? [] : text)).join("");
}
