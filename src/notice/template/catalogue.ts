/** A name that templates can use, for the office's help and for docs/templates.md. */
export interface CatalogueEntry {
  name: string;
  meaning: string;
  english: string;
  /** A piece of template that shows it. */
  example: string;
}

type Row = readonly [name: string, meaning: string, english: string, example?: string];

const entries = (rows: readonly Row[], path = ""): CatalogueEntry[] =>
  rows.map(([name, meaning, english, example]) => ({ name, meaning, english, example: example ?? `{{ ${path}${name} }}` }));

/** Values that stand by themselves. */
export const VALUES = entries([
  ["文号", "填写项：发文字号", "Document number, filled in"],
  ["依据", "填写项：行文依据", "Basis, filled in"],
  ["督查", "填写项：督查情况，末尾不加句号", "Who inspected when, filled in"],
  ["任务文件", "填写项：下达年度任务的文件", "Document of the year's tasks, filled in"],
  ["整改期限", "填写项：审计问题的整改期限", "Deadline of audit findings, filled in"],
  ["落款", "填写项：发文机关", "Issuer, filled in"],
  ["成文日期", "填写项：成文日期", "Day of issue, filled in"],
  ["主题", "工作簿的主题，按表的标题和指标：住房保障、高标准农田建设；说不出时为空", "What the workbook is about"],
  ["主题工作", "主题加“工作”", "Its work"],
  ["主题任务", "主题加“目标任务”", "Its tasks"],
  ["住房保障", "工作簿的主题是否为住房保障（是/否）", "Whether it is about housing", "{% if 住房保障 %}是{% else %}否{% endif %}"],
  ["下达", "目标任务是否由上级下达（是/否）", "Whether the tasks are handed down", "{% if 下达 %}是{% else %}否{% endif %}"],
  ["仅有目标", "表里是否只有目标任务、没有完成情况（是/否）", "Whether it has targets alone", "{% if 仅有目标 %}是{% else %}否{% endif %}"],
  ["主送", "主送机关，含开发区管委会", "To whom it is addressed"],
  ["地名", "表里写明的市（省）名", "The place that the tables name"],
  ["全市", "全市、全省、全州……随级别变；说不出时为空", "The whole city, by its level"],
  ["全市主题", "全市加主题工作；主题本身写明级别的（省级财政资金）不重复", "Its work, of the whole city"],
  ["全市任务", "全市加主题任务，同上", "Its tasks, of the whole city"],
  ["我市", "我市、我省……", "Our city, by its level"],
  ["上级", "下达任务的上级：省、国家……；说不出时为空", "Who hands down the tasks"],
  ["县市区", "行文中对下一级的称呼：县市区、乡镇、部门……", "The units below, in running text"],
  ["县市区全称", "正式的称呼：县（市、区）", "The units below, as addressees"],
  ["开发区", "需要主送管委会的开发区（列表）", "Development zones (a list)", "{{ 开发区 | 顿号 }}"],
  ["截至", "数据的截止日期", "The day of the figures"],
  ["年", "截止日期的年", "Its year"],
  ["月", "截止日期的月", "Its month"],
  ["日", "截止日期的日", "Its day of the month"],
  ["明年", "截止日期的下一年", "The year after"],
  ["上半年", "截止日期是否在上半年（是/否）", "Whether it is in the first half-year", "{% if 上半年 %}时间过半任务过半{% endif %}"],
  ["季度末", "本季度末：6月底", "The quarter's end"],
  ["季度", "到本季度为止：第一季度、1-2季度", "Up to this quarter"],
  ["序时进度", "截止日期占全年的比例", "The share of the year gone"],
  ["要求", "按设置应达到的完成率（序时、节点或固定值）", "The rate demanded"],
  ["要求名称", "上面这个要求的叫法", "What that demand is called"],
  ["节点", "各节点（列表，每项有 日期、要求、已到）", "Milestones (a list)", "{% for 节点 in 节点 %}{{ 节点.日期 }}{{ 节点.要求 }}{% unless forloop.last %}、{% endunless %}{% endfor %}"],
  ["对照节点", "已到的最后一个节点；都未到时为第一个", "The milestone to compare with", "{{ 对照节点.日期 }}完成{{ 对照节点.要求 }}"],
  ["滞后面", "滞后的县市区有多少：各、大部分、部分，没有则为空", "How many are behind", "{{ 滞后面 }}{{ 县市区 }}"],
  ["指标", "工作簿里的全部指标（列表）", "All indicators (a list)", "{% for 指标 in 指标 %}{{ 指标.简称 }}；{% endfor %}"],
  ["考核指标", "有目标任务、且不属于其他指标之“其中”的指标（列表）", "Indicators with targets, parts left out", "{% for 指标 in 考核指标 %}{{ 指标.简称 }}{{ 指标.完成率 }}；{% endfor %}"],
  ["其他指标", "以下七项之外的指标，以及只有目标任务的指标（列表）", "Indicators other than the seven below", "{% for 指标 in 其他指标 %}{{ 指标.名称 }}：{{ 指标.情况 }}{% endfor %}"],
  ["棚改开工", "棚户区改造开工（指标）", "Shantytown redevelopment starts", "{{ 棚改开工.完成 }}"],
  ["老城区开工", "其中老旧城区内脏乱差棚户区开工（指标）", "Of which in old town areas", "{{ 老城区开工.完成率 }}"],
  ["公租房开工", "新建公租房开工（指标）", "Public rental starts", "{{ 公租房开工.目标 }}"],
  ["基本建成", "续建项目基本建成（指标）", "Basic completion", "{{ 基本建成.情况 }}"],
  ["完成投资", "完成投资（指标）", "Investment", "{{ 完成投资.情况 }}"],
  ["补贴户数", "租赁补贴户数（指标）", "Rental subsidy households", "{{ 补贴户数.完成 }}"],
  ["补贴资金", "租赁补贴金额（指标）", "Rental subsidy amount", "{{ 补贴资金.完成 }}"],
  ["目标任务", "各项年度任务一句话", "The year's tasks, a sentence"],
  ["开工情况", "全市项目和开工情况", "Starts of the whole city"],
  ["分县情况", "分县市区的开工情况，含进展说明", "Starts by region, with notes"],
  ["租赁补贴", "租赁补贴发放情况", "Rental subsidies"],
  ["未开工", "有开工任务而一套未开工的县市区（列表）", "Regions that have begun nothing (a list)", "{{ 未开工 | 名单 }}"],
  ["手续不完善", "手续不完善的项目数，表里有才有", "Projects with incomplete procedures", "{{ 手续不完善 }}"],
  ["手续未办", "进展说明里提到手续，或表里有手续不完善的项目（是/否）", "Whether notes tell of procedures under way", "{% if 手续未办 %}是{% else %}否{% endif %}"],
  ["历史欠账", "公租房历史欠账（情况、落实）", "Public rental backlog", "{{ 历史欠账.落实 }}"],
  ["审计整改", "审计问题（年度、超期、未整改、分类情况、分县情况）", "Audit findings", "{{ 审计整改.分县情况 }}"],
  ["续建攻坚", "2017年底前开工未建成（期限、套数、各县）", "Continuing projects", "{{ 续建攻坚.套数 }}，{{ 续建攻坚.各县 }}"],
  ["综合排名", "按各项完成率加权的综合排名（情况、写入、县市区、前三名、末位、末位名称、约谈；列表里每项有 得分、名次、较上期、连续末位）", "Ranking by all indicators", "{{ 综合排名.情况 }}"],
  ["附件", "附件标题（列表）", "Titles of the attachments (a list)", "{{ 附件 | 顿号 }}"],
]);

