import { planAttachmentOne, planAttachmentTwo, planHighlights, planProgressSheet, planRanking, type PlannedCell, type SheetPlan } from "../../src/attachments";
import { loadNoticeWriter, noticeLines } from "../../src/notice";
import type { Report } from "../../src/progress";
import { GOALS_HEADER, UNREAD_ROWS } from "../support/goals-workbook";
import { reportOf, sheetOf } from "../support/grid";

const TITLE = "云中市2022年目标任务表（截至2022年6月30日）";
const unread = () => reportOf([sheetOf("目标任务", [[TITLE], GOALS_HEADER, ...UNREAD_ROWS])]);
const read = () => reportOf([sheetOf("目标任务", [[TITLE], GOALS_HEADER, ...UNREAD_ROWS.map((row) => row.map((value) => (typeof value === "string" && /约|#/.test(value) ? 1 : value)))])]);

const shown = (cell: PlannedCell | undefined) => (cell?.kind === "text" ? cell.text : cell?.kind === "formula" ? cell.formula : "");
const texts = (plan: SheetPlan) => plan.cells.flat().map(shown);
const sheets: [string, (report: Report) => SheetPlan | null][] = [
  ["附件1", (report) => planAttachmentOne(report, { marked: true })],
  ["进度计算", (report) => planProgressSheet(report)],
  ["进度排名表", (report) => planRanking(report, { marked: true })],
];

describe("a figure that cannot be read", () => {
  test("has a status of its own, and counts in neither side of the rate", () => {
    const [starts] = unread().indicators;
    expect(starts?.regions.map(({ status }) => status)).toEqual(["unknown", "onPace", "none", "noTask", "exceeded"]);
    expect(starts?.regions[0]?.unread).toMatchObject({ figure: "done", cells: [{ row: 2, column: 2 }] });
    expect([starts?.target, starts?.done, starts?.rate]).toEqual([500, 220, 220 / 400]);
  });

  test.each(sheets)("is “?” on %s, with a rule and a legend of its own and a word on the total", (_, plan) => {
    const made = plan(unread());
    if (!made) throw new Error("no plan");
    expect(texts(made)).toContain("?");
    expect(texts(made).join("\n")).toContain("? 无法读取");
    expect(made.rules.flatMap(({ rules }) => rules).filter((rule) => rule.kind === "status" && rule.formula.includes(":unknown"))).not.toEqual([]);
    expect(texts(made).join("\n")).toMatch(/SUMPRODUCT/);
    expect(made.hints.map(({ message }) => message).join()).toContain("此数未能读取：目标任务!C3");
  });

  test.each(sheets)("leaves no trace on %s where all was read", (_, plan) => {
    const made = plan(read());
    if (!made) throw new Error("no plan");
    expect(texts(made)).not.toContain("?");
    expect(texts(made).join("\n")).not.toContain("无法读取\u3000");
    expect(JSON.stringify(made.rules)).not.toContain(":unknown");
  });

  test("is marked on the staff's own table by its label, as long as no number stands there", () => {
    const rules = planHighlights(unread()).flatMap((plan) => plan.rules.flatMap((rule) => (rule.kind === "status" ? [rule.formula] : [])));
    expect(rules.filter((formula) => formula.includes(":unknown"))).toEqual([
      '=AND(N("住房保障进度通报:unknown")=0,$A3="甲县",NOT(ISNUMBER($C3)))',
      '=AND(N("住房保障进度通报:unknown")=0,$A3="乙县",NOT(ISNUMBER($E3)))',
    ]);
  });

  test("stands with no task in a ranking only where it has none", () => {
    const report = reportOf([sheetOf("目标任务", [[TITLE], GOALS_HEADER, ["甲县", "约100", 50, 1000, 10], ["乙县", 100, 50, 1000, 10], ["丙县", "", "", 1000, 10]])]);
    expect(texts(planRanking(report, { indicators: ["starts"] })!)).toContain("无此项任务：丙县");
  });

  test("is named in the notice, with what the rate beside it leaves out", async () => {
    const text = noticeLines((await loadNoticeWriter()).write(unread())).join("\n");
    expect(text).toContain("甲县数据待核实，未计入，完成率不含其目标任务100套。");
    expect(text).toContain("乙县数据待核实，未计入，完成率不含其目标任务1000万元。");
    expect(text).not.toMatch(/甲县[^。；]*(?:尚未|暂未)开工/);
  });

  test("is never told as nothing done by any template", async () => {
    const writer = await loadNoticeWriter();
    const none = reportOf([sheetOf("目标任务", [[TITLE], GOALS_HEADER, ["甲县", 100, "约100", 10, "待定"], ["乙县", 100, 0, 10, 0]])]);
    for (const template of ["standard", "ranking", "milestone"] as const) {
      const text = noticeLines(writer.write(none, {}, template)).join("\n");
      expect(text).toContain("甲县数据待核实");
      expect(text).not.toMatch(/全市[^。]*(?:尚无进展|暂未完成投资)|截至目前，棚户区改造项目暂未开工/);
    }
  });
});

describe("an unread figure of an inspection", () => {
  test("is “?” on 附件2, and what is computed from it too", () => {
    const backlog = [["公租房建设管理情况表"], ["县（市、区）", "下达任务（套）", "上报完成（套）", "盘活（套）", "实有（套）"], ["甲县", 100, 100, "若干", 50], ["乙县", 100, 90, 10, 60]];
    const plan = planAttachmentTwo(reportOf([sheetOf("历史欠账", backlog)]));
    const row = plan.cells.find(([first]) => shown(first) === "甲县") ?? [];
    expect(row.map(shown).filter((text) => text === "?")).toHaveLength(2);
    expect(texts(plan)).toContain("注：标“?”的数无法读取，没有计入合计。");
  });
});

describe("marks on the staff's own sheet", () => {
  const rulesOn = (report: Report) => planHighlights(report).flatMap(({ range, rules }) => rules.flatMap((rule) => (rule.kind === "status" ? [{ range, rule }] : [])));

  test("leave a blank cell alone, which could show no sign", () => {
    for (const { rule } of rulesOn(read()).filter(({ rule: { formula } }) => /:(?:none|behind|onPace|complete|exceeded)"/.test(formula))) {
      expect(rule.formula).toContain("ISNUMBER($");
    }
  });

  test("have their legend behind the caption that states the day", () => {
    const dated = reportOf([sheetOf("目标任务", [["云中市2022年目标任务表"], ["截至2022年6月30日"], GOALS_HEADER, ...UNREAD_ROWS])]);
    const legends = rulesOn(dated).filter(({ rule }) => rule.formula.includes(":legend"));
    expect(legends).toHaveLength(1);
    expect(legends[0]?.range).toMatchObject({ sheet: "目标任务", row: 1, column: 0, rowCount: 1, columnCount: 1 });
    expect(legends[0]?.rule.numberFormat).toBe('@"\u3000✕ 未启动\u3000○ 滞后\u3000● 达到序时\u3000✓ 完成\u3000★ 超额完成\u3000? 无法读取"');
  });
});
