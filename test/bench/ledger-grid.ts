import type { CellValue, SheetGrid } from "../../src/tables";

const REGIONS = ["离石区", "文水县", "交城县", "兴县", "临县", "柳林县", "石楼县", "岚县", "方山县", "中阳县", "交口县", "孝义市", "汾阳市"];
const TYPES = ["棚户区改造", "公租房", "保障性租赁住房"];
const HEADER = ["序号", "县（市、区）", "项目名称", "项目类型", "建设地点", "计划套数", "开工套数", "基本建成套数", "计划投资（万元）", "完成投资（万元）", "开工时间", "备注"];

/**
 * A project ledger of a city, rows in the regions' order, as long as asked for; the same at each call.
 * @param rowCount projects, 100,000 for a long one
 */
export function ledgerGrid(rowCount: number): SheetGrid {
  let seed = 1;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const rows = Array.from({ length: rowCount }, (_, index): CellValue[] => {
    const region = REGIONS[Math.floor((index * REGIONS.length) / rowCount)] ?? "";
    const planned = 20 + next(400);
    const begun = next(planned + 1);
    const money = next(900_000) / 100;
    return [index + 1, region, `第${index + 1}号地块改造项目`, TYPES[next(TYPES.length)] ?? "", `${region}城关镇${next(200) + 1}号`, planned, begun, next(begun + 1), money, Math.round(money * next(100)) / 100, 44_197 + next(300), next(4) === 0 ? "手续办理中" : ""];
  });
  const formats = HEADER.map((_, column) => (column === 10 ? "yyyy/m/d" : "General"));
  const blank = HEADER.map((_, column) => (column === 0 ? "吕梁市2021年保障性安居工程项目台账（截至2021年10月31日）" : ""));
  const values = [blank, HEADER, ...rows];
  return {
    name: "台账",
    visible: true,
    ours: false,
    row: 0,
    column: 0,
    values,
    formats: values.map(() => formats),
    merges: [{ row: 0, column: 0, rowCount: 1, columnCount: HEADER.length }],
    hiddenRows: [],
  };
}
