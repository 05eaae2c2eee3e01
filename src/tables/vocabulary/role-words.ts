/** What a column says of its indicator. */
export type Role = "target" | "done" | "rate" | "projects" | "note" | "rank" | "remainder";

const ROLE_WORDS: readonly [RegExp, Role][] = [
  [/^(?:备注|说明|进展情况|进度情况|进展说明|工作进展|项目进展|存在问题|原因|情况说明|未完成原因|形象进度|工程进展|推进情况)/, "note"],
  [/排名|名次|位次|排序/, "rank"],
  [/率|占比|比例|百分比|占.*[%％]|^[%％]$|\([%％]\)/, "rate"],
  [/项目(?:个数|数量|数)|项目\(个\)/, "projects"],
  [/剩余|未完成|未开工|差额|缺口|尚?欠|还需/, "remainder"],
  [/(?:任务|目标|计划)(?:已|实际)?(?:完成|开工|落实|执行)(?!数|量|套)(?:情况)?/, "done"],
  [/(?:已|实际|累计).*(?:完成|开工|发放|筹集|建成|投资|到位)/, "done"],
  [/目标|任务|计划|应(?:发|完成|开工|筹集)|指标|年度(?:数|量)/, "target"],
  [/已|完成|开工|发放|筹集|实际|累计|建成|竣工|到位|进度|进展|落实|实施|领取|户数|金额/, "done"],
];

/**
 * The role that a header's words give a column; null where they give none.
 * @example roleIn("计划完成数") // "target"
 * @example roleIn("开工率") // "rate"
 */
export function roleIn(header: string): Role | null {
  return ROLE_WORDS.find(([words]) => words.test(header))?.[1] ?? null;
}

/** Columns that every office keeps and no figure comes from: 序号, 联系人, 电话, … */
export function isBookkeeping(header: string): boolean {
  return /^(?:序号?|编号|No\.?|联系人|联系电话|电话|负责人|责任人|责任单位|填表人|审核人|填报人|填报时间|日期)$/i.test(header);
}
