import { Problem } from "../../excel";
import { cellName, chineseDate, type IsoDate, type Report } from "../../progress";

/** The days whose figures the workbook has, oldest first; none where its tables state no day. */
function daysOf({ months, asOfSource }: Report): IsoDate[] {
  if (months) return months.map(({ asOf }) => asOf);
  return asOfSource ? [asOfSource.date] : [];
}

/**
 * Why a day cannot be chosen: the figures are those of the days that the tables state, and no choice makes them
 * another day's.
 * @returns null where it can: the tables state no day, or that one
 */
export function dayRefusal(report: Report, day: IsoDate): Problem | null {
  const days = daysOf(report);
  if (days.length === 0 || days.includes(day)) return null;
  const stated = report.asOfSource;
  const where = stated ? cellName(stated.source) : "";
  return new Problem("other-day", {
    "zh-CN": `表里没有截至${chineseDate(day)}的数字，没有更改。现在读的是截至${chineseDate(report.asOf)}的数字${stated ? `（${where}）` : ""}；工作簿里有的日期：${days.map(chineseDate).join("、")}。${stated ? `如日期写错了，请改 ${where}，再点“重新读取”。` : ""}`,
    en: `There are no figures as of ${day}; nothing was changed. Those read are as of ${report.asOf}${stated ? ` (${where})` : ""}; the workbook has ${days.join(", ")}.${stated ? ` If the date is wrong, correct ${where} and read again.` : ""}`,
  });
}
