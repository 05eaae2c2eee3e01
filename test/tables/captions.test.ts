import { readHeaderBand } from "../../src/tables/header";
import type { CellValue } from "../../src/tables";
import { viewOf } from "../../src/tables/view";
import { sheetOf } from "../support/grid";

/** A day as Excel keeps it: 2025-06-30. */
const DAY = 45838;

/** The lines above the header of a table whose second line is this. */
function bandOver(line: readonly CellValue[]) {
  const values = [["双报到情况统计表", "", "", ""], [...line], ["县（市、区）", "任务", "完成", "完成率"], ["离石区", 200, 100, 0.5]];
  const formats = values.map((row) => row.map((value) => (value === DAY ? "yyyy/m/d" : "General")));
  return readHeaderBand(viewOf(sheetOf("表", values, { formats })), 3, -1, { first: 0, last: 3 });
}

describe("a line above a table", () => {
  test.each([
    ["a day typed as a date", ["填报单位：某局", "", "报表日期", DAY]],
    ["the same behind a colon", ["填报单位：某局", "", "报表日期：", DAY]],
  ])("with %s is a caption beside its day, and no part of the title", (_, line) => {
    const { title, captions } = bandOver(line);
    expect(title).toBe("双报到情况统计表");
    expect(captions.find(({ text }) => text.startsWith("报表日期"))).toMatchObject({ cell: { row: 1, column: 2 }, beside: DAY });
  });

  test("that names its region and its day is no header", () => {
    const { rows, title, captions } = bandOver(["县（市、区）", "离石区", "填报日期", DAY]);
    expect(rows).toEqual([2]);
    expect(title).toBe("双报到情况统计表");
    expect(captions.map(({ text }) => text)).toEqual(["填报日期", "县（市、区）:离石区"]);
  });

  test("that only ends with 时间 is a title", () => {
    expect(bandOver(["各县开工时间", "", "", ""]).title).toBe("双报到情况统计表 各县开工时间");
  });
});
