import { LOWER_RANKS, OFFICE_ENDS, PROVINCES } from "../../lexicon";
import { compact } from "../cells";
import type { CellValue } from "../snapshot";
import { isAverageLabel, isRegionHeader, isSubtotalLabel, isTotalLabel } from "./labels";

const SUFFIX = /(?:特别行政区|自治区|自治州|自治县|自治旗|林区|特区|省|市|县|区|旗|州|盟|地区)$/;
/** Ranks below the county: taken for regions where a table is of them. */
const LOWER = new RegExp(`.{2,}(?:${LOWER_RANKS.join("|")})$`);
/** Words that end like a rank below the county and are none. */
const NOT_LOWER = /(?:[各城乡村街农集]镇|[各下城]乡|[各农新城乡]村|集团|社团|乡镇|街镇|产业园区|工业园区)$/;
const OFFICE =
  /(?:人民政府|政府|(?:住房|房产|房地产|房屋|住建|房管|城建|城乡建设|保障)[\u4e00-\u9fff]*(?:局|中心|办公室|办|所|处|科)|管理委员会|管委会)$/;
/** Words that end like a region and are none. */
const NOT_REGIONS =
  /^(?:[各县市区旗州盟地省辖设级属、/()及]+|区域|县城|本[省市县区]|我[省市县区]|全[国省市县区州盟]|.*(?:小区|片区|社区|园区|街区|库区|矿区|棚户区|示范区|风景区|老旧城区|建成区|城中村))$/;
const DEVELOPMENT_ZONE =
  /^.{0,8}?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新技术开发区|产业开发区|开发区|经开区|高新区|新区|示范区|工业园区|产业园区|集聚区|保税区|度假区|实验区|试验区|合作区|经济区|航空港区|风景名胜区|管理区)$/;
const CITY_LEVEL = /^(?:[市州盟省县区]?本级|市级|[市州盟省]直(?:属|管|单位)?|市城?区|市辖区|(?:主|中心)城区|(?:新疆)?(?:生产建设)?兵团)$/;
const MAX_LENGTH = 20;
/** The long names that offices abbreviate. */
const ABBREVIATED = /自治[州县旗]$|^.{4,}旗$/;
const TELLING = /[前后中左右东西南北]/;

