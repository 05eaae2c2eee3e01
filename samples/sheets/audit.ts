import type { OfficeColumn, OfficeTable } from "./office-style";
import { firstRowOf, letterOf } from "./office-style";
import { inOrder, type RegionRow } from "./read-data";

const CATEGORIES = [
  { from: "audit2017_not_allotted", header: "商品房应配未配公租房" },
  { from: "audit2017_not_accepted", header: "未办理竣工验收手续" },
  { from: "audit2017_not_registered", header: "未办理产权登记" },
  { from: "audit2017_no_approvals", header: "未取得用地批准等手续" },
  { from: "audit2017_idle_funds", header: "资金拨付慢造成闲置" },
  { from: "audit2017_not_started", header: "未完成开工任务或开工不达标准" },
  { from: "audit2017_idle_units", header: "公租房闲置三年以上" },
];

const ORDER =
  "交城县 文水县 汾阳市 孝义市 兴县 临县 柳林县 石楼县 岚县 方山县 离石区 中阳县 交口县 经开区 市本级".split(" ");

/** 审计整改: audit findings still open, by year, category and region. */
export function auditTable(regions: readonly RegionRow[]): OfficeTable {
  const first = firstRowOf(2);
  const last = first + regions.length - 1;
  const sumColumn = 2 + CATEGORIES.length;
  const columns: OfficeColumn[] = [
    { path: ["县（市、区）"], width: 12, format: "text" },
    { path: ["2016年", "未整改问题（个）"], width: 18, format: "0" },
    ...CATEGORIES.map(({ header }) => ({ path: ["2017年", header], width: 15, format: "0" })),
    { path: ["2017年", "合计"], width: 10, format: "0" },
  ];
  const [from, to] = [letterOf(2), letterOf(sumColumn - 1)];
  return {
    sheet: "审计整改",
    title: "吕梁市保障性安居工程跟踪审计发现问题未整改情况表",
    caption: {
      left: "填报单位：吕梁市住房保障办公室",
      middle: "截至2021年4月23日",
      right: "单位：个",
    },
    columns,
    rows: inOrder(regions, ORDER).map((region, offset) => [
      region.region,
      region.number("audit2016_open"),
      ...CATEGORIES.map((category) => region.number(category.from)),
      { formula: `SUM(${from}${first + offset}:${to}${first + offset})` },
    ]),
    total: [
      "合计",
      ...columns.slice(1).map((_, index) => {
        const letter = letterOf(index + 1);
        return { formula: `SUM(${letter}${first}:${letter}${last})` };
      }),
    ],
    heights: { header: [24, 48], row: () => 22 },
  };
}
