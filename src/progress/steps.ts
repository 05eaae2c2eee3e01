/** Work that pauses now and then: each `yield` is a point where others may have the processor. */
export type Steps<T> = Generator<void, T>;

/** Rows of a table between two points where work on it may pause. */
export const STEP_ROWS = 500;

/** Does all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** How long a stretch of work may hold the processor, in milliseconds: a pane answers within 200. */
const STRETCH = 40;

/** How work is done in stretches. */
interface StretchOptions {
  /** Lets others have the processor; throws where the work is no longer wanted. */
  pause?: () => Promise<void>;
  /** Milliseconds after which the processor is given up. */
  stretch?: number;
}

/** Does the steps in short stretches. */
export async function runInStretches<T>(steps: Steps<T>, { pause = nextTask, stretch = STRETCH }: StretchOptions = {}): Promise<T> {
  for (let start = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - start < stretch) continue;
    await pause();
    start = performance.now();
  }
}

/** Resolves when whoever waits for the processor has had it. */
function nextTask(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}
