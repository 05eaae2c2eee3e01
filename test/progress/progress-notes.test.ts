import { reportOf, sheetOf } from "../support/grid";

const notesUnder = (header: string, ...notes: string[]) =>
  reportOf([
    sheetOf("表", [
      ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", header],
      ...notes.map((note, index) => [`${"甲乙丙丁"[index] ?? "戊"}县`, 100, 50, note]),
      ["己县", 100, 20, ""],
    ]),
  ]).notes.map(({ text }) => text);

describe("what regions say of their progress", () => {
  test.each(["进展说明", "形象进度", "存在问题", "项目推进情况"])("stands under %s, whatever its words", (header) => {
    expect(notesUnder(header, "一切顺利，年底前可以交房", "手续已完成")).toContain("手续已完成");
  });

  test("stands under 备注 only where its words are of progress", () => {
    expect(notesUnder("备注", "正在拆迁，手续未办完", "含上年结转指标", "联系人：张三，已完成手续")).toEqual(["正在拆迁，手续未办完"]);
  });

  test("never stands in a table of what an audit found", () => {
    const found = sheetOf("审计", [
      ["2023年审计发现问题未整改情况"],
      ["县（市、区）", "审计反馈问题（个）", "已整改（个）", "未整改（个）", "未整改问题"],
      ["甲县", 6, 1, 5, "违规享受租赁补贴未清退"],
      ["乙县", 4, 1, 3, "公租房空置超一年"],
      ["丙县", 5, 2, 3, "配套资金闲置"],
    ]);
    expect(reportOf([found]).notes).toEqual([]);
  });

  test.each(["联系人", "追减上年度资金说明", "项目地址说明"])("never stands under %s", (header) => {
    expect(notesUnder(header, "正在办理手续", "已完成拨付")).toEqual([]);
  });
});
