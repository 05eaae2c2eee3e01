import { dayRefusal } from "../../../src/taskpane/model/choose-day";
import { GOALS_HEADER } from "../../support/goals-workbook";
import { reportOf, sheetOf } from "../../support/grid";

const month = (name: string, title: string) => sheetOf(name, [[title], GOALS_HEADER, ["甲县", 100, 50, 10, 5], ["乙县", 100, 60, 10, 5]]);

describe("choosing the day that the figures stand for", () => {
  test("is refused where the tables state another, with the days that there are", () => {
    const report = reportOf([month("3月", "云中市2022年目标任务表（截至2022年3月31日）"), month("4月", "云中市2022年目标任务表（截至2022年4月30日）")]);
    const refusal = dayRefusal(report, "2022-05-31");
    expect(refusal?.text["zh-CN"]).toContain("表里没有截至2022年5月31日的数字");
    expect(refusal?.text["zh-CN"]).toContain("工作簿里有的日期：2022年3月31日、2022年4月30日");
    expect(dayRefusal(report, "2022-04-30")).toBeNull();
  });

  test("is free where they state none", () => {
    expect(dayRefusal(reportOf([month("表", "云中市2022年目标任务表")]), "2022-05-31")).toBeNull();
  });
});
