import { numberedFrom, pageCount, planAttachmentOne, planAttachmentTwo, planNoticeSheet, planProgressSheet, planRanking, printScale, type SheetPlan } from "../../src/attachments";
import type { Report } from "../../src/progress";
import { GOALS_HEADER } from "../support/goals-workbook";
import { regionName } from "../support/county-workbook";
import { reportOf, sheetOf } from "../support/grid";
import { sampleReport } from "../notice/sample-report";

let report: Report;
beforeAll(async () => {
  report = await sampleReport();
});

const notes = ({ cells }: SheetPlan) => cells.flat().flatMap((cell) => (cell.kind === "text" && cell.text.startsWith("注：") ? [cell.text] : []));
const sizeOf = ({ styles, parts }: SheetPlan) => styles.find(({ block, style }) => style.fontSize !== undefined && block.row <= (parts.body ?? 0) && (parts.body ?? 0) < block.row + block.rowCount)?.style.fontSize ?? 0;

describe("a sheet for signature", () => {
  test("has neither colours nor signs nor their legend; with marks it has all", () => {
    for (const plan of [planAttachmentOne(report), planRanking(report)!]) {
      expect(plan.rules).toEqual([]);
      expect(notes(plan).join()).not.toMatch(/[✕○●★]/);
    }
    const marked = planAttachmentOne(report, { marked: true });
    expect(marked.rules.length).toBeGreaterThan(0);
    expect(notes(marked).join()).toContain("★ 超额完成");
  });

  test("is printed in no type under 9 points", () => {
    for (const plan of [planAttachmentOne(report), planAttachmentTwo(report), planRanking(report)!]) {
      expect([plan.key, (sizeOf(plan) * printScale(plan)) / 100 >= 8.95 || (sizeOf(plan) * printScale(plan)) / 100]).toEqual([plan.key, true]);
    }
  });

  test("stands closer before it takes a second page: 附件1 of fifteen counties is one", () => {
    expect(pageCount(planAttachmentOne(report))).toBe(1);
  });

  test("has pages that are numbered on from the notice", () => {
    const notice = planNoticeSheet([{ kind: "body", text: "文".repeat(3000) }]);
    expect(pageCount(notice)).toBeGreaterThan(2);
    const [one, two] = numberedFrom(pageCount(notice) + 1, [planAttachmentOne(report), planAttachmentTwo(report)]);
    expect(one?.print.firstPage).toBe(pageCount(notice) + 1);
    expect(two?.print.firstPage).toBe((one?.print.firstPage ?? 0) + pageCount(one!));
  });

  test("进度计算 of fifteen counties is one page; where indicators take several side by side, each has its title", () => {
    const few = reportOf([sheetOf("目标任务", [["云中市2022年目标任务表（截至2022年6月30日）"], GOALS_HEADER, ...Array.from({ length: 15 }, (_, at) => [regionName(at), 100, 5 * at, 100, 6 * at])])]);
    const one = planProgressSheet(few);
    expect([one.print.pageColumns, one.print.oneTall]).toEqual([null, true]);
    const many = planProgressSheet(report);
    const title = many.cells[0]?.[0];
    expect(many.print.titleRows?.first).toBe(0);
    for (const start of many.print.pageColumns?.starts ?? []) expect(many.cells[0]?.[start]).toEqual(title);
  });
});
