import { conditionsOf } from "../../../excel-host";
import { computeProgress, insertAttachments, readReport, showCell, writeNotice, type Reading } from "../../../src/actions";
import { PAUSES } from "../../../src/excel/put-back";
import { differences, partsOf } from "../../reliability/workbook-parts";
import type { OpenWorkbook } from "../../support/open-workbook";
import { openIn, TODAY } from "./support";

const waits: number[] = [];
let onWait = () => {};
jest.mock("../../../src/excel/pause", () => ({
  pause: (milliseconds: number) => {
    waits.push(milliseconds);
    onWait();
    return Promise.resolve();
  },
}));

let open: OpenWorkbook;
beforeEach(async () => {
  waits.length = 0;
  onWait = () => {};
  open = await openIn([]);
});
afterEach(() => open.close());

const WRITES: [string, (reading: Reading) => Promise<unknown>][] = [
  ["计算进度", (reading) => computeProgress(reading)],
  ["插入附件", (reading) => insertAttachments(reading)],
  ["生成通报", (reading) => writeNotice(reading, "sheet")],
];

describe("line 3: another workbook in front", () => {
  test.each(WRITES)("before %s: nothing is written, and it is said what to do", async (_, write) => {
    const reading = await readReport(TODAY);
    const before = await partsOf(open.host);
    open.host.conditions = conditionsOf("another workbook in front");
    await expect(write(reading)).rejects.toThrow(/切回本工作簿/);
    expect(differences(before, await partsOf(open.host))).toEqual([]);
    open.host.conditions = conditionsOf();
    await write(await readReport(TODAY));
  });

  test.each(WRITES)("before a second %s: what stands stays, and it is said what to do", async (_, write) => {
    await write(await readReport(TODAY));
    const reading = await readReport({ ...TODAY, asOf: "2021-12-31" });
    const before = await partsOf(open.host);
    open.host.conditions = conditionsOf("another workbook in front");
    onWait = () => {
      if (waits.length === 4) open.host.conditions = conditionsOf();
    };
    await expect(write(reading)).rejects.toThrow(/切回本工作簿/);
    expect(differences(before, await partsOf(open.host))).toEqual([]);
  });

  test.each(WRITES)("during a second %s: putting back waits, longer each time, until its user returns", async (_, write) => {
    await write(await readReport(TODAY));
    const reading = await readReport({ ...TODAY, asOf: "2021-12-31" });
    const before = await partsOf(open.host);
    let hasTurned = false;
    // In the middle of the write the user turns to another workbook, and comes back at the fourth pause.
    open.host.beforeOperation = ({ name }) => {
      if (name !== "Unfreeze" || hasTurned) return;
      hasTurned = true;
      open.host.conditions = conditionsOf("another workbook in front");
    };
    onWait = () => {
      if (waits.length === 4) open.host.conditions = conditionsOf();
    };
    await expect(write(reading)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:unexpected|other-workbook|selection)$/) as string });
    open.host.beforeOperation = undefined;
    expect(waits).toEqual(PAUSES.slice(0, 4));
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(differences(before, await partsOf(open.host))).toEqual([]);
  });

  test("showing a cell or asking for the selection is told in words", async () => {
    const reading = await readReport(TODAY);
    open.host.conditions = conditionsOf("another workbook in front");
    await expect(showCell({ sheet: "目标任务", row: 0, column: 0 })).rejects.toMatchObject({ code: "other-workbook" });
    await expect(writeNotice(reading, "selection")).rejects.toThrow(/另一个工作簿/);
  });
});
