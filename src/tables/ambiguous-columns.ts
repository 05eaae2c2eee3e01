import { finding, meaningName, type Finding, type IndicatorDefinition, type Meaning } from "../progress";
import { ownName } from "./interpret";
import type { TableReading } from "./layouts";

/** ambiguous-column: two readings of a column lie close together; says both, and which was taken. */
export function ambiguousColumns(readings: readonly TableReading[]): Finding[] {
  return readings.flatMap(({ summary, indicators }) =>
    summary.columns.flatMap(({ header, headerCell, range, meaning, runnerUp, unsure }) => {
      if (!unsure) return [];
      const [taken, other] = [nameOf(meaning, indicators), nameOf(runnerUp ?? null, indicators)];
      return [
        finding(
          "ambiguous-column",
          [headerCell ?? range],
          `“${header}”这一列可以有两种读法：${taken.chinese}，或${other.chinese}；暂按前者，请在“数据”里确认`,
          `“${header}” could be ${taken.english} or ${other.english}; the first was taken`,
        ),
      ];
    }),
  );
}

function nameOf(meaning: Meaning | null, indicators: readonly IndicatorDefinition[]): { chinese: string; english: string } {
  if (meaning === null) return { chinese: "不是数据", english: "no figures of ours" };
  const { chinese, english } = meaningName(meaning, indicators);
  return { chinese: `“${ownName(chinese)}”`, english };
}
