import { EditedByHand, insertBrief, insertCharts, isAllUpToDate, outdated, planChartsOf, readReport, takeBack, updateOutdated, type Outcome } from "../../src/actions";
import { GOLDEN_WORKBOOKS } from "../support/golden-workbooks";
import { officeWorkbook } from "../support/office-workbook";
import { textOf } from "../../excel-host/engine/xml";
import { all, cachesOf, chartParts, schemaErrors } from "../support/chart-parts";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2022-09-06" };
const SHEET = "进度图";

/** What a part shows: its title, its categories, and each series by its name. */
async function drawn(open: OpenWorkbook) {
  return [...(await chartParts(await open.host.save())).values()].map((chart) => {
    const caches = cachesOf(chart);
    const of = (node: typeof chart | undefined) => (node ? (caches.get(textOf(all(node, "f")[0])) ?? []) : []);
    const series = all(chart, "ser").sort((a, b) => Number(all(a, "order")[0]?.attrs["val"]) - Number(all(b, "order")[0]?.attrs["val"]));
    return {
      title: of(all(chart, "title")[0])[0],
      categories: of(all(chart, "cat")[0]),
      series: series.map((ser) => ({ name: textOf(all(ser, "tx")[0]), values: of(all(ser, "val")[0]) })),
    };
  });
}

/** A figure as it is compared: to ten digits. */
const figure = (value: string | number | null | undefined) => (value === null || value === undefined || value === "#N/A" ? null : Number(Number(value).toPrecision(10)));

describe("进度图 in the workbook", () => {
  let open: OpenWorkbook;
  afterEach(() => open.close());

  test.each(GOLDEN_WORKBOOKS.map(({ name, bytes }) => [name, bytes] as const))("%s: what the cells work out is what the plan says", async (_name, bytes) => {
    open = await openWorkbook(await bytes());
    const reading = await readReport(TODAY);
    const plan = planChartsOf(reading);
    await insertCharts(reading);
    const charts = await drawn(open);
    expect(charts.map(({ title, categories, series }) => ({ title, categories, series: series.map(({ name, values }) => ({ name, values: values.map(figure) })) }))).toEqual(
      plan?.charts?.map(({ chart }) => ({ title: chart.title, categories: chart.categories, series: chart.series.map(({ name, values }) => ({ name, values: values.map(figure) })) })),
    );
    expect(await schemaErrors(await open.host.save())).toEqual([]);
  });

  describe("of an office", () => {
    let outcome: Outcome;
    beforeEach(async () => {
      open = await openWorkbook(await officeWorkbook({ regions: 5, noteLength: 30 }));
      outcome = await insertCharts(await readReport(TODAY));
    });

    const charts = (work: (charts: Excel.ChartCollection, sheet: Excel.Worksheet) => void) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(SHEET);
        sheet.charts.load("items/name");
        await context.sync();
        work(sheet.charts, sheet);
        await context.sync();
        sheet.charts.load("items/name");
        await context.sync();
        return sheet.charts.items.map(({ name }) => name);
      });

    test("moves when the staff's cell does: order, column, sign and title", async () => {
      const [before] = await drawn(open);
      expect(before?.categories[0]).toBe("甲五\n★");
      expect(before?.title).toContain("5个县中1个尚未开工、1个滞后");
      open.host.edit("目标任务", "C5", "1000");
      const [after] = await drawn(open);
      expect(after?.categories[0]).toBe("甲一\n★");
      expect(after?.title).toContain("5个县中1个滞后");
      expect(after?.series.find(({ name }) => name.startsWith("★"))?.values[0]).toBe("10");
    });

    test("is written in two round trips beside the reading", async () => {
      const reading = await readReport(TODAY);
      const { syncs } = open.host.stats;
      await insertCharts(reading);
      expect(open.host.stats.syncs - syncs).toBe(2);
    });

    test("brought up to date it has the same charts once, and what the office drew there stays", async () => {
      const first = await charts(({ items }) => expect(items.length).toBeGreaterThan(4));
      await charts((collection, sheet) => {
        collection.add("ColumnClustered", sheet.getRange("K10:K12"), Excel.ChartSeriesBy.columns).name = "自己画的";
      });
      await insertCharts(await readReport({ ...TODAY, asOf: "2022-12-31" } as never));
      const now = await charts(() => undefined);
      expect(now).toHaveLength(first.length + 1);
      expect(now).toContain("自己画的");
      expect((await drawn(open)).some(({ series }) => series.some(({ name }) => name === "序时进度100%"))).toBe(true);
    });

    test("a chart that the office deleted is an edit by hand, and nothing is written over it unasked", async () => {
      await charts(({ items }) => items[0]?.delete());
      const refusal = await insertCharts(await readReport(TODAY)).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(EditedByHand);
      expect((refusal as EditedByHand).text["zh-CN"]).toContain("工作表“进度图”插入之后手工改过（有图表被删除或改名）");
      const { sheets } = await insertCharts(await readReport(TODAY), { edited: "replace" });
      expect(await charts(() => undefined)).toHaveLength(sheets[0]?.record.charts?.names.length ?? 0);
    });

    test("is out of date with another day, and 全部更新 brings it there", async () => {
      const later = { ...TODAY, asOf: "2022-12-31" };
      expect(outdated(await readReport(TODAY), null).plans).toEqual([]);
      const reading = await readReport(later);
      expect(outdated(reading, null).plans.map(({ key }) => key)).toEqual(["charts"]);
      await updateOutdated(reading);
      expect(isAllUpToDate(outdated(await readReport(later), null))).toBe(true);
    });

    test("of many regions it stays as it was asked for", async () => {
      open.close();
      open = await openWorkbook(await officeWorkbook({ regions: 90, noteLength: 30 }));
      const ends = await insertCharts(await readReport(TODAY), { ends: true });
      expect(planChartsOf(await readReport(TODAY))?.chartEnds).toBe(true);
      const whole = await insertCharts(await readReport(TODAY), { ends: false });
      expect(whole.sheets[0]?.record.charts?.names.length).not.toBe(ends.sheets[0]?.record.charts?.names.length);
    });

    test("领导快报 works out who lags and by how much, and moves with the staff's cells", async () => {
      await insertBrief(await readReport(TODAY));
      const brief = open.host.workbook.sheet("领导快报");
      const row = (label: string) => Array.from({ length: 50 }, (_, at) => at).find((at) => brief?.cell(at, 0).text === label) ?? -1;
      const shown = (at: number) => [0, 2, 3, 4, 6].map((column) => brief?.cell(at, column).text);
      const first = row("地区") + 1;
      // The pace is 243/365 on the day; money is told to one decimal, and what is missing rounded up to it.
      expect([shown(first), shown(first + 1)]).toEqual([["甲一", "1000", "0.0", "0.00%", "665.8"], ["甲二", "1010", "171.7", "17.00%", "500.8"]]);
      open.host.edit("目标任务", "I5", "700");
      expect(shown(first)[0]).toBe("甲二");
      const [chart] = (await drawn(open)).slice(-1);
      expect(chart?.categories[0]).toBe("甲一\n●");
    });

    test("撤销 takes the sheet away, and its parts with it", async () => {
      await open.host.save();
      await takeBack(outcome);
      expect(await drawn(open)).toEqual([]);
      expect(open.host.workbook.sheets.map(({ name }) => name)).not.toContain(SHEET);
    });
  });
});
