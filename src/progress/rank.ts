/**
 * Competition rank, highest first: equal values share a rank and the next one is skipped
 * (1, 2, 3, 3, 5), as published rankings print it.
 * @param values null takes no part and gets no rank
 */
export function competitionRanks(values: readonly (number | null)[]): (number | null)[] {
  const sorted = values.filter((value): value is number => value !== null).sort((a, b) => b - a);
  const rankOf = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!rankOf.has(value)) rankOf.set(value, index + 1);
  });
  return values.map((value) => (value === null ? null : (rankOf.get(value) ?? null)));
}
