import type { OfficeTable } from "./office-style";
import { firstRowOf } from "./office-style";
import { inOrder, type RegionRow } from "./read-data";

const ORDER = "石楼县 离石区 交口县 兴县 方山县 文水县 岚县 交城县".split(" ");

/** 续建攻坚: projects begun before the end of 2017 and not yet built, with the office's own outlook. */
export function continuingTable(regions: readonly RegionRow[]): OfficeTable {
  const kept = regions.filter((region) => region.number("continuing_units") !== null);
  const rows = inOrder(kept, ORDER);
  const first = firstRowOf(1);
  return {
    sheet: "续建攻坚",
    title: "吕梁市城镇保障性安居工程续建项目攻坚情况表",
    caption: {
      left: "填报单位：吕梁市住房保障办公室",
      middle: "截至2021年4月23日",
      right: "单位：套",
    },
    columns: [
      { path: ["县（市、区）"], width: 36, format: "text" },
      { path: ["2017年底前开工未建成（套）"], width: 36, format: "0" },
      { path: ["攻坚前景"], width: 44, format: "text" },
    ],
    rows: rows.map((region) => [
      region.region,
      region.number("continuing_units"),
      region.text("continuing_outlook"),
    ]),
    total: ["合计", { formula: `SUM(B${first}:B${first + rows.length - 1})` }, null],
    heights: { header: [30], row: () => 26 },
  };
}
