import { mendNote } from "../../src/notice";

describe("a note taken up as a clause", () => {
  test.each([
    ["loses its full stop", "正在拆迁。", "正在拆迁"],
    ["becomes one clause where it was two sentences", "手续已完成。具备开工条件。", "手续已完成，具备开工条件"],
    ["gets full-width marks", "手续已完成,具备开工条件;", "手续已完成，具备开工条件"],
    ["loses its list numbers", "1.手续已完成；2、正在拆迁；（3）已摸底", "手续已完成，正在拆迁，已摸底"],
    ["loses its line breaks", "手续已完成\n正在拆迁", "手续已完成，正在拆迁"],
    ["keeps one mark where several met", "手续已完成，，正在拆迁、。", "手续已完成，正在拆迁"],
    ["keeps decimals", "完成投资1.5亿元", "完成投资1.5亿元"],
    ["keeps thousands separators", "完成投资1,200万元", "完成投资1,200万元"],
    ["keeps lists", "拆迁、设计、招标已完成", "拆迁、设计、招标已完成"],
    ["closes up spaces between Chinese characters", "正在 拆迁 200 套", "正在拆迁200套"],
    ["keeps brackets, without marks just inside them", "已开工（，其中二期。）", "已开工（其中二期）"],
    ["loses a bracket that nothing closes", "已开工（二期", "已开工二期"],
    ["says nothing for 无", "无。", ""],
    ["says nothing for a dash", "—", ""],
    ["says nothing for blanks", " \n ", ""],
  ])("%s", (_, note, clause) => {
    expect(mendNote(note, [])).toBe(clause);
  });

  test("leaves out the region's own name at its head", () => {
    expect(mendNote("离石区：正在拆迁", ["离石区", "离石"])).toBe("正在拆迁");
  });
});
