import {
  clearMarks,
  computeProgress,
  insertAttachments,
  insertBrief,
  insertCharts,
  insertRanking,
  keepPeriod,
  keepSettings,
  proofreadDraft,
  readReport,
  settingsOf,
  takeBack,
  updateNotice,
  updateOutdated,
  writeNotice,
  writeProofreading,
} from "../../src/actions";
import type { ExcelHost } from "../../excel-host";
import { WRITE_KINDS, type WriteKind } from "../../src/excel";
import { everySo, LONG_TEST } from "../support/cases";
import { DRAFT, LATER, STAFF, TODAY, officeWorkbook } from "../support/office-workbook";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { differences, partsOf } from "./workbook-parts";

const ATTACHMENT = "附件1 目标任务进展情况表";

const read = (options = TODAY) => readReport(options);
const check = async () => writeProofreading(await read(), DRAFT, proofreadDraft(await read(), DRAFT));
const everything = async () => {
  await computeProgress(await read());
  await insertAttachments(await read());
  await insertRanking(await read());
  await insertCharts(await read());
  await insertBrief(await read());
  await writeNotice(await read(), "sheet");
  await check();
};
/** The office reports fewer regions from now on: every sheet of ours is laid out otherwise. */
const fewerRegions = async () => {
  const reading = await read();
  const { office } = settingsOf(reading);
  await keepSettings(reading, { office: { ...office, regions: reading.report.regions.slice(1).map(({ name, shortName }) => ({ name, shortName })) } }, TODAY);
};
const edit = (sheet: string, cell: string, text: string) => (host: ExcelHost) => host.edit(sheet, cell, text);

interface Case {
  kind: WriteKind;
  /** What stands before, each in a session of its own. */
  before: (() => Promise<unknown>)[];
  /** What the staff do by hand before the write. */
  byHand?: (host: ExcelHost) => void;
  act: () => Promise<unknown>;
  /** What the staff do to their own tables between the write and its taking back. */
  since?: (host: ExcelHost) => void;
}

const CASES: Readonly<Record<string, Case>> = {
  计算进度: { kind: "computeProgress", before: [], act: async () => computeProgress(await read()) },
  "计算进度 again, on another day": { kind: "computeProgress", before: [async () => computeProgress(await read())], act: async () => computeProgress(await read(LATER)) },
  "计算进度 with fewer regions": { kind: "computeProgress", before: [async () => computeProgress(await read()), fewerRegions], act: async () => computeProgress(await read()) },
  "计算进度 over a sheet that the office has edited": {
    kind: "computeProgress",
    before: [async () => computeProgress(await read())],
    byHand: edit("进度计算", "B30", "请各县核对"),
    act: async () => computeProgress(await read(LATER), { edited: "replace" }),
  },
  "计算进度, the staff having edited their tables since": {
    kind: "computeProgress",
    before: [async () => computeProgress(await read())],
    act: async () => computeProgress(await read(LATER)),
    since: (host) => {
      edit("目标任务", "C5", "77")(host);
      edit("审计整改", "A30", "已核对")(host);
    },
  },
  取消标记: { kind: "clearMarks", before: [async () => computeProgress(await read())], act: async () => clearMarks(await read()) },
  插入附件: { kind: "insertAttachments", before: [], act: async () => insertAttachments(await read()) },
  "插入附件 with a column less": {
    kind: "insertAttachments",
    before: [async () => insertAttachments(await read())],
    byHand: (host) => ["C3", "C4", "D3", "D4"].forEach((cell) => edit("目标任务", cell, "")(host)),
    act: async () => insertAttachments(await read()),
  },
  "插入附件 beside one that the office keeps": {
    kind: "insertAttachments",
    before: [async () => insertAttachments(await read())],
    byHand: edit(ATTACHMENT, "A1", "附件一"),
    act: async () => insertAttachments(await read(), { edited: "keep" }),
  },
  插入进度排名表: { kind: "insertRanking", before: [], act: async () => insertRanking(await read()) },
  "插入进度排名表 by one indicator": { kind: "insertRanking", before: [async () => insertRanking(await read())], act: async () => insertRanking(await read(), { indicators: (await read()).report.indicators.slice(0, 1).map(({ id }) => id) }) },
  插入进度图: { kind: "insertCharts", before: [], act: async () => insertCharts(await read()) },
  "插入进度图 with fewer regions": { kind: "insertCharts", before: [async () => insertCharts(await read()), fewerRegions], act: async () => insertCharts(await read()) },
  插入领导快报: { kind: "insertBrief", before: [], act: async () => insertBrief(await read()) },
  "插入领导快报 again, on another day": { kind: "insertBrief", before: [async () => insertBrief(await read())], act: async () => insertBrief(await read(LATER)) },
  "生成通报 onto a sheet": { kind: "writeNotice", before: [], act: async () => writeNotice(await read(), "sheet") },
  "生成通报 shorter than before": { kind: "writeNotice", before: [async () => writeNotice(await read(), "sheet")], act: async () => writeNotice(await read(LATER), "sheet", { sections: ["标题"] }) },
  "生成通报 into the selection": { kind: "writeNotice", before: [], byHand: (host) => host.select("目标任务", "A30:J30"), act: async () => writeNotice(await read(), "selection") },
  写入校核结果: { kind: "writeProofreading", before: [], act: check },
  "全部更新 with fewer regions": { kind: "updateOutdated", before: [everything, fewerRegions], act: async () => updateOutdated(await read(LATER)) },
  更新这一段: { kind: "updateNotice", before: [async () => writeNotice(await read(), "sheet")], act: async () => updateNotice(await read(LATER), [1]) },
};

