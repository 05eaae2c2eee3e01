import { readFileSync } from "node:fs";
import { ExcelHost } from "../../excel-host";
import { Package } from "../../excel-host/engine/package";
import { computeProgress, insertAttachments, insertCharts, proofreadDraft, readReport, takeBack, writeNotice, writeProofreading, type Outcome, type Reading } from "../../src/actions";
import { keptSettings, spoilSetting } from "../support/kept-settings";
import { openWorkbook, SAMPLE, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-05-06" };

describe("撤销", () => {
  let open: OpenWorkbook;
  let sample: Uint8Array;
  beforeAll(async () => {
    // As the host writes each sheet: without the empty cells that the file names for nothing.
    const host = await ExcelHost.open(readFileSync(SAMPLE));
    for (const { name } of host.workbook.sheets) {
      host.edit(name, "A99", "1");
      host.edit(name, "A99", "");
    }
    sample = await host.save();
  });
  beforeEach(async () => {
    open = await openWorkbook(sample);
  });
  afterEach(() => open.close());

  /** Every part of the file as it would be saved; without the order to calculate when opened, and where in its list a rule's look stands. */
  async function parts(): Promise<Map<string, string>> {
    const saved = await Package.open(await open.host.save());
    return new Map(saved.names().map((name) => [name, new TextDecoder().decode(saved.bytes(name)).replace(/ (?:dxfId="\d+"|fullCalcOnLoad="1")/g, "")]));
  }

  const names = () => open.host.workbook.sheets.map(({ name }) => name);
  const read = () => readReport(TODAY);

  const ACTIONS: [string, (reading: Reading) => Promise<Outcome>][] = [
    ["计算进度", (reading) => computeProgress(reading)],
    ["插入附件", (reading) => insertAttachments(reading)],
    ["插入进度图", (reading) => insertCharts(reading)],
    ["生成通报", (reading) => writeNotice(reading, "sheet")],
    ["生成通报 into the selected cells", (reading) => writeNotice(reading, "selection")],
    ["校核结果", (reading) => writeProofreading(reading, DRAFT, proofreadDraft(reading, DRAFT))],
  ];
  const DRAFT = "全市完成投资17342万元。";

  test.each(ACTIONS)("after %s the saved file is what it was, part by part", async (_name, act) => {
    open.host.select("目标任务", "A40:N40");
    const before = await parts();
    const outcome = await act(await read());
    expect(await parts()).not.toEqual(before);
    await takeBack(outcome);
    const after = await parts();
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [name, content] of before) {
      if (name === "xl/styles.xml") expectLonger(after.get(name) ?? "", content);
      else expect([name, after.get(name)]).toEqual([name, content]);
    }
  });

  /** Formats stay in their list when no cell has them any more, as in Excel; those that cells have keep their place. */
  function expectLonger(after: string, before: string) {
    for (const list of ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs"]) {
      const items = (xml: string) => new RegExp(`<${list}[^>]*>(.*)</${list}>`, "s").exec(xml)?.[1] ?? "";
      expect(items(after).startsWith(items(before))).toBe(true);
    }
  }

  test("cells that were formatted before the notice went into them look as they did", async () => {
    open.host.select("目标任务", "A40:N40");
    await open.connection.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("目标任务").getRange("B41:C41");
      cells.format.fill.color = "#FFFF00";
      cells.format.font.name = "仿宋";
      cells.format.font.size = 14;
      cells.format.rowHeight = 33;
      cells.format.borders.getItem("EdgeTop").style = "Continuous";
      cells.numberFormat = [["0.00", "0.00"]];
      await context.sync();
    });
    const before = await looks();
    const outcome = await writeNotice(await read(), "selection");
    expect(outcome.places[0]).toContain("目标任务!A40");
    await takeBack(outcome);
    expect(await looks()).toEqual(before);
  });

  test("a colour that the office gave the notice's cells goes with it, though conditional formats of its own lie on them", async () => {
    open.host.select("目标任务", "A40:N40");
    const cells = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("目标任务").getRange("A40:N41");
    await open.connection.Excel.run(async (context) => {
      cells(context).conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=FALSE";
      await context.sync();
    });
    const before = await looks();
    const outcome = await writeNotice(await read(), "selection");
    expect((await looks()).formulas.flat().join("")).toContain("棚户区改造");
    await open.connection.Excel.run(async (context) => {
      cells(context).format.fill.color = "#FFFF00";
      await context.sync();
    });
    await takeBack(outcome);
    expect(await looks()).toEqual(before);
  });

  /** A sheet's part with its texts instead of their places in the list; formats are counted anew where a sheet is written anew. */
  function legible(of: Map<string, string>, name: string): string {
    const texts = [...(of.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, text]) => text ?? "");
    return (of.get(name) ?? "").replace(/ s="\d+"/g, "").replace(/ t="s"><v>(\d+)/g, (_, index: string) => `>${texts[Number(index)]}`);
  }

  /** How cells of the staff's look, as Excel tells it. */
  const looks = () =>
    open.connection.Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem("目标任务").getRange("A39:Q50");
      const border = { style: true, color: true, weight: true };
      const formats = cells.getCellProperties({ format: { font: { name: true, size: true, color: true }, fill: { color: true }, borders: border, wrapText: true, horizontalAlignment: true } });
      const rows = cells.getRowProperties({ format: { rowHeight: true } });
      cells.load("numberFormat,formulas");
      await context.sync();
      return { formats: formats.value, rows: rows.value, numbers: cells.numberFormat, formulas: cells.formulas };
    });

  test("only the one write is taken back: what was written before and after it stays", async () => {
    const computed = await computeProgress(await read());
    const attached = await insertAttachments(computed.reading);
    await writeNotice(attached.reading, "sheet");
    await takeBack(attached);
    expect(names()).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚", "进度计算", "通报"]);
    expect((await read()).state.sheets.find(({ name }) => name === "目标任务")?.rules.ours).not.toEqual([]);
  });

  test("a sheet that was brought up to date becomes what it was before", async () => {
    await computeProgress(await read());
    const before = await parts();
    open.host.edit("目标任务", "C5", "1700");
    const second = await computeProgress(await readReport({ ...TODAY, asOf: "2021-06-30" }));
    open.host.edit("目标任务", "C5", "0");
    await takeBack(second);
    const sheet = open.host.workbook.sheet("进度计算");
    expect(sheet?.cell(1, 0).text).toContain("2021年4月23日");
    const names = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet5.xml"];
    const after = await parts();
    for (const name of names) expect([name, legible(after, name)]).toEqual([name, legible(before, name)]);
  });

  test("a sheet of an earlier session becomes what it was, where it was laid out alike", async () => {
    await insertAttachments(await read());
    const before = await parts();
    open.host.edit("目标任务", "A2", "填报单位：吕梁市住房和城乡建设局");
    const outcome = await insertAttachments(await read());
    expect(await takeBack(outcome)).toEqual({ sheets: [], remarks: [] });
    const after = await parts();
    for (const name of ["xl/worksheets/sheet5.xml", "xl/worksheets/sheet6.xml"]) expect(legible(after, name)).toBe(legible(before, name));
  });

  test("a sheet that was laid out otherwise becomes what it was", async () => {
    await insertAttachments(await read());
    const before = await parts();
    open.host.edit("目标任务", "F4", "");
    open.host.edit("目标任务", "G4", "");
    const outcome = await insertAttachments(await read());
    expect(await takeBack(outcome)).toEqual({ sheets: [], remarks: [] });
    open.host.edit("目标任务", "F4", "目标任务");
    open.host.edit("目标任务", "G4", "已开工");
    const after = await parts();
    for (const name of ["xl/worksheets/sheet5.xml", "xl/worksheets/sheet6.xml"]) expect(legible(after, name)).toBe(legible(before, name));
  });

  test("a sheet of which the workbook does not tell how it was stays as written, and is named", async () => {
    await insertAttachments(await read());
    const kept = await keptSettings();
    const { content } = JSON.parse(kept["HousingProgress.sheets"]!) as { content: Record<string, { shape?: unknown }> };
    for (const record of Object.values(content)) delete record.shape;
    await spoilSetting("HousingProgress.sheets", JSON.stringify({ version: 2, content }));
    const outcome = await insertAttachments(await read());
    expect((await takeBack(outcome)).sheets).toEqual(["附件1 目标任务进展情况表", "附件2 督查情况汇总表"]);
  });

  test("a sheet edited by hand since is not taken away from the office", async () => {
    const outcome = await computeProgress(await read());
    open.host.edit("进度计算", "A30", "请各县核对");
    await expect(takeBack(outcome)).rejects.toThrow("写入之后又改过");
    expect(names()).toContain("进度计算");
  });

  test("where rows or columns of the staff's have moved since, no formula is put back that would name other cells", async () => {
    await insertAttachments(await read());
    const second = await insertAttachments(await readReport({ ...TODAY, asOf: "2021-06-30" }));
    const before = await parts();
    for (const cell of ["A20", "A21"]) open.host.edit("目标任务", cell, cell === "A20" ? "" : "合计");
    const moved = await parts();
    await expect(takeBack(second)).rejects.toThrow("目标任务 的行或列后来移动过");
    expect(await parts()).toEqual(moved);
    for (const cell of ["A20", "A21"]) open.host.edit("目标任务", cell, cell === "A20" ? "合计" : "");
    expect([...(await parts()).keys()]).toEqual([...before.keys()]);
    expect(await takeBack(second)).toEqual({ sheets: [], remarks: [] });
  });

  test("a write is taken back after the later ones that it was written over by", async () => {
    const first = await computeProgress(await read());
    const second = await computeProgress(await readReport({ ...TODAY, asOf: "2021-06-30" }));
    await expect(takeBack(first)).rejects.toThrow("请先撤销后来的写入");
    await takeBack(second);
    await takeBack(first);
    expect(names()).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚"]);
  });

  test("twelve writes are remembered; of more, the oldest are forgotten with what would take them back", async () => {
    const draft = (at: number) => `全市完成投资${17_000 + at}万元。`;
    for (let at = 0; at < 14; at++) {
      const reading = await read();
      await writeProofreading(reading, draft(at), proofreadDraft(reading, draft(at)));
    }
    const { history } = (await read()).state;
    expect(history.map(({ id }) => id)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    const kept = Object.keys(await keptSettings()).filter((key) => key.includes("undo"));
    expect(kept.sort()).toEqual(history.map(({ id }) => `HousingProgress.undo.${id}`).sort());
  });

  test("what would take a write back and was spoiled is refused in words, and nothing changes", async () => {
    const { past } = await insertAttachments(await read());
    await spoilSetting(`HousingProgress.undo.${past.id}`, '{"version":2,"content":{"steps":[{"kind":"noSheet","key":"目标任务"}],"landmarks":{}}}');
    await expect(takeBack({ past, undo: null })).rejects.toThrow("已经损坏");
    expect(names()).toContain("附件1 目标任务进展情况表");
  });

  test("a sheet that the user has deleted meanwhile is passed over", async () => {
    const outcome = await insertAttachments(await read());
    await open.connection.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("附件1 目标任务进展情况表").delete();
      await context.sync();
    });
    await takeBack(outcome);
    expect(names()).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚"]);
  });

  describe("a sheet that was edited and left to the office", () => {
    const FIRST = "附件1 目标任务进展情况表";
    let left: Outcome;
    beforeEach(async () => {
      await insertAttachments(await read());
      open.host.edit(FIRST, "B8", "5");
      left = await insertAttachments(await read(), { edited: "keep" });
    });

    /** The sheets of attachment 1 that are ours. */
    const ours = async () => (await read()).state.sheets.filter(({ key }) => key === "attachment1").map(({ name }) => name);

    test("is ours again, and the one that came beside it is gone", async () => {
      expect(await ours()).toEqual([`${FIRST} (2)`]);
      await takeBack(left);
      expect(await ours()).toEqual([FIRST]);
      expect(names()).not.toContain(`${FIRST} (2)`);
    });

    test("is ours again under the name that the office has given it since", async () => {
      await rename(FIRST, "我办'留存");
      await takeBack(left);
      expect(await ours()).toEqual(["我办'留存"]);
    });

    test("and deleted since stays gone", async () => {
      await open.connection.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(FIRST).delete();
        await context.sync();
      });
      await takeBack(left);
      expect(await ours()).toEqual([]);
    });

    function rename(sheet: string, name: string): Promise<void> {
      return open.connection.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheet).name = name;
        await context.sync();
      });
    }
  });
});