/** What a bracket adds that is no part of the name: 汾阳市（含杏花村开发区）. */
const ADDED = /\((?:不?含|包括|原|代管|省直管)/;
/** Note marks at the end, one at a time: 孝义市*, 汾阳市①, 交城县(3个项目). */
const NOTE_MARK = /(?:\(\d{1,9}[个家项处]?[^()]{0,4}\)|[[(]?注?\d{1,2}[\])]?|[*#:,;。])$/;
/** No mark is longer. */
const LONGEST_MARK = 20;
/** What a mark or a bracket ends with: most names end otherwise, and every cell of a sheet may be asked. */
const MARK_ENDS = "0123456789)]*#:,;。";

function withoutNotes(name: string): string {
  for (let rest = name; ; ) {
    if (!MARK_ENDS.includes(rest.at(-1) ?? "")) return rest;
    const added = rest.endsWith(")") ? rest.search(ADDED) : -1;
    const from = Math.max(0, rest.length - LONGEST_MARK);
    const next = added >= 0 ? rest.slice(0, added) : rest.slice(0, from) + rest.slice(from).replace(NOTE_MARK, "");
    if (next === rest) return rest;
    rest = next;
  }
}

/** A label as it stands for a region: no spaces, no 人民政府, no list number or note mark. */
export function bareRegion(value: CellValue): string {
  const name = withoutNotes(compact(value).replace(/^(?:\d+[.、)]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|其中:)+/, ""));
  const place = name.replace(OFFICE, "");
  return place.length >= 2 ? place : name;
}

/** The number that `bareRegion` takes from a label as a note's mark: 1 of 交城县①; "" where it has none. */
export function noteNumber(value: CellValue): string {
  return /[[(]?注?(\d{1,2})[\])]?[*#:,;。]*$/.exec(compact(value))?.[1] ?? "";
}

/** A development zone (经开区, 高新区, …): taken as it comes, in no national list. */
export function isDevelopmentZone(name: string): boolean {
  return DEVELOPMENT_ZONE.test(name);
}

/** A department or body that reports beside the regions: 市教育局, 市城管执法委. */
export function isOffice(name: string): boolean {
  return OFFICE_ENDS.some((end) => name.endsWith(end) && name.length > end.length + 1) && !SUFFIX.test(name);
}

/** The city's own level (市本级, 市直), or its own districts taken together (市区). */
export function isCityLevel(name: string): boolean {
  return CITY_LEVEL.test(name);
}

/** Whether a label reads like a region by its form alone: 离石区, 经开区, 市本级; not 片区, 全市. */
export function looksLikeRegion(value: CellValue): boolean {
  if (typeof value !== "string") return false;
  const name = bareRegion(value);
  if (name.length < 2 || name.length > MAX_LENGTH || /[\d。，,;:%]/.test(name)) return false;
  // 市区 is a header as often as it is the city's own districts taken together: its row decides.
  if ((isCityLevel(name) && !isRegionHeader(name)) || isDevelopmentZone(name)) return true;
  return SUFFIX.test(name) && !NOT_REGIONS.test(name) && !isRegionHeader(name) && !isTotalLabel(name) && !isSubtotalLabel(name) && !isAverageLabel(name);
}

/** Whether a label reads like a unit below the county: 城关镇, 小寨路街道, 红旗农场. */
export function looksLikeLower(value: CellValue): boolean {
  if (typeof value !== "string") return false;
  const name = bareRegion(value);
  return name.length <= MAX_LENGTH && !/[\d。，,;:%]/.test(name) && LOWER.test(name) && !NOT_LOWER.test(name);
}

/** The region that a subtotal's label names: 离石区小计 → 离石区; null where it names none. */
export function regionOfSubtotal(label: CellValue): string | null {
  const name = bareRegion(compact(label).replace(/(?:小计|合计|总计|分计)(?:\(.{0,40}\))?$/, ""));
  return looksLikeRegion(name) ? name : null;
}

/** Whether a name carries its rank (离石区), unlike a short form (离石). */
export function hasSuffix(name: string): boolean {
  return SUFFIX.test(name) || isCityLevel(name) || isDevelopmentZone(name);
}

const ETHNIC =
  /(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族/g;

/**
 * The short form that lists in notices print: 离石区 → 离石, 兴县 → 兴县 (a single character is kept with
 * its rank), 湘西土家族苗族自治州 → 湘西, 经开区 → 经开区.
 */
export function shortRegion(name: string): string {
  if (isCityLevel(name) || isDevelopmentZone(name)) return name;
  const autonomous = /^(.+?)自治[州县旗区]$/.exec(name);
  const stem = autonomous?.[1] ? autonomous[1].replace(ETHNIC, "").replace(/(?<=.{2})(?:哈萨克|蒙古|柯尔克孜|维吾尔)$/, "") : name.replace(SUFFIX, "");
  return stem.length >= 2 ? stem : name;
}

/**
 * Whether a name abbreviates that of an autonomous unit or a banner: 博州 is 博尔塔拉蒙古自治州, 科右前旗 科尔沁右翼前旗,
 * 酉阳县 酉阳土家族苗族自治县. What tells banners apart is never left out: 鄂托克旗 is not 鄂托克前旗.
 */
export function abbreviates(name: string, full: string): boolean {
  if (!ABBREVIATED.test(full) || name.length < 2 || name.length >= full.length) return false;
  if (name[0] !== full[0] || name.at(-1) !== full.at(-1)) return false;
  let at = 0;
  for (const letter of full) {
    if (letter === name[at]) at++;
    else if (TELLING.test(letter)) return false;
  }
  return at === name.length;
}

const LEADING_PLACE = /^(?:附[件表]\d*|表[一二三四五六七八九十\d]{1,2})[:、.-]?/;
const EVERYWHERE = /^(?:全[国省市县区州盟旗]|各(?:[省市县区旗州盟地镇乡]|街道|乡镇|镇街|[()、])+|我[省市县区])/;
const LONGEST_PLACE = 14;

/** A title without the place that it begins with: 长兴县城镇新增就业 → 城镇新增就业. */
export function withoutPlace(title: string): string {
  let rest = title.replace(LEADING_PLACE, "");
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(EVERYWHERE, "");
    const province = PROVINCES.find((name) => rest.startsWith(name) && rest.length > name.length + 1);
    if (province !== undefined && !/^(?:省|市|自治区)/.test(rest.slice(province.length))) rest = rest.slice(province.length);
    for (let length = Math.min(LONGEST_PLACE, rest.length - 2); length >= 2; length--) {
      const place = rest.slice(0, length);
      if (!looksLikeRegion(place) || isDevelopmentZone(place)) continue;
      // The shortest name that ends like one: 雁塔区, not 雁塔区老旧小区.
      let shortest = place;
      for (let less = 2; less < length; less++) if (looksLikeRegion(rest.slice(0, less))) { shortest = rest.slice(0, less); break; }
      rest = rest.slice(shortest.length);
      break;
    }
  }
  return rest;
}
