import fc from "../support/property";
import { buildReport, endOfMonth, type Report } from "../../src/progress";
import { loadNationalList, readWorkbook, tableKey, type SheetGrid } from "../../src/tables";
import { monthIn } from "../../src/tables/month-columns/mark";
import { cases } from "../support/cases";
import { sheetOf } from "../support/grid";
import { corpus } from "./corpus/corpus-file";
import { gridsOf } from "./corpus/grids";

const REGIONS = ["甲县", "乙县", "丙县", "丁县"];
const YEAR = 2024;

async function read(sheets: SheetGrid[], asOf?: string): Promise<Report> {
  const day = asOf === undefined ? {} : { asOf };
  return buildReport(readWorkbook({ sheets }, { gazetteer: await loadNationalList(), ...day }), { ...day, today: "2024-12-01" });
}

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
/** What each month's own work was, by region and month. */
const works = fc.array(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 8 });
const target = (region: number) => 1000 + 100 * region;
/** What was done since January at a month's end. */
const until = (work: readonly number[][], month: number) => REGIONS.map((_, region) => sum(work.slice(0, month + 1).map((own) => own[region] ?? 0)));
const totalsOf = ({ months = [] }: Report) => months.map(({ asOf, indicators }) => [asOf, indicators.starts?.done]);
const ends = (work: readonly number[][]) => work.map((_, month) => endOfMonth(YEAR, month + 1));

/** One way in which an office sets months side by side. */
type Arrangement = (work: readonly number[][]) => unknown[][];
const ARRANGEMENTS: Record<string, Arrangement> = {
  "each month with task, done and rate": (work) => [
    ["县区", ...work.flatMap((_, month) => [`${month + 1}月`, "", ""])],
    ["", ...work.flatMap(() => ["任务", "累计完成", "完成率"])],
    ...REGIONS.map((name, region) => [name, ...work.flatMap((_, month) => [target(region), until(work, month)[region], (until(work, month)[region] ?? 0) / target(region)])]),
  ],
  "one task for all": (work) => [["县区", "任务", ...work.map((_, month) => `${month + 1}月底累计`)], ...REGIONS.map((name, region) => [name, target(region), ...work.map((_, month) => until(work, month)[region])])],
  "the stretch since January": (work) => [["县区", "任务", ...work.map((_, month) => `1-${month + 1}月完成`)], ...REGIONS.map((name, region) => [name, target(region), ...work.map((_, month) => until(work, month)[region])])],
  "each month's own work beside its sum": (work) => [
    ["县区", "任务", ...work.map((_, month) => `${month + 1}月`), "累计开工"],
    ...REGIONS.map((name, region) => [name, target(region), ...work.map((own) => own[region]), until(work, work.length - 1)[region]]),
  ],
  "each month's own work beside what it makes": (work) => [
    ["县区", "任务", ...work.flatMap((_, month) => [`${month + 1}月`, ""])],
    ["", "", ...work.flatMap(() => ["当月开工", "累计开工"])],
    ...REGIONS.map((name, region) => [name, target(region), ...work.flatMap((own, month) => [own[region], until(work, month)[region]])]),
  ],
};

const tableOf = (rows: unknown[][]) => {
  const width = Math.max(...rows.map((row) => row.length));
  return sheetOf("进度", [[`云中市${YEAR}年棚户区改造开工进度表（单位：套）`], ...rows].map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "")) as never);
};

describe.each(Object.keys(ARRANGEMENTS))("months side by side: %s", (kind) => {
  const grid = (work: readonly number[][]) => tableOf((ARRANGEMENTS[kind] as Arrangement)(work));

  test("every month is a period of one indicator, and a day that is chosen has its month's figures, region by region", async () => {
    await fc.assert(
      fc.asyncProperty(works, fc.nat(), async (work, pick) => {
        // A month in which nobody did anything has nothing to be told by, and an end at 0 is one to come.
        fc.pre(work.every((own) => own.filter((one) => one > 0).length >= 2 && new Set(own).size > 2));
        const days = ends(work);
        expect(totalsOf(await read([grid(work)]))).toEqual(days.map((day, month) => [day, sum(until(work, month))]));
        const month = pick % days.length;
        const chosen = await read([grid(work)], days[month] ?? "");
        expect(chosen.asOf).toBe(days[month]);
        expect(chosen.indicators.map(({ id }) => id)).toEqual(["starts"]);
        expect(chosen.indicators[0]?.regions.map((row) => [row.target?.value, row.done?.value])).toEqual(REGIONS.map((_, region) => [target(region), until(work, month)[region]]));
        expect(chosen.findings.filter(({ severity }) => severity !== "info" && severity !== "warning")).toEqual([]);
      }),
      { numRuns: cases("monthsAbreast") },
    );
  });
});

