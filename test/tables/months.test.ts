import fc from "../support/property";
import { buildReport, endOfMonth, type Report } from "../../src/progress";
import { readWorkbook, type SheetGrid } from "../../src/tables";
import { sheetOf } from "../support/grid";

/** 1月 … as an office keeps them: the same table a sheet, the day in its title. */
function month(number: number, done: readonly number[], hidden = false): SheetGrid {
  const sheet = sheetOf(`${number}月`, [
    [`云中市2024年棚户区改造开工情况表（截至2024年${number}月底）`],
    ["县（市、区）", "目标任务（套）", "已开工（套）", "开工率"],
    ...done.map((value, at) => [`${"甲乙丙"[at]}县`, 100 * (at + 1), value, value / (100 * (at + 1))]),
  ]);
  return { ...sheet, visible: !hidden };
}

function read(sheets: SheetGrid[], asOf?: string): Report {
  const day = asOf === undefined ? {} : { asOf };
  return buildReport(readWorkbook({ sheets }, { gazetteer: null, ...day }), { ...day, today: "2024-12-01" });
}

const sixMonths = [1, 2, 3, 4, 5, 6].map((number) => month(number, [10 * number, 20 * number, 30 * number]));
const totals = ({ months = [] }: Report) => months.map(({ asOf, sheets, indicators }) => [asOf, sheets.join(), indicators.starts?.done]);

describe("a sheet a month", () => {
  test("the newest is read, and every month is known with its figures", () => {
    const report = read(sixMonths);
    expect(report.asOf).toBe("2024-06-30");
    expect(report.indicators[0]?.done).toBe(360);
    expect(totals(report)).toEqual([1, 2, 3, 4, 5, 6].map((number) => [endOfMonth(2024, number), `${number}月`, 60 * number]));
    expect(report.findings).toEqual([]);
  });

  test("a day that is asked for takes the newest figures that are not after it, region by region", () => {
    const report = read(sixMonths, "2024-03-31");
    expect([report.asOf, report.indicators[0]?.done, report.tables[0]?.sheet]).toEqual(["2024-03-31", 180, "3月"]);
    expect(report.indicators[0]?.regions.map(({ done }) => done?.value)).toEqual([30, 60, 90]);
    expect(read(sixMonths, "2024-04-15").tables[0]?.sheet).toBe("3月");
    expect(totals(report)).toHaveLength(6);
  });

  test("last month's hidden sheet is a month, and no source of this month's figures", () => {
    const report = read([month(2, [20, 40, 60]), month(1, [10, 20, 30], true)]);
    expect(report.indicators[0]?.done).toBe(120);
    expect(totals(report)).toEqual([
      ["2024-01-31", "1月", 60],
      ["2024-02-29", "2月", 120],
    ]);
  });

  test("whatever day is asked for, its figures are those of one sheet", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (asked, day) => {
        const report = read(sixMonths, `2024-${String(asked).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
        const shown = Math.min(6, day === 28 && asked === 2 ? 1 : asked - 1) || 6;
        expect(report.indicators[0]?.done).toBe(60 * shown);
      }),
    );
  });

  test("a hidden month beside a table that states no day is read for no day that is asked for", () => {
    const undated = month(2, [20, 40, 60]);
    undated.values[0] = ["云中市2024年棚户区改造开工情况表", "", "", ""];
    const report = read([undated, month(1, [10, 20, 30], true)], "2024-03-31");
    expect(report.tables.map(({ sheet }) => sheet)).toEqual(["2月"]);
    expect(report.months).toBeUndefined();
  });

  test("an earlier month laid out otherwise is one where the later is about all that it is about", () => {
    const august = sheetOf("8月", [["住房保障月报（8月）"], ["县市", "棚改任务", "棚改开工"], ["甲县", 100, 70], ["乙县", 200, 110], ["丙县", 300, 160]]);
    const report = read([month(9, [90, 120, 180]), august]);
    expect([report.indicators[0]?.done, report.months?.map(({ asOf }) => asOf)]).toEqual([390, ["2024-08-31", "2024-09-30"]]);
    expect(report.findings.map(({ code }) => code)).not.toContain("source-conflict");
  });

  test("a sheet of last year is kept for comparison beside this year's", () => {
    const former = sheetOf("上年", [["棚户区改造开工情况（存档）"], ["县市", "任务", "开工"], ["甲县", 80, 80], ["乙县", 90, 90], ["丙县", 100, 99]]);
    expect(read([month(9, [90, 120, 180]), former]).indicators.map(({ id, done }) => [id, done])).toEqual([["starts", 390]]);
  });

  test("one month alone is no series", () => {
    expect(read([month(3, [1, 2, 3])]).months).toBeUndefined();
  });
});
