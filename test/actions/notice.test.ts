import { composeNotice, exportNotice, insertAttachments, keepPeriod, keepSettings, outdated, readReport, settingsOf, updateNotice, updateOutdated, writeNotice } from "../../src/actions";
import { DEFAULT_SETTINGS, differences, loadNoticeWriter } from "../../src/notice";
import { countyWorkbook } from "../support/county-workbook";
import { documentParts, textOf } from "../support/document-parts";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-05-06" };

describe("the notice of a workbook", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
  });
  afterEach(() => open.close());

  test("takes the parts that are asked for", async () => {
    const reading = await readReport(TODAY);
    const whole = await composeNotice(reading);
    const part = await composeNotice(reading, { sections: ["标题", "工作推进情况"] });
    expect(part.paragraphs).toEqual(whole.paragraphs.filter(({ section }) => ["标题", "工作推进情况"].includes(section)));
    expect(new Set(part.paragraphs.map(({ section }) => section)).size).toBe(2);
  });

  test("names the attachments that stand in the workbook, by the titles over them", async () => {
    const named = async () => (await composeNotice(await readReport(TODAY))).paragraphs.filter(({ section }) => section === "附件").map(({ text }) => text);
    expect(await named()).toEqual([]);
    await insertAttachments(await readReport(TODAY));
    expect(await named()).toEqual(["附件：", "1、吕梁市2021年住房保障目标任务进展情况表", "2、吕梁市住房保障工作督查情况汇总表"]);
  });

  test("with a mistake in its template is not written, and the line is said", async () => {
    const own = [{ name: "本办", text: "第一行\n{{ 棚改开工.完成 | 没有这个 }}" }];
    const settings = { ...DEFAULT_SETTINGS, template: "本办", own };
    const before = open.host.stats.syncs;
    const reading = await readReport(TODAY);
    await expect(writeNotice(reading, "sheet", { settings })).rejects.toThrow("通报模板第 2 行");
    await expect(exportNotice(reading, { settings })).rejects.toMatchObject({ code: "template" });
    expect(open.host.stats.syncs - before).toBe(3);
  });

  test("tells the change since the period that was kept, wherever its rates are told", async () => {
    await keepPeriod(await readReport({ ...TODAY, asOf: "2021-03-31" }));
    open.host.edit("目标任务", "C5", "400");
    const reading = await readReport(TODAY);
    expect(reading.state.periods.map(({ asOf }) => asOf)).toEqual(["2021-03-31"]);
    const settings = { ...DEFAULT_SETTINGS, template: "ranking" };
    const text = (await composeNotice(reading, { settings })).paragraphs.map((paragraph) => paragraph.text).join("\n");
    expect(text).toMatch(/棚户区改造开工\n.*完成率34\.93%，高于序时进度3\.97个百分点，较上期提高9\.99个百分点。/);
  });

  test("differs by paragraph once a cell behind it changes, and nowhere else; nowhere after rows are sorted or inserted", async () => {
    await writeNotice(await readReport(TODAY), "sheet");
    const changed = async () => {
      const { notice } = outdated(await readReport(TODAY), await loadNoticeWriter());
      return notice?.changes.map(({ before, after }) => {
        const pieces = differences(notice.record.paragraphs[before ?? -1]?.text ?? "", notice.now[after ?? -1]?.text ?? "");
        return pieces.filter(({ kind }) => kind !== "same").map(({ text }) => text);
      });
    };
    expect(await changed()).toBeUndefined();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("目标任务").getRange("8:9").insert("Down");
      await context.sync();
    });
    expect(await changed()).toBeUndefined();
    // 交城县's open findings of 2016.
    open.host.edit("审计整改", "B5", "3");
    expect(await changed()).toEqual([["10", "11", "2", "3"]]);
    await updateNotice(await readReport(TODAY), [0]);
    expect(await changed()).toBeUndefined();
  });

  test("of which one paragraph is updated, keeps the others as they stand", async () => {
    await writeNotice(await readReport(TODAY), "sheet");
    open.host.edit("目标任务", "C5", "400");
    const before = outdated(await readReport(TODAY), await loadNoticeWriter()).notice;
    expect(before?.changes.length).toBeGreaterThan(1);
    await updateNotice(await readReport(TODAY), [0]);
    const after = outdated(await readReport(TODAY), await loadNoticeWriter()).notice;
    expect(after?.changes).toHaveLength((before?.changes.length ?? 0) - 1);
  });

  test("in the staff's own cells is told to differ and is never changed by itself", async () => {
    open.host.select("续建攻坚", "A30:H30");
    await writeNotice(await readReport(TODAY), "selection");
    open.host.edit("目标任务", "C5", "400");
    const reading = await readReport(TODAY);
    expect(outdated(reading, await loadNoticeWriter()).notice?.record.place).toMatch(/^续建攻坚!A30:/);
    await expect(updateOutdated(reading)).rejects.toThrow("是贵单位表里的单元格");
  });

  test("exported to Word, brings the attachments as they stand in the workbook, edits by hand and all", async () => {
    await insertAttachments(await readReport(TODAY));
    open.host.edit("附件1 目标任务进展情况表", "A3", "县区进展一览表");
    const bytes = await exportNotice(await readReport(TODAY));
    const xml = (await documentParts(bytes)).get("word/document.xml") ?? "";
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.length).toBe(2);
    expect(textOf(xml)).toContain("县区进展一览表");
    const row = (table: string | undefined, label: string) => (table?.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map(textOf).find((text) => text.startsWith(label));
    expect(row(tables[0], "柳林县")).toMatch(/^柳林县200263131\.50%/);
    expect(row(tables[0], "合计")).toMatch(/^合计400599924\.94%/);
    expect(row(tables[1], "离石区")).toContain("涉及世纪广场A片区");
  });
});

