import { unzipSync } from "fflate";
import { computeProgress, insertAttachments, readReport, takeBack, writeNotice, type Outcome, type Reading } from "../../src/actions";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-05-06" };

describe("撤销", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  /** Every part of the file as it would be saved. */
  async function parts(): Promise<Map<string, string>> {
    const files = unzipSync(await open.host.save());
    return new Map(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  }

  const names = () => open.host.workbook.sheets.map(({ name }) => name);
  const read = () => readReport(TODAY);

  const ACTIONS: [string, (reading: Reading) => Promise<Outcome>][] = [
    ["计算进度", (reading) => computeProgress(reading)],
    ["插入附件", (reading) => insertAttachments(reading)],
    ["生成通报", (reading) => writeNotice(reading, "sheet")],
  ];

  test.each(ACTIONS)("after %s the saved file is what it was, part by part", async (_name, act) => {
    const before = await parts();
    const outcome = await act(await read());
    expect(await parts()).not.toEqual(before);
    await takeBack(outcome, []);
    const after = await parts();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [name, content] of before) expect([name, after.get(name)]).toEqual([name, content]);
  });

  test("only the one write is taken back: what was written before and after it stays", async () => {
    const computed = await computeProgress(await read());
    const attached = await insertAttachments(computed.reading);
    await writeNotice(attached.reading, "sheet");
    await takeBack(attached, [computed]);
    expect(names()).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚", "进度计算", "通报"]);
    expect((await read()).state.sheets.find(({ name }) => name === "目标任务")?.ourRules).not.toEqual([]);
  });

  test("a sheet that was brought up to date becomes what it was before", async () => {
    const first = await computeProgress(await read());
    const before = await parts();
    open.host.edit("目标任务", "C5", "1700");
    const second = await computeProgress(await readReport({ ...TODAY, asOf: "2021-06-30" }));
    open.host.edit("目标任务", "C5", "0");
    await takeBack(second, [first]);
    const sheet = open.host.workbook.sheet("进度计算");
    expect(sheet?.cell(1, 0).text).toContain("2021年4月23日");
    const names = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet5.xml"];
    const after = await parts();
    for (const name of names) expect([name, after.get(name)]).toEqual([name, before.get(name)]);
  });

  test("a sheet edited by hand since is not taken away from the office", async () => {
    const outcome = await computeProgress(await read());
    open.host.edit("进度计算", "A30", "请各县核对");
    await expect(takeBack(outcome, [])).rejects.toThrow("手工改过");
    expect(names()).toContain("进度计算");
  });

  test("a sheet that the user has deleted meanwhile is passed over", async () => {
    const outcome = await insertAttachments(await read());
    await open.connection.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("附件1 目标任务进展情况表").delete();
      await context.sync();
    });
    await takeBack(outcome, []);
    expect(names()).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚"]);
  });
});
