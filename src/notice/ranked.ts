import { competitionRanks, type RegionProgress } from "../progress";

/** Regions with a rate, the best first; equal rates stay in the workbook's order. */
export function byRate(rows: readonly RegionProgress[]): RegionProgress[] {
  return rows.filter((row) => row.rate !== null).sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
}

/**
 * The first so many ranks, ties included. Nobody is first where all are equal, or fewer than that have begun.
 * @param count of ranks, not of regions: two second places are both among the first three
 */
export function firstRanks(rows: readonly RegionProgress[], count: number): RegionProgress[] {
  const rated = byRate(rows);
  const first = rated.filter((row) => (row.rank ?? Infinity) <= count && (row.rate ?? 0) > 0);
  return allEqual(rated) || first.length < count ? [] : first;
}

/**
 * The last so many ranks among those who have begun, counted from the end, ties included; none who are among
 * the first, and nobody where fewer than that are left. Those with nothing done are told by themselves.
 */
export function lastRanks(rows: readonly RegionProgress[], count: number): RegionProgress[] {
  const first = new Set(firstRanks(rows, count));
  const begun = byRate(rows).filter((row) => (row.rate ?? 0) > 0);
  if (first.size === 0 || allEqual(begun)) return [];
  const fromEnd = competitionRanks(begun.map((row) => -(row.rate ?? 0)));
  const last = begun.filter((row, index) => (fromEnd[index] ?? Infinity) <= count && !first.has(row));
  return last.length < count ? [] : last;
}

function allEqual(rows: readonly RegionProgress[]): boolean {
  return rows.length > 1 && rows.every((row) => row.rate === rows[0]?.rate);
}
