import { topicOf } from "../../src/progress";
import { titleTopic } from "../../src/progress/topic";
import { reportOf as read, sheetOf } from "../support/grid";
import { reportOf } from "../notice/report-builder";

describe("the subject of a title", () => {
  test.each([
    ["黔南布依族苗族自治州2023年重点项目投资完成情况表", "重点项目投资"],
    ["周口市2023年高标准农田建设进展情况表", "高标准农田建设"],
    ["2022年全国城镇老旧小区改造进展情况", "城镇老旧小区改造"],
    ["附件1：吕梁市2021年住房保障目标任务进展情况表", "住房保障"],
    ["高标准农田2023年进度表", "高标准农田"],
    ["2023年前三季度重点工作调度表", "重点工作"],
    ["2023年春播进度统计表", "春播"],
    ["城关镇2023年户厕改造提升工作进度表", "户厕改造提升"],
    ["衢州市2023年政务服务主要指标完成情况表", "政务服务主要指标"],
    ["周口市2023年学校建设开工情况表", "学校建设"],
    ["周口市2023年营造林项目台账", "营造林"],
    ["周口市2023年重点项目进展情况表", "重点项目"],
    ["周口市2022年目标任务表（截至2022年6月30日）", ""],
    ["周口市2024年东西部协作重点指标调度表 表一 协作资金（万元）", "东西部协作重点指标"],
    ["周口市住房保障任务进展 一、城镇棚户区改造（套）", "住房保障"],
    ["表二 劳务协作", "劳务协作"],
    ["住 房 保 障 进 度 表", "住房保障"],
  ])("%s: %s", (title, subject) => {
    expect(titleTopic(title, ["黔南布依族苗族自治州", "周口市", "吕梁市", "城关镇", "衢州市"])).toBe(subject);
  });
});

describe("what a workbook is about", () => {
  const own = { id: "own:就业", name: "城镇新增就业", shortName: "就业", unit: "人", english: "Jobs" };

  test("is housing where its indicators are, whatever else stands beside them", () => {
    expect(topicOf(reportOf([{ region: "甲县", figures: { starts: [10, 5], "own:就业": [10, 5] } }], { own: [own] })).isHousing).toBe(true);
    expect(topicOf(reportOf([{ region: "甲县", audit: [[2017, null, 3]] }])).isHousing).toBe(true);
  });

  test("is not housing where others outnumber it", () => {
    const more = [own, { ...own, id: "own:林", name: "营造林" }];
    expect(topicOf(reportOf([{ region: "甲县", figures: { starts: [10, 5], "own:就业": [10, 5], "own:林": [10, 5] } }], { own: more }))).toMatchObject({
      isHousing: false,
      work: "棚户区改造等工作",
      tasks: "棚户区改造等目标任务",
    });
  });

  test("is its indicator where no title names it", () => {
    expect(topicOf(reportOf([{ region: "甲县", figures: { "own:就业": [10, 5] } }], { own: [own] }))).toMatchObject({ isHousing: false, work: "城镇新增就业工作", tasks: "城镇新增就业目标任务" });
  });

  test("investment alone is whatever the title says", () => {
    const table = (title: string) => read([sheetOf("表", [[title], ["县（市、区）", "计划投资（万元）", "完成投资（万元）"], ["甲县", 100, 50], ["乙县", 100, 50]])]);
    expect(topicOf(table("周口市2023年重点项目投资完成情况表")).work).toBe("重点项目投资");
    expect(topicOf(table("周口市2023年保障性安居工程投资完成情况表")).isHousing).toBe(true);
  });
});
