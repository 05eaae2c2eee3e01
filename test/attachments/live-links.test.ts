import { planAttachmentOne, planProgressSheet } from "../../src/attachments";
import type { CellValue } from "../../src/tables";
import { reportOf, sheetOf } from "../support/grid";

const HEADER: CellValue[] = ["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）", "新建公租房开工任务（套）", "新建公租房已开工（套）"];

/** The formulas of a region's row on 进度计算 and 附件1. */
function formulasOf(rows: CellValue[][], region: string, formats: string[][] | null = null): string[] {
  const report = reportOf([sheetOf("表", [HEADER, ...rows], { formats })]);
  return [planProgressSheet(report), planAttachmentOne(report)].flatMap(({ cells }) =>
    cells.filter((row) => row.some((cell) => cell.kind === "text" && cell.text === region)).flatMap((row) => row.flatMap((cell) => (cell.kind === "formula" ? [cell.formula] : []))),
  );
}

describe("the sheets follow a cell that is blank yet, and none that was left out of the report", () => {
  test("blank: what is typed there later shows", () => {
    expect(formulasOf([["甲县", 100, 1, 10, 1], ["乙县", 100, 2, "", ""]], "乙县").join()).toContain("'表'!$D$2:$D$3");
  });

  test("a region that stands twice with differing figures", () => {
    expect(formulasOf([["甲县", 100, 1, 10, 1], ["乙县", 100, 2, 10, 5], ["乙县", 100, 3, 10, 5]], "乙县").join()).not.toContain("'表'!");
  });

  test("a date where a figure should stand", () => {
    const formats = Array.from({ length: 3 }, (_, row) => HEADER.map((_unused, column) => (row === 2 && column === 3 ? "yyyy/m/d" : "General")));
    const formulas = formulasOf([["甲县", 100, 1, 10, 1], ["乙县", 100, 2, 44309, 5]], "乙县", formats);
    expect(formulas.join()).not.toContain("'表'!$D$2:$D$3");
    expect(formulas.join()).toContain("'表'!$B$2:$B$3");
  });
});
