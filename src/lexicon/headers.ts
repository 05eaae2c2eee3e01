/** What stands over a column of units. */
export const UNIT_HEADERS: readonly string[] = ["单位", "计量单位", "计数单位"];
/** What stands over a column that counts rows. */
export const ORDINAL_HEADERS: readonly string[] = ["序", "序号", "编号", "栏次", "甲", "乙", "丙", "丁"];
/** What stands over names of projects: alone, or as a part of a header. */
export const PROJECT_HEADERS: readonly string[] = ["项目", "地块名称", "工程名称", "棚改名称"];
export const PROJECT_WORDS: readonly string[] = ["项目名称", "工程名称", "小区名称", "建设项目", "子项目", "具体项目", "片区名称", "项目("];
/** What projects are called: in a header over regions and their projects, and at the end of a project's name. */
export const PROJECT_KINDS: readonly string[] = ["项目", "工程", "小区"];
export const PROJECT_ENDS: readonly string[] = ["项目", "工程"];
/** What stands over the stages that rows are of, each of the same task. */
export const STAGE_HEADERS: readonly string[] = ["环节", "阶段", "步骤", "工序"];
/** What stands over names of persons ends so: 包保人, 网格员, 挂牌领导. */
export const PERSON_ENDS: readonly string[] = ["人", "员", "长", "领导", "干部", "专委", "经办", "姓名"];
/** What stands over the types of rows. */
export const TYPE_WORDS: readonly string[] = ["类型", "类别", "性质", "分类", "方式", "所属指标", "任务类", "指标", "事项", ...["任务", "目标", "工作"].flatMap((word) => [`${word}名称`, `${word}内容`])];
/** The same where rows are indicators rather than kinds of projects. */
export const INDICATOR_WORDS: readonly string[] = ["指标", "事项", "名称", "内容"];
/** What stands over how projects are built, whatever their rows say: 筹集方式. */
export const MANNER_HEADERS: readonly string[] = ["方式", "建设性质"];
/** How a project is built, not what it counts for. */
export const MANNERS: readonly string[] = ["新建", "续建", "盘活", "新开工", "在建", "改建", "扩建", "改扩建", "购买", "收购", "筹集", "实物", "货币", "配建", "集中", "分散", "完工", "竣工", "停工", "是", "否"];
/** What stands over names that are no regions. */
export const OTHER_NAMES: readonly string[] = [
  "项目", "工程", "小区", "类型", "类别", "性质", "方式", "分类", "姓名", "联系", "负责", "责任人", "备注", "说明", "进展", "情况", "地址", "位置", "地点", "企业", "公司", "日期", "时间", "指标", "内容",
];
/** What a note begins with. */
export const NOTE_BEGINNINGS: readonly string[] = ["注", "说明", "备注"];
/** What a title ends with. */
export const TITLE_ENDS: readonly string[] = ["表", "台账", "清单", "通报", "进度", "进展", "情况"];
/** Who signs below a table. */
export const SIGNATURES: readonly string[] = ["填表人", "审核人", "负责人", "联系人", "联系电话", "填报人", "制表人"];
/** What a line over a table is that is no title: who reports, when, in what unit. */
export const CAPTION_WORDS: readonly string[] = ["单位:", "单位：", "填报", "截至", "截止", "统计时间", "统计日期", "提取时间", "导出时间", "更新时间", "制表", "填表", "编制", "日期:", "日期：", "计量单位", "文号"];
