import { compact, withoutUnit } from "../cells";

/** What a column says of its indicator; `other` is known and no figure of ours: 排名, 剩余, 总投资, 开工日期. */
export type Role = "target" | "done" | "rate" | "projects" | "note" | "other";

/** What a header's words say of its column. */
export interface RoleReading {
  role: Role;
  /** Said outright, not merely by the verb in an indicator's name: 完成投资 and 开工 alone are weak. */
  strong: boolean;
  /** The words can also mean this; the neighbours decide: 计划完成数 beside 累计开工数, or beside 任务数. */
  instead?: Role;
}

const VERBS = "完成|开工|完工|动工|发放|筹集|筹措|筹建|认定|配售|新增|建成|竣工|投资|到位|落实|实施|支付|拨付|配租|分配|签约|改造|启动|交付|保障|领取|入住|建设|执行|供应|腾退|拆除|整治|加装";
const TASK = "任务|目标|计划|指标";

const TASKS = new RegExp(TASK);
/** A figure says nothing of a column. */
const FIGURE = /^[\d.,+-]*$/;

const NOTE = /备注|说明|存在问题|原因|措施|建议|形象进度|前景|意见$/;
const OTHER =
  /排名|名次|位次|排序|剩余|未完成|未开工|未发放|未筹集|未到位|差额|缺口|尚欠|还需|结余|时间|日期|年月|工期|年份|规模|面积|概算|预算|总投资|投资总额|总套数|总户数|总栋数|楼栋|序时/;
const RATE = /率|占比|比例|百分比|[%％]/;
const PROJECTS = /项目(?:个数|数量|总数|数)$|项目\(个\)|^项目个数/;

const STRONG: readonly [RegExp, Omit<RoleReading, "strong">][] = [
  [new RegExp(`(?:${TASK})(?:数|量)?(?:已|实际|累计)(?:${VERBS})`), { role: "done" }],
  [new RegExp(`(?:${TASK})(?:数|量)?(?:${VERBS})+情况`), { role: "done" }],
  [new RegExp(`(?:已|实际|累计|现)(?:累计|实际|新)?(?:${VERBS})`), { role: "done" }],
  [new RegExp(`计划(?:数|量)?(?:新|总|累计|基本)?(?:${VERBS})`), { role: "target", instead: "done" }],
  [/(?:任务|目标|指标)(?:数|量)?完成/, { role: "done", instead: "target" }],
  [/完成(?:任务|计划|目标)/, { role: "done", instead: "target" }],
  [new RegExp(`${TASK}|下达|分解|责任状|(?<!供)应(?:发|补|${VERBS})|年度(?:数|量)`), { role: "target" }],
  [/进度$/, { role: "done", instead: "rate" }],
  [/完成|已|实际|实[发付补拨]|累计|进展|进度|落实|到位|现状/, { role: "done" }],
];
/** 建设套数 or 房源套数 beside 开工套数 is what is to be built. */
const SIZE = /(?:建设|改造)(?:套|户)?数?$|^(?:房源|安置|房屋|住房|项目|设计)?[套户]数$/;
const WEAK = /开工|完工|动工|发放|筹集|筹措|筹建|认定|配售|新增|建成|竣工|投资|实施|领取|户数|套数|金额|支付|拨付|启动|保障|建设|分配|配租|签约|供应|交付|入住|腾退|拆除|整治|加装|数量?$/;
/** Verbs that belong to an indicator's own name and say nothing of target or done. */
const INDICATOR_VERBS = /完成投资|基本建成/g;

/**
 * The role that a header's words give a column; null where they give none.
 * @example roleIn("计划完成数") // { role: "target", strong: true, instead: "done" }
 * @example roleIn("开工率") // { role: "rate", strong: true }
 */
export function roleIn(header: string): RoleReading | null {
  const text = compact(header);
  if (FIGURE.test(text)) return null;
  const bare = withoutUnit(text);
  if (NOTE.test(bare)) return { role: "note", strong: true };
  if (RATE.test(text)) return { role: "rate", strong: true };
  const spoken = bare.replace(INDICATOR_VERBS, "");
  const isTask = TASKS.test(spoken) || /已|实际|累计/.test(spoken);
  if (OTHER.test(bare) && !(isTask && /总投资|投资总额|总套数|总户数/.test(bare))) return { role: "other", strong: true };
  if (PROJECTS.test(text)) return { role: "projects", strong: true };
  const strong = STRONG.find(([words]) => words.test(spoken))?.[1];
  if (strong) return { ...strong, strong: true };
  if (!WEAK.test(bare)) return null;
  return SIZE.test(bare) ? { role: "done", strong: false, instead: "target" } : { role: "done", strong: false };
}

/** A header that can name a column of words as well as one of figures: 完成情况, 工程进展. */
export function mayBeWords(header: string): boolean {
  return /情况|进展|进度|现状|状态/.test(withoutUnit(header));
}

/** Columns that every office keeps and no figure comes from: 序号, 联系人, 项目名称, 开工日期, … */
export function isBookkeeping(header: string): boolean {
  return /^(?:序号?|编号|No\.?|文号)$|编码|代码|联系人|电话|手机|负责人|责任人|责任单位|责任领导|分管|牵头|填表|审核人|填报人|时间|日期|地址|地点|位置|建设单位|施工单位|监理|设计单位|开发企业|(?:项目|工程|小区|企业)名称|^(?:项目|工程|片区)$|坐标|身份证|姓名|签字|盖章/i.test(
    compact(header),
  );
}
