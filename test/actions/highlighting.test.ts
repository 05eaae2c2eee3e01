import { Workbook } from "@cj-tech-master/excelts";
import { clearMarks, computeProgress, insertAttachments, readReport, type SheetSettings } from "../../src/actions";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { xlsxFile } from "../support/xlsx-file";

/** Eight counties with a target of 100 each, one for every status and both sides of 50% and 80%. */
const DONE = [0, 20, 49, 50, 79, 80, 100, 130] as const;
const TARGET = 100;

function marked(): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("开工");
  sheet.addRow(["云中市2022年开工情况表（截至2022年7月15日）"]);
  sheet.addRow(["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "完成率"]);
  DONE.forEach((done, index) => sheet.addRow([`${"甲乙丙丁戊己庚辛"[index] ?? ""}县`, TARGET, done, { formula: `C${index + 3}/B${index + 3}`, result: done / TARGET }]));
  return xlsxFile(workbook);
}

describe("marks on the staff's own table", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook(await marked());
  });
  afterEach(() => open.close());

  const cell = (row: number, column: number, sheet = "开工") => {
    const view = open.host.workbook.sheet(sheet);
    if (!view) throw new Error(`no sheet ${sheet}`);
    return view.cell(row, column);
  };
  const shownDone = () => DONE.map((_, index) => cell(index + 2, 2).text);
  const compute = async (settings: SheetSettings = {}) => computeProgress(await readReport({ today: "2022-07-20" }), settings);
  const rules = () =>
    Excel.run(async (context) => {
      const formats = context.workbook.worksheets.getItem("开工").getRange().conditionalFormats;
      formats.load("items/type");
      await context.sync();
      return formats.items.map(({ type }) => type);
    });

  test("by the pace of the day: 196/365 of the year is gone", async () => {
    await compute();
    expect(shownDone()).toEqual(["✕ 0", "○ 20", "○ 49", "○ 50", "● 79", "● 80", "✓ 100", "★ 130"]);
  });

  test("by the office's milestones: 6月底 50% binds in July", async () => {
    await compute({ threshold: { kind: "milestones", milestones: [{ month: 6, rate: 0.5 }, { month: 8, rate: 0.8 }] } });
    expect(shownDone()).toEqual(["✕ 0", "○ 20", "○ 49", "● 50", "● 79", "● 80", "✓ 100", "★ 130"]);
    expect(cell(1, 1, "进度计算").text).toBe("节点要求（6月底）");
    expect(cell(8, 5, "进度计算").text).toBe("● 达到节点");
  });

  test("by a fixed rate", async () => {
    await compute({ threshold: { kind: "fixed", rate: 0.8 } });
    expect(shownDone()).toEqual(["✕ 0", "○ 20", "○ 49", "○ 50", "○ 79", "● 80", "✓ 100", "★ 130"]);
  });

  test("a rate has a bar as long as itself, in the staff's table and on 进度计算", async () => {
    await compute();
    const bars = (sheet: string, firstRow: number, column: number) => DONE.map((_, index) => cell(firstRow + index, column, sheet).dataBar?.end ?? 0);
    const wanted = DONE.map((done) => Math.min(1, done / TARGET));
    for (const found of [bars("开工", 2, 3), bars("进度计算", 5, 3)]) {
      found.forEach((length, index) => expect(length).toBeCloseTo(wanted[index] ?? 0, 6));
    }
  });

  test("another threshold takes the place of the one before", async () => {
    await compute();
    const before = await rules();
    await compute({ threshold: { kind: "fixed", rate: 0.1 } });
    expect(await rules()).toEqual(before);
    expect(shownDone()[1]).toBe("● 20");
  });

  test("取消标记 removes every mark of ours, the bars too, and only ours", async () => {
    await Excel.run(async (context) => {
      const { conditionalFormats } = context.workbook.worksheets.getItem("开工").getRange("B3:D10");
      conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = '=$C3>N("住房")+50';
      conditionalFormats.add(Excel.ConditionalFormatType.dataBar).dataBar.lowerBoundRule = { type: "Number", formula: "0" };
      await context.sync();
    });
    await compute();
    expect((await rules()).length).toBeGreaterThan(2);
    await clearMarks(await readReport({ today: "2022-07-20" }));
    expect(await rules()).toEqual(["DataBar", "Custom"]);
    expect(shownDone()).toEqual(DONE.map(String));
  });

  test("the attachment is marked against the same threshold, and its note says which", async () => {
    await insertAttachments(await readReport({ today: "2022-07-20" }), { marked: true, threshold: { kind: "fixed", rate: 0.8 } });
    const sheet = "附件1 目标任务进展情况表";
    const last = open.host.workbook.sheet(sheet)?.usedRange?.bottom ?? 0;
    expect(cell(last, 0, sheet).text).toBe("注：✕ 尚未开工\u3000○ 滞后\u3000● 达到要求\u3000✓ 完成\u3000★ 超额完成；要求完成率80%。空白为无该项任务。");
    expect(cell(last - 5, 3, sheet).text).toBe("○ 79.00%");
  });
});
