import { cellName } from "../../src/progress";
import { loadNationalList, type CellValue } from "../../src/tables";
import { merged, reportOf, sheetOf } from "../support/grid";

const HEADER: CellValue[][] = [
  ["某市住房保障目标任务完成情况表（截至2021年4月23日）", "", "", "", ""],
  ["县（市、区）", "棚户区改造开工（套）", "", "基本建成（套）", ""],
  ["", "目标任务", "已开工", "目标任务", "已建成"],
];
const county = (name: string, at: number): CellValue[] => [name, 100 + at, 40 + at, 50, 10];
const starts = (report: ReturnType<typeof reportOf>) => report.indicators.find(({ id }) => id === "starts");
const codes = (report: ReturnType<typeof reportOf>) => report.findings.map(({ code, cells }) => [code, ...cells.map(cellName)]);

describe("text under a merged area", () => {
  const NAMES = ["甲县", "乙县", "丙县", "丁县", "戊县"];
  const rows = [...HEADER, ...NAMES.map(county)];

  test("two counties under one merged name are both read, and named in an error", () => {
    const report = reportOf([sheetOf("表", rows, { merges: [merged(4, 0, 2, 1)] })]);
    expect(report.regions.map(({ name }) => name)).toEqual(NAMES);
    expect(starts(report)).toMatchObject({ target: 510, done: 210 });
    expect(codes(report)).toEqual([["text-under-merge", "表!A6"]]);
    expect(report.findings[0]).toMatchObject({ severity: "error", message: { "zh-CN": expect.stringContaining("“丙县”") as string } });
  });
  test("a merge over all names loses none of them", () => {
    const report = reportOf([sheetOf("表", rows, { merges: [merged(3, 0, 5, 1)] })]);
    expect(report.regions.map(({ name }) => name)).toEqual(NAMES);
    expect(codes(report)).toEqual([["text-under-merge", "表!A5", "表!A6", "表!A7", "表!A8"]]);
  });
  test("the same text once more, or nothing, is no text of its own", () => {
    const report = reportOf([sheetOf("表", rows.map((row, at) => (at === 1 ? ["县（市、区）", "棚户区改造开工（套）", "棚户区改造开工（套）", "基本建成（套）", ""] : row)), { merges: [merged(1, 1, 1, 2), merged(1, 0, 2, 1)] })]);
    expect(starts(report)).toMatchObject({ target: 510 });
    expect(codes(report)).toEqual([]);
  });
});

describe("figures that were not read are told of", () => {
  test("rows without a name among those of counties", () => {
    const rows = [...HEADER, county("甲县", 0), county("", 1), county("丙县", 2), county("丁县", 3)];
    expect(codes(reportOf([sheetOf("表", rows, { merges: [merged(3, 0, 2, 1)] })]))).toContainEqual(["figures-left-out", "表!A5:E5"]);
  });
  test("known counties with figures that no table covers", async () => {
    const gazetteer = await loadNationalList();
    const names = ["离石区", "孝义市", "汾阳市", "文水县"];
    const report = reportOf([sheetOf("表", [...HEADER, ...names.map(county)]), sheetOf("二", names.map((name, at): CellValue[] => [name, at + 1, at + 2]))], gazetteer);
    const found = codes(report);
    const read = report.tables.some(({ sheet }) => sheet === "二");
    expect(read || found.some(([code, cell]) => code === "figures-left-out" && cell?.startsWith("二!"))).toBe(true);
  });
});
