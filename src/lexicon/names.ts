/** Words that change what the verb after them says, wherever they stand. */
export const LEADING_WORDS: ReadonlySet<string> = new Set(["已", "实际", "实", "现已", "应", "应当", "拟", "计划", "未", "尚未", "尚欠", "还需", "尚需", "预计", "剩余", "待", "累计", "核定"]);
/** Signs between words that name nothing. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set([
  "的", "和", "与", "及", "等", "各", "第", "为", "在", "至", "到", "按", "其", "者", "类", "批", "期", "次", "级", "个", "亿", "万",
  "涉及", "各月", "列入", "纳入", "按照", "符合", "其他", "含", "本次", "本批", "上述", "以及", "以来", "内", "共", "全部", "比", "上", "下", "中",
]);
/** What is measured by the sign before them: 产值, 税额; 数 counts whatever stands there. */
export const MEASURING_SIGNS: ReadonlySet<string> = new Set(["值", "量", "额"]);
/** What a header counts that says nothing else: 小区 beside 户数. */
export const MEASURED_ALONE: Readonly<Record<string, string>> = { 小区: "个", 楼栋: "栋" };
/** What is counted with a thing begins so: 筹集（含新建、改建、盘活）. */
export const INCLUDED_BEGINNINGS: readonly string[] = ["含", "不含", "包括"];
/** What offices put before a subject of the field without making another of it. */
export const SUBJECT_ATTRIBUTES: readonly string[] = ["城镇", "城市", "新增", "新建", "国有", "工矿", "住房", "安置", "项目", "其中:", "发放", "兑付", "兑现", "保障", "家庭"];
/** Signs by which a subsidy is one of housing; 补贴 by itself is one, 补贴兑付 that of anything. */
export const HOMES_SIGNS: readonly string[] = ["租", "房", "货币", "家庭"];
export const SUBSIDY_ALONE: readonly string[] = ["补贴", "发放补贴", "补贴发放"];
/** Money that a title says is shared out. */
export const HANDED_OUT_WORDS: readonly string[] = ["下达", "安排"];
/** What may be left away at the end of a title's subject: 营造林 of 营造林项目. */
export const SUBJECT_KINDS: readonly string[] = ["项目", "工程", "工作"];
/** What stands before such a word and is no name without it: 重点项目. */
export const KIND_ATTRIBUTES: readonly string[] = ["重点", "重大"];
/** Headers that name a column of words as well as one of figures. */
export const MAY_BE_WORDS: ReadonlySet<string> = new Set(["情况", "进展", "进展情况", "进度", "现状", "完成情况"]);
/** What a task begins with before it was adjusted, and after. */
export const BEFORE_ADJUSTING: readonly string[] = ["年初", "调整前", "原"];
export const AFTER_ADJUSTING: readonly string[] = ["调整后", "现"];
