import { readWorkbook, type CellValue } from "../../src/tables";
import { sheetOf } from "../support/grid";

/** The day of a table with these lines above and below, and this header over what was done. */
function dayOf(above: readonly string[], below: readonly string[] = [], done = "已开工"): string | undefined {
  const rows: CellValue[][] = [...above.map((line) => [line]), ["县（市、区）", "年度任务", done], ["离石区", 200, 100], ["孝义市", 100, 40], ...below.map((line) => [line])];
  return readWorkbook({ sheets: [sheetOf("表", rows)] }, { gazetteer: null }).asOf?.date;
}

describe("the day that a table stands for", () => {
  test.each([
    ["what says 截至 above the table", dayOf(["棚户区改造进度表（1-9月）", "截至2023年9月20日"]), "2023-09-20"],
    ["what says 截至 below it, before a day by itself", dayOf(["棚户区改造进度表", "填报时间：2023年10月10日"], ["注：数据截止2023年9月25日24时"]), "2023-09-25"],
    ["the period since January, where the day was after it", dayOf(["1-9月份棚户区改造完成情况", "2023年10月18日"]), "2023-09-30"],
    ["the same where a header names it", dayOf(["2023年棚户区改造完成情况", "填报时间：2023年10月18日"], [], "1-9月开工"), "2023-09-30"],
    ["the day, where it lies in the period", dayOf(["2023年1-9月棚户区改造完成情况", "2023年9月18日"]), "2023-09-18"],
    ["the day of drawing up, where nothing else is said", dayOf(["第四季度棚户区改造发放情况表", "制表日期：2023年1月15日"]), "2023-01-15"],
    ["a day in the line below", dayOf(["2024年棚户区改造完成情况"], ["数据来源：系统，2024年11月6日导出"]), "2024-11-06"],
  ])("is %s", (_, day, expected) => expect(day).toBe(expected));
});
