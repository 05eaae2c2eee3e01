import { readWorkbook, type CellValue } from "../../src/tables";
import { merged, sheetOf } from "../support/grid";

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

  test("may be bodies where the sheet has no regions, and the kind of body is no name", () => {
    const rows = [["单位分列", "抽检任务数", "完成数"], ["龙眠所", 10, 5], ["文昌所", 10, 1], ["合计", 20, 6]];
    const figures = ["龙眠所 target 10", "龙眠所 done 5", "文昌所 target 10", "文昌所 done 1", "null target 20", "null done 6"];
    expect(read(rows).figures).toEqual(figures);
    expect(read([["监管所", ...(rows[0] ?? []).slice(1)], ...rows.slice(1)]).figures).toEqual(figures);
    expect(read([["项目名称", ...(rows[0] ?? []).slice(1)], ...rows.slice(1)]).figures).toEqual([]);
  });

  test("begin below a group's heading that is merged over all columns", () => {
    const rows: CellValue[][] = [["序号", "责任单位", "计划套数", "开工套数"], ["（一）基础设施类", "", "", ""], [1, "交通运输", 10, 5], [2, "东吴镇", 10, 1]];
    const { regions } = readWorkbook({ sheets: [sheetOf("表", rows, { merges: [merged(1, 0, 1, 4)] })] }, { gazetteer: null });
    expect(regions.map(({ name }) => name)).toEqual(["交通运输", "东吴镇"]);
  });

  test("have no rows of figures for a header", () => {
    const { figures, findings } = read([["类别", "计划套数", "开工套数"], ["甲类1", 10, 5], ["乙类2", 10, 1], ["丙类3", 7, 2], ["东城县", 10, 5], ["西城县", 10, 1]]);
    expect(figures.filter((figure) => !/^[东西]城县/.test(figure))).toEqual([]);
    expect(findings).not.toContain("total-mismatch");
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

describe("a number after a region's name", () => {
  const table = (names: readonly string[]): CellValue[][] => [["县（市、区）", "公租房计划套数", "开工套数"], ...names.map((name, index): CellValue[] => [name, 10 * (index + 1), index + 1])];
  const targets = (names: readonly string[]) => read(table(names)).figures.filter((figure) => figure.includes("target"));

  test.each([
    [["东城县1", "东城县2", "西县"], ["东城县1 target 10", "东城县2 target 20", "西县 target 30"]],
    [["示范区（1）", "示范区（2）", "示范区（12）"], ["示范区1 target 10", "示范区2 target 20", "示范区12 target 30"]],
  ])("tells regions of one table apart: %p", (names, figures) => {
    expect(targets(names)).toEqual(figures);
    expect(read(table(names)).findings).toEqual([]);
  });

  test("is a note's mark where the name stands but once", () => {
    expect(targets(["交城县①", "文水县", "交口县②"])).toEqual(["交城县 target 10", "文水县 target 20", "交口县 target 30"]);
  });

  test("may be another note's mark in another table", () => {
    const sheets = [sheetOf("一", table(["交城县①", "文水县"])), sheetOf("二", [["县（市、区）", "租赁补贴计划户数", "发放户数"], ["交城县②", 7, 3], ["文水县", 8, 4]])];
    const { regions } = readWorkbook({ sheets }, { gazetteer: null });
    expect(regions.map(({ name }) => name)).toEqual(["交城县", "文水县"]);
  });
});
