import { pageCount, planBriefSheet, worstOf, type SheetPlan } from "../../src/attachments";
import { regionName } from "../support/county-workbook";
import { reportOf, sheetOf } from "../support/grid";

const TITLE = "云中市2022年目标任务表（截至2022年6月30日）";
const NAMES = ["棚户区改造", "公租房筹集", "老旧小区改造", "城中村改造", "危房改造", "管网改造"];
const HEAD = ["县（市、区）", ...NAMES.flatMap((name) => [`${name}任务（套）`, `${name}完成（套）`])];
const report = (indicators: number, rows: (string | number)[][]) => reportOf([sheetOf("目标任务", [[TITLE], HEAD.slice(0, 1 + 2 * indicators), ...rows.map((row) => row.slice(0, 1 + 2 * indicators))])]);
const counties = (count: number) => Array.from({ length: count }, (_, index) => [regionName(index + 1), ...NAMES.flatMap((_name, at) => [100, ((index * 7 + at * 13) % 90) + at])]);
const textsOf = ({ cells }: SheetPlan) => cells.flat().flatMap((cell) => (cell.kind === "text" ? [cell.text] : []));

describe("领导快报", () => {
  test("shows five figures at most, the worst among them, with its one chart", () => {
    const of = report(6, counties(6));
    const worst = worstOf(of);
    const plan = planBriefSheet(of);
    if (!plan || !worst) throw new Error("no plan");
    const named = plan.cells.flatMap(([first]) => (first?.kind === "text" && first.text.endsWith("（套）") ? [first.text] : []));
    expect(named).toHaveLength(5);
    expect(named).toContain(`${worst.name}（套）`);
    expect(plan.charts?.map(({ chart }) => chart.id)).toEqual([worst.id]);
    expect(worst.rate).toBe(Math.min(...of.indicators.map(({ rate }) => rate ?? 1)));
  });

  test("is one page, however many regions there are", () => {
    for (const count of [2, 15, 150]) {
      const plan = planBriefSheet(report(3, counties(count)));
      if (!plan) throw new Error("no plan");
      expect(pageCount(plan)).toBe(1);
      expect(plan.charts?.[0]?.chart.categories.length).toBe(Math.min(16, count));
      expect(plan.print).toMatchObject({ orientation: "Portrait", oneTall: true });
    }
  });

  test("says what is demanded by when, by the office's own rule", () => {
    expect(textsOf(planBriefSheet(report(2, counties(5)))!).join()).toContain("7月31日前，各项任务完成率须达到58.08%（序时进度）");
    const milestones = { kind: "milestones", milestones: [{ month: 9, rate: 0.8 }] } as const;
    expect(textsOf(planBriefSheet(report(2, counties(5)), { threshold: { ...milestones, milestones: [...milestones.milestones] } })!).join()).toContain("9月30日前，各项任务完成率须达到80%（节点要求（9月底））");
  });

  test("names nobody where none lags", () => {
    const all = report(1, [["甲县", 10, 10], ["乙县", 10, 9]]);
    expect(textsOf(planBriefSheet(all)!)).toContain("没有低于要求的地区。");
  });

  test("an indicator of one region is not what leaders are shown, where others have several", () => {
    const single = report(2, [["甲县", 100, 60, 10, 0], ["乙县", 100, 50, "", ""]]);
    expect(worstOf(single)?.name).toContain("棚户区改造");
  });
});
