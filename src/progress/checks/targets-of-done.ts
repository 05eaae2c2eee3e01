import { plain } from "../decimal";
import type { Figures } from "../figures";
import { finding, type Finding } from "../findings";
import { meaningName } from "../meaning";
import type { Meaning, Records } from "../records";

/**
 * zero-target: something done where the target column has 0 or nothing;
 * blank-done: nothing stated as done beside a target, counted as 0.
 */
export function targetsOfDone(records: Records, figures: Figures): Finding[] {
  return records.indicators.flatMap(({ id }) => {
    const target: Meaning = { kind: "target", indicator: id };
    const done: Meaning = { kind: "done", indicator: id };
    if (!figures.hasColumn(target)) return [];
    // Where no region has a target, none is missing: rows of what is done without one.
    const hasTarget = records.regions.some((region) => figures.of(region.name, target));
    const name = meaningName(done, records.indicators);
    return records.regions.flatMap(({ name: region }) => {
      const task = figures.of(region, target);
      const achieved = figures.of(region, done);
      const gap = figures.gap(region, done);
      if (hasTarget && achieved && achieved.value > 0 && (!task || task.value === 0)) {
        const beside = task ?? figures.gap(region, target);
        if (beside && "reason" in beside && beside.reason === "unreadable") return [];
        return [
          finding(
            "zero-target",
            [...achieved.source.cells, ...(beside?.source.cells ?? [])],
            `${region}没有目标任务，但${name.chinese}为 ${plain(achieved.value)}，请核对目标任务是否漏填`,
            `${region} has no target, but ${name.english} is ${plain(achieved.value)}`,
          ),
        ];
      }
      if (!achieved && task && task.value !== 0 && gap?.reason === "blank") {
        return [
          finding(
            "blank-done",
            gap.source.cells,
            `${region}有目标任务 ${plain(task.value)}，${name.chinese}未填，按 0 计算`,
            `${region} has a target of ${plain(task.value)}, ${name.english} is blank and counts as 0`,
          ),
        ];
      }
      return [];
    });
  });
}
