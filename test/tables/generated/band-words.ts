import type { GeneratorValue } from "../../support/property";
import { pick, upTo } from "./draw";

/** Subjects, verbs and measures that the lexicon does not hold: a reader of words alone cannot know them. */
export const UNKNOWN_SUBJECTS = ["智慧农贸市场", "应急广播终端", "幸福食堂", "口袋公园", "雨污管网", "光伏路灯", "冷链仓", "乡贤驿站", "数字影院", "育苗大棚", "蓄水窖", "猕猴桃基地", "童趣书屋", "防火隔离带"] as const;
export const UNKNOWN_VERBS = ["挂牌", "点亮", "铺设", "上线", "封顶", "投运", "定植", "揭榜", "贯通"] as const;

export const UNITS = ["个", "处", "座", "公里", "亩", "盏", "套"] as const;
export const TARGETS = ["年度任务", "计划数", "目标任务", "全年目标", "任务数"] as const;
export const DONE = ["累计完成", "已完成", "实际完成", "完成数"] as const;
export const RATES = ["完成率", "完成比例", "进度", "占任务比例"] as const;

/** Parts of what was done, none of them with a word for it. */
export const UNKNOWN_PARTS = ["自筹类", "代办类", "盘活类", "共建类"] as const;
/** Headers that only their rate tells apart: what came in, what was answered. */
export const UNKNOWN_PAIRS = [["承接数", "办毕数", "办毕率"], ["派发数", "回访数", "回访率"], ["受领数", "销项数", "销项率"]] as const;
/** Columns beside the figures that are no progress. */
export const BESIDE: readonly { header: string; cell(g: GeneratorValue): string | number }[] = [
  { header: "排名", cell: (g) => 1 + upTo(g, 20) },
  { header: "同比增长", cell: (g) => `${upTo(g, 300) / 10}%` },
  { header: "本周新增", cell: (g) => upTo(g, 30) },
  { header: "责任领导", cell: (g) => pick(g, ["王某", "李某", "张某"]) },
  { header: "完成时限", cell: (g) => `${1 + upTo(g, 11)}月底` },
  { header: "备注", cell: (g) => pick(g, ["", "正在推进", "已验收"]) },
];
/** Rows between the regions that are of none. */
export const ASIDE = ["去年同期", "较上期增加", "序时进度要求", "全市平均"] as const;

export const AXES: readonly { header: string; total: string; names: readonly string[] }[] = [
  { header: "省份", total: "全国", names: "北京 河北 山西 内蒙古 辽宁 江苏 浙江 安徽 福建 江西 山东 河南 湖北 广西 四川 宁夏".split(" ") },
  { header: "县（市、区）", total: "全市", names: "离石区 孝义市 汾阳市 文水县 交城县 兴县 临县 柳林县 石楼县 岚县".split(" ") },
  { header: "市州", total: "全省合计", names: "长沙市 株洲市 湘潭市 衡阳市 邵阳市 岳阳市 常德市 益阳市 郴州市 湘西州".split(" ") },
  { header: "乡镇（街道）", total: "合计", names: "城关镇 河西镇 柳沟乡 东关街道 三道湾镇 白石乡 南坪镇 新民街道".split(" ") },
  { header: "行政村", total: "小计", names: "上湾村 下湾村 石门村 前进村 红星村 大坪村 王家村".split(" ") },
  { header: "农场", total: "合计", names: "七星农场 创业农场 红卫农场 前哨农场 胜利农场 友谊农场".split(" ") },
  { header: "责任单位", total: "合计", names: "市教育局 市水利局 市林业局 市民政局 市体育局 市文旅局".split(" ") },
];
