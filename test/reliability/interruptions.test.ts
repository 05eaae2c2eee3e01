import { ExcelError } from "../../excel-host";
import { clearMarks, computeProgress, insertAttachments, readReport, takeBack, writeNotice, type Outcome, type Reading } from "../../src/actions";
import { PATIENCE } from "../../src/excel/with-excel";
import { everySo } from "../support/cases";
import { LATER, STAFF, TODAY, officeWorkbook } from "../support/office-workbook";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

// Putting back waits for the user to return; here nobody does.
jest.mock("../../src/excel/pause", () => ({ pause: () => Promise.resolve() }));


let open: OpenWorkbook;
beforeEach(async () => {
  open = await openWorkbook(await officeWorkbook({ regions: 5, noteLength: 30 }));
});
afterEach(() => open.close());

const names = () => open.host.workbook.sheets.map(({ name }) => name);
const texts = (sheet: string) => {
  const view = open.host.workbook.sheet(sheet);
  const { bottom = -1, right = -1 } = view?.usedRange ?? {};
  return Array.from({ length: bottom + 1 }, (_, row) => Array.from({ length: right + 1 }, (_unused, column) => view?.cell(row, column).text));
};
const settings = () =>
  Excel.run(async (context) => {
    const { settings: kept } = context.workbook;
    kept.load("items/key");
    await context.sync();
    return kept.items.map(({ key }) => key);
  });

describe("an answer that never comes", () => {
  afterEach(() => jest.useRealTimers());

  /** The failure of what is waiting, once it has waited long enough. */
  async function waited(work: Promise<unknown>): Promise<unknown> {
    const failure = work.then(() => "done", (error: unknown) => error);
    await jest.advanceTimersByTimeAsync(PATIENCE + 1000);
    return failure;
  }

  test("to a request that was never done: it is said, and the next try succeeds", async () => {
    jest.useFakeTimers();
    open.host.beforeRequest = () => new Promise(() => {});
    expect(await waited(readReport(TODAY))).toMatchObject({ code: "no-answer" });
    open.host.beforeRequest = undefined;
    jest.useRealTimers();
    await insertAttachments(await readReport(TODAY));
    expect(names()).toEqual([...STAFF, "附件1 目标任务进展情况表", "附件2 督查情况汇总表"]);
  });

  test("to a write that was done: trying again finds it and leaves one of each sheet", async () => {
    const reading = await readReport(TODAY);
    jest.useFakeTimers();
    open.host.beforeAnswer = () => new Promise(() => {});
    expect(await waited(computeProgress(reading))).toMatchObject({ code: "no-answer" });
    open.host.beforeAnswer = undefined;
    jest.useRealTimers();
    await computeProgress(await readReport(TODAY));
    expect(names()).toEqual([...STAFF, "进度计算"]);
    expect((await settings()).filter((key) => key.endsWith("unfinished"))).toEqual([]);
  });

  test("an answer that comes too late starts nothing more", async () => {
    const late: (() => void)[] = [];
    const reading = await readReport(TODAY);
    jest.useFakeTimers();
    open.host.beforeRequest = () => new Promise((resolve) => late.push(resolve));
    expect(await waited(clearMarks(reading))).toMatchObject({ code: "no-answer" });
    for (const release of late) release();
    await jest.advanceTimersByTimeAsync(1000);
    expect(late.length).toBe(1);
  });
});

