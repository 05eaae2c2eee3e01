import type { OfficeColumn, OfficeTable, OfficeValue } from "./office-style";
import { firstRowOf, letterOf } from "./office-style";
import type { RegionRow } from "./read-data";

/** What the office typed over its own total: the rows add up to 17312. */
const TYPED_INVESTMENT_TOTAL = 17342;

const COUNT = "0";
const AMOUNT = "0.0000;-0.0000;0";

const FIGURES: { from: string; path: string[]; format?: string; width?: number }[] = [
  { from: "starts_target", path: ["棚户区改造开工（套）", "目标任务"], width: 11 },
  { from: "starts_done", path: ["棚户区改造开工（套）", "已开工"], width: 11 },
  { from: "oldtown_target", path: ["其中：老旧城区内脏乱差棚户区开工（套）", "目标任务"], width: 13 },
  { from: "oldtown_done", path: ["其中：老旧城区内脏乱差棚户区开工（套）", "已开工"], width: 15 },
  { from: "publicrental_target", path: ["新建公租房开工（套）", "目标任务"], width: 11 },
  { from: "publicrental_done", path: ["新建公租房开工（套）", "已开工"] },
  { from: "basic_target", path: ["续建项目基本建成（套）", "目标任务"], width: 12 },
  { from: "basic_done", path: ["续建项目基本建成（套）", "已完成"], width: 12 },
  { from: "subsidy_target_households", path: ["租赁补贴", "目标任务（户）"], width: 14.5 },
  { from: "subsidy_done_households", path: ["租赁补贴", "发放户数（户）"], width: 14.5 },
  { from: "subsidy_amount_wan", path: ["租赁补贴", "发放金额（万元）"], format: AMOUNT, width: 16.5 },
  { from: "investment_target_wan", path: ["完成投资（万元）", "目标任务"], width: 10 },
  { from: "investment_done_wan", path: ["完成投资（万元）", "已完成"], width: 10 },
  { from: "starts_projects", path: ["项目数（个）", "棚改项目数"], width: 11 },
  { from: "publicrental_projects", path: ["项目数（个）", "公租房项目数"], width: 13 },
];

/** 目标任务: targets and progress of the year, one row a region, notes in the last column. */
export function goalsTable(regions: readonly RegionRow[]): OfficeTable {
  const columns: OfficeColumn[] = [
    { path: ["县（市、区）"], width: 11, format: "text" },
    ...FIGURES.map(({ path, format, width }) => ({ path, format: format ?? COUNT, width: width ?? 9 })),
    { path: ["备注"], width: 46, format: "text" },
  ];
  const first = firstRowOf(2);
  const last = first + regions.length - 1;
  return {
    sheet: "目标任务",
    title: "吕梁市2021年住房保障目标任务完成情况表",
    caption: {
      left: "填报单位：吕梁市住房保障办公室",
      middle: "截至2021年4月23日",
      right: "单位：套、户、万元",
    },
    columns,
    rows: regions.map((region) => [
      region.region,
      ...FIGURES.map(({ from }) => region.number(from)),
      region.text("progress_note"),
    ]),
    total: [
      "合计",
      ...FIGURES.map(({ from }, index): OfficeValue => {
        if (from === "investment_done_wan") return TYPED_INVESTMENT_TOTAL;
        const letter = letterOf(index + 1);
        return { formula: `SUM(${letter}${first}:${letter}${last})` };
      }),
      null,
    ],
    heights: {
      header: [44, 32],
      row: (values) => {
        const note = values.at(-1);
        return typeof note === "string" && note.length > 40 ? 50 : 34;
      },
    },
  };
}
