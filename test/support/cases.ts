/** How many cases the long tests try: the one place that says so. */

/**
 * `npm run soak` sets CASES=all: every case there is. `npm test` tries so many that a fault of one kind still shows;
 * `npm run check`, CASES=few, a quarter of these.
 */
export const MANY = process.env.CASES === "all";
const FEW = process.env.CASES === "few";

/** How many of `npm test`, how many of `npm run soak`. */
const CASES = {
  /** tables laid out at random from known figures */
  generatedTables: [300, 2000],
  /** tables composed of bands in words that the reader has never met */
  bandTables: [2000, 10000],
  /** notices over random workbooks, a rule and a template each */
  anyNotice: [25, 60],
  /** tables of months side by side, in each of their arrangements */
  monthsAbreast: [12, 100],
  /** single errors made in notices */
  mutants: [400, 1000],
  /** sheets of random cells, by the pure core */
  wildGrids: [100, 3000],
  /** the same used to column XFD */
  widestGrids: [3, 40],
  /** .xlsx files of random cells, through office.js */
  wildWorkbooks: [10, 300],
  /** .xlsx files of which a part was changed */
  mutatedFiles: [46, 2300],
  /** workbooks of which one kept setting was spoiled, all actions on each */
  spoiledSettings: [3, 1500],
  /** edits of random formulas, after each of which calculating anew must change nothing */
  formulaEdits: [40, 2000],
  /** operations that fail in each request that writes */
  faultsInRequest: [2, Number.POSITIVE_INFINITY],
} as const;

/** How many cases of a kind this run tries. */
export function cases(kind: keyof typeof CASES): number {
  if (MANY) return CASES[kind][1];
  return FEW ? Math.ceil(CASES[kind][0] / 4) : CASES[kind][0];
}

/** The longest that a test of many cases may take, in ms. */
export const LONG_TEST = MANY ? 7_200_000 : 300_000;

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));

/** What decides which part of the cases a run tries; SEED=number repeats a run. */
export function seed(): number {
  return SEED;
}

/** All of some cases; a quarter of them, another by each seed, in `npm run check`. */
export function usuallyAll<T>(all: readonly T[]): T[] {
  return all.filter((_, index) => !FEW || index % 4 === SEED % 4);
}

/** Every so many of some cases, others by each seed; all in `npm run soak`. */
export function everySo<T>(many: number, all: readonly T[]): T[] {
  return all.filter((_, index) => MANY || index % many === SEED % many);
}
