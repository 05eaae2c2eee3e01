import { Workbook } from "@cj-tech-master/excelts";
import { xlsxFile } from "./xlsx-file";

/** Header of a table of starts and investment. */
export const GOALS_HEADER = ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "投资计划（万元）", "完成投资（万元）"];

/** Five counties, two of whose figures cannot be read: 约100, and a formula's #N/A. */
export const UNREAD_ROWS: (string | number)[][] = [
  ["甲县", 100, "约100", 1000, 100],
  ["乙县", 200, 100, 1000, "#N/A"],
  ["丙县", 100, 0, 1000, 800],
  ["丁县", "", "", 1000, 0],
  ["戊县", 100, 120, 1000, 1000],
];

/** A table of a city's goals as .xlsx bytes. @param title its first line, the day in it or not */
export function goalsWorkbook(title: string, rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("目标任务");
  sheet.addRow([title]);
  sheet.addRow(GOALS_HEADER);
  for (const row of rows) {
    sheet.addRow(row.map((value) => (value === "" ? null : value === "#N/A" ? { formula: "NA()", result: { error: "#N/A" } } : value)));
  }
  return xlsxFile(workbook);
}
