import { collectGarbage } from "./collect-garbage";

/**
 * The median time of a piece of work, in milliseconds.
 * @param runs how often it is measured, after one run that is not
 * @param prepare makes what each run works on, outside the time
 */
export function medianTime<T>(runs: number, work: (given: T) => unknown, prepare: () => T): number {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const given = prepare();
    collectGarbage();
    const start = performance.now();
    work(given);
    if (run > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
}
