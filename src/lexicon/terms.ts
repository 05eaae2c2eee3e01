import type { Kind } from "./sense";

/** Kinds whose words are terms of the field: none of them is there for one table's sake. */
export const TERM_KINDS: ReadonlySet<Kind> = new Set(["concept", "umbrella", "backlog", "audit", "continuing", "period", "span", "total", "part", "plain"]);

/**
 * Words of other kinds that official tables everywhere have, kept however few workbooks of the corpus need them. All
 * other words have to be needed by more than one (`npm run calibrate`).
 */
export const FIELD_TERMS: ReadonlySet<string> = new Set([
  // what a column of a progress table is called
  "指标", "进度", "快报", "考核目标", "责任目标", "核定", "实", "办结", "说明", "问题", "形象进度", "结余", "待", "位次", "日期", "编号", "地址", "类别", "清单", "存在问题", "项目数", "以上", "调度表", "通报", "得分", "总量", "统计", "月报", "负责人", "建设单位", "施工单位", "序", "下达", "年初任务", "措施", "代码", "落实", "电话", "签字", "家庭", "执行", "尚需", "居民", "占任务", "占年度计划", "比上", "实际", "需", "预计", "总", "剩余", "%", "完成年计划", "完成年度计划", "完成全年计划", "为年计划", "住房", "保障", "占", "序时进度", "明细", "年", "下达任务", "比例", "占比", "意见", "打算", "欠", "百分点", "监理", "居民户数", "处数", "额度",
  // sizes and money of building projects
  "建设套数", "总套数", "改造户数", "小区", "房源", "建筑面积", "预算", "楼栋", "楼栋数", "项目", "新增", "人数", "人群", "量", "额", "值", "里程", "工程", "项目个数", "规模", "小区数", "资金额",
  // stages of housing projects and of what is handed out
  "动工", "开工建设", "配租", "竣工验收", "交付", "筹建", "建设筹集", "建设筹措", "发放", "发", "启动", "签约", "供应", "到位", "新开工", "分配", "拆迁", "搬迁", "安置", "入住", "支付", "拨付", "支出", "划拨", "回迁", "征收", "补", "配售", "完成投资",
]);
