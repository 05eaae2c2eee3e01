import { DEFAULT_OFFICE_SETTINGS, type OfficeSettings } from "../../../src/progress";
import { DEFAULT_SETTINGS } from "../../../src/notice/settings";
import { draftOf, moved, settingsIn, type SettingsDraft } from "../../../src/taskpane/model/settings-draft";
import { sampleReport } from "../../notice/sample-report";
import type { Report } from "../../../src/progress";

const settings = (office: Partial<OfficeSettings> = {}) => ({ office: { ...DEFAULT_OFFICE_SETTINGS, ...office }, notice: DEFAULT_SETTINGS, templates: {} });

describe("the form of settings", () => {
  let report: Report;
  beforeAll(async () => {
    report = await sampleReport();
  });
  const read = (change: Partial<SettingsDraft>, before = settings()) => settingsIn({ ...draftOf(before, report), ...change }, before, report);

  test("untouched, keeps what was kept", () => {
    expect(read({})).toEqual({ settings: settings() });
    const set = settings({ office: "某局", year: 2021, threshold: { kind: "milestones", milestones: [{ month: 6, rate: 0.5 }, { month: 8, rate: 0.805 }] }, indicatorNames: { starts: "开工", gone: "别的表里的" } });
    expect(read({}, set)).toEqual({ settings: set });
  });

  test("regions that nobody moved or renamed stay the tables' own", () => {
    expect(read({ office: "某局" })).toMatchObject({ settings: { office: { office: "某局", regions: [] } } });
  });

  test("a region that was moved makes the order the office's", () => {
    const regions = moved(draftOf(settings(), report).regions, 1, -1);
    const result = read({ regions });
    expect("settings" in result && result.settings.office.regions.slice(0, 2).map(({ name }) => name)).toEqual(["孝义市", "离石区"]);
  });

  test("a short name left empty is the whole name", () => {
    const regions = draftOf(settings(), report).regions.map((one) => (one.name === "兴县" ? { ...one, shortName: " " } : one));
    const result = read({ regions });
    expect("settings" in result && result.settings.office.regions.find(({ name }) => name === "兴县")?.shortName).toBe("兴县");
  });

  test.each(["50", "50%", "５０", " 50.0 "])("a rate of %j is half", (rate) => {
    expect(read({ threshold: "fixed", rate })).toMatchObject({ settings: { office: { threshold: { kind: "fixed", rate: 0.5 } } } });
  });

  test.each([
    [{ threshold: "fixed", rate: "" }, { rate: true }],
    [{ threshold: "fixed", rate: "一半" }, { rate: true }],
    [{ threshold: "milestones", milestones: [] }, { milestones: true }],
    [{ threshold: "milestones", milestones: [{ month: "6", rate: "50" }, { month: "6", rate: "80" }] }, { milestones: true }],
    [{ year: "二〇二一" }, { year: true }],
    [{ year: "21" }, { year: true }],
    [{ lastPlaces: "0" }, { lastPlaces: true }],
    [{ lastPlaces: "三" }, { lastPlaces: true }],
    [{ periods: "1.5" }, { periods: true }],
  ] as [Partial<SettingsDraft>, object][])("%j cannot be kept", (change, mistakes) => {
    expect(read(change)).toEqual({ mistakes });
  });

  test("weights are kept by indicator, those of other workbooks with them; an empty one is the usual", () => {
    const before = settings({ ranking: { ...DEFAULT_OFFICE_SETTINGS.ranking, weights: { starts: 3, gone: 2 } } });
    const weighed = (weight: string) => draftOf(before, report).indicators.map((one) => (one.id === "starts" ? { ...one, weight } : one));
    const ranking = (change: Partial<SettingsDraft>) => {
      const result = read(change, before);
      return "settings" in result ? result.settings.office.ranking : result.mistakes;
    };
    expect(ranking({ indicators: weighed("２．５"), lastPlaces: "5", periods: "2", rankingInNotice: true })).toEqual({ weights: { gone: 2, starts: 2.5 }, lastPlaces: 5, periods: 2, inNotice: true });
    expect(ranking({ indicators: weighed("") })).toMatchObject({ weights: { gone: 2 } });
    for (const weight of ["-1", "两", "1001"]) expect(ranking({ indicators: weighed(weight) })).toEqual({ weights: true });
  });

  test("milestones are kept in the order of the year", () => {
    const milestones = [{ month: "8", rate: "80" }, { month: "6", rate: "50" }];
    expect(read({ threshold: "milestones", milestones })).toMatchObject({ settings: { office: { threshold: { milestones: [{ month: 6, rate: 0.5 }, { month: 8, rate: 0.8 }] } } } });
  });

  test("particulars of the notice are kept without blanks around them; empty ones are not", () => {
    const fields = { ...draftOf(settings(), report).fields, number: " 吕房保办发〔2021〕8号 " };
    expect(read({ fields })).toMatchObject({ settings: { notice: { fields: { number: "吕房保办发〔2021〕8号" } } } });
  });
});
