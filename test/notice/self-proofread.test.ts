import fc from "../support/property";
import { loadNoticeWriter, noticeLines, proofread, STANDARD_TEMPLATES, type NoticeWriter } from "../../src/notice";
import { periodOf } from "../../src/progress";
import { cases, LONG_TEST } from "../support/cases";
import { anyDay, anyRows, anyRule, OWN } from "./any-report";
import { reportOf } from "./report-builder";

let writer: NoticeWriter;
beforeAll(async () => {
  writer = await loadNoticeWriter();
});

describe.each(STANDARD_TEMPLATES.map(({ id }) => id))("the proofreader reads the notice of any workbook by the template %s", (template) => {
  test("and finds nothing wrong or doubtful in it", () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyDay, fc.boolean(), anyRule, (given, before, day, kept, ranking) => {
        const previous = kept ? periodOf(reportOf(before, { asOf: "2020-12-31", own: [OWN] })) : null;
        const report = reportOf(given, { asOf: day, own: [OWN], ranking, kept: previous ? [previous] : [] });
        const draft = noticeLines(writer.write(report, { previous }, template)).join("\n");
        const found = proofread(draft, report).claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect");
        expect(found.map(({ text, start, why, expected }) => `${draft.slice(Math.max(0, start - 40), start)}【${text}】${why["zh-CN"]} → ${expected ?? ""}`)).toEqual([]);
      }),
      { numRuns: cases("anyNotice") },
    );
  }, LONG_TEST);
});
