import { insertAttachments, keepSettings, readReport, readSettingsFile, settingsFile, settingsOf } from "../../src/actions";
import { DEFAULT_OFFICE_SETTINGS } from "../../src/progress";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-05-06" };
const OFFICE = { ...DEFAULT_OFFICE_SETTINGS, office: "吕梁市住房和城乡建设局", threshold: { kind: "fixed", rate: 0.5 } } as const;

describe("settings of the office", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  test("are kept in the workbook, and hold when it is saved, opened and read again", async () => {
    const reading = await keepSettings(await readReport(TODAY), { office: OFFICE }, TODAY);
    expect(reading.report.demand).toMatchObject({ rate: 0.5, name: "要求完成率" });
    const saved = await open.host.save();
    open.close();
    open = await openWorkbook(saved);
    expect(settingsOf(await readReport(TODAY)).office).toEqual(OFFICE);
  });

  test("keeping them takes one round trip, and no other reading", async () => {
    const reading = await readReport(TODAY);
    const before = open.host.stats.syncs;
    await keepSettings(reading, { office: OFFICE }, TODAY);
    expect(open.host.stats.syncs - before).toBe(1);
  });

  test("are followed by the inserted sheets", async () => {
    const reading = await keepSettings(await readReport(TODAY), { office: OFFICE }, TODAY);
    await insertAttachments(reading);
    const sheet = open.host.workbook.sheet("附件1 目标任务进展情况表");
    expect(sheet?.cell(3, 0).text).toBe("填报单位：吕梁市住房和城乡建设局");
  });

  test("go to another workbook as a file", async () => {
    const reading = await keepSettings(await readReport(TODAY), { office: OFFICE }, TODAY);
    expect(readSettingsFile(settingsFile(settingsOf(reading)))).toEqual({ settings: settingsOf(reading), setAside: null });
  });

  test.each([
    { attachment1: 5 },
    { attachment1: { key: "attachment1", columns: [7], dropped: [], fonts: {} } },
    { attachment1: { key: "attachment2", columns: [], dropped: [], fonts: {} } },
  ])("a form in a file that another hand has spoiled counts as none: %j", async (templates) => {
    const file = settingsFile(settingsOf(await readReport(TODAY))).replace(/"templates": \{\}/, `"templates": ${JSON.stringify(templates)}`);
    expect(file).toContain("attachment1");
    const { settings, setAside } = readSettingsFile(file);
    expect(settings.templates).toEqual({});
    expect(setAside?.["zh-CN"]).toContain("附件模板有损坏");
  });

  test.each([
    ["a year that is none", { office: { year: "二〇二一" } }, "本单位的设置"],
    ["a template of its own that is no text", { notice: { own: [{ name: "本局", text: 7 }] } }, "通报的设置"],
    ["all parts", { office: 1, notice: 2, templates: 3 }, "本单位的设置、通报的设置、附件模板"],
  ])("what of a file could not be taken is said: %s", (_, parts, named) => {
    const { setAside } = readSettingsFile(JSON.stringify({ kind: "housing-progress-notice/settings", ...parts }));
    expect(setAside?.["zh-CN"]).toMatch(new RegExp(`^文件里的${named}有损坏`));
  });

  test("what of it could be read is taken", () => {
    const regions = [{ name: "离石区", shortName: "离石" }, { shortName: "兴县" }];
    const { settings, setAside } = readSettingsFile(JSON.stringify({ kind: "housing-progress-notice/settings", office: { regions } }));
    expect(settings.office.regions).toEqual([regions[0]]);
    expect(setAside).not.toBeNull();
  });

  test("a file of a version that lacked a part is whole", () => {
    expect(readSettingsFile(JSON.stringify({ kind: "housing-progress-notice/settings", office: { office: "吕梁市住房保障办公室" } })).setAside).toBeNull();
  });

  test.each(["", "{}", "x", '{"kind":"other"}', "[1]"])("a file that holds none is refused in plain words: %j", (text) => {
    expect(() => readSettingsFile(text)).toThrow("不是本加载项导出的设置文件");
  });
});
