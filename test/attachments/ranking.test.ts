import { planRanking, type PlannedCell, type SheetPlan } from "../../src/attachments";
import { periodOf } from "../../src/progress";
import { reportOf, sheetOf } from "../support/grid";

const HEAD = ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "投资计划（万元）", "完成投资（万元）"];
const report = (rows: (string | number)[][]) => reportOf([sheetOf("目标任务", [["云中市2022年目标任务表（截至2022年6月30日）"], HEAD, ...rows])]);
const NOW = [
  ["甲县", 100, 50, 10, 1],
  ["乙县", 200, 200, 10, 2],
  ["丙县", 100, 50, 10, 3],
  ["丁县", "", "", 10, 4],
  ["戊县", 100, 0, 10, 5],
];

const text = (cell: PlannedCell | undefined) => (cell?.kind === "text" ? cell.text : cell?.kind === "formula" ? cell.formula : cell?.kind === "number" ? cell.value : "");
const column = (plan: SheetPlan, id: string) => plan.columns.findIndex((one) => one.id === id);
const labels = (plan: SheetPlan) => plan.cells.map((row) => text(row[column(plan, "region")]));

function planned(...options: Parameters<typeof planRanking>[1][]): SheetPlan {
  const plan = planRanking(report(NOW), options[0]);
  if (!plan) throw new Error("no plan");
  return plan;
}

describe("进度排名表", () => {
  test("stands best first, equal rates in the office's order, the city under them", () => {
    const plan = planned({ indicators: ["starts"] });
    const at = labels(plan).indexOf("乙县");
    expect(labels(plan).slice(at, at + 5)).toEqual(["乙县", "甲县", "丙县", "戊县", "全市"]);
  });

  test("names the regions without the task instead of ranking them", () => {
    expect(planned({ indicators: ["starts"] }).cells.flat().map(text)).toContain("无此项任务：丁县");
  });

  test("is titled by its only indicator, or has a table for each of several in the order asked for", () => {
    expect(planned({ indicators: ["starts"] }).cells[0]?.map(text)[0]).toBe("云中市2022年棚户区改造开工进度排名表");
    const both = planned({ indicators: ["investment", "starts"] });
    expect(both.cells[0]?.map(text)[0]).toBe("云中市2022年住房保障目标任务进度排名表");
    expect(both.cells.map((row) => text(row[0])).filter((line) => /^[一二]、/.test(String(line)))).toEqual(["一、完成投资（万元）", "二、棚户区改造开工（套）"]);
  });

  test("says nothing of an earlier period where none is kept", () => {
    expect(planned().columns.map(({ id }) => id)).toEqual(["rank", "region", "target", "done", "rate", "versus", "status"]);
  });

  test("sets each region against its own rate in the period before", () => {
    const before = report([["甲县", 100, 10, 10, 1], ["乙县", 200, 100, 10, 2], ["丙县", "", "", 10, 3]]);
    const plan = planned({ indicators: ["starts"], previous: { ...periodOf(before), asOf: "2022-05-31" } });
    const then = (region: string) => text(plan.cells[labels(plan).indexOf(region)]?.[column(plan, "rateThen")]);
    expect(["甲县", "乙县", "丙县", "戊县", "全市"].map(then)).toEqual([0.1, 0.5, "", "", 110 / 300]);
    expect(plan.hints.map(({ message }) => message)).toContain("上期（截至2022年5月31日）的完成率 10%，计算当时留存。");
  });

  test("there is none where no indicator asked for has targets", () => {
    expect(planRanking(report(NOW), { indicators: ["basicCompletion"] })).toBeNull();
  });
});
