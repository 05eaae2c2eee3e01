import type { Report } from "../progress";

/** How many of the regions are behind: all of them, most, some or none. */
type BehindShare = "各" | "大部分" | "部分" | "";

/**
 * How widely the work is behind: a region counts as behind where at least half of its tasks are short of the
 * pace or not begun. Regions without a task, or whose figures cannot be read, do not count.
 */
export function behindShare(report: Report): BehindShare {
  const shares = report.regions.flatMap(({ name }) => {
    const rows = report.indicators.flatMap(({ regions }) => regions.filter((row) => row.region === name && row.rate !== null));
    const late = rows.filter(({ status }) => status === "behind" || status === "none");
    return rows.length === 0 ? [] : [late.length * 2 >= rows.length];
  });
  const behind = shares.filter(Boolean).length;
  if (behind === 0) return "";
  if (behind === shares.length) return "各";
  return behind * 2 > shares.length ? "大部分" : "部分";
}
