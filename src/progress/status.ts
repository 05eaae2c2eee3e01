/**
 * How a region stands with an indicator.
 * - noTask: no target was set; neither 0% nor 100%
 * - unknown: a target, but what was done could not be read, or no table says it
 */
export type Status = "noTask" | "unknown" | "none" | "behind" | "onPace" | "complete" | "exceeded";

/** Worst first, as lists and chips show them. */
export const STATUSES: readonly Status[] = [
  "none",
  "behind",
  "onPace",
  "complete",
  "exceeded",
  "unknown",
  "noTask",
];

/**
 * Names and symbols of the statuses, of whatever indicator (`statusName` has its own words). A symbol stands beside each
 * colour, for greyscale print and colour blindness: hollow falls short, full is on pace. None is a triangle, which in
 * statistics is rise and fall.
 */
export const STATUS_LABELS: Record<Status, { chinese: string; english: string; symbol: string }> = {
  none: { chinese: "未启动", english: "Not started", symbol: "✕" },
  behind: { chinese: "滞后", english: "Behind", symbol: "○" },
  onPace: { chinese: "达到序时", english: "On pace", symbol: "●" },
  complete: { chinese: "完成", english: "Complete", symbol: "✓" },
  exceeded: { chinese: "超额完成", english: "Exceeded", symbol: "★" },
  unknown: { chinese: "无法读取", english: "Unreadable", symbol: "?" },
  noTask: { chinese: "无任务", english: "No task", symbol: "–" },
};
