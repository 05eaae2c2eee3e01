import { cellName, type Report } from "../../src/progress";
import type { CellValue } from "../../src/tables";
import { codesOf, reportOf, sheetOf } from "../support/grid";

const HEADER: CellValue[][] = [
  ["2021年目标任务完成情况表（截至2021年6月30日）"],
  ["县（市、区）", "棚户区改造开工目标任务（套）", "棚户区改造已开工（套）", "开工率"],
];

function tableOf(...rows: CellValue[][]): Report {
  return reportOf([sheetOf("表", [...HEADER, ...rows])]);
}

function cellsOf(report: Report, code: string): string[] {
  return report.findings.filter((one) => one.code === code).flatMap(({ cells }) => cells.map(cellName));
}

describe("checks of what a table states", () => {
  test("a table that agrees with itself has no finding", () => {
    const report = tableOf(["甲县", 100, 50, 0.5], ["乙县", 200, 100, 0.5], ["合计", 300, 150, 0.5]);
    expect(report.findings).toEqual([]);
    expect(report.asOf).toBe("2021-06-30");
  });

  test("total-mismatch: a stated total that is not the sum of its rows, both numbers in the message", () => {
    const report = tableOf(["甲县", 100, 50, ""], ["乙县", 200, 100, ""], ["合计", 300, 160, ""]);
    expect(codesOf(report)).toEqual(["total-mismatch"]);
    expect(cellsOf(report, "total-mismatch")).toEqual(["表!C5"]);
    expect(report.findings[0]?.message["zh-CN"]).toMatch(/160.*150/);
    expect(report.indicators[0]?.done).toBe(150);
    expect(report.indicators[0]?.statedTotal?.done?.value).toBe(160);
  });

  test("a stated total is compared at its own decimals", () => {
    const rows: CellValue[][] = [
      ["县区", "投资计划（万元）", "完成投资（万元）"],
      ["甲县", 100, 10.114],
      ["乙县", 100, 20.004],
      ["合计", 200, 30.12],
    ];
    expect(codesOf(reportOf([sheetOf("投资", rows)]))).toEqual(["date-unknown"]);
  });

  test("a column with an unreadable cell is not held against its stated total", () => {
    const report = tableOf(["甲县", 100, "约50", ""], ["乙县", 200, 100, ""], ["合计", 300, 150, ""]);
    expect(codesOf(report)).toEqual(["unreadable-number"]);
    expect(report.indicators[0]?.done).toBe(100);
  });

  test("rate-mismatch: a stated rate that is not done ÷ target at its own decimals", () => {
    const report = tableOf(["甲县", 300, 100, "33.3%"], ["乙县", 300, 100, "33.4%"]);
    expect(cellsOf(report, "rate-mismatch")).toEqual(["表!D4"]);
    expect(report.findings[0]?.message["zh-CN"]).toMatch(/33\.4%.*33\.3%/);
  });

  test("a total row's rate is held against that row's own figures", () => {
    const report = tableOf(["甲县", 100, 50, ""], ["乙县", 100, 40, ""], ["合计", 200, 100, "50%"]);
    expect(codesOf(report)).toEqual(["total-mismatch"]);
  });

  test("negative-value: figures of which most are below zero are meant so", () => {
    const report = tableOf(["甲县", -20, -21, ""], ["乙县", -15, -16, ""], ["丙县", -12, -10, ""]);
    expect(codesOf(report)).not.toContain("negative-value");
  });

  test("negative-value: nothing is done below zero", () => {
    expect(cellsOf(tableOf(["甲县", 100, -5, ""], ["乙县", 1, 1, ""]), "negative-value")).toEqual(["表!C3"]);
  });

  test("zero-target: something done where the target is blank or 0", () => {
    const report = tableOf(["甲县", "", 5, ""], ["乙县", 0, 3, ""], ["丙县", 10, 1, ""]);
    expect(codesOf(report)).toEqual(["zero-target", "zero-target"]);
    const [first] = report.indicators[0]?.regions ?? [];
    expect(first).toMatchObject({ rate: null, rank: null, status: "noTask" });
  });

  test("blank-done: a blank beside a target counts as 0", () => {
    const report = tableOf(["甲县", 100, "", ""], ["乙县", 100, 10, ""]);
    expect(report.findings.map(({ code, severity }) => [code, severity])).toEqual([["blank-done", "info"]]);
    expect(report.indicators[0]?.regions[0]).toMatchObject({ rate: 0, status: "none" });
  });

  test("part-exceeds-whole: 其中 larger than what it is part of", () => {
    const rows: CellValue[][] = [
      ["县区", "棚户区改造开工任务", "棚户区改造已开工", "其中：老旧城区脏乱差棚户区开工任务", "其中：老旧城区脏乱差棚户区已开工"],
      ["甲县", 100, 50, 40, 60],
      ["乙县", 100, 50, 40, 30],
    ];
    expect(cellsOf(reportOf([sheetOf("表", rows)]), "part-exceeds-whole")).toEqual(["表!E2", "表!C2"]);
  });

  test("source-conflict: two tables that give one figure differently; both cells named", () => {
    const report = reportOf([
      sheetOf("一", [...HEADER, ["甲县", 100, 50, ""], ["乙县", 200, 100, ""]]),
      sheetOf("二", [...HEADER, ["甲县", 100, 55, ""], ["乙县", 200, 100, ""]]),
    ]);
    expect(cellsOf(report, "source-conflict")).toEqual(["一!C3", "二!C3"]);
  });

  test("duplicate-region: equal rows count once, differing rows not at all", () => {
    const equal = tableOf(["甲县", 100, 50, ""], ["甲 县", 100, 50, ""], ["乙县", 200, 100, ""]);
    expect(codesOf(equal)).toEqual(["duplicate-region"]);
    expect(equal.indicators[0]?.target).toBe(300);
    const differing = tableOf(["甲县", 100, 50, ""], ["甲县", 100, 60, ""], ["乙县", 200, 100, ""]);
    expect(differing.indicators[0]?.target).toBe(200);
    expect(cellsOf(differing, "duplicate-region")).toEqual(["表!A3", "表!A4"]);
  });

  test("formula-error: an error value that is read is left out", () => {
    const report = tableOf(["甲县", 100, "#REF!", ""], ["乙县", 200, 100, ""]);
    expect(cellsOf(report, "formula-error")).toEqual(["表!C3"]);
    expect(report.indicators[0]?.done).toBe(100);
  });
});
