import { readWorkbook, type CellValue } from "../../src/tables";
import { sheetOf } from "../support/grid";

function read(rows: CellValue[][]) {
  const { tables, facts, findings } = readWorkbook({ sheets: [sheetOf("表", rows, { merges: [] })] }, { gazetteer: null });
  return {
    ranges: tables.map(({ range }) => [range.row, range.rowCount]),
    figures: facts.map(({ region, meaning, value }) => `${region} ${meaning.kind} ${value}`),
    findings: findings.map(({ code }) => code),
  };
}

describe("the regions of a table under one another", () => {
  test("end where a name never heard of stands again without figures", () => {
    expect(read([["单位", "计划套数", "开工套数"], ["城北所", 10, 5], ["城南所", 10, 1], ["城南所", "", ""], ["说明", "", ""]])).toEqual({
      ranges: [[0, 3]],
      figures: ["城北所 target 10", "城北所 done 5", "城南所 target 10", "城南所 done 1"],
      findings: [],
    });
  });

  test("have their projects below, one of its region's own name too", () => {
    const { figures, findings } = read([
      ["县（市、区）及项目名称", "棚户区改造计划套数", "开工套数"],
      ["城东片区", 10, 5],
      ["城东片区", 10, 5],
      ["离石区", 20, 2],
      ["城西片区", 20, 2],
    ]);
    expect(figures.sort()).toEqual(["城东片区 done 5", "城东片区 target 10", "离石区 done 2", "离石区 target 20"]);
    expect(findings).toEqual([]);
  });

  test("are found far below another table, and below a long one", () => {
    const blank: CellValue[] = ["", "", ""];
    const table = (names: readonly string[]): CellValue[][] => [["县（市、区）", "公租房计划套数", "开工套数"], ...names.map((name): CellValue[] => [name, 10, 1])];
    const long = Array.from({ length: 1500 }, (_, index) => `第${index + 1}县`.replace(/\d/g, (digit) => "〇一二三四五六七八九"[Number(digit)] ?? ""));
    const apart = (first: readonly string[], gap: number) => read([...table(first), ...Array.from({ length: gap }, () => blank), ...table(["乙县", "丙县"])]).ranges;
    expect(apart(["甲县", "丁县"], 3000)).toEqual([[0, 3], [3003, 3]]);
    expect(apart(long, 5)).toEqual([[0, 1501], [1506, 3]]);
  });
});
