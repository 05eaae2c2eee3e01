import axe, { type AxeResults } from "axe-core";
import type { Frame } from "playwright-core";

/** Fluent's focus keeper: unseen stops that only hand the focus on, which axe takes for hidden controls. */
const FOCUS_STOPS = "[data-tabster-dummy]";

/** What axe finds wrong in a page: "rule: selector", one line each. Empty: nothing. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(settled);
  if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(axe.source);
  const results = await frame.evaluate(
    (exclude) => (globalThis as unknown as { axe: { run(context: object): Promise<AxeResults> } }).axe.run({ exclude }),
    [FOCUS_STOPS],
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}

/** Colours that are still on their way from one state to the next are nobody's: waits for what ends by itself. */
async function settled(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
