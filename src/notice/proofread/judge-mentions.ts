import type { Judged } from "./judge-workbook";

/** Words around a figure that are long enough to make it the same figure wherever they stand. */
const FEWEST_SIGNS = 8;

/** Figures that the workbook does not have, said twice in the same words with different numbers: one must be wrong. */
export function judgeMentions(judged: readonly Judged[]): Judged[] {
  const byKey = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = keyOf(one);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return judged.map((one) => {
    const others = (byKey.get(keyOf(one) ?? "") ?? []).filter((other) => other !== one);
    const differing = others.find((other) => other.use.token.number.value !== one.use.token.number.value);
    if (!differing) return one;
    const why = { "zh-CN": `前后不一致：另一处写的是${differing.use.token.text}`, en: `Elsewhere it is ${differing.use.token.text}` };
    return { ...one, claim: { ...one.claim, verdict: "suspect", why } };
  });
}

function keyOf({ use, claim }: Judged): string | null {
  if (claim.verdict !== "unverified" || use.elsewhere || use.token.number.approximation !== null || use.pre.length === 0) return null;
  const words = [...use.pre, ...use.post].map(({ text }) => text).join("");
  const { unit, decimals } = use.token.number;
  return words.length < FEWEST_SIGNS ? null : JSON.stringify([use.scopes[0], words, unit.kind, decimals]);
}
