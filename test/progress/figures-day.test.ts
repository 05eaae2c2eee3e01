import { planAttachmentOne } from "../../src/attachments";
import { buildReport } from "../../src/progress";
import { readWorkbook } from "../../src/tables";
import { GOALS_HEADER } from "../support/goals-workbook";
import { sheetOf } from "../support/grid";

const records = (title: string) => readWorkbook({ sheets: [sheetOf("目标任务", [[title], GOALS_HEADER, ["甲县", 100, 50, 10, 5], ["乙县", 100, 50, 10, 5]])] }, { gazetteer: null });
const undated = () => records("云中市2023年目标任务完成情况表");
const today = "2026-11-29";

describe("the day of tables that state none", () => {
  test("is one of the title's year, and never today's clock", () => {
    const report = buildReport(undated(), { today });
    expect([report.year, report.asOf, report.asOfOrigin]).toEqual([2023, "2023-12-31", "guess"]);
    expect(planAttachmentOne(report).cells.flat()).toContainEqual({ kind: "text", text: "云中市2023年住房保障目标任务进展情况表" });
  });

  test("is a finding, for the record where the year is over, until the clerk sets it", () => {
    const guess = buildReport(undated(), { today });
    expect(guess.findings.filter(({ code }) => code === "date-unknown").map(({ severity }) => severity)).toEqual(["info"]);
    const set = buildReport(undated(), { today, dayIfNone: "2023-06-30" });
    expect([set.asOf, set.year, set.asOfOrigin]).toEqual(["2023-06-30", 2023, "clerk"]);
    expect(set.findings.map(({ code }) => code)).not.toContain("date-unknown");
  });

  test("that the clerk sets never takes the place of one that the tables state", () => {
    const report = buildReport(records("云中市2023年目标任务表（截至2023年4月30日）"), { today, dayIfNone: "2023-06-30" });
    expect([report.asOf, report.asOfOrigin]).toEqual(["2023-04-30", "tables"]);
  });
});
