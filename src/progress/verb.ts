import type { IndicatorDefinition } from "./indicators";

/** Verbs that may end an indicator's own name (农村危房改造竣工), the longer before the shorter. */
const ENDING_VERBS: readonly string[] = [
  "基本建成", "完成投资", "竣工验收", "新开工", "开工", "竣工", "建成", "完工", "交付", "筹集", "筹措", "发放", "分配", "入住", "投资", "支出", "拨付", "支付", "启动", "签约", "拆除", "认定", "投产", "投用", "供应",
];
const INVESTING = /投资$/;
/** What is counted or measured of a subject, which the unit says again. */
const COUNTED = /(?<=.{2})(?:金额|户数|人数|套数|个数|数量|面积|里程)$/;
const BUILDING = /建成|竣工|完工/;

type Named = Pick<IndicatorDefinition, "name" | "verb">;

/**
 * The verb of an indicator's done figures: the one that its name ends with, else the one that its header writes.
 * @returns null where neither says one
 * @example verbOf({ name: "农村危房改造竣工" }) // "竣工"
 */
export function verbOf({ name, verb }: Named): string | null {
  const own = ENDING_VERBS.find((ending) => name.endsWith(ending));
  const said = own ?? verb?.replace(/^(?:已|新)/, "") ?? "";
  return said === "" || said === "完成" ? null : said;
}

/** What is done, without the verb: 农村危房改造 of 农村危房改造竣工; "" where the name is the verb alone. */
export function nameWithoutVerb(indicator: Named): string {
  const { name } = indicator;
  const verb = verbOf(indicator);
  const said = verb !== null && name.endsWith(verb) ? name.slice(0, -verb.length) : name;
  // 租赁补贴金额 is what is paid out as 租赁补贴: 已发放30万元.
  const subject = verb === null ? said : said.replace(COUNTED, "");
  // 高标准农田建设 is built as 高标准农田: 已建成21.5万亩.
  return verb !== null && BUILDING.test(verb) && subject.length > "建设".length ? subject.replace(/建设$/, "") : subject;
}

/** What is said before a figure of it: 已筹集 (1660套); 已完成 where no verb is known. */
export function doneWords(indicator: Named): string {
  const verb = verbOf(indicator);
  if (verb === null) return "已完成";
  return INVESTING.test(verb) ? "已完成投资" : `已${verb.replace(/^新(?=开工)/, "")}`;
}

/** What is said of a task of which nothing is done: 尚未筹集, 尚无投资; 未启动 where no verb is known. */
export function notBegunWords(indicator: Named): string {
  const verb = verbOf(indicator);
  if (verb === null) return "未启动";
  return INVESTING.test(verb) ? "尚无投资" : `尚未${verb.replace(/^(?:基本|新)(?=建成|开工)/, "")}`;
}

/** What is said of a task of which something is done: 已筹集, 已有投资; 已启动 where no verb is known. */
export function begunWords(indicator: Named): string {
  const verb = verbOf(indicator);
  if (verb === null) return "已启动";
  return INVESTING.test(verb) ? "已有投资" : `已${verb.replace(/^(?:基本|新)(?=建成|开工)/, "")}`;
}
