import { finding, meaningName, type Finding, type IndicatorDefinition, type Meaning } from "../progress";
import { findTitleYear } from "./as-of";
import { yearIn } from "../cells";
import type { FoundTable } from "./find-tables";
import { ownName } from "../interpret";
import { headerCellOf, type TableReading } from "./layouts";

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

/** The same for 未整改 in a table that names no year: the workbook's was taken, and the audit may be of another. */
export function assumedYears(tables: readonly FoundTable[]): Finding[] {
  return tables.flatMap((table) => {
    if (findTitleYear([table]) !== null) return [];
    const { frame } = table;
    return frame.columns.flatMap(({ header, column, meaning }) =>
      meaning?.kind !== "audit" || yearIn(header) !== null
        ? []
        : [
            finding(
              "ambiguous-column",
              [headerCellOf(frame, column)],
              `“${frame.view.sheet}”的“${header}”没有写明是哪一年的审计，暂按${meaning.year}年，请核对`,
              `“${header}” on “${frame.view.sheet}” does not say of which year's audit it is; ${meaning.year} was taken`,
            ),
          ],
    );
  });
}

function nameOf(meaning: Meaning | null, indicators: readonly IndicatorDefinition[]): { chinese: string; english: string } {
  if (meaning === null) return { chinese: "不是数据", english: "no figures of ours" };
  const { chinese, english } = meaningName(meaning, indicators);
  return { chinese: `“${ownName(chinese)}”`, english };
}
