import { numberedFrom, pageCount, pageSize, planAttachmentOne, planAttachmentTwo, planNoticeSheet, planProgressSheet, planRanking, pointsOf, printScale, type SheetPlan } from "../../src/attachments";
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
    const { repeated = 0, starts = [] } = many.print.pageColumns ?? {};
    expect([many.print.titleRows?.first, repeated, starts.length > 0]).toEqual([0, 1, true]);
    // The column that is repeated bears no title: it would stand before that of every page.
    expect(many.cells[0]?.[0]).toEqual({ kind: "blank" });
    expect(report.findings.length).toBeGreaterThan(0);
    for (const [cell] of many.cells.slice(many.cells.findIndex(([label]) => label?.kind === "text" && label.text === "原表合计") + 1)) expect(cell).toEqual({ kind: "blank" });
    for (const start of starts) expect(many.cells[0]?.[start]).toEqual(many.cells[0]?.[repeated]);
  });

  test.each([15, 60, 150])("进度计算 of twelve indicators and %i counties: no indicator is torn, no page overfull, no total alone, type of 9 points", (counties) => {
    const names = Array.from({ length: 12 }, (_, at) => `${"甲乙丙丁戊己庚辛壬癸子丑"[at]}类棚户区改造开工`);
    const head = ["县（市、区）", ...names.flatMap((name) => [`${name}任务（套）`, `${name}完成（套）`])];
    const rows = Array.from({ length: counties }, (_, at) => [regionName(at + 1), ...names.flatMap((_name, of) => [1000, (at * 7 + of) % 1000])]);
    const plan = planProgressSheet(reportOf([sheetOf("目标任务", [["云中市2022年目标任务表（截至2022年6月30日）"], head, ...rows])]));
    const { pageColumns, pageRows } = plan.print;
    if (!pageColumns) throw new Error("one page wide");
    const points = plan.columnWidths.map(pointsOf);
    const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
    const size = pageSize(plan.print);
    const bands = plan.cells[3]?.flatMap((cell, column) => (cell.kind === "text" ? [column] : [])) ?? [];
    const bounds = [1, ...pageColumns.starts, plan.columnCount];
    bounds.slice(1).forEach((end, index) => {
      expect(bands).toContain(bounds[index]);
      // A program that lacks the workbook's font makes columns 8 pixels wide for 7.
      expect((sum(points.slice(0, 1)) + sum(points.slice(bounds[index], end))) * pageColumns.scale * (8 / 7)).toBeLessThan(size.width);
    });
    expect(10.5 * pageColumns.scale).toBeGreaterThan(8.9);
    const ends = [0, ...pageRows, plan.rowCount];
    const head5 = sum(plan.rowHeights.slice(0, 5));
    ends.slice(1).forEach((end, index) => expect((sum(plan.rowHeights.slice(ends[index], end)) + (index === 0 ? 0 : head5)) * pageColumns.scale).toBeLessThan(size.height));
    const total = plan.cells.findIndex(([cell]) => cell?.kind === "text" && cell.text === "合计");
    expect(pageRows.filter((row) => row > total - 2 && row <= total + 1)).toEqual([]);
    expect(pageRows.length === 0).toBe(counties === 15);
  });
});
