/** Runs steps to their end in one go. */
export function finished<Result>(steps: Generator<void, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Runs steps and lets others have the thread whenever a stretch has lasted long enough.
 * @param stretch milliseconds after which the thread is given up
 */
export async function inStretches<Result>(steps: Generator<void, Result>, stretch = 20): Promise<Result> {
  for (;;) {
    const start = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - start < stretch);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
