import { isShortened } from "../lexicon";
import { shortRegion } from "./names";

/** Names that a finding offers at most. */
const MOST = 3;

/**
 * The names that a misspelt one was likely meant to be: with one sign mistyped, left out or too many, or two swapped.
 * @param candidates names that could stand there
 * @example likelyNames("汾阴市", ["离石区", "汾阳市", "孝义市"]) // ["汾阳市"]
 */
export function likelyNames(name: string, candidates: readonly string[]): string[] {
  return candidates.filter((candidate) => isNear(shortRegion(name), shortRegion(candidate))).slice(0, MOST);
}

function isNear(a: string, b: string): boolean {
  if (a.length !== b.length) return Math.abs(a.length - b.length) === 1 && b.length > 1 && (isShortened(a, b) || isShortened(b, a));
  const differing = [...a].flatMap((sign, at) => (sign === b[at] ? [] : [at]));
  const [first = 0, second = 0] = differing;
  const isSwap = differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return isSwap || (differing.length === 1 && b.length > 1);
}
