import { compact } from "../cells";
import type { CellValue } from "../snapshot";

const GROUP = "全[省市县区州盟旗]|[市省州]|兵团|各(?:师|地|单位|街道|乡镇|镇街)|各县\\(?市、?区\\)?|各?县\\(?市?、?区\\)?";
const TOTAL = new RegExp(
  `^(?:(?:${GROUP})?(?:总?合计|总计|共计|汇总|总数)|全[省市县区州盟旗](?:总?合计|总计|汇总|总体)?|合计数?|总数|.{2,6}[市州省盟](?:总?合计|总计)|total)(?:\\(.*\\))?$`,
  "i",
);
const GRAND = /总|全[省市县区州盟旗]/;
const SUBTOTAL = /(?:小计|[县区市旗].{0,3}合计|[县区旗]总计|分计)(?:\(.*\))?$/;
const AVERAGE = /^(?:全[省市县区州盟])?(?:平均|均值|平均值|平均数|平均水平)$/;

/** Whether a label names a total row or column (合计, 全市, 全 省). */
export function isTotalLabel(value: CellValue): boolean {
  return TOTAL.test(compact(value).replace(/[:：]$/, ""));
}

/** Whether a total is the total of totals: 总计 beside 合计, 全市. */
export function isGrandTotal(value: CellValue): boolean {
  return GRAND.test(compact(value));
}

/** Whether a label names the total of some rows only (小计, 离石区小计). */
export function isSubtotalLabel(value: CellValue): boolean {
  return !isTotalLabel(value) && SUBTOTAL.test(compact(value));
}

/** Whether a label names a row of averages, which is no region and no total. */
export function isAverageLabel(value: CellValue): boolean {
  return AVERAGE.test(compact(value));
}

const REGION_HEADER =
  /^(?:(?:各|所属|所在|填报|责任|实施|项目所在|项目|上报|分)?(?:县.{0,3}[市区]|市.{0,3}[县区州]|区.{0,3}[县市]|旗.{0,3}[县区]|县级市|设区市|地区|地市|州.?市|盟.?市|区域|辖区|行政区划?|城市区|市州|地州市|县市区|城市|县区|县别|市别|区县|区)(?:\)|\]|名|名称|单位|[)/及].*)*|(?:填报|责任|实施|上报|项目)?(?:单位|主体)(?:名称)?|各市|项目所在地|名称|(?:街道|乡镇|镇街|街镇|乡|镇).{0,5}(?:名称)?)$/;

/** Ranks in any order and with any brackets: 地（州、市）, 旗县（市、区）, 区县（自治县）. */
const RANKS = /^(?:各|所属|所在|项目所在|填报|上报|申报|责任|实施|设|直)?(?=.*[市县区旗州盟])(?:自治[州县旗]|地级|县级|行政|[市县区旗州盟地师辖]){2,8}(?:域|别|名称?|单位)?$/;
const BETWEEN_RANKS = /[()、,/及和]/g;

/** Whether a header cell announces a column of regions: 县（市、区）, 区县, 地区, 单位. */
export function isRegionHeader(text: string): boolean {
  const bare = compact(text);
  return REGION_HEADER.test(bare) || RANKS.test(bare.replace(BETWEEN_RANKS, ""));
}
