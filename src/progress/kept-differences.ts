import { cellName, type CellAddress } from "./address";
import { chineseDate, type IsoDate } from "./calendar";
import { percentage, plain } from "./decimal";
import { finding, type Finding } from "./findings";
import type { IndicatorProgress } from "./indicator-progress";
import type { Period } from "./period";

/** An indicator's progress as the workbook's own sheets have it on one day. */
export interface DayProgress {
  asOf: IsoDate;
  sheets: string[];
  indicators: readonly IndicatorProgress[];
}

const DECIMALS = 2;
/** Regions that a message names; the finding has the cells of all. */
const MOST_NAMED = 5;

/**
 * kept-differs: what 保存本期 kept for a day against what the workbook's sheets say of that day. The sheets count.
 * @param days what the sheets say
 * @returns a finding for each indicator of each day that differs, with all its regions
 */
export function keptDifferences(days: readonly DayProgress[], kept: readonly Period[]): Finding[] {
  return days.flatMap(({ asOf, indicators }) => {
    const period = kept.find((one) => one.asOf === asOf);
    return period ? indicators.flatMap((indicator) => differencesOf(indicator, period)) : [];
  });
}

function differencesOf({ id, name, regions }: IndicatorProgress, { asOf, indicators }: Period): Finding[] {
  const then = indicators[id];
  const differing = regions.flatMap(({ region, rate, done, target }) => {
    const before = then?.regions[region] ?? null;
    const cell = done?.source.cells[0] ?? target?.source.cells[0];
    const isOther = before !== null && rate !== null && percentage(before, DECIMALS) !== percentage(rate, DECIMALS);
    return isOther && cell ? [{ region, before, rate, cell }] : [];
  });
  const [first] = differing;
  if (!first) return [];
  const named = differing.slice(0, MOST_NAMED);
  const said = (one: { region: string; before: number; rate: number; cell: CellAddress }, english: boolean) =>
    english
      ? `${one.region} ${shown(one.before)} kept, ${shown(one.rate)} at ${cellName(one.cell)}`
      : `${one.region}保存时为${shown(one.before)}，${cellName(one.cell)}现为${shown(one.rate)}`;
  const more =
    differing.length > named.length
      ? {
          chinese: `；另有${differing.length - named.length}个地区不同`,
          english: `; ${differing.length - named.length} more regions differ`,
        }
      : { chinese: "", english: "" };
  return [
    {
      ...finding(
        "kept-differs",
        differing.map(({ cell }) => cell),
        `截至${chineseDate(asOf)}的“${name}”，保存本期时留存的完成率与表中不同：${named.map((one) => said(one, false)).join("；")}${more.chinese}。以表中为准；如表已更正，请选该日期重新“保存本期”`,
        `“${name}” as of ${asOf}: what was kept differs from the sheet: ${named.map((one) => said(one, true)).join("; ")}${more.english}. The sheet counts; if it was corrected, choose that day and keep the period anew`,
      ),
      period: asOf,
    },
  ];
}

function shown(rate: number): string {
  return `${plain(percentage(rate, DECIMALS))}%`;
}
