import fc from "../support/property";
import { reportOf, sheetOf } from "../support/grid";

type Row = [name: string, target: number, done: number];

/** A table of regions in which the rows stand as given. */
function read(rows: readonly Row[], total?: Row) {
  return reportOf([sheetOf("表", [["2024年招商引资到位资金情况表（截至2024年5月31日）"], ["县（市、区）", "年度目标（个）", "已完成（个）"], ...(total ? [total] : []), ...rows])]);
}

const FIRST: Row[] = [["一类县", 30, 12], ["甲县", 10, 5], ["乙县", 20, 7]];
const SECOND: Row[] = [["二类县", 70, 9], ["丙县", 30, 4], ["丁县", 40, 5]];

describe("rows that head a group and hold its sums", () => {
  test("are no regions whatever they are called, and count once in the total", () => {
    const report = read([...FIRST, ...SECOND], ["全市", 100, 21]);
    expect(report.regions.map(({ name }) => name)).toEqual(["甲县", "乙县", "丙县", "丁县"]);
    expect([report.indicators[0]?.target, report.indicators[0]?.done]).toEqual([100, 21]);
    expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test("are told only where they and their members fill the table without a gap", () => {
    const report = read([...FIRST, ...SECOND, ["戊县", 1, 1], ["己县", 5, 2]]);
    expect(report.regions).toHaveLength(8);
  });

  test("one row that happens to be the sum of those below it stays a region", () => {
    expect(read([["甲县", 60, 30], ["乙县", 10, 5], ["丙县", 20, 10], ["丁县", 30, 15], ["戊县", 7, 1], ["己县", 9, 2]]).regions).toHaveLength(6);
  });

  test("whatever the figures, every member is read with its own", () => {
    const figure = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure), { minLength: 4, maxLength: 4 }), (pairs) => {
        const members = pairs.map(([target, done], at): Row => [`${"甲乙丙丁"[at]}县`, target, done]);
        const headed = (name: string, own: Row[]): Row[] => [[name, own.reduce((sum, [, target]) => sum + target, 0), own.reduce((sum, [, , done]) => sum + done, 0)], ...own];
        const report = read([...headed("山区", members.slice(0, 2)), ...headed("平川", members.slice(2))]);
        expect(report.indicators[0]?.regions.map(({ region, target, done }) => [region, target?.value, done?.value])).toEqual(members);
      }),
      { numRuns: 30 },
    );
  });
});
