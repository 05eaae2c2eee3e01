import { dayWithin, DEFAULT_OFFICE_SETTINGS, demandFor, officeSettingsFrom, type OfficeSettings, type Report } from "../../src/progress";
import { sampleReport } from "../notice/sample-report";

const settings = (change: Partial<OfficeSettings>): OfficeSettings => ({ ...DEFAULT_OFFICE_SETTINGS, ...change });

describe("what an office sets", () => {
  test("regions stand in the office's order under its short names, those it does not list after them", async () => {
    const regions = [{ name: "兴县", shortName: "兴县" }, { name: "离石区", shortName: "离石城区" }, { name: "没有的县", shortName: "没有" }];
    const report = await sampleReport(settings({ regions }));
    expect(report.regions.slice(0, 3).map(({ shortName }) => shortName)).toEqual(["兴县", "离石城区", "孝义"]);
    expect(report.regions).toHaveLength(15);
    expect(report.indicators[0]?.regions.slice(0, 2).map(({ region }) => region)).toEqual(["兴县", "离石区"]);
    expect(report.indicators[0]?.done).toBe(999);
  });

  test("an indicator bears the office's name", async () => {
    const report = await sampleReport(settings({ indicatorNames: { starts: "棚改开工套数" } }));
    expect(report.indicators[0]?.name).toBe("棚改开工套数");
  });

  test("who is behind is told by the office's threshold, pace or not", async () => {
    const behind = (report: Report) => report.indicators[0]?.regions.filter(({ status }) => status === "behind").length;
    const byPace = await sampleReport();
    const byRate = await sampleReport(settings({ threshold: { kind: "fixed", rate: 0.9 } }));
    expect(behind(byRate)).toBeGreaterThan(behind(byPace) ?? 0);
    expect(demandFor(byRate).rate).toBe(0.9);
    expect(demandFor(byRate, { kind: "pace" }).term).toBe("113/365");
  });

  test("figures of the next January are those of a whole year of tasks", () => {
    expect(dayWithin(2021, "2022-01-10")).toBe("2021-12-31");
    expect(dayWithin(2021, "2020-12-31")).toBe("2021-01-01");
    expect(dayWithin(2021, "2021-06-30")).toBe("2021-06-30");
  });

  test.each([
    ["nothing", null],
    ["a text", "x"],
    ["other kinds", { office: 3, year: "2021", threshold: { kind: "fixed", rate: "0.5" }, regions: [{ name: "甲" }, 5], indicatorNames: { starts: 1 } }],
    ["a milestone on no day", { threshold: { kind: "milestones", milestones: [{ month: 2, day: 30, rate: 0.5 }] } }],
  ])("settings that another hand has spoiled count as none: %s", (_what, stored) => {
    expect(officeSettingsFrom(stored)).toEqual(DEFAULT_OFFICE_SETTINGS);
  });

  test("settings come back from JSON as they went in", () => {
    const set = settings({ office: "吕梁市住房保障办公室", year: 2021, threshold: { kind: "milestones", milestones: [{ month: 6, rate: 0.5 }] }, regions: [{ name: "离石区", shortName: "离石" }], indicatorNames: { starts: "棚改" }, attachmentMarks: true });
    expect(officeSettingsFrom(JSON.parse(JSON.stringify(set)))).toEqual(set);
  });
});
