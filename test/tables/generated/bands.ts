import type { GeneratorValue } from "../../support/property";
import type { SheetGrid } from "../../../src/tables";
import { flag, pick, some, upTo } from "./draw";
import { Grid } from "./grid";

/** Subjects, verbs and measures that the lexicon does not hold: a reader of words alone cannot know them. */
export const UNKNOWN_SUBJECTS = ["智慧农贸市场", "应急广播终端", "幸福食堂", "口袋公园", "雨污管网", "光伏路灯", "冷链仓", "乡贤驿站", "数字影院", "育苗大棚", "蓄水窖", "猕猴桃基地", "童趣书屋", "防火隔离带"] as const;
export const UNKNOWN_VERBS = ["挂牌", "点亮", "铺设", "上线", "封顶", "投运", "定植", "揭榜", "贯通"] as const;

const UNITS = ["个", "处", "座", "公里", "亩", "盏", "套"] as const;
const TARGETS = ["年度任务", "计划数", "目标任务", "全年目标", "任务数"] as const;
const DONE = ["累计完成", "已完成", "实际完成", "完成数"] as const;
const RATES = ["完成率", "完成比例", "进度", "占任务比例"] as const;

const AXES: readonly { header: string; total: string; names: readonly string[] }[] = [
  { header: "省份", total: "全国", names: "北京 河北 山西 内蒙古 辽宁 江苏 浙江 安徽 福建 江西 山东 河南 湖北 广西 四川 宁夏".split(" ") },
  { header: "县（市、区）", total: "全市", names: "离石区 孝义市 汾阳市 文水县 交城县 兴县 临县 柳林县 石楼县 岚县".split(" ") },
  { header: "市州", total: "全省合计", names: "长沙市 株洲市 湘潭市 衡阳市 邵阳市 岳阳市 常德市 益阳市 郴州市 湘西州".split(" ") },
  { header: "乡镇（街道）", total: "合计", names: "城关镇 河西镇 柳沟乡 东关街道 三道湾镇 白石乡 南坪镇 新民街道".split(" ") },
  { header: "行政村", total: "小计", names: "上湾村 下湾村 石门村 前进村 红星村 大坪村 王家村".split(" ") },
  { header: "农场", total: "合计", names: "七星农场 创业农场 红卫农场 前哨农场 胜利农场 友谊农场".split(" ") },
  { header: "责任单位", total: "合计", names: "市教育局 市水利局 市林业局 市民政局 市体育局 市文旅局".split(" ") },
];

/** What a column of figures truly is. */
export interface TrueColumn {
  subject: number;
  role: "target" | "done" | "rate";
}

/** A table that was composed of bands, with what it truly says. */
export interface BandTable {
  sheet: SheetGrid;
  /** By column of the sheet. */
  columns: Map<number, TrueColumn>;
  /** The first and last row of regions. */
  first: number;
  last: number;
  /** The code of the one typing error in it; null for a clean table. */
  error: "total-mismatch" | "rate-mismatch" | null;
}

interface Band {
  subject: string;
  unit: string;
  stages: string[];
  rate: boolean;
  words: { target: string; done: string; rate: string };
}

/** A table of one to four subjects, each with a target, one or two stages of what was done, and perhaps its rate. */
export function bandTable(g: GeneratorValue): BandTable {
  const axis = pick(g, AXES);
  const regions = some(g, axis.names, 4);
  const bands = some(g, UNKNOWN_SUBJECTS, 1, 4).map((subject): Band => {
    const stages = flag(g) ? ["", ...(flag(g) ? [pick(g, UNKNOWN_VERBS)] : [])] : [pick(g, UNKNOWN_VERBS)];
    return { subject, unit: pick(g, UNITS), stages, rate: flag(g), words: { target: pick(g, TARGETS), done: pick(g, DONE), rate: pick(g, RATES) } };
  });
  const levels = bands.length > 1 || flag(g) ? 2 : 1;
  const grid = new Grid();
  const about = bands.length === 1 ? bands[0]?.subject : "民生实事";
  grid.put(0, 0, `2023年${about ?? ""}建设进展情况表（截至2023年${1 + upTo(g, 11)}月底）`);
  const serial = flag(g) ? 1 : 0;
  if (serial > 0) grid.put(1, 0, "序号");
  grid.put(1, serial, axis.header);
  const columns = new Map<number, TrueColumn>();
  let at = serial + 1;
  bands.forEach((band, subject) => {
    const heads = [band.words.target, ...band.stages.map((stage) => (stage === "" ? band.words.done : `已${stage}`)), ...(band.rate ? [band.words.rate] : [])];
    const roles: TrueColumn["role"][] = ["target", ...band.stages.map(() => "done" as const), ...(band.rate ? ["rate" as const] : [])];
    if (levels === 2) {
      grid.put(1, at, `${band.subject}（${band.unit}）`);
      grid.merge(1, at, 1, heads.length);
    }
    heads.forEach((head, index) => {
      grid.put(levels, at + index, levels === 1 && index === 0 ? `${head}（${band.unit}）` : head);
      columns.set(at + index, { subject, role: roles[index] ?? "done" });
    });
    at += heads.length;
  });
  for (let column = 0; column <= serial; column++) grid.merge(1, column, levels, 1);
  const first = levels + 1;
  const sums = new Map<number, number>();
  regions.forEach((region, index) => {
    const row = first + index;
    if (serial > 0) grid.put(row, 0, index + 1);
    grid.put(row, serial, region);
    let from = serial + 1;
    for (const band of bands) {
      const target = 20 + upTo(g, 900);
      let done = target;
      grid.put(row, from, target);
      sums.set(from, (sums.get(from) ?? 0) + target);
      band.stages.forEach((_, stage) => {
        done = upTo(g, done);
        const column = from + 1 + stage;
        grid.put(row, column, done);
        sums.set(column, (sums.get(column) ?? 0) + done);
      });
      if (band.rate) grid.put(row, from + 1 + band.stages.length, `${((done * 100) / target).toFixed(2)}%`);
      from += 1 + band.stages.length + (band.rate ? 1 : 0);
    }
  });
  const last = first + regions.length - 1;
  const total = flag(g);
  if (total) {
    grid.put(last + 1, serial, axis.total);
    for (const [column, sum] of sums) grid.put(last + 1, column, sum);
  }
  return { sheet: grid.sheet("进展", { row: 0, column: 0 }, flag(g)), columns, first, last, error: null, ...spoiled(g, grid, columns, { first, last, total }) };
}

/** One typing error in one table of five. */
function spoiled(g: GeneratorValue, grid: Grid, columns: ReadonlyMap<number, TrueColumn>, { last, total }: { first: number; last: number; total: boolean }): Partial<BandTable> {
  if (!total || upTo(g, 4) > 0) return {};
  const [column] = some(g, [...columns].filter(([, { role }]) => role !== "rate").map(([at]) => at), 1, 1);
  if (column === undefined) return {};
  grid.put(last + 1, column, 7);
  return { sheet: grid.sheet("进展", { row: 0, column: 0 }, true), error: "total-mismatch" };
}
