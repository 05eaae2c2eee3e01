import { buildReport, knownPeriods, periodOf, type Period, type Report } from "../../src/progress";
import { readWorkbook, type SheetGrid } from "../../src/tables";
import { sheetOf } from "../support/grid";

const DONE = { "1月": [10, 20, 30], "2月": [25, 60, 90] };

function month(name: keyof typeof DONE): SheetGrid {
  return sheetOf(name, [
    [`云中市2024年棚户区改造开工情况表（截至2024年${name}底）`],
    ["县（市、区）", "目标任务（套）", "已开工（套）"],
    ...DONE[name].map((done, at) => [`${"甲乙丙"[at]}县`, 100 * (at + 1), done]),
  ]);
}

function read(kept: Period[] = []): Report {
  return buildReport(readWorkbook({ sheets: [month("1月"), month("2月")] }, { gazetteer: null }), { today: "2024-12-01", kept });
}

const JANUARY = read().months?.[0] as Period;
/** January as it was kept when 乙县 was told as 30%. */
const KEPT: Period = { ...JANUARY, indicators: { starts: { ...(JANUARY.indicators["starts"] as Period["indicators"][string]), regions: { 甲县: 0.1, 乙县: 0.3, 丙县: 0.1, 丁县: 0.5 } }, investment: { target: 10, done: 5, rate: 0.5, regions: { 甲县: 0.5 } } } };

describe("what 保存本期 kept beside the workbook's own months", () => {
  test("a difference is a finding with region, indicator, both figures and both places; the sheet counts", () => {
    const report = read([KEPT]);
    const [found, ...others] = report.findings.filter(({ code }) => code === "kept-differs");
    expect(others).toEqual([]);
    expect(found?.severity).toBe("warning");
    expect(found?.message["zh-CN"]).toBe("截至2024年1月31日的“棚户区改造开工”，保存本期时留存的完成率与表中不同：乙县保存时为30%，1月!C4现为10%。以表中为准；如表已更正，请选该日期重新“保存本期”");
    expect(found?.cells).toEqual([{ sheet: "1月", row: 3, column: 2 }]);
    expect(knownPeriods(report.months ?? [], [KEPT])[0]?.indicators["starts"]?.regions["乙县"]).toBe(0.1);
  });

  test("it fills what the sheets do not have: other days, indicators and regions", () => {
    const december: Period = { ...KEPT, asOf: "2023-12-31" };
    const known = knownPeriods(read().months ?? [], [december, KEPT]);
    expect(known.map(({ asOf, sheets }) => [asOf, sheets])).toEqual([["2023-12-31", []], ["2024-01-31", ["1月"]], ["2024-02-29", ["2月"]]]);
    expect(known[1]?.indicators["investment"]?.rate).toBe(0.5);
    expect(known[1]?.indicators["starts"]?.regions["丁县"]).toBe(0.5);
  });

  test("what agrees as it is printed is no difference, of this day or another", () => {
    const report = read();
    const own = periodOf(report);
    const near = { ...own, indicators: { starts: { ...(own.indicators["starts"] as Period["indicators"][string]), regions: { 甲县: 0.250001, 乙县: 0.3, 丙县: 0.3 } } } };
    expect(read([JANUARY, near]).findings.filter(({ code }) => code === "kept-differs")).toEqual([]);
    expect(read([{ ...near, indicators: { starts: { ...(near.indicators["starts"] as Period["indicators"][string]), regions: { 甲县: 0.2 } } } }]).findings.map(({ period }) => period)).toContain("2024-02-29");
  });
});
