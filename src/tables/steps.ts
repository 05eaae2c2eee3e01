/** Work that pauses now and then: each `yield` is a point where others may have the processor. */
export type Steps<T> = Generator<void, T>;

/** Does all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How long a stretch of work may hold the processor, in milliseconds: a pane answers within 200. */
const STRETCH = 40;

/**
 * Does the steps in short stretches.
 * @param pause lets others have the processor; throws where the work is no longer wanted
 * @param now the time in milliseconds
 */
export async function runInStretches<T>(steps: Steps<T>, pause: () => Promise<void>, now: () => number): Promise<T> {
  for (let start = now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (now() - start < STRETCH) continue;
    await pause();
    start = now();
  }
}