/** What every indicator has. */
export const INDICATOR_VALUES = entries(
  [
    ["名称", "指标的名称", "Its name"],
    ["全称", "名称；是其他指标之“其中”的，前加“其中”", "Its name, after 其中 where it is a part"],
    ["简称", "指标的简称", "Its short name"],
    ["单位", "单位", "Its unit"],
    ["目标", "目标任务合计；同一段里一个指标的资金只用一种单位，数额大的用亿元", "Target in all"],
    ["完成", "完成合计", "Done in all"],
    ["已完成", "数字前的说法，随表头：已开工、已筹集、已完成投资；说不出时为已完成", "What is said before a done figure"],
    ["无进展", "数据齐全而完成合计为 0（是/否）", "Whether all was read and nothing is done", "{% if 完成投资.无进展 %}是{% else %}否{% endif %}"],
    ["待核实", "哪些县市区的数无法读取，合计和完成率不含什么；都读到了则为空", "Whose figures could not be read", "{{ 完成投资.待核实 }}"],
    ["完成率", "完成合计÷目标合计", "Done ÷ target"],
    ["状态", "超额完成、完成、达到序时、滞后、尚未开工（尚未筹集、未启动）……", "Its status"],
    ["项目数", "项目个数，表里有才有", "Projects, where counted", "{{ 棚改开工.项目数 }}"],
    ["要求差", "与“要求”相差的百分点；可与 0 比较，大于 0 为高于", "Points above the demand", "{% if 完成投资.要求差 < 0 %}低于{{ 要求名称 }}{{ 完成投资.要求差 }}{% endif %}"],
    ["较上期", "较上期的变化，工作簿里有上期的表或保存过上期才有", "Change since the last period, where the workbook has it or kept it"],
    ["同比", "与上年同月的变化，工作簿里有或保存过才有", "Change since a year ago"],
    ["情况", "完成、完成率和分县情况的完整句子", "A whole passage on it"],
    ["县市区", "有任务的县市区（列表）", "Regions with a task", "{{ 完成投资.县市区 | 名单 }}"],
    ["按完成率", "有任务的县市区，由高到低（列表）", "The same, best first", "{{ 完成投资.按完成率 | 附注 }}"],
    ["有进展", "已有完成数的县市区（列表）", "Regions with something done", "{{ 完成投资.有进展 | 分列 }}"],
    ["前三名", "完成率前三名，并列都算；不足三个县有进展时为空（列表）", "First three ranks", "{{ 完成投资.前三名 | 附注 }}"],
    ["后三名", "有进展的县市区中完成率后三名，并列都算；除去前三名不足三个时为空（列表）", "Last three ranks of those begun", "{{ 完成投资.后三名 | 附注 }}"],
    ["高于平均", "完成率高于全市的县市区（列表）", "Above the whole's rate", "{{ 完成投资.高于平均 | 名单 }}"],
    ["低于平均", "完成率低于全市的县市区（列表）", "Below the whole's rate", "{{ 完成投资.低于平均 | 名单 }}"],
    ["达到要求", "完成率达到“要求”的县市区（列表）", "At or above the demand", "{{ 完成投资.达到要求 | 附注 }}"],
    ["未达要求", "有进展而未达到“要求”的县市区（列表）", "Begun and below the demand", "{{ 完成投资.未达要求 | 附注 }}"],
    ["超额完成", "超额完成的县市区（列表）", "Exceeded", "{{ 完成投资.超额完成 | 名单 }}"],
    ["完成任务", "恰好完成的县市区（列表）", "Complete", "{{ 完成投资.完成任务 | 名单 }}"],
    ["达到序时", "达到序时进度的县市区（列表）", "On pace", "{{ 完成投资.达到序时 | 名单 }}"],
    ["滞后", "有进展而滞后于序时进度的县市区（列表）", "Behind", "{{ 完成投资.滞后 | 名单 }}"],
    ["尚未开工", "有任务而无进展的县市区，不论是什么工作（列表）", "Not begun", "{{ 完成投资.尚未开工 | 名单 }}"],
    ["无法读取", "完成数无法读取的县市区（列表）", "Unreadable", "{{ 完成投资.无法读取 | 名单 }}"],
    ["无任务", "没有任务的县市区（列表）", "Without a task", "{{ 完成投资.无任务 | 名单 }}"],
  ],
  "完成投资.",
);

