import { Workbook } from "@cj-tech-master/excelts";
import { xlsxFile } from "./xlsx-file";

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** A region's name without digits: 甲一二三县. */
export function regionName(index: number): string {
  return `甲${[...String(index)].map((digit) => DIGITS[Number(digit)]).join("")}县`;
}

/** A clean wide table of so many regions and two indicators, as .xlsx bytes. */
export async function countyWorkbook(regions: number): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("目标任务");
  sheet.addRow(["某市2021年住房保障目标任务完成情况表（截至2021年4月23日）"]);
  sheet.addRow(["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "投资计划（万元）", "完成投资（万元）"]);
  for (let index = 0; index < regions; index++) {
    sheet.addRow([regionName(index), 100 + index, index % 120, 1000, 10 * (index % 100)]);
  }
  return xlsxFile(workbook);
}
