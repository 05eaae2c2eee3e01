import { planChartSheet, type ChartOptions, type PlannedChart, type SheetPlan } from "../../src/attachments";
import { stretches } from "../../src/attachments/charts/rates-block";
import { periodOf } from "../../src/progress";
import { regionName } from "../support/county-workbook";
import { reportOf, sheetOf } from "../support/grid";

const HEAD = ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）"];
const TITLE = "云中市2022年目标任务表（截至2022年6月30日）";
const report = (rows: (string | number)[][], head = HEAD) => reportOf([sheetOf("目标任务", [[TITLE], head, ...rows])]);
const ROWS = [
  ["甲县", 100, 60],
  ["乙县", 200, 210],
  ["丙县", 100, 0],
  ["丁县", "", ""],
  ["戊县", 100, 100],
  ["己县", 100, 20],
  ["庚县", 50, "约30"],
];

function planned(rows: (string | number)[][] = ROWS, options: ChartOptions = {}): SheetPlan {
  const plan = planChartSheet(report(rows), options);
  if (!plan) throw new Error("no plan");
  return plan;
}

const only = (plan: SheetPlan): PlannedChart => {
  const [first] = plan.charts ?? [];
  if (!first) throw new Error("no chart");
  return first;
};
const shown = (plan: SheetPlan) => {
  const { chart } = only(plan);
  return Object.fromEntries(chart.categories.map((category, at) => [category.replace("\n", ""), chart.series.flatMap(({ name, values }) => (values[at] === null || (values[at] === 0 && !name.startsWith("✕")) ? [] : [`${name} ${values[at]}`]))]));
};

