import { Problem } from "../../excel";
import { cellName, chineseDate, type IsoDate, type Report } from "../../progress";

/**
 * Why a day cannot be chosen: the figures are those of the day that their tables state, and no choice makes them
 * another day's.
 * @returns null where it can: the tables state no day, or that one
 */
export function dayRefusal(report: Report, day: IsoDate): Problem | null {
  const { asOfSource: stated } = report;
  if (stated === null || stated.date === day) return null;
  const earlier = (report.unread ?? []).flatMap(({ asOf }) => asOf ?? []);
  const days = [...new Set([...earlier, stated.date])].sort();
  const where = cellName(stated.source);
  return new Problem("other-day", {
    "zh-CN": `表里没有截至${chineseDate(day)}的数字，没有更改。现在读的是截至${chineseDate(stated.date)}的数字（${where}）；工作簿里有的日期：${days.map(chineseDate).join("、")}。如日期写错了，请改 ${where}，再点“重新读取”。`,
    en: `There are no figures as of ${day}; nothing was changed. Those read are as of ${stated.date} (${where}); the workbook has ${days.join(", ")}. If the date is wrong, correct ${where} and read again.`,
  });
}
