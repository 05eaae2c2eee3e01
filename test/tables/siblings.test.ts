import type { CellValue } from "../../src/tables";
import { merged, reportOf, sheetOf } from "../support/grid";

const REGIONS = ["甲县", "乙县", "丙县", "丁县"];
/** A table whose two header rows group columns, with figures that tell its rows apart. */
function grouped(title: string, groups: readonly [header: string, leaves: readonly string[]][], figures: (row: number) => CellValue[]) {
  const header = groups.flatMap(([text, leaves]) => leaves.map((_, at) => (at === 0 ? text : "")));
  let column = 1;
  const merges = groups.flatMap(([, leaves]) => {
    const at = column;
    column += leaves.length;
    return leaves.length > 1 ? [merged(1, at, 1, leaves.length)] : [];
  });
  const rows = [[title], ["县区", ...header], ["", ...groups.flatMap(([, leaves]) => leaves)], ...REGIONS.map((name, row) => [name, ...figures(row)])];
  return reportOf([sheetOf("表", rows, { merges: [merged(0, 0, 1, column), merged(1, 0, 2, 1), ...merges] })]);
}
const figuresOf = (report: ReturnType<typeof reportOf>) => Object.fromEntries(report.indicators.map(({ id, target, done }) => [id, [target, done]]));

describe("what only structure tells apart", () => {
  test("bands worded alike are of what their own headers say, were it one sign", () => {
    const base = [100, 300, 700];
    const report = grouped("2022年强制免疫进度表", [["猪", ["应免", "实免"]], ["牛", ["应免", "实免"]], ["羊", ["应免", "实免"]]], (row) => base.flatMap((one, at) => [one + 10 * row, one + 10 * row - 7 - row * (at + 1)]));
    expect(figuresOf(report)).toEqual({ "own:猪": [460, 426], "own:牛": [1260, 1220], "own:羊": [2860, 2814] });
  });

  test("parts that add up to a whole are what the whole is, whatever verb names them", () => {
    const report = grouped("2023年高标准农田建设进度表", [["建设任务（亩）", ["合计", "新建", "改造提升"]], ["完成情况", ["已完工"]]], (row) => [90 + 30 * row, 60 + 20 * row, 30 + 10 * row, 50 + 20 * row]);
    expect(figuresOf(report)).toMatchObject({ "own:新建": [360, null], "own:改造提升": [180, null] });
    expect(Object.values(figuresOf(report))).toContainEqual([540, 320]);
  });

  test("a month beside the same of all months so far is not the progress", () => {
    const report = grouped("2023年6月热线工单办理情况", [["6月份", ["受理", "办结"]], ["1-6月累计", ["受理", "办结"]]], (row) => [40 + row, 30 + 2 * row, 400 + 10 * row, 300 + 30 * row]);
    expect(Object.values(figuresOf(report))).toEqual([[1660, 1380]]);
  });

  test("tables of the same headers are of what their titles say, where their figures differ", () => {
    const table = (title: string, from: number) => [[title, "", ""], ["县区", "年度计划投资（亿元）", "已完成投资（亿元）"], ...REGIONS.map((name, row) => [name, from + row, from / 2 + row / 4])];
    const report = reportOf([sheetOf("项目", [...table("表一：省重点项目", 20), ["", "", ""], ...table("表二：市重点项目", 8)])]);
    expect(report.indicators.map(({ name }) => name)).toEqual(["省重点项目完成投资", "市重点项目完成投资"]);
    expect(report.findings.map(({ code }) => code)).not.toContain("source-conflict");
    const copied = reportOf([sheetOf("项目", [...table("表一：省重点项目", 20), ["", "", ""], ...table("表二：市重点项目", 20)])]);
    expect(copied.indicators.map(({ id }) => id)).toEqual(["investment"]);
  });

  test("what is written with a unit is no rate, whatever two other columns happen to divide into", () => {
    const header = ["序号", "县区", "棚户区改造目标任务", "棚户区改造开工数", "公租房目标任务", "公租房完成", "基本建成目标任务", "基本建成完成"];
    const figures = [[0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 0], [0, 0, 0, 0, 32, 1], [0, 0, 0, 0, 7, 1], [16, 8, 1, 0, 4, 1]];
    const rows = figures.map((row, at): CellValue[] => [at + 1, `${"甲乙丙丁戊己"[at]}县`, ...row.map((figure) => `${figure}套`)]);
    expect(figuresOf(reportOf([sheetOf("目标任务", [header, ...rows])]))).toMatchObject({ starts: [16, 8], basicCompletion: [44, 3] });
  });

  test("figures of one indicator in ㎡ and 万㎡ are brought to one unit", () => {
    const rows = REGIONS.map((name, row) => [name, 2 + row, 12_000 + 3000 * row]);
    const report = reportOf([sheetOf("表", [["拆除违法建设进度表"], ["街道", "全年任务（万㎡）", "累计拆除面积（㎡）"], ...rows])]);
    const [only] = report.indicators;
    expect([only?.unit, only?.target, only?.done]).toEqual(["万㎡", 14, 6.6]);
  });
});
