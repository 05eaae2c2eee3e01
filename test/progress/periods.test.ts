import { knownPeriods, periodOf, periodsFrom, periodYearAgo, previousPeriod, withPeriod, type Period } from "../../src/progress";

const on = (asOf: string, done = 1): Period => ({ asOf, indicators: { starts: { target: 10, done, rate: done / 10, regions: { 甲县: done / 10, 乙县: null } } } });
const days = (periods: readonly Period[]) => periods.map(({ asOf }) => asOf);

describe("the periods that are kept", () => {
  test("stand oldest first, one a day, the later one of a day", () => {
    const kept = withPeriod(withPeriod([on("2021-03-31"), on("2021-01-31")], on("2021-02-28")), on("2021-03-31", 7));
    expect(days(kept)).toEqual(["2021-01-31", "2021-02-28", "2021-03-31"]);
    expect(kept[2]?.indicators["starts"]?.done).toBe(7);
  });

  test("are no more than three years of months, the last ones", () => {
    const month = (at: number) => `${2018 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-28`;
    const kept = Array.from({ length: 40 }, (_, at) => on(month(at))).reduce<Period[]>(withPeriod, []);
    expect([kept.length, kept[0]?.asOf, kept.at(-1)?.asOf]).toEqual([36, month(4), month(39)]);
  });

  test("the one before a day is the last that is earlier, in whatever order they stand", () => {
    const kept = [on("2021-03-31"), on("2021-01-31"), on("2021-02-28")];
    expect(previousPeriod(kept, "2021-03-31")?.asOf).toBe("2021-02-28");
    expect(previousPeriod(kept, "2021-04-01")?.asOf).toBe("2021-03-31");
    expect(previousPeriod(kept, "2021-01-31")).toBeNull();
  });

  test("the one of a year ago is the last of that month", () => {
    const kept = [on("2020-03-10"), on("2020-03-31"), on("2020-04-30"), on("2021-03-10"), on("2019-03-31")];
    expect(periodYearAgo(kept, "2021-03-20")?.asOf).toBe("2020-03-31");
    expect(periodYearAgo(kept, "2021-05-20")).toBeNull();
  });

  test("fill what the workbook's own months do not say; what the sheets say counts", () => {
    const month = { ...on("2021-02-28", 5), sheets: ["2月"] };
    const kept = { asOf: "2021-02-28", indicators: { starts: { target: 99, done: 9, rate: 0.9, regions: { 甲县: 0.9, 丙县: 0.7 } }, investment: { target: 1, done: 1, rate: 1, regions: { 甲县: 1 } } } };
    const [january, february, ...more] = knownPeriods([month], [kept, on("2021-01-31")]);
    expect(more).toEqual([]);
    expect(january).toEqual({ ...on("2021-01-31"), sheets: [] });
    expect(february).toEqual({ asOf: "2021-02-28", sheets: ["2月"], indicators: { investment: kept.indicators.investment, starts: { target: 10, done: 5, rate: 0.5, regions: { 甲县: 0.5, 乙县: null, 丙县: 0.7 } } } });
    expect(knownPeriods([month], [])).toEqual([month]);
    expect(days(knownPeriods([], [on("2021-03-31"), on("2021-01-31")]))).toEqual(["2021-01-31", "2021-03-31"]);
  });

  test("hold a region's rates by its name and nothing else of it", () => {
    const row = { target: null, done: null, rank: 1, status: "behind", unread: null } as const;
    const progress = { id: "starts", name: "", shortName: "", unit: "套", english: "", target: 10, done: 3, rate: 0.3, status: "behind", measured: true, statedTotal: null, projects: null, regions: [{ region: "甲县", rate: 0.3, ...row }] } as const;
    expect(periodOf({ asOf: "2021-03-31", indicators: [{ ...progress, regions: [...progress.regions] }] })).toEqual({ asOf: "2021-03-31", indicators: { starts: { target: 10, done: 3, rate: 0.3, regions: { 甲县: 0.3 } } } });
  });

  test("are read as they were stored; what is no period, or of no day, is left out", () => {
    const stored = [on("2021-02-28"), on("2021-01-31"), { ...on("2021-03-31"), asOf: "2021-02-31" }, { asOf: "2021-05-31" }, null, { asOf: "2021-06-30", indicators: { starts: { target: "10", done: 1, rate: 1, regions: {} } } }];
    expect(periodsFrom(JSON.parse(JSON.stringify(stored)))).toEqual([on("2021-01-31"), on("2021-02-28")]);
    expect(periodsFrom("spoiled")).toEqual([]);
  });
});
