import { chineseDate, topicOf, type Report } from "../progress";
import type { StandardForm } from "./form";

/** The caption of a form: who reports, the day, and the units that the table uses. */
export function captionOf(report: Report, units: readonly string[]): StandardForm["caption"] {
  // Of another subject than housing nobody knows which office reports.
  const office = report.office ?? (report.place === null || !topicOf(report).isHousing ? "" : `${report.place}住房保障办公室`);
  return {
    reporter: office === "" ? "" : `填报单位：${office}`,
    day: `截至${chineseDate(report.asOf)}`,
    units: units.length === 0 ? "" : `单位：${units.join("、")}`,
  };
}

/** "吕梁市2021年": what a title begins with. */
export function titleStart(report: Report): string {
  return `${report.place ?? ""}${report.year}年`;
}
