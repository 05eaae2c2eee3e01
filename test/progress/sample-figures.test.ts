import { buildReport, percentage, type Report } from "../../src/progress";
import { loadNationalList, readWorkbook } from "../../src/tables";
import { sampleGrids } from "../support/sample-grids";

describe("the figures of 吕房保办发〔2021〕8号 come out of the sample", () => {
  let report: Report;
  beforeAll(async () => {
    report = buildReport(readWorkbook({ sheets: sampleGrids() }, { gazetteer: await loadNationalList() }), { today: "2026-01-01" });
  });

  const indicator = (id: string) => report.indicators.find((one) => one.id === id);

  test("stands as of 23 April 2021, 30.96% of the year gone", () => {
    expect(report.asOf).toBe("2021-04-23");
    expect(percentage(report.pace, 2)).toBe(30.96);
  });

  test.each([
    ["starts", 4005, 999, 24.94],
    ["oldTownStarts", 580, 263, 45.34],
    ["publicRentalStarts", 60, 0, 0],
    ["basicCompletion", 1500, 147, 9.8],
    ["rentSubsidyHouseholds", 3601, 294, 8.16],
    ["investment", 129500, 17312, 13.37],
  ])("%s: target %d, done %d, %d%%", (id, target, done, rate) => {
    const found = indicator(id);
    expect([found?.target, found?.done]).toEqual([target, done]);
    expect(percentage(found?.rate ?? -1, 2)).toBe(rate);
  });

  test("the rental subsidy paid is 30.1181万元 and has no target", () => {
    expect(indicator("rentSubsidyAmount")).toMatchObject({ target: null, done: 30.1181, rate: null, unit: "万元" });
  });

  test("the stated 17342 is found: its rows add up to 17312", () => {
    const errors = report.findings.filter(({ severity }) => severity !== "info");
    expect(errors.map(({ code }) => code)).toEqual(["total-mismatch"]);
    expect(errors[0]?.message["zh-CN"]).toMatch(/17342.*17312/);
    expect(indicator("investment")?.statedTotal?.done?.value).toBe(17342);
  });

  test("statuses and ranks: 柳林 exceeded, 孝义 on pace, four not started", () => {
    const starts = indicator("starts")?.regions.filter(({ status }) => status !== "noTask") ?? [];
    expect(starts.map(({ region, status, rank }) => [region, status, rank])).toEqual([
      ["离石区", "none", 3],
      ["孝义市", "onPace", 2],
      ["兴县", "none", 3],
      ["柳林县", "exceeded", 1],
      ["方山县", "none", 3],
      ["经开区", "none", 3],
    ]);
  });

  test("the backlog is 25164 − 2619 − 21154 = 1391, verified 1753", () => {
    expect(report.backlog).toMatchObject({ reported: 25164, repurposed: 2619, stock: 21154, computed: 1391, verified: 1753 });
    expect(report.backlog?.regions.filter(({ verified }) => verified).length).toBe(10);
  });

  test("2017 has 50 audit findings open by category and by region, 2016 has 10", () => {
    const [of2016, of2017] = report.audit;
    expect([of2016?.year, of2016?.open]).toEqual([2016, 10]);
    expect(of2016?.regions.map(({ region, open }) => [region, open])).toEqual([["离石区", 8], ["交城县", 2]]);
    expect(of2017?.categories.map(({ open }) => open)).toEqual([9, 17, 2, 14, 3, 4, 1]);
    expect(of2017?.regions.reduce((total, { open }) => total + open, 0)).toBe(50);
  });

  test("5922 units begun before 2018 are unfinished in 8 regions", () => {
    expect(report.continuing?.units).toBe(5922);
    expect(report.continuing?.regions.length).toBe(8);
  });
});
