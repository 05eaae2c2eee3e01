/** Measures of the public-rental backlog (公租房历史欠账) by their words; a measure's word counts in a band of them. */
export const BACKLOG_WORDS: Record<"task" | "reported" | "repurposed" | "stock" | "computed" | "verified", Record<string, number>> = {
  task: { 下达任务: 2, 任务: 1, 下达: 1.5 },
  reported: { 上报: 3, 上报完成: 3 },
  repurposed: { 盘活: 3 },
  stock: { 实有: 3, 现有: 2, 存量: 3, 实存: 3 },
  computed: { 欠账: 3, 欠帐: 3, 历史欠账: 3, 历史欠帐: 3 },
  verified: { 核实: 2, 核定: 1.5, 认定: 1, 督查: 1.5, 摸底: 1.5, 确认: 1 },
};

/** Words that name the backlog itself, in a title or over a band. */
export const BACKLOG_TOPICS: readonly string[] = ["历史欠账", "历史欠帐", "欠账", "欠帐", "历年公租房", "公租房管理", "公租房建设管理"];

/** Words of audits and of what they found. */
export const AUDIT_TOPICS: readonly string[] = ["审计", "跟踪审计", "审计整改", "审计问题", "审计发现问题"];
export const AUDIT_STATES: readonly string[] = ["未整改", "未完成整改", "未销号", "仍有", "尚有", "问题", "整改"];

/** Words of projects that earlier years left unfinished. */
export const CONTINUING_TOPICS: readonly string[] = ["未建成", "开工未建成", "续建攻坚", "续建项目攻坚", "攻坚前景"];