describe("months side by side", () => {
  test("months that rise and fall and that nothing adds up are left, with the reason", async () => {
    const work = [[50, 10, 20, 5], [10, 40, 5, 30], [60, 5, 30, 10]];
    const rows = [["县区", "任务", "1月", "2月", "3月"], ...REGIONS.map((name, region) => [name, target(region), ...work.map((own) => own[region])])];
    const report = await read([tableOf(rows)]);
    expect(report.findings.filter(({ severity }) => severity !== "info").map(({ code }) => code)).toContain("months-unclear");
    expect(report.indicators[0]?.done).toBeNull();
    expect(report.months).toBeUndefined();
  });

  test("a correction of a column holds of each month when that is read", async () => {
    const work = [[5, 10, 20, 5], [10, 40, 5, 30], [60, 5, 30, 10]];
    const sheets = [tableOf((ARRANGEMENTS["one task for all"] as Arrangement)(work))];
    const found = readWorkbook({ sheets }, { gazetteer: null }).tables[0];
    if (!found) throw new Error("no table");
    const correction = { kind: "column" as const, table: tableKey(found), header: "3月底累计", setting: { role: "done" as const, indicator: "publicRentalStarts" } };
    for (const [asOf, done] of [["2024-03-31", 230], ["2024-01-31", 40]] as const) {
      const report = buildReport(readWorkbook({ sheets }, { gazetteer: null, corrections: [correction], asOf }), { asOf, today: "2024-12-01" });
      expect(report.indicators.find(({ id }) => id === "publicRentalStarts")?.done).toBe(done);
      expect(report.indicators.find(({ id }) => id === "starts")?.done ?? null).toBeNull();
      expect(report.months?.map(({ indicators }) => indicators.publicRentalStarts?.done)).toEqual([40, 125, 230]);
    }
  });

  test("targets by month are no periods", async () => {
    const rows = [["县区", "任务", "6月底目标", "9月底目标", "已开工", "开工率"], ...REGIONS.map((name, region) => [name, target(region), 300, 600, 100 + region, (100 + region) / target(region)])];
    const report = await read([tableOf(rows)]);
    expect([report.months, report.indicators[0]?.done]).toEqual([undefined, 406]);
  });

  test("the same month of two years is no series", async () => {
    const rows = [["县区", "2024年任务", "2024年1-6月开工", "2023年1-6月开工"], ...REGIONS.map((name, region) => [name, target(region), 100 + region, 90])];
    const report = await read([tableOf(rows)]);
    expect([report.months, report.indicators[0]?.done]).toEqual([undefined, 406]);
  });

  test("live formulas follow the cells of the month that is read", async () => {
    const work = [[5, 10, 20, 5], [10, 40, 5, 30], [60, 5, 30, 10]];
    const march = await read([tableOf((ARRANGEMENTS["one task for all"] as Arrangement)(work))], "2024-02-29");
    expect(march.indicators[0]?.regions[0]?.done?.source).toMatchObject({ cells: [{ row: 2, column: 3 }], link: { kind: "lookup", values: { column: 3 } } });
    const added = await read([tableOf((ARRANGEMENTS["each month's own work beside its sum"] as Arrangement)(work))], "2024-02-29");
    expect(added.indicators[0]?.regions[0]?.done).toMatchObject({ value: 15, source: { link: { kind: "sum", ranges: [{ column: 2 }, { column: 3 }] } } });
  });
});

describe("the month that a header names", () => {
  test.each([
    ["3月", 3, false, ""],
    ["三月份", 3, false, ""],
    ["十一月", 11, false, ""],
    ["12月底累计开工", 12, true, "累计开工"],
    ["截至2024年3月31日完成", 3, true, "完成"],
    ["1-9月完成投资", 9, true, "完成投资"],
    ["1月至3月", 3, true, ""],
    ["2024.04", 4, false, ""],
    ["202404", 4, false, ""],
  ])("%s", (text, month, isUntil, rest) => {
    expect(monthIn(text)).toMatchObject({ month, isUntil, rest });
  });

  test.each(["4-6月", "6月底前开工", "本月完成", "12个月", "第一季度", "2024年", "20240", "13月"])("%s names none", (text) => {
    expect(monthIn(text)).toBeNull();
  });
});

describe("of the corpus's workbooks that keep months", () => {
  const kept = corpus().filter(({ expected }) => expected.filter((line) => line.startsWith("month ")).length > 1);

  test.each(kept)("$name: any of its days that is chosen has that day's figures", async (workbook) => {
    const sheets = await gridsOf(workbook);
    const { months = [] } = await read(sheets);
    for (const month of months) {
      const chosen = await read(sheets, month.asOf);
      expect(chosen.months).toEqual(months);
      for (const [id, { target: planned, done }] of Object.entries(month.indicators)) {
        const indicator = chosen.indicators.find((one) => one.id === id);
        expect([month.asOf, id, indicator?.target, indicator?.done]).toEqual([month.asOf, id, planned, done]);
      }
    }
  });
});
