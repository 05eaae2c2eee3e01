import { headerWords, PLAINLY } from "./header-words";
import type { Slot } from "./slot";

/** A heading without figures (一、棚户区改造) names the slots after it that say only 计划 or 完成. */
export function underSections(slots: readonly Slot[]): Slot[] {
  let section: readonly string[] | null = null;
  return slots.map((slot) => {
    const { path, numbers, words, doubtful } = slot;
    const read = path.map(headerWords);
    const names = read.some(({ subject, stage }) => subject !== "" || stage === "invest");
    const says = read.some(({ roles }) => roles.some(({ weight }) => weight >= PLAINLY));
    if (numbers + words + doubtful === 0 && names && !says) section = path;
    else if (section && path.length > 0 && !names) return { ...slot, path: [...section, ...path] };
    return slot;
  });
}