describe("an attachment with marks, exported to Word", () => {
  const ATTACHMENT = "附件1 目标任务进展情况表";
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
    const reading = await readReport(TODAY);
    const { office } = settingsOf(reading);
    await insertAttachments(await keepSettings(reading, { office: { ...office, attachmentMarks: true } }, TODAY));
  });
  afterEach(() => open.close());

  const shape = (work: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem(ATTACHMENT));
      await context.sync();
    });
  const rowsOf = async () => {
    const xml = (await documentParts(await exportNotice(await readReport(TODAY)))).get("word/document.xml") ?? "";
    return (xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map(textOf);
  };
  const rowOf = (rows: readonly string[], label: string) => rows.find((text) => text.startsWith(label));

  test("has the sign of each status before its rate, and none in the total row", async () => {
    const rows = await rowsOf();
    expect(rowOf(rows, "柳林县")).toContain("★ 131.50%");
    expect(rowOf(rows, "合计")).not.toMatch(/[✕○●✓★]/);
  });

  test("has the same signs whatever format the office gave to its figures", async () => {
    await shape((sheet) => (sheet.getRange("B7:C30").numberFormat = "0套" as unknown as string[][]));
    expect(rowOf(await rowsOf(), "柳林县")).toMatch(/^柳林县200套263套★ 131\.50%/);
  });
});

describe("round trips of a notice", () => {
  test("writing takes 2, into cells or onto a sheet and its page; a Word file takes 1; whatever the number of regions", async () => {
    for (const regions of [5, 150]) {
      const open = await openWorkbook(await countyWorkbook(regions));
      const attached = await insertAttachments(await readReport(TODAY));
      const spent = async (work: () => Promise<unknown>) => {
        const before = open.host.stats.syncs;
        await work();
        return open.host.stats.syncs - before;
      };
      open.host.select("目标任务", "A400:H400");
      expect(await spent(() => writeNotice(attached.reading, "selection"))).toBe(2);
      expect(await spent(() => writeNotice(attached.reading, "sheet"))).toBe(2);
      expect(await spent(() => exportNotice(attached.reading))).toBe(1);
      open.close();
    }
  }, 60_000);
});