/** A fifth of them, another by each seed; all in the long run. */
const tried = everySo(5, Object.entries(CASES));

/** A session: the workbook is opened, something is done, and it is saved. */
async function session(bytes: Uint8Array, work: (open: OpenWorkbook) => unknown): Promise<Uint8Array> {
  const open = await openWorkbook(bytes);
  try {
    await work(open);
    return await open.host.save();
  } finally {
    open.close();
  }
}

const partsIn = async (bytes: Uint8Array, work: (host: ExcelHost) => unknown = () => {}): Promise<Map<string, string>> => {
  const open = await openWorkbook(bytes);
  try {
    work(open.host);
    return await partsOf(open.host);
  } finally {
    open.close();
  }
};

describe("撤销 in a second session", () => {
  let fresh: Uint8Array;
  beforeAll(async () => {
    // As the host writes each sheet, and with the part that Excel files for an add-in which has kept something once.
    const kept = await session(await officeWorkbook({ regions: 5, noteLength: 30 }), async ({ host }) => {
      for (const name of STAFF) {
        host.edit(name, "A99", "1");
        host.edit(name, "A99", "");
      }
      await keepPeriod(await read());
    });
    fresh = await session(kept, async ({ connection }) =>
      connection.Excel.run(async (context) => {
        context.workbook.settings.getItem("HousingProgress.periods").delete();
        await context.sync();
      }),
    );
  });

  test("is tried of every action that writes", () => {
    expect([...new Set(Object.values(CASES).map(({ kind }) => kind))].sort()).toEqual([...WRITE_KINDS].sort());
  });

  test.each(tried)("of %s gives the file that was saved before it, part by part", async (_name, { kind, before, byHand = () => {}, act, since = () => {} }) => {
    let standing = fresh;
    for (const one of before) standing = await session(standing, one);
    standing = await session(standing, ({ host }) => byHand(host));
    const written = await session(standing, async (open) => {
      byHand(open.host);
      await act();
    });
    expect(differences(await partsIn(standing), await partsIn(written))).not.toEqual([]);
    const back = await session(written, async ({ host }) => {
      since(host);
      const past = (await read()).state.history.at(-1);
      expect(past?.kind).toBe(kind);
      expect(await takeBack({ past: past!, undo: null })).toEqual({ sheets: [], remarks: [] });
    });
    expect(differences(await partsIn(standing, since), await partsIn(back))).toEqual([]);
  }, LONG_TEST);
});