describe("进度图", () => {
  test("stands best first, each region in its status's column with its sign, what has not begun as a mark on the axis", () => {
    expect(shown(planned())).toEqual({
      "乙县★": ["★ 超额完成 1.05", "序时进度49.59% 0.4958904109589041"],
      "戊县✓": ["✓ 完成 1", "序时进度49.59% 0.4958904109589041"],
      "甲县●": ["● 达到序时 0.6", "序时进度49.59% 0.4958904109589041"],
      "己县○": ["○ 滞后 0.2", "序时进度49.59% 0.4958904109589041"],
      "丙县✕": ["✕ 尚未开工 0", "序时进度49.59% 0.4958904109589041"],
      "庚县?": ["序时进度49.59% 0.4958904109589041"],
    });
  });

  test("is titled by its finding", () => {
    expect(only(planned()).chart.title).toBe("棚户区改造开工：5个县中1个尚未开工、1个滞后；全市65.00%，高于序时进度15.41个百分点");
    expect(only(planned([["甲县", 100, 60], ["乙县", 100, 60]])).chart.title).toBe("棚户区改造开工：2个县均达到序时；全市60.00%，高于序时进度10.41个百分点");
  });

  test("is drawn from cells of its own sheet, each in the place that the chart names", () => {
    const plan = planned();
    const { chart, categories, values, title } = only(plan);
    expect([categories.rowCount, ...values.map(({ rowCount }) => rowCount)]).toEqual(Array.from({ length: chart.series.length + 1 }, () => 6));
    const at = plan.cells[categories.row]?.[categories.column];
    expect(at?.kind === "formula" && at.formula).toContain("INDEX(");
    expect(plan.cells[title.row]?.[title.column]?.kind).toBe("formula");
    // The staff's cells are followed by the block of the regions.
    expect(plan.cells.flat().some((cell) => cell.kind === "formula" && cell.formula.includes("'目标任务'!"))).toBe(true);
    for (const block of [categories, ...values]) expect(block.column).toBeGreaterThanOrEqual(plan.printedColumns);
  });

  test("names too long to lie under their columns stand upright", () => {
    expect(only(planned()).chart.upright).toBe(false);
    const long = planned([["市住房城乡建设局", 100, 60], ["市自然资源局", 100, 10], ["市财政局", 10, 0]]);
    expect(only(long).chart.upright).toBe(true);
    expect(only(long).chart.categories.every((category) => !category.includes("\n"))).toBe(true);
  });

  test("of many regions shows all on several charts of even length, or the first and last twenty", () => {
    expect(stretches(15, false)).toEqual([{ from: 0, count: 15 }]);
    expect(stretches(34, false)).toEqual([{ from: 0, count: 12 }, { from: 12, count: 11 }, { from: 23, count: 11 }]);
    expect(stretches(150, false).reduce((total, { count }) => total + count, 0)).toBe(150);
    expect(stretches(150, true)).toEqual([{ from: 0, count: 10 }, { from: 10, count: 10 }, { from: 130, count: 10 }, { from: 140, count: 10 }]);
    expect(stretches(40, true)).toEqual(stretches(40, false));
    const rows = Array.from({ length: 150 }, (_, index) => [regionName(index + 1), 1000, index * 7]);
    const plan = planned(rows, { ends: true });
    expect(plan.charts?.map(({ chart }) => chart.title.replace(/^.*?(（第.*）)?$/, "$1"))).toEqual(["（第1—10名）", "（第11—20名）", "（第131—140名）", "（第141—150名）"]);
    expect(plan.chartEnds).toBe(true);
  });

  test("no chart is torn by the end of a page, and none lies over another", () => {
    const rows = Array.from({ length: 150 }, (_, index) => [regionName(index + 1), 1000, index * 7]);
    const { charts = [], print, printedRows = 0, printedColumns } = planned(rows);
    expect(charts.length).toBe(10);
    const taken = new Set<string>();
    for (const { at } of charts) {
      expect(print.pageRows.some((row) => row > at.row && row < at.row + at.rowCount)).toBe(false);
      expect(at.row + at.rowCount).toBeLessThan(printedRows);
      expect(at.column + at.columnCount).toBeLessThanOrEqual(printedColumns);
      for (let row = at.row; row < at.row + at.rowCount; row++) {
        for (let column = at.column; column < at.column + at.columnCount; column++) {
          expect(taken.has(`${row},${column}`)).toBe(false);
          taken.add(`${row},${column}`);
        }
      }
    }
  });

  test("has a line over the year's periods with the pace of each, this one following the tables", () => {
    const now = periodOf(report(ROWS));
    const then = (asOf: string, rate: number) => ({ ...now, asOf, sheets: ["3月"], indicators: { starts: { ...now.indicators["starts"]!, rate } } });
    const plan = planned(ROWS, { periods: [then("2021-12-31", 0.9), then("2022-03-31", 0.1), then("2022-05-20", 0.4)] });
    const trend = plan.charts?.find(({ chart }) => chart.kind === "lines");
    expect(trend?.chart.categories).toEqual(["3月底", "5月20日", "6月底"]);
    expect(trend?.chart.series.map(({ name, values }) => [name, values.map((value) => Math.round((value ?? 0) * 1000) / 10)])).toEqual([["完成率", [10, 40, 65]], ["序时进度", [24.7, 38.4, 49.6]]]);
    expect(trend?.chart.title).toBe("棚户区改造开工：6月底65.00%，较5月20日提高25个百分点");
    expect(planned().charts?.some(({ chart }) => chart.kind === "lines")).toBe(false);
  });

  test("has bars of the open audit findings by category, most first", () => {
    const audit = reportOf([sheetOf("审计整改", [["保障性安居工程跟踪审计发现问题未整改情况表"], ["县（市、区）", "2020年未办理产权登记（个）", "2020年资金闲置（个）"], ["甲县", 2, 5], ["乙县", "", 4]])]);
    const plan = planChartSheet(audit);
    const bars = plan?.charts?.map(({ chart }) => chart);
    expect(bars?.map(({ kind, title, categories }) => ({ kind, title, categories }))).toEqual([{ kind: "bars", title: "2020年审计发现问题尚有11个未整改，最多的是“资金闲置”9个", categories: ["资金闲置", "未办理产权登记"] }]);
  });

  test("is not there where there is nothing to draw", () => {
    expect(planChartSheet(report([["甲县", 100], ["乙县", 50]], HEAD.slice(0, 2)))).toBeNull();
  });
});
