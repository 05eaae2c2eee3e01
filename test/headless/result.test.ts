import { resultOf } from "../../excel-host/headless/result";
import { reportOf, sheetOf } from "../support/grid";

const HEAD = ["县（市、区）", "新增普惠托位任务（个）", "新增普惠托位已完成（个）"];
const statusesOf = (...rows: (string | number)[][]) => {
  const result = resultOf({ report: reportOf([sheetOf("表", [HEAD, ...rows])]), notice: [], periods: [] }, { syncs: 0, requestBytes: 0, responseBytes: 0 }, "zh-CN");
  return result.indicators[0]?.regions.map(({ status }) => status);
};

describe("the result's statuses", () => {
  test("a figure that could not be read is unknown, and not as nothing done", () => {
    expect(statusesOf(["甲县", 100, "待报"], ["乙县", 100, 0], ["丙县", 100, 100], ["丁县", "", ""])).toEqual(["unknown", "none", "complete", "noTask"]);
  });
});
