import { a1Range, cellName } from "../../src/progress";
import { readWorkbook, type CellValue } from "../../src/tables";
import { codesOf, merged, reportOf, sheetOf } from "../support/grid";

const MERGED_HEADER: CellValue[][] = [
  ["某市2021年住房保障目标任务完成情况表", "", "", "", "", ""],
  ["填报单位：某市住房保障办", "", "截至2021年4月23日", "", "单位：套、亿元", ""],
  ["序号", "县（市、区）", "棚户区改造开工（套）", "", "完成投资（亿元）", ""],
  ["", "", "目标任务", "已开工", "目标", "完成"],
];
const ROWS: CellValue[][] = [
  [1, "甲县", 100, 40, 1.5, 0.2],
  [2, "乙县", 200, 60, 2, 0.35],
  ["", "合计", 300, 100, 3.5, 0.55],
];
const MERGES = [merged(0, 0, 1, 6), merged(2, 0, 2, 1), merged(2, 1, 2, 1), merged(2, 2, 1, 2), merged(2, 4, 1, 2)];

describe("the office's wide table", () => {
  test.each([
    ["with merged cells known", MERGES],
    ["where the host cannot tell merged cells", null],
  ])("is read %s", (_, merges) => {
    const report = reportOf([sheetOf("任务", [...MERGED_HEADER, ...ROWS], { merges })]);
    expect(report.tables.map(({ range, layout }) => [a1Range(range), layout])).toEqual([["A1:F7", "wide"]]);
    expect(report.regions.map(({ name }) => name)).toEqual(["甲县", "乙县"]);
    expect(report.indicators.map(({ id, target, done }) => [id, target, done])).toEqual([
      ["starts", 300, 100],
      ["investment", 35000, 5500],
    ]);
    expect(report.asOf).toBe("2021-04-23");
    expect(report.findings).toEqual([]);
  });

  test("every figure keeps the address of its cell, also away from A1", () => {
    const records = readWorkbook(
      { sheets: [sheetOf("任务", [...MERGED_HEADER, ...ROWS], { merges: null, row: 4, column: 2 })] },
      { gazetteer: null },
    );
    const fact = records.facts.find(({ region, meaning }) => region === "乙县" && meaning.kind === "done");
    expect(fact && cellName(fact.source.cells[0] ?? { sheet: "", row: 0, column: 0 })).toBe("任务!F10");
  });

  test("a target and done that the catalogue lacks become an indicator under their header's name", () => {
    const report = reportOf([
      sheetOf("表", [
        ["地区", "城镇老旧小区改造（个）", ""],
        ["", "计划数", "开工数"],
        ["甲市", 10, 5],
        ["乙市", 20, 5],
      ]),
    ]);
    expect(report.indicators.map(({ name, unit, target, done }) => [name, unit, target, done])).toEqual([
      ["城镇老旧小区改造", "个", 30, 10],
    ]);
  });

  test("a total row first, and short names throughout", () => {
    const report = reportOf([
      sheetOf("表", [
        ["县区", "棚户区改造开工任务", "已开工"],
        ["全市", 30, 10],
        ["离石", 10, 5],
        ["孝义", 20, 5],
      ]),
    ]);
    expect(report.regions.map(({ name }) => name)).toEqual(["离石", "孝义"]);
    expect(report.indicators[0]).toMatchObject({ id: "starts", target: 30, done: 10 });
  });

  test("a table that is about something else is left alone", () => {
    const report = readWorkbook(
      { sheets: [sheetOf("通讯录", [["单位", "联系人", "电话"], ["甲县", "张三", "13800000000"], ["乙县", "李四", "13900000000"]])] },
      { gazetteer: null },
    );
    expect(report.tables).toEqual([]);
  });

  test("unit-conflict: header and caption name different units of money", () => {
    const report = reportOf([
      sheetOf("表", [["单位：亿元"], ["县区", "投资计划（万元）", "完成投资（万元）"], ["甲县", 100, 50], ["乙县", 100, 50]]),
    ]);
    expect(codesOf(report)).toEqual(["unit-conflict", "unit-conflict", "date-unknown"]);
  });

  test("a cell in another unit of money is converted, one in another count is a conflict", () => {
    const report = reportOf([
      sheetOf("表", [
        ["县区", "投资计划（万元）", "完成投资（万元）", "租赁补贴目标（户）", "租赁补贴发放（户）"],
        ["甲县", 20000, "0.5亿元", 10, "5套"],
        ["乙县", 20000, 5000, 10, 5],
      ]),
    ]);
    expect(report.indicators[0]?.done).toBe(10000);
    expect(codesOf(report)).toEqual(["unit-conflict", "date-unknown"]);
  });

  test("hidden sheets are not read, hidden rows are; both are said", () => {
    const table: CellValue[][] = [["县区", "棚户区改造开工任务", "已开工"], ["甲县", 10, 5], ["乙县", 20, 5]];
    const report = reportOf([sheetOf("上月", table, { visible: false }), sheetOf("本月", table, { hiddenRows: [2] })]);
    expect(report.tables.map(({ sheet }) => sheet)).toEqual(["本月"]);
    expect(report.findings.map(({ code, cells }) => [code, cells.map(cellName).join()])).toEqual([
      ["date-unknown", "本月!A1:C3"],
      ["hidden-source", "上月!A1"],
      ["hidden-source", "本月!A3"],
    ]);
  });

  test("unmapped-column: a column with figures that no word explains is named", () => {
    const report = reportOf([
      sheetOf("表", [["县区", "棚户区改造开工任务", "已开工", "神秘列"], ["甲县", 10, 5, 7], ["乙县", 20, 5, 8]]),
    ]);
    expect(report.findings.map(({ code, cells }) => [code, cells.map(cellName).join()])).toEqual([
      ["date-unknown", "表!A1:D3"],
      ["unmapped-column", "表!D1"],
    ]);
  });
});