const FOR_FIRST = (name: string) => `{% for 县 in 完成投资.前三名 %}{{ 县.${name} }}；{% endfor %}`;

/** What every region in an indicator's lists has. */
export const REGION_VALUES: CatalogueEntry[] = entries([
  ["名称", "全称：柳林县", "Its name", FOR_FIRST("名称")],
  ["简称", "简称：柳林", "Its short name", FOR_FIRST("简称")],
  ["目标", "目标任务", "Target", FOR_FIRST("目标")],
  ["完成", "完成数", "Done", FOR_FIRST("完成")],
  ["完成率", "完成率", "Its rate", FOR_FIRST("完成率")],
  ["名次", "名次，并列相同", "Its rank", FOR_FIRST("名次")],
  ["状态", "状态", "Its status", FOR_FIRST("状态")],
  ["要求差", "与“要求”相差的百分点", "Points above the demand", FOR_FIRST("要求差")],
  ["平均差", "与全市完成率相差的百分点", "Points above the whole's rate", FOR_FIRST("平均差")],
  ["较上期", "较上期的变化，有上期才有", "Change since the last period", FOR_FIRST("较上期")],
  ["同比", "与上年同月的变化，有才有", "Change since a year ago", FOR_FIRST("同比")],
]);

/** The filters. */
export const FILTERS = entries([
  ["名单", "简称用顿号连接", "Short names joined", "{{ 完成投资.滞后 | 名单 }}"],
  ["名单计数", "同上，三个以上时加上个数", "The same, counted from three on", "{{ 完成投资.滞后 | 名单计数 }}尚需加快"],
  ["个数", "列表的个数；单位可以另写", "How many", "{{ 完成投资.滞后 | 个数 }}、{{ 完成投资.滞后 | 个数: \"个县\" }}"],
  ["分列", "简称加数字，默认“完成”", "Names with a figure each", "{{ 完成投资.前三名 | 分列 }}；{{ 完成投资.前三名 | 分列: \"目标\" }}"],
  ["附注", "简称加括号里的数字，默认“完成率”", "Names with a figure in brackets", "{{ 完成投资.前三名 | 附注 }}"],
  ["顿号", "列表用顿号连接", "Items joined with 、", "{{ 附件 | 顿号 }}"],
  ["分号", "列表用分号连接，空的略去", "Items joined with ；", "{{ 附件 | 分号 }}"],
  ["前", "前几项", "The first items", "{{ 完成投资.按完成率 | 前: 2 | 名单 }}"],
  ["后", "后几项", "The last items", "{{ 完成投资.按完成率 | 后: 2 | 名单 }}"],
  ["高于", "大于某数的项，默认比“完成率”（百分数）", "Items above a number", "{{ 完成投资.县市区 | 高于: 20 | 名单 }}"],
  ["不低于", "不小于某数的项", "Items at or above a number", "{{ 完成投资.县市区 | 不低于: 序时进度 | 名单 }}"],
  ["低于", "小于某数的项", "Items below a number", "{{ 完成投资.县市区 | 低于: 1000, \"完成\" | 名单 }}"],
  ["由高到低", "排序，默认按“完成率”", "Sorted, highest first", "{{ 完成投资.有进展 | 由高到低: \"完成\" | 分列 }}"],
  ["由低到高", "排序，默认按“完成率”", "Sorted, lowest first", "{{ 完成投资.有进展 | 由低到高 | 附注 }}"],
  ["小数", "保留几位小数，四舍五入，末尾的零略去", "Rounded half-up to so many decimals", "{{ 完成投资.完成率 | 小数: 1 }}"],
  ["亿元", "万元改写为亿元", "万元 as 亿元", "{{ 完成投资.完成 | 亿元 }}"],
  ["相差", "两个百分数相差几个百分点", "Percentage points between two rates", "{{ 完成投资.完成率 | 相差: 序时进度 }}"],
  ["默认", "为空时改用的内容", "What stands for an empty value", "{{ 文号 | 默认: \"（文号待定）\" }}"],
]);
