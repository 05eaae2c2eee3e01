import { Problem } from "./problem";

/** How a long reading is followed and stopped. */
export interface ReadingWatch {
  /** @param share what is done of the work, 0 to 1 */
  progress?: (share: number) => void;
  signal?: AbortSignal;
}

/** @throws Problem `cancelled` where the reading is no longer wanted */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new Problem("cancelled", {
    "zh-CN": "已取消读取，没有改动任何内容。需要时点“重新读取”。",
    en: "Reading was cancelled; nothing was changed. Choose Read again when needed.",
  });
}
