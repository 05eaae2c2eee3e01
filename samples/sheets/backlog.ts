import type { OfficeColumn, OfficeTable } from "./office-style";
import { firstRowOf, letterOf } from "./office-style";
import { inOrder, type RegionRow } from "./read-data";

const MEASURES = [
  { from: "prh_task", header: "2008-2015年下达任务（套）" },
  { from: "prh_reported", header: "上报完成（套）" },
  { from: "prh_repurposed", header: "2017年盘活（套）" },
  { from: "prh_stock", header: "实有（套）" },
  { from: "prh_backlog_verified", header: "核实历史欠账（套）" },
];

const ORDER =
  "交城县 文水县 汾阳市 孝义市 岚县 兴县 临县 柳林县 方山县 离石区 中阳县 石楼县 交口县 市本级".split(" ");

/** 公租房历史欠账: public rental housing of past years, one row a region that has any. */
export function backlogTable(regions: readonly RegionRow[]): OfficeTable {
  const kept = regions.filter((region) => region.number("prh_reported") !== null);
  const rows = inOrder(kept, ORDER);
  const first = firstRowOf(1);
  const last = first + rows.length - 1;
  const columns: OfficeColumn[] = [
    { path: ["县（市、区）"], width: 16, format: "text" },
    ...MEASURES.map(({ header }) => ({ path: [header], width: 22, format: "0" })),
  ];
  return {
    sheet: "公租房历史欠账",
    title: "吕梁市历年政府投资公租房建设管理情况表",
    caption: {
      left: "填报单位：吕梁市住房保障办公室",
      middle: "截至2021年4月23日",
      right: "单位：套",
    },
    columns,
    rows: rows.map((region) => [
      region.region,
      ...MEASURES.map(({ from }) => region.number(from)),
    ]),
    total: [
      "合计",
      ...MEASURES.map((_, index) => {
        const letter = letterOf(index + 1);
        return { formula: `SUM(${letter}${first}:${letter}${last})` };
      }),
    ],
    heights: { header: [30], row: () => 24 },
  };
}
