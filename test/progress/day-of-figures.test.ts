import type { Records } from "../../src/progress";
import { dayOfFigures, type DayOptions } from "../../src/progress/figures-day";
import { keptDifferences } from "../../src/progress/kept-differences";
import { gatherFigures } from "../../src/progress/figures";
import { indicatorProgress } from "../../src/progress/indicator-progress";
import { cellAt, done, recordsOf, STARTS, tableOf, target, type Told } from "./told-records";

const BOTH: Told[] = [{ region: "甲县", meaning: target, value: 5 }, { region: "甲县", meaning: done, value: 1 }];
const dayOf = (records: Partial<Records>, options: Partial<DayOptions> = {}, told: Told[] = BOTH) => dayOfFigures(recordsOf(told, { asOf: null, titleYear: null, ...records }), { today: "2021-06-30", ...options });

describe("the day that figures stand for", () => {
  test("is what is asked for, whatever the tables and the clerk say", () => {
    const said = { date: "2021-03-31", source: cellAt(0, 0) };
    expect(dayOf({ asOf: said, titleYear: 2021 }, { asOf: "2020-02-29", dayIfNone: "2021-05-31" })).toEqual({ day: "2020-02-29", origin: "asked", year: 2020, findings: [] });
  });

  test("is else what the tables say, else what the clerk says", () => {
    const said = { date: "2021-03-31", source: cellAt(0, 0) };
    expect(dayOf({ asOf: said, titleYear: 2020 }, { dayIfNone: "2021-05-31" })).toEqual({ day: "2021-03-31", origin: "tables", year: 2021, findings: [] });
    expect(dayOf({ titleYear: 2020 }, { dayIfNone: "2021-01-10" })).toEqual({ day: "2021-01-10", origin: "clerk", year: 2020, findings: [] });
    expect(dayOf({}, { dayIfNone: "2021-01-10" }).year).toBe(2021);
  });

  test("is else a guess: a past year's last day, a coming year's first, of this year today", () => {
    expect(dayOf({ titleYear: 2019 })).toMatchObject({ day: "2019-12-31", origin: "guess", year: 2019 });
    expect(dayOf({ titleYear: 2022 })).toMatchObject({ day: "2022-01-01", origin: "guess", year: 2022 });
    expect(dayOf({ titleYear: 2021 })).toMatchObject({ day: "2021-06-30", origin: "guess", year: 2021 });
    expect(dayOf({})).toMatchObject({ day: "2021-06-30", origin: "guess", year: 2021 });
  });

  test("that was guessed is told, with the year of the title where that is known", () => {
    const [told] = dayOf({ titleYear: 2021 }).findings;
    expect(told).toMatchObject({ code: "date-unknown", severity: "warning", cells: [tableOf(0).range] });
    expect(told?.message["zh-CN"]).toBe("表1!A1:D9 的表里没有写明截至日期，暂按 2021-06-30 计算（标题写的是2021年）；请在“截至”处填写实际日期");
    expect(dayOf({}).findings[0]?.message["zh-CN"]).toBe("表1!A1:D9 的表里没有写明截至日期，暂按 2021-06-30 计算；请在“截至”处填写实际日期");
    expect(dayOf({ tables: [] }).findings).toEqual([]);
  });

  test("matters where targets and done are compared, in a year that is not over", () => {
    const severity = (records: Partial<Records>, told = BOTH) => dayOf(records, {}, told).findings.map((one) => one.severity);
    expect([severity({ titleYear: 2021 }), severity({ titleYear: 2019 }), severity({ titleYear: 2022 })]).toEqual([["warning"], ["info"], ["warning"]]);
    expect([severity({}, BOTH.slice(0, 1)), severity({}, BOTH.slice(1))]).toEqual([["info"], ["info"]]);
  });
});

describe("what was kept of a day against what the sheets say of it", () => {
  const names = ["甲县", "乙县", "丙县", "丁县", "戊县", "己县", "庚县"];
  const records = recordsOf(names.flatMap((region): Told[] => [{ region, meaning: target, value: 100 }, { region, meaning: done, value: 50 }]), { indicators: [STARTS] });
  const indicators = indicatorProgress(records, gatherFigures(records), 0.5);
  const kept = (rates: (number | null)[], asOf = "2021-03-31") => ({ asOf, indicators: { starts: { target: null, done: null, rate: null, regions: Object.fromEntries(names.map((name, at) => [name, rates[at] ?? null])) } } });
  const differences = (rates: (number | null)[], asOf?: string) => keptDifferences([{ asOf: "2021-03-31", sheets: ["表1"], indicators }], [kept(rates, asOf)]);

  test("names five regions of more, and the cells of all", () => {
    const [found, ...more] = differences(Array(7).fill(0.4));
    expect(more).toEqual([]);
    expect(found?.cells).toEqual(names.map((_, at) => cellAt(0, 2 * at + 1)));
    expect(found?.message["zh-CN"]).toContain("戊县保存时为40%，表1!B10现为50%；另有2个地区不同");
    expect(found?.message["zh-CN"]).not.toContain("己县");
    expect(differences([...Array<number>(5).fill(0.4), 0.5, 0.5])[0]?.message["zh-CN"]).not.toContain("另有");
  });

  test("is none for another day, for what agrees to two decimals, and for what was not kept", () => {
    expect(differences(Array(7).fill(0.4), "2021-02-28")).toEqual([]);
    expect(differences(Array(7).fill(0.500001))).toEqual([]);
    expect(differences(Array(7).fill(null))).toEqual([]);
  });
});
