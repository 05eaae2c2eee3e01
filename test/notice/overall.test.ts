import { noticeLines, proofread, type TemplateId } from "../../src/notice";
import { buildReport, DEFAULT_OFFICE_SETTINGS, DEFAULT_RANKING, type RankingRule, type Report } from "../../src/progress";
import { readWorkbook } from "../../src/tables";
import { sheetOf } from "../support/grid";
import { noticeOf } from "./write";

/** What was done of 100 at the end of two months: 开工 and 投资, of eight counties. */
const MONTHS = {
  "5月": [[90, 80], [80, 70], [70, 60], [60, 50], [50, 40], [40, 10], [30, 20], [20, 30]],
  "6月": [[91, 81], [99, 90], [71, 61], [60, 50], [50, 41], [40, 10], [30, 21], [21, 30]],
} as const;

function report(ranking: Partial<RankingRule> = {}): Report {
  const sheets = Object.entries(MONTHS).map(([name, rows]) =>
    sheetOf(name, [
      [`云中市2024年目标任务完成情况表（截至2024年${name}底）`],
      ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "投资计划（万元）", "完成投资（万元）"],
      ...rows.map(([starts, invested], at) => [`${"甲乙丙丁戊己庚辛"[at]}县`, 100, starts, 100, invested]),
    ]),
  );
  return buildReport(readWorkbook({ sheets }, { gazetteer: null }), { today: "2024-12-01", settings: { ...DEFAULT_OFFICE_SETTINGS, ranking: { ...DEFAULT_RANKING, ...ranking } } });
}

const lines = async (of: Report, template: TemplateId, sections?: string[]) => noticeLines(await noticeOf(of, {}, template), sections);

describe("综合排名 in the notices", () => {
  test("tells who leads, who lags, who has moved and who is summoned", async () => {
    expect(await lines(report(), "ranking", ["综合排名"])).toEqual([
      "一、综合排名",
      "按各项任务完成率平均计算，综合得分居前三名的是：乙县（94.5分）、甲县（86分）、丙县（66分）；居后三位的是：庚县（25.5分）、辛县（25.5分）、己县（25分）。综合排名较上期上升的有：乙县（上升1位）；下降的有：己县（下降2位）、甲县（下降1位）。己县连续2期居末位；庚县、辛县、己县连续2期列末三位，按规定予以约谈。",
    ]);
  });

  test("stands in the other notices where the office wants it", async () => {
    for (const template of ["standard", "milestone"] as const) {
      expect(await lines(report(), template, ["综合排名"])).toEqual([]);
      expect((await lines(report({ inNotice: true, weights: { starts: 3 } }), template, ["综合排名"])).at(-1)).toContain("按各项任务完成率加权平均计算，综合得分居前三名的是：乙县（96.75分）");
    }
  });

  test("is left out where one indicator alone counts", async () => {
    expect(await lines(report({ weights: { investment: 0 } }), "ranking", ["综合排名"])).toEqual([]);
  });

  test("gives templates its parts", async () => {
    const text = "{% 部分 正文 %}{% for 县 in 综合排名.约谈 %}{{ 县.简称 }}{{ 县.得分 }}第{{ 县.名次 }}{{ 县.较上期 }}；{% endfor %}{{ 综合排名.末位名称 }}{{ 综合排名.末位 | 附注: \"得分\" }}";
    expect(noticeLines(await noticeOf(report(), {}, { text }))).toEqual(["庚县25.5分第6；辛县25.5分第6；己县25分第8下降2位；末三位庚县（25.5分）、辛县（25.5分）、己县（25分）"]);
  });
});

describe("proofreading of 综合排名", () => {
  const weighted = report({ weights: { starts: 1, investment: 1 } });
  const verdicts = (draft: string, of = weighted) => proofread(draft, of).claims.map(({ text, verdict, expected }) => [text, verdict, expected]);

  test.each([
    "截至6月底，乙县综合得分94.5分，排名第1位。",
    "综合得分居前三名的是：乙县、甲县、丙县。",
    "综合排名居后三位的是：己县、庚县、辛县。",
    "综合得分由高到低依次为：乙县、甲县、丙县、丁县。",
    "综合排名第一的是乙县，己县综合排名居末位。",
    "己县连续2期列末三位。",
    "乙县综合排名较上期上升1位。",
    "棚户区改造开工率居首位的是乙县，综合排名居首位的也是乙县。",
  ])("%s is true and raises no alarm", (draft) => {
    expect(verdicts(draft).filter(([, verdict]) => verdict === "wrong" || verdict === "suspect")).toEqual([]);
  });

  test.each([
    ["甲县综合得分排名第1位。", "第1位", "第2位"],
    ["乙县综合得分95.4分。", "95.4分", "94.5分"],
    ["综合得分居前三名的是：乙县、甲县、丁县。", "丁县", "丙县"],
    ["综合排名居末位的是庚县。", "庚县", "己县"],
    ["综合得分由高到低依次为：甲县、乙县、丙县。", "甲县、乙县", null],
  ])("%s is caught", (draft, text, expected) => {
    expect(verdicts(draft)).toContainEqual([text, "wrong", expected]);
  });

  test("by a rule that the office has not set, another rule may be meant: suspect, never wrong", () => {
    expect(verdicts("甲县综合得分排名第1位。", report())).toEqual([["第1位", "suspect", "第2位"]]);
    expect(verdicts("按各项任务完成率平均计算，甲县综合得分排名第1位。", report())).toContainEqual(["第1位", "wrong", "第2位"]);
  });

  test("分 within other words is no score", () => {
    expect(verdicts("乙县开工99套，占十分之九以上，会议用时30分钟，分别部署。").filter(([, verdict]) => verdict === "wrong")).toEqual([]);
  });
});
