import { computeProgress, insertAttachments, insertRanking, isAllUpToDate, keepSettings, outdated, readReport, settingsOf, takeBack, updateOutdated, writeNotice } from "../../src/actions";
import { loadNoticeWriter } from "../../src/notice";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-05-06" };

describe("what stands in the workbook", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  const found = async () => outdated(await readReport(TODAY), await loadNoticeWriter());
  const setRate = async (rate: number) => {
    const reading = await readReport(TODAY);
    const { office } = settingsOf(reading);
    const regions = reading.report.regions.map(({ name, shortName }) => ({ name, shortName: name === "离石区" ? "离石区" : shortName }));
    await keepSettings(reading, { office: { ...office, regions, threshold: { kind: "fixed", rate } } }, TODAY);
  };
  const writeAll = async () => {
    await computeProgress(await readReport(TODAY));
    await insertAttachments(await readReport(TODAY));
    await insertRanking(await readReport(TODAY), { indicators: ["investment"] });
    await writeNotice(await readReport(TODAY), "sheet");
  };

  test("is up to date after it was written, and is not once settings change: sheets, marks and notice alike", async () => {
    await writeAll();
    expect(isAllUpToDate(await found())).toBe(true);
    await setRate(0.01);
    const old = await found();
    expect(old.plans.map(({ key }) => key)).toEqual(["progress", "attachment1", "ranking"]);
    expect(old.marks).toBe(true);
    expect(old.notice?.changes.length).toBeGreaterThan(0);
  });

  test("is brought up to date by one write, which can be taken back", async () => {
    await writeAll();
    await setRate(0.01);
    const sheets = () => open.host.workbook.sheets.map(({ name }) => name);
    const before = sheets();
    const outcome = await updateOutdated(await readReport(TODAY));
    expect(sheets()).toEqual(before);
    expect(isAllUpToDate(await found())).toBe(true);
    await takeBack(outcome);
    const again = await found();
    expect(again.plans.map(({ key }) => key)).toContain("progress");
    expect(again.notice?.changes.length).toBeGreaterThan(0);
  });

  test("of which nothing is old is not written", async () => {
    await writeAll();
    await expect(updateOutdated(await readReport(TODAY))).rejects.toMatchObject({ code: "nothing-to-write" });
  });
});