describe("a column that is not used", () => {
  const rows = [["县区", "棚户区改造开工任务", "上月累计", "已开工", "包保人"], ["甲县", 10, 3, 5, "张"], ["乙县", 20, 4, 5, "李"], ["丙县", 30, 4, 9, "王"]];

  test("is said to be another period's where it is, and nothing is said of who is in charge", () => {
    const { findings } = reportOf([sheetOf("表", rows)]);
    expect(findings.filter(({ code }) => code === "unmapped-column").map(({ message }) => message["zh-CN"])).toEqual(["“上月累计”这一列未使用：是另一时期的数"]);
  });
});

describe("money and counts under one caption", () => {
  test("are told by their parts", () => {
    const rows = [["单位：万元、笔", "", "", "", ""], ["镇街", "归集目标", "累计归集", "使用受理", "使用已划拨"], ["上镇", 2600, 2245.6, 46, 41], ["下镇", 900.5, 812.35, 12, 12], ["中镇", 1100.25, 968.2, 15, 13]];
    const report = reportOf([sheetOf("表", rows, { merges: [merged(0, 0, 1, 5)] })]);
    expect(report.indicators.map(({ unit }) => unit)).toContain("万元");
    expect(report.indicators.find(({ done }) => done !== null && done > 4000)?.unit).toBe("万元");
  });
});

describe("the same regions again below one header", () => {
  test("are of what the line over them says", () => {
    const part = (heading: string, factor: number): CellValue[][] => [[heading, "", ""], ["甲县", 10 * factor, 5 * factor], ["乙县", 20 * factor, 9 * factor], ["丙县", 30 * factor, 7 * factor]];
    const rows = [["某市住房保障任务进展", "", ""], ["地区", "任务数", "已完成"], ...part("一、城镇棚户区改造（套）", 1), ...part("二、住房租赁补贴（户）", 2), ...part("三、保租房筹集（套）", 3)];
    const merges = [0, 2, 6, 10].map((row) => merged(row, 0, 1, 3));
    const report = reportOf([sheetOf("汇总", rows, { merges })]);
    expect(report.indicators.map(({ id, target, done, unit }) => [id, target, done, unit])).toEqual([["starts", 60, 21, "套"], ["rentSubsidyHouseholds", 120, 42, "户"], ["own:保租房", 180, 63, "套"]]);
    expect(codesOf(report)).not.toContain("duplicate-region");
  });
});

describe("the place that a title names", () => {
  test.each([
    ["全椒县", "全椒县"],
    ["全州县", "全州县"],
    ["全南县", "全南县"],
    ["全市各县", null],
    ["全省", null],
  ])("of %s is %s: a county may begin like the word for all", (named, place) => {
    const rows = [["乡镇", "开工任务（套）", "已开工（套）"], ["上镇", 100, 40], ["下镇", 50, 10], ["中镇", 60, 20]];
    expect(reportOf([sheetOf("表", [[`${named}2023年棚户区改造进度表`, "", ""], ...rows])]).place).toBe(place);
  });
});
