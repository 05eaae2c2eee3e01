import { shortRegion } from "./names";

/** Names that a finding offers at most. */
const MOST = 3;

/**
 * The names that a misspelt one was likely meant to be, the likeliest first.
 * @param candidates names that could stand there
 * @example likelyNames("汾阴市", ["离石区", "汾阳市", "孝义市"]) // ["汾阳市"]
 */
export function likelyNames(name: string, candidates: readonly string[]): string[] {
  const near = candidates.map((candidate) => ({ candidate, distance: distanceOf(shortRegion(name), shortRegion(candidate)) }));
  return near
    .filter(({ candidate, distance }) => distance <= MOST_SIGNS && distance < shortRegion(candidate).length)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** Signs that are mistyped, left out or too many; two that are swapped count as one. */
const MOST_SIGNS = 1;

/** Edit distance in signs, where swapping two neighbours is one edit. */
function distanceOf(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (__, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const best = Math.min(replaced, at(row - 1, column) + 1, at(row, column - 1) + 1, isSwap ? at(row - 2, column - 2) + 1 : Infinity);
      (rows[row] as number[])[column] = best;
    }
  }
  return at(a.length, b.length);
}
