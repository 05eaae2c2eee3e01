import type { Phrase } from "./phrase";

/** Joins the items of a list inside a clause: 甲、乙、丙. Empty items are left out. */
export function enumerated(items: readonly Phrase[]): Phrase {
  return between(items, "、");
}

/** Joins the parts of one clause: 甲，乙. Empty parts are left out. */
export function commas(parts: readonly Phrase[]): Phrase {
  return between(parts, "，");
}

/** Joins clauses into a sentence: 甲；乙。 No clauses, no sentence. */
export function sentence(clauses: readonly Phrase[]): Phrase {
  const joined = between(clauses, "；");
  return joined.length === 0 ? [] : [...joined, "。"];
}

/** Joins names inside a clause: 离石、兴县. */
export function nameList(names: readonly string[]): string {
  return names.join("、");
}

function between(parts: readonly Phrase[], mark: string): Phrase {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [mark, ...part]));
}
