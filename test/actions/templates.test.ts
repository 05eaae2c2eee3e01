import { forgetTemplate, insertAttachments, readReport, saveTemplate } from "../../src/actions";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { rowsByLabel, savedSheets } from "../support/saved-cells";

const TODAY = { today: "2021-05-06" };
const FIRST = "附件1 目标任务进展情况表";

describe("an attachment that the office has shaped, kept as its template", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook();
    await insertAttachments(await readReport(TODAY));
  });
  afterEach(() => open.close());

  const shape = (work: (sheet: Excel.Worksheet) => void) =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem(FIRST));
      await context.sync();
    });
  const save = async () => saveTemplate(await readReport(TODAY), "attachment1");
  const insert = async (asOf = "2021-05-31") => insertAttachments(await readReport({ ...TODAY, asOf }));
  const texts = (range: string) =>
    Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getItem(FIRST).getRange(range);
      cells.load("text");
      await context.sync();
      return cells.text;
    });
  const rows = async () => {
    const sheet = (await savedSheets(await open.host.save())).get(FIRST);
    if (!sheet) throw new Error("no sheet");
    return rowsByLabel(sheet);
  };

  test("its title is followed next month, with that month's year, month and day", async () => {
    await shape((sheet) => (sheet.getRange("A3").values = [["吕梁市2021年4月住房保障工作进度表（4月23日）"]]));
    const { template } = await save();
    expect(template.title).toBe("{place}{year}年{month}月住房保障工作进度表（{month}月{day}日）");
    await insert();
    expect((await texts("A3"))[0]?.[0]).toBe("吕梁市2021年5月住房保障工作进度表（5月31日）");
  });

  test("a column that it hid or deleted stays away, and what needs it is right all the same", async () => {
    const before = await rows();
    await shape((sheet) => {
      // 棚户区改造开工: the target hidden; 新建公租房开工: all three deleted.
      sheet.getRange("B:B").columnHidden = true;
      sheet.getRange("H:J").delete("Left");
    });
    const { template } = await save();
    expect(template.dropped).toEqual(["starts.target", "publicRentalStarts.target", "publicRentalStarts.done", "publicRentalStarts.rate"]);
    await insert();
    const after = await rows();
    expect(after.get("柳林县")?.slice(0, 3)).toEqual(["柳林县", 263, 1.315]);
    expect(after.get("合计")?.slice(0, 3)).toEqual(["合计", 999, before.get("合计")?.[3]]);
    expect((await texts("A5:T5"))[0]).not.toContain("新建公租房开工（套）");
    // The target is still computed from, hidden behind the table and not printed.
    const hidden = await Excel.run(async (context) => {
      const column = context.workbook.worksheets.getItem(FIRST).getRange("Q:Q");
      column.load("columnHidden");
      const area = context.workbook.worksheets.getItem(FIRST).pageLayout.getPrintAreaOrNullObject();
      area.load("address");
      await context.sync();
      return [column.columnHidden, area.address];
    });
    expect(hidden).toEqual([true, `'${FIRST}'!A1:P24`]);
  });

  test("its fonts are followed, and the table is measured for them", async () => {
    await shape((sheet) => {
      sheet.getRange("A3").format.font.name = "方正小标宋简体";
      sheet.getRange("A3").format.font.bold = false;
      sheet.getRange("A8:T22").format.font.size = 14;
    });
    await save();
    await insert();
    const fonts = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(FIRST);
      const [title, body, figure] = [sheet.getRange("A3"), sheet.getRange("A8"), sheet.getRange("C9")];
      for (const cell of [title, body, figure]) cell.load("format/font/name,format/font/size,format/font/bold");
      await context.sync();
      return [title, body, figure].map(({ format }) => [format.font.name, format.font.size, format.font.bold]);
    });
    expect(fonts).toEqual([["方正小标宋简体", 22, false], ["仿宋", 14, false], ["仿宋", 14, false]]);
  });

  test("a column of the office's own is named as one that no form has figures for", async () => {
    await shape((sheet) => (sheet.getRange("U5").values = [["分管领导"]]));
    expect((await save()).unknownColumns).toEqual(["分管领导"]);
  });

  test("saving it settles what was changed by hand: the next insert does not ask", async () => {
    await shape((sheet) => (sheet.getRange("A3").values = [["县区进展表"]]));
    const { reading } = await save();
    await expect(insertAttachments(reading)).resolves.toMatchObject({ sheets: [{ replaced: true }, { replaced: true }] });
  });

  test("it travels with the file, and is forgotten when the office says so", async () => {
    await shape((sheet) => (sheet.getRange("A3").values = [["县区进展表"]]));
    await save();
    const bytes = await open.host.save();
    open.close();
    open = await openWorkbook(bytes);
    const reading = await readReport(TODAY);
    expect(reading.state.templates.attachment1?.title).toBe("县区进展表");
    const forgotten = await forgetTemplate(reading, "attachment1");
    await insertAttachments(forgotten);
    expect((await texts("A3"))[0]?.[0]).toBe("吕梁市2021年住房保障目标任务进展情况表");
    expect((await readReport(TODAY)).state.templates).toEqual({});
  });

  test("an indicator that is new this month comes where the standard form has it", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("目标任务").getRange("F:G").delete("Left");
      await context.sync();
    });
    await insertAttachments(await readReport(TODAY));
    await shape((sheet) => (sheet.getRange("A3").values = [["县区进展表"]]));
    const kept = await save();
    expect(kept.template.columns.map(({ id }) => id)).not.toContain("publicRentalStarts.target");
    open.close();
    open = await openWorkbook();
    const reading = await readReport(TODAY);
    const state = { ...reading.state, templates: { attachment1: kept.template } };
    await insertAttachments({ ...reading, state });
    expect((await texts("A5:T5"))[0]?.filter((text) => text !== "")).toEqual([
      "县（市、区）", "棚户区改造开工（套）", "新建公租房\n开工（套）", "续建项目基本\n建成（套）", "租赁补贴户数（户）", "租赁补贴\n金额\n（万元）", "完成投资（万元）",
    ]);
  });

  test("without an attachment in the workbook there is nothing to keep", async () => {
    await shape((sheet) => sheet.delete());
    await expect(save()).rejects.toMatchObject({ code: "nothing-to-write" });
  });

  test("reading and keeping it take 4 round trips", async () => {
    const before = open.host.stats.syncs;
    await save();
    expect(open.host.stats.syncs - before).toBe(4);
  });
});
