import type { Concept, Stage } from "./sense";

/** Verbs by the stage that they tell. */
export const STAGE_WORDS: Record<Stage, readonly string[]> = {
  start: ["开工", "新开工", "动工", "开建", "开工建设", "启动建设"],
  complete: ["竣工", "建成", "基本建成", "完工", "完工验收", "竣工验收", "交付"],
  raise: ["筹集", "筹措", "筹建", "新筹集", "建设筹集", "建设筹措"],
  grant: ["发放", "发", "补"],
  allot: ["分配", "配租", "配售", "分配表"],
  occupy: ["入住"],
  invest: ["投资", "总投资", "投资总额", "完成投资"],
  launch: ["启动", "推进"],
  renovate: ["改造"],
  sign: ["签约"],
  demolish: ["拆除", "拆迁", "征收", "腾退", "搬迁"],
  recognise: ["认定"],
  pay: ["支付", "拨付", "划拨", "缴纳", "支出"],
  build: ["建设", "新建"],
  supply: ["供应", "加装", "收购", "回迁", "整治", "安置"],
};

/** Verbs that only say how far a task has come, and are no part of its name: 开工 in 棚户区改造开工. */
export const TASK_STAGES: ReadonlySet<Stage> = new Set(["start", "complete", "raise", "grant", "launch", "recognise", "pay", "sign"]);

/** The subjects of the field by the words that offices have for them. */
export const CONCEPT_WORDS: Record<Concept, readonly string[]> = {
  shantytown: ["棚户区改造", "棚户区", "棚改", "棚户区住房改造", "城镇棚户区改造", "城镇棚户区", "城市棚户区改造", "城市棚户区", "国有工矿棚户区改造", "棚户区改造安置房", "棚改安置房"],
  oldTown: ["老旧城区", "旧城区", "老城区", "脏乱差", "老旧城区内脏乱差棚户区", "老城区内脏乱差棚户区", "老旧城区脏乱差", "老旧城区内脏乱差"],
  publicRental: ["公租房", "公共租赁住房", "公共租赁房", "公租"],
  subsidisedRental: ["保障性租赁住房", "保租房"],
  rentSubsidy: ["租赁补贴", "住房租赁补贴", "租赁住房补贴", "租房补贴", "住房补贴", "租金补贴", "货币补贴", "货币化补贴", "公租房租赁补贴", "公租房货币化补贴", "租补", "补贴"],
  investment: ["固定资产投资"],
  fund: ["资金", "补助资金", "专项资金", "奖补资金", "中央资金", "省级资金", "债券资金", "补助", "奖补", "中央补助资金", "财政资金", "衔接资金", "补助金", "补助经费", "经费"],
  continuingProjects: ["续建项目", "续建"],
  place: [],
};

/** Programmes over several subjects, and what whole workbooks are about. */
export const UMBRELLAS: readonly string[] = [
  "保障性安居工程", "城镇保障性安居工程", "安居工程", "住房保障", "保障性住房", "住房城乡建设", "住房和城乡建设", "民生工程", "民生实事", "重点工作", "工作目标", "城市更新", "年度工作",
  "保障安居工程", "主要指标", "主要工作", "各项工作", "目标责任制", "目标管理", "住房保障工作", "保障性住房建设",
];

/** What is counted or measured, with the unit that the word itself tells ("" for none). */
export const COUNTED_WORDS: Record<string, string> = {
  套数: "套", 户数: "户", 个数: "个", 人数: "人", 件数: "件", 栋数: "栋", 小区数: "个", 楼栋数: "栋", 项目数: "个", 居民户数: "户", 人次: "人次", 家庭户数: "户", 总户数: "户", 总人数: "人", 总套数: "套", 座数: "座", 处数: "处",
  数: "", 数量: "", 总量: "", 总额: "", 金额: "万元", 资金额: "万元", 额: "", 额度: "", 量: "", 面积: "", 里程: "", 任务量: "", 完成量: "", 名额: "", 值: "", 长度: "", 件数量: "件", 总件数: "件", 密度: "",
};

/** Of those the ones that are measured and not counted. */
export const MEASURED_WORDS: readonly string[] = ["面积", "里程", "长度"];

/** General nouns: no subject by themselves, but part of a name that they stand in (共有产权住房). */
export const NOUNS: readonly string[] = [
  "项目", "工程", "住房", "房屋", "住宅", "小区", "楼栋", "居民", "住户", "城镇", "新增", "工作", "事项", "内容", "名称", "年", "数据", "单位", "地块", "片区", "新", "其他", "家庭", "人群", "安置", "套型", "类", "保障",
];

/** Words over a column that names indicators, one a row; over others stand regions, firms or trades. */
export const NAME_HEADS: readonly string[] = ["指标", "项目", "任务", "工作", "事项", "内容", "类别", "类型", "目标", "分类", "名称", "实事", "工程", "科目", "主要"];

/** Words of a table's own name. */
export const TABLE_WORDS: readonly string[] = [
  "情况表", "情况", "统计表", "一览表", "明细表", "汇总表", "进度表", "进展表", "报表", "月报表", "季报表", "周报", "月报", "季报", "快报", "台账", "清单", "分解表", "任务表", "目标表", "计划表",
  "调度表", "周调度", "月调度", "周调度表", "月调度表", "旬报表", "日报", "日报表", "旬报", "进度日报", "通报", "对照表", "对照", "通报表", "分配表", "公示表", "表", "一览", "统计", "汇总", "明细", "月报表", "项目库", "附件", "附表", "续表", "总表", "登记表", "计算表", "样表", "错误样表", "累计数", "工作",
  "分县", "分区", "分市", "分镇", "分乡镇", "分街道", "分镇街", "分县区", "分县市", "分旗县", "分地区", "分市县",
];
