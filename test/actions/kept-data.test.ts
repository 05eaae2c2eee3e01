import { computeProgress, insertAttachments, keepPeriod, readReport } from "../../src/actions";
import { describeError } from "../../src/excel";
import { keptSettings, spoilSetting } from "../support/kept-settings";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-05-06" };
const PERIODS = "HousingProgress.periods";
const read = () => readReport(TODAY);
const asideOf = ({ report }: Awaited<ReturnType<typeof read>>) => report.findings.filter(({ code }) => code === "kept-set-aside").map(({ message }) => message["zh-CN"]);

describe("what the workbook keeps of ours", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  test("bears a version, and what was kept before there were versions is read as it was", async () => {
    await keepPeriod(await read());
    const { version, content } = JSON.parse((await keptSettings())[PERIODS]!) as { version: number; content: unknown };
    expect(version).toBe(2);
    await spoilSetting(PERIODS, JSON.stringify(content));
    const reading = await read();
    expect(reading.state.periods).toEqual(content);
    expect(asideOf(reading)).toEqual([]);
  });

  test("without a spoiled setting there is no word of any", async () => {
    await insertAttachments((await computeProgress(await keepPeriod(await read()))).reading);
    expect(asideOf(await read())).toEqual([]);
  });

  test.each([
    ["cut off", '{"version":2,"content":[{"asOf":"2021-03'],
    ["of another type", '{"version":2,"content":7}'],
    ["no text", 7],
    ["half of it no period", '[{"asOf":"2021-03-31","indicators":{}},{"asOf":"2021-04-31","indicators":{}}]'],
  ])("what is spoiled (%s) is set aside with a word that a clerk understands", async (_, stored) => {
    await spoilSetting(PERIODS, stored);
    const reading = await read();
    expect(asideOf(reading)).toEqual(["本加载项保存在工作簿里的往期数字有损坏，不能全部读出，已搁置，表中的数字不受影响。与上期、去年同期的比较只用读得出的各期；请核对后再写入。"]);
    expect(reading.report.indicators.length).toBeGreaterThan(0);
  });

  test("what a newer version kept is told apart from what is damaged", async () => {
    await spoilSetting(PERIODS, '{"version":3,"content":[]}');
    expect(asideOf(await read())).toEqual([expect.stringContaining("往期数字是较新版本的加载项保存的")]);
  });

  test("what was set aside stays in the workbook when its place is needed, and is spoken of no more", async () => {
    const newer = '{"version":3,"content":[1]}';
    await spoilSetting(PERIODS, newer);
    const after = await keepPeriod(await read());
    expect(after.state.setAside).toEqual([]);
    expect((await keptSettings())[`${PERIODS}.setAside`]).toBe(newer);
    expect(asideOf(await read())).toEqual([]);
  });

  test("a write that fails leaves it to the letter", async () => {
    const damaged = '[{"asOf":7}]';
    await spoilSetting("HousingProgress.sheets", damaged);
    const reading = await read();
    // The staff delete a table meanwhile.
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(reading.report.tables[0]!.sheet).delete();
      await context.sync();
    });
    const failure = await insertAttachments(reading).catch(describeError);
    expect(failure).toMatchObject({ code: "sheet-changed" });
    expect((await keptSettings())["HousingProgress.sheets"]).toBe(damaged);
  });

  test("a journal that names a sheet of the staff's takes nothing from it", async () => {
    const { report } = await read();
    const { sheet } = report.tables[0]!;
    const forged = { phase: "moving", sheets: [{ key: "progress", draft: "~progress.aaaaaa", name: sheet, backup: "~was.bbbbbb" }] };
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("~was.bbbbbb");
      await context.sync();
    });
    await spoilSetting("HousingProgress.unfinished", JSON.stringify(forged));
    const cell = () => JSON.stringify(open.host.workbook.sheet(sheet)!.cell(5, 2));
    const before = cell();
    await insertAttachments(await read());
    expect(cell()).toBe(before);
    expect((await read()).report.indicators).toEqual(report.indicators);
  });

  test("a name of ours that another hand made up is passed over", async () => {
    await Excel.run(async (context) => {
      context.workbook.names.add("HousingProgress_progress._ffffffff_", context.workbook.worksheets.getActiveWorksheet().getRange("A1"));
      await context.sync();
    });
    expect((await read()).report.indicators.length).toBeGreaterThan(0);
  });
});
