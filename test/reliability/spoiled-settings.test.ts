import fc from "../support/property";
import {
  clearMarks,
  composeNotice,
  computeProgress,
  correctTables,
  describeError,
  handEdits,
  insertAttachments,
  insertRanking,
  keepPeriod,
  keepSettings,
  outdated,
  proofreadDraft,
  readReport,
  saveTemplate,
  settingsOf,
  signingCheck,
  takeBack,
  updateOutdated,
  writeNotice,
  writeProofreading,
} from "../../src/actions";
import { loadNoticeWriter } from "../../src/notice";
import type { Report } from "../../src/progress";
import { tableKey, withCorrection } from "../../src/tables";
import { cases, LONG_TEST, seed } from "../support/cases";
import { keptSettings, spoilSetting } from "../support/kept-settings";
import { DRAFT, LATER, TODAY, officeWorkbook } from "../support/office-workbook";
import { openWorkbook } from "../support/open-workbook";
import { SPOILINGS } from "./fuzz/spoiled";
import { lostParts } from "./staff-parts";

const PREFIX = "HousingProgress.";
const RUNS = cases("spoiledSettings");

const read = (options = TODAY) => readReport(options);

/** A workbook that keeps something of every kind, a write that was stopped among them. */
async function workedThrough(bytes: Uint8Array): Promise<Uint8Array> {
  const open = await openWorkbook(bytes);
  try {
    const { office, notice } = settingsOf(await read());
    const regions = (await read()).report.regions.map(({ name, shortName }) => ({ name, shortName }));
    await keepSettings(
      await read(),
      {
        office: {
          ...office,
          office: "云中市住房保障中心",
          year: 2022,
          threshold: { kind: "milestones", milestones: [{ month: 6, rate: 0.5 }, { month: 12, day: 20, rate: 1 }] },
          indicatorNames: { starts: "棚改开工" },
          regions,
        },
        notice: { ...notice, template: "本单位", own: [{ name: "本单位", text: "{{ 地区 }}通报" }], fields: { number: "云建〔2022〕8号" }, rateDecimals: { starts: 1 }, level: "市" },
      },
      TODAY,
    );
    await keepSettings(await read(), { notice: { ...settingsOf(await read()).notice, template: "standard" } }, TODAY);
    await keepPeriod(await read());
    const [table] = (await read()).report.tables;
    if (!table) throw new Error("no table");
    const column = { kind: "column", table: tableKey(table), header: "备注", setting: { role: "ignore" } } as const;
    const region = { kind: "region", label: "全区", region: null } as const;
    await correctTables(await read(), withCorrection([column], region), TODAY);
    await computeProgress(await read());
    await insertAttachments(await read());
    await insertRanking(await read());
    await writeNotice(await read(), "sheet", { leftOut: ["督查"] });
    await writeProofreading(await read(), DRAFT, proofreadDraft(await read(), DRAFT));
    await saveTemplate(await read(), "attachment1");
    const stopped = { phase: "building", sheets: [{ key: "progress", draft: "~progress.k3x9q2", name: "进度计算", backup: null }] };
    await spoilSetting(`${PREFIX}unfinished`, JSON.stringify(stopped));
    return await open.host.save();
  } finally {
    open.close();
  }
}

/** Everything that a clerk may do next; each works, or is refused in words. */
const ACTIONS: Readonly<Record<string, () => Promise<unknown>>> = {
  过时: async () => outdated(await read(), await loadNoticeWriter()),
  改动: async () => handEdits(await read()),
  签发前检查: async () => {
    const reading = await read();
    return signingCheck(reading, (await composeNotice(reading)).paragraphs, null, null);
  },
  全部更新: async () => updateOutdated(await read(LATER), { edited: "replace" }),
  计算进度: async () => computeProgress(await read(), { edited: "replace" }),
  插入附件: async () => insertAttachments(await read(), { edited: "keep" }),
  插入进度排名表: async () => insertRanking(await read(), { edited: "replace" }),
  生成通报: async () => writeNotice(await read(), "sheet", { edited: "replace" }),
  写入校核结果: async () => writeProofreading(await read(), DRAFT, proofreadDraft(await read(), DRAFT), { edited: "replace" }),
  "撤销 of an earlier session": async () => takeBack({ past: (await read()).state.history.at(-1)!, undo: null }),
  撤销: async () => takeBack(await insertRanking(await read(LATER), { edited: "replace" })),
  取消标记: async () => clearMarks(await read()),
  保存本期: async () => keepPeriod(await read()),
  存为模板: async () => saveTemplate(await read(), "attachment1"),
  更正: async () => correctTables(await read(), withCorrection((await read()).state.corrections, { kind: "region", label: "全市", region: null }), TODAY),
  设置: async () => keepSettings(await read(), settingsOf(await read()), TODAY),
};

/** What the tables themselves say, whatever the office has set. */
const figuresOf = ({ indicators }: Report) => JSON.stringify(indicators.map(({ id, target, done }) => [id, target, done]));

interface Spoiled {
  key: string;
  spoiling: string;
  text: string;
}

/** Why a workbook with a spoiled setting is no good any more; nothing: it is as good as it was. */
async function troubleWith(worked: Uint8Array, original: Uint8Array, figures: string, { key, text }: Spoiled): Promise<string | null> {
  const open = await openWorkbook(worked);
  try {
    await spoilSetting(key, text);
    const { report } = await read();
    if (figuresOf(report) !== figures) return `other figures: ${figuresOf(report)}`;
    for (const [name, act] of Object.entries(ACTIONS)) {
      try {
        await act();
      } catch (error) {
        if (describeError(error).code === "unexpected") return `${name}: ${String((error as Error).stack ?? error)}`;
      }
    }
    const { lost } = await lostParts(original, await open.host.save());
    return lost.length === 0 ? null : lost.join("\n");
  } catch (error) {
    return `not read: ${String((error as Error).stack ?? error)}`;
  } finally {
    open.close();
  }
}

describe("what the workbook keeps of ours, spoiled by another hand", () => {
  let original: Uint8Array;
  let worked: Uint8Array;
  let figures: string;
  let kept: Record<string, string>;
  beforeAll(async () => {
    original = await officeWorkbook({ regions: 4, noteLength: 20 });
    worked = await workedThrough(original);
    const open = await openWorkbook(worked);
    kept = await keptSettings();
    figures = figuresOf((await read()).report);
    open.close();
  });

  test("is of every kind there is", () => {
    expect(Object.keys(kept).sort()).toEqual(["corrections", "history", "notice", "office", "periods", "sheets", "templates", "undo.1", "undo.2", "undo.3", "undo.4", "undo.5", "unfinished", "writtenNotice"].map((name) => `${PREFIX}${name}`));
  });

  test(`leaves the workbook as good as it was: it is read, every action works or is refused in words, the staff's cells stay (${RUNS})`, async () => {
    const spoiled = fc
      .record({ key: fc.constantFrom(...Object.keys(kept)), spoiling: fc.constantFrom(...Object.keys(SPOILINGS)) })
      .chain(({ key, spoiling }) => SPOILINGS[spoiling]!(kept[key]!).map((text): Spoiled => ({ key, spoiling, text })));
    const property = fc.asyncProperty(spoiled, async (one) => {
      const trouble = await troubleWith(worked, original, figures, one);
      if (trouble !== null) throw new Error(`${one.key}, ${one.spoiling}: ${trouble}\n${one.text.slice(0, 300)}`);
    });
    await fc.assert(property, { numRuns: RUNS, seed: seed(), endOnFailure: true, verbose: 0, reporter: undefined });
  }, LONG_TEST);
});
