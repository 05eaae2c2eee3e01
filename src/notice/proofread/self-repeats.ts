import { times } from "../../progress";
import type { JudgedFigure } from "./judged";
import { isWord } from "./token";

/** Words that name a figure are at least so long, to be the same figure wherever they stand. */
const FEWEST_SIGNS = 6;

/** Figures that the workbook does not have, claimed twice with the same slots and different numbers: one must be wrong. */
export function judgeSelfRepeats(judged: readonly JudgedFigure[]): JudgedFigure[] {
  const byKey = new Map<string, JudgedFigure[]>();
  for (const one of judged) {
    const key = keyOf(one);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return judged.map((one) => {
    const differing = (byKey.get(keyOf(one) ?? "") ?? []).find((other) => other !== one && valueOf(other) !== valueOf(one));
    if (!differing) return one;
    const why = { "zh-CN": `前后不一致：另一处写的是${differing.statement.token.text}`, en: `Elsewhere it is ${differing.statement.token.text}` };
    return { ...one, claim: { ...one.claim, verdict: "suspect", why, missing: null } };
  });
}

function keyOf({ statement, claim }: JudgedFigure): string | null {
  const { pre, token, place, period, mood, beside } = statement;
  const { unit, decimals, approximation } = token.number;
  if (claim.verdict !== "unverified" || mood !== "fact" || period.kind !== "own" || beside !== null || approximation !== null) return null;
  const words = pre
    .filter((one) => !isWord(one, "plain", "period", "asOf", "level", "sum") && one.kind !== "date" && one.kind !== "region")
    .map(({ text }) => text)
    .join("");
  if (words.length < FEWEST_SIGNS || pre.some((one) => one.kind === "mark" && one.mark === "、")) return null;
  return JSON.stringify([place.scopes, place.words, words, unit.kind, unit.family === "percent" ? decimals : 0]);
}

function valueOf({ statement: { token } }: JudgedFigure): number {
  return times(token.number.value, token.number.unit.scale);
}
