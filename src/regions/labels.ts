import { AXIS_WORDS, beginsWithAny, endingOf, hasAny, PERSON_ENDS, RANK_SIGNS, remembered, WHOLES, wordsIn } from "../lexicon";
import { compact, type CellValue } from "../cells";

/** Who or what a total is of: 全市, 全省, 兵团, 各县（市、区）. */
const GROUP = "全[国省市县区州盟旗镇乡村校场系]+|全地区|全(?:师|团|局|公司|兵团|系统)|[市省州县区镇乡村]|街道|社区|乡镇|镇街|兵团|各(?:师|地|单位|街道|乡镇|镇街)|各县\\(?市、?区\\)?|各?县\\(?市?、?区\\)?";
const TOTAL = new RegExp(
  `^(?:(?:${GROUP})?(?:总?合计|总计|共计|汇总|总数)|全(?:[国省市县区州盟旗镇乡师团局]|地区|公司|系统|兵团)(?:总?合计|总计|汇总|总体)?|.{1,8}(?:公司|集团|[师团局场校])(?:总?合计|总计)|合计数?|总数|.{2,6}[市州省盟](?:总?合计|总计)|total)(?:\\(.*\\))?$`,
  "i",
);
const SUBTOTAL = /(?:小计|(?:[县区市旗州盟省镇乡村]|街道|社区|办事处|农场).{0,3}合计|[县区旗]总计|分计)(?:\(.{0,40}\))?$/;

/** Every word for a total or subtotal has one of these, few names of projects do; told before a text is made compact. */
const SUM_SIGNS = /[计总汇全tｔ]/i;

/** A label without what numbers it: 十、全地区, 1.离石区, 其中：市本级. */
export function withoutNumber(text: string): string {
  return text.replace(/^(?:\d+[.、)]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|其中:)+/, "");
}

function mayBeSum(value: CellValue): boolean {
  return typeof value === "string" && SUM_SIGNS.test(value);
}

/** Whether a label names a total row or column (合计, 全市, 全 国). */
export function isTotalLabel(value: CellValue): boolean {
  if (!mayBeSum(value)) return false;
  const text = withoutNumber(compact(value));
  return TOTAL.test(text.endsWith(":") ? text.slice(0, -1) : text);
}

/** Whether a total is the total of totals: 总计 beside 合计, 全市. */
export function isGrandTotal(value: CellValue): boolean {
  return hasAny(compact(value), ["总", ...WHOLES]);
}

/** Whether a label names the total of some rows only (小计, 离石区小计). */
export function isSubtotalLabel(value: CellValue): boolean {
  if (!mayBeSum(value)) return false;
  const text = compact(value);
  return text.includes("计") && !isTotalLabel(text) && SUBTOTAL.test(text);
}

/** Whether a label names a total or a subtotal. */
export function isSumLabel(value: CellValue): boolean {
  return mayBeSum(value) && (isTotalLabel(value) || isSubtotalLabel(value));
}

/** A subtotal's label without the words that say so: 离石区 of 离石区小计. */
export function withoutSubtotal(label: CellValue): string {
  return compact(label).replace(/(?:小计|合计|总计|分计)(?:\(.{0,40}\))?$/, "");
}

/** 5月合计 beside 合计. */
const OF_MONTH = /^\d{1,2}月(?:份|底|末)?/;

/** Whether a label names a row beside those of regions, which is none and no total: 全市平均, 去年同期, 较上期增加. */
export function isAsideLabel(value: CellValue): boolean {
  const text = compact(value);
  return hasAny(text, ["平均", "均值"]) || isComparison(text) || (OF_MONTH.test(text) && isTotalLabel(text.replace(OF_MONTH, "")));
}

/** Words for another period or a change, and nothing that could be a name. */
const isComparison = remembered((text) => {
  const words = wordsIn(text);
  const compares = words.some(({ senses }) => senses.some(({ kind, value }) => kind === "period" || value === "growth"));
  return compares && words.every(({ text: word, senses }) => senses.length > 0 || BESIDE_COMPARISONS.includes(word));
});

const BESIDE_COMPARISONS: readonly string[] = ["与", "比", "较", "和", "相比", "期", "年", "季", "月", "周", "日", "情况", "(", ")", ":", "+", "-"];

const AXIS: ReadonlySet<string> = new Set(AXIS_WORDS);
const BEFORE_RANKS = ["行政", "县级", "地级", "各", "所属", "所在", "项目所在", "填报", "上报", "申报", "责任", "实施", "项目", "分", "设", "直", "本"];
const AFTER_RANKS = ["名称", "单位", "名", "别", "域", "级"];
const WITHIN_RANKS = "自治地级行政辖属设及和或、,/()[]()·";
const MOST_RANKS = 16;

/** Whether a header cell announces a column of regions: 县（市、区）, 区县, 省份, 乡镇, 责任单位. */
export function isRegionHeader(text: string): boolean {
  const bare = compact(text);
  if (bare === "" || bare.length > MOST_RANKS) return false;
  const whole = beforeBracket(bare);
  const [first = whole] = whole.replace("/", "及").split("及", 1);
  return AXIS.has(bare) || AXIS.has(first) || isRanks(bare) || isRanks(first) || isListOfAxes(whole);
}

/** Whether a header cell says who and not what: a region, a body (实施单位), a person (包保人). */
export function saysWho(text: string): boolean {
  return isRegionHeader(text) || endingOf(compact(text), PERSON_ENDS, 1) !== "";
}

/** 县（市）区、开发区: several words, each over a column of regions. */
function isListOfAxes(text: string): boolean {
  const words = text.split("、");
  return words.length > 1 && words.every((word) => AXIS.has(word) || isRanks(word));
}

/** What a bracket stands behind, with a name's word after it or none: 乡镇 of 乡镇（街道）, of 乡镇（街道）名称; all of 镇（街道）工会. */
function beforeBracket(text: string): string {
  const [from, after] = [text.indexOf("("), text.slice(text.lastIndexOf(")") + 1)];
  return from >= 0 && (after === "" || beginsWithAny(after, [...AFTER_RANKS, "及", "/"])) ? text.slice(0, from) : text;
}

/** Ranks in any order and with any brackets: 地（州、市）, 旗县（市、区）, 区县（自治县）. */
function isRanks(text: string): boolean {
  let rest = text.replaceAll("街道", "街");
  for (const word of BEFORE_RANKS) if (rest.startsWith(word) && rest.length > word.length) rest = rest.slice(word.length);
  for (const word of AFTER_RANKS) if (rest.endsWith(word) && rest.length > word.length) rest = rest.slice(0, -word.length);
  const ranks = [...rest].filter((sign) => RANK_SIGNS.includes(sign)).length;
  return (
    ranks > 0 &&
    (ranks >= 2 || rest.length === ranks) &&
    [...rest].every((sign) => RANK_SIGNS.includes(sign) || WITHIN_RANKS.includes(sign)) &&
    !NO_RANKS.has(rest)
  );
}

/** Ranks side by side that are a word of their own. */
const NO_RANKS: ReadonlySet<string> = new Set(["地", "团", "场", "师", "市场", "场地", "地区县城", "集团"]);