describe("Excel or the pane goes down in the middle of a write, and nothing can be put back", () => {
  const ACTIONS: [string, (reading: Reading) => Promise<Outcome>][] = [
    ["计算进度", (reading) => computeProgress(reading)],
    ["插入附件", (reading) => insertAttachments(reading)],
    ["生成通报", (reading) => writeNotice(reading, "sheet")],
  ];

  /** From one operation of the next write on, every request fails. */
  async function goDown(share: number, act: (reading: Reading) => Promise<unknown>): Promise<unknown> {
    let count = 0;
    let isDown = false;
    const counts = new Map<number, number>();
    const before = await open.host.save();
    const first = await readReport(LATER);
    open.host.beforeOperation = ({ request }) => void counts.set(request, (counts.get(request) ?? 0) + 1);
    await act(first);
    open.host.beforeOperation = undefined;
    await open.host.load(before);
    const reading = await readReport(LATER);
    // The last request sets up pages: what fails there is a remark.
    const written = [...counts.values()].slice(0, -1).reduce((total, one) => total + one, 0);
    const last = Math.max(1, Math.floor(written * share));
    count = 0;
    open.host.beforeRequest = () => {
      if (isDown) throw new ExcelError("GeneralException", "down");
    };
    open.host.beforeOperation = () => {
      if (++count <= last) return;
      isDown = true;
      throw new ExcelError("GeneralException", "down");
    };
    const failure = await act(reading).then(() => "done", (error: unknown) => error);
    open.host.beforeRequest = undefined;
    open.host.beforeOperation = undefined;
    return failure;
  }

  test.each(everySo(2, ACTIONS.flatMap(([name, act]) => [0.1, 0.3, 0.6, 0.9, 0.97].map((share) => [name, share, act] as const))))(
    "%s, stopped after %d of it: it is said, staff's sheets are whole, and the next write clears up",
    async (_name, share, act) => {
      await act(await readReport(TODAY));
      const standing = names();
      const before = STAFF.map(texts);
      const stood = standing.map(texts);
      const reading = await readReport(LATER);
      const failure = await goDown(share, act);
      // Before anything was written it is said that nothing was changed, and nothing was.
      if ((failure as { code?: string }).code === "unexpected") expect(standing.map(texts)).toEqual(stood);
      else expect(failure).toMatchObject({ code: "half-written" });
      expect(STAFF.map((name) => open.host.workbook.sheet(name)?.cell(0, 0).value)).toEqual(STAFF.map((_, index) => before[index]?.[0]?.[0]));
      // Nothing that is left is taken for a table of the staff's.
      const again = await readReport(LATER);
      expect(again.report.tables.map(({ range }) => range.sheet)).toEqual(reading.report.tables.map(({ range }) => range.sheet));
      await act(again);
      expect(names()).toEqual(standing);
      expect((await settings()).filter((key) => key.endsWith("unfinished"))).toEqual([]);
    },
  );
});

describe("the user changes the workbook between the reading and the write", () => {
  const rename = (from: string, to: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(from).name = to;
      await context.sync();
    });
  const remove = (name: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(name).delete();
      await context.sync();
    });

  test("edits a figure: it stays, and the sheet follows it", async () => {
    const reading = await readReport(TODAY);
    open.host.edit("目标任务", "C5", "77");
    await insertAttachments(reading);
    expect(open.host.workbook.sheet("目标任务")?.cell(4, 2).text).toBe("77");
    expect(texts("附件1 目标任务进展情况表").some((row) => row[2] === "77")).toBe(true);
  });

  test.each([
    ["renames a staff sheet", () => rename("目标任务", "任务")],
    ["deletes a staff sheet", () => remove("续建攻坚")],
  ])("%s: nothing is written, it is said, and after reading again the write succeeds", async (_, change) => {
    const reading = await readReport(TODAY);
    await change();
    const standing = names();
    for (const act of [computeProgress, insertAttachments]) await expect(act(reading)).rejects.toMatchObject({ code: "sheet-changed" });
    expect(names()).toEqual(standing);
    await insertAttachments(await readReport(TODAY));
    expect(names().slice(0, standing.length)).toEqual(standing);
  });

  test("renames, deletes or takes the name of a sheet of ours", async () => {
    await insertAttachments(await readReport(TODAY));
    const reading = await readReport(TODAY);
    await remove("附件2 督查情况汇总表");
    await expect(insertAttachments(reading)).rejects.toMatchObject({ code: "sheet-changed" });
    expect(names()).toEqual([...STAFF, "附件1 目标任务进展情况表"]);
    const read = await readReport(TODAY);
    await rename("附件1 目标任务进展情况表", "报送表");
    await expect(insertAttachments(read)).rejects.toMatchObject({ code: "sheet-changed" });
    const last = await readReport(TODAY);
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("附件2 督查情况汇总表").getRange("A1").values = [["手工"]];
      await context.sync();
    });
    const outcome = await insertAttachments(last);
    expect(outcome.sheets.map(({ name }) => name)).toEqual(["报送表", "附件2 督查情况汇总表 (2)"]);
    expect(texts("附件2 督查情况汇总表")).toEqual([["手工"]]);
    expect(names()).toEqual([...STAFF, "报送表", "附件2 督查情况汇总表", "附件2 督查情况汇总表 (2)"]);
  });

  test("deletes the sheet whose marks are to be taken back: the rest is taken back", async () => {
    const outcome = await computeProgress(await readReport(TODAY));
    await remove("续建攻坚");
    await takeBack(outcome);
    expect(names()).toEqual(STAFF.slice(0, 3));
  });
});
