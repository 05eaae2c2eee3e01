import {
  ADDED_IN_BRACKETS,
  AUTONOMOUS_ENDS,
  beginsWithAny,
  CITY_LEVELS,
  endingOf,
  GOVERNMENT_ENDS,
  HOUSING_OFFICE_ENDS,
  HOUSING_OFFICES,
  LOWER_RANKS,
  NOT_LOWER_ENDS,
  NOT_OFFICE_ENDS,
  NOT_REGION_ENDS,
  NOT_REGIONS,
  OFFICE_ENDS,
  PEOPLES,
  PEOPLES_ALONE,
  PROVINCES,
  RANKS_ALONE,
  REGION_ENDS,
  remembered,
  TOWN_RANKS,
  VILLAGE_RANKS,
  WORDS_FROM_RANKS,
  ZONE_ENDS,
} from "../lexicon";
import { compact, type CellValue } from "../cells";
import { isRegionHeader, withoutSubtotal, withoutNumber } from "./labels";

const CITY_LEVEL: ReadonlySet<string> = new Set(CITY_LEVELS);
const NO_REGION: ReadonlySet<string> = new Set(NOT_REGIONS);
/** Signs before a zone's kind at the most: 鄱阳湖生态经济区. */
const LONGEST_ZONE = 8;
/** Digits and signs that no name has. */
const NO_NAME = /[\d。，,;:%]/;
const MAX_LENGTH = 20;
/** What tells banners apart. */
const TELLING = "前后中左右东西南北";

/** Note marks at the end, one at a time: 孝义市*, 汾阳市①, 交城县(3个项目). */
const NOTE_MARK = /(?:\(\d{1,9}[个家项处]?[^()]{0,4}\)|[[(]?注?\d{1,2}[\])]?|[*#:,;。※△▲★☆])$/;
/** No mark is longer. */
const LONGEST_MARK = 20;
/** What a mark or a bracket ends with: most names end otherwise, and every cell of a sheet may be asked. */
const MARK_ENDS = "0123456789)]*#:,;。※△▲★☆";

function withoutNotes(name: string): string {
  for (let rest = name; ; ) {
    if (!MARK_ENDS.includes(rest.at(-1) ?? "")) return rest;
    const added = rest.endsWith(")") ? Math.max(...ADDED_IN_BRACKETS.map((words) => rest.indexOf(words))) : -1;
    const from = Math.max(0, rest.length - LONGEST_MARK);
    const next = added >= 0 ? rest.slice(0, added) : rest.slice(0, from) + rest.slice(from).replace(NOTE_MARK, "");
    if (next === rest) return rest;
    rest = next;
  }
}

/** A label as it stands for a region: no spaces, no 人民政府, no list number or note mark. */
export function bareRegion(value: CellValue): string {
  const name = withoutNotes(withoutNumber(compact(value)));
  const place = withoutOffice(name);
  return place.length >= 2 ? place : name;
}

/** Bodies of zones and districts of their own as well: before them stands a place only where it has a rank. */
const GOVERNS_ZONES: readonly string[] = ["管理委员会", "管委会", "管理部"];

function withoutOffice(name: string): string {
  const government = endingOf(name, GOVERNMENT_ENDS);
  const governed = name.slice(0, name.length - government.length);
  // 长白山管委会 is called so; 离石区人民政府 and 经开区管委会 are of a place that has a name without it.
  if (government !== "") return GOVERNS_ZONES.includes(government) && !hasSuffix(governed) && !isCityLevel(governed) ? name : governed;
  const office = endingOf(name, HOUSING_OFFICE_ENDS);
  const from = Math.min(...HOUSING_OFFICES.map((word) => name.indexOf(word)).filter((at) => at >= 0));
  return office !== "" && from < name.length - office.length ? name.slice(0, from) : name;
}

/** The number that `bareRegion` takes from a label as a note's mark: 1 of 交城县①; "" where it has none. */
export function noteNumber(value: CellValue): string {
  return /[[(]?注?(\d{1,2})[\])]?[*#:,;。]*$/.exec(compact(value))?.[1] ?? "";
}

/** A development zone (经开区, 高新区, …): taken as it comes, in no national list. */
export function isDevelopmentZone(name: string): boolean {
  const end = endingOf(name, ZONE_ENDS);
  return end !== "" && name.length - end.length <= LONGEST_ZONE;
}

/** A department or body that reports beside the regions: 市教育局, 市城管执法委. */
export function isOffice(name: string): boolean {
  const hasEnd = OFFICE_ENDS.some((end) => name.endsWith(end) && name.length > end.length + (end.length === 1 ? 1 : 0));
  return hasEnd && endingOf(name, NOT_OFFICE_ENDS) === "";
}

/** The city's own level (市本级, 市直), or its own districts taken together (市区). */
export function isCityLevel(name: string): boolean {
  return CITY_LEVEL.has(name);
}

/** Whether a label reads like a region by its form alone: 离石区, 经开区, 市本级; not 片区, 全市. */
export function looksLikeRegion(value: CellValue): boolean {
  return typeof value === "string" && readsLikeRegion(value);
}

const readsLikeRegion = remembered((value) => {
  const name = bareRegion(value);
  if (name.length < 2 || name.length > MAX_LENGTH || NO_NAME.test(name)) return false;
  // 市区 is a header as often as it is the city's own districts taken together: its row decides.
  if ((isCityLevel(name) && !isRegionHeader(name)) || isDevelopmentZone(name)) return true;
  return hasRank(name) && !isNoRegion(name) && !isRegionHeader(name);
});

function hasRank(name: string): boolean {
  return endingOf(name, REGION_ENDS) !== "";
}

/** 区域, 全市, 老旧小区, 市（县、区）: words that end like a region. */
function isNoRegion(name: string): boolean {
  return NO_REGION.has(name) || endingOf(name, NOT_REGION_ENDS) !== "" || [...name].every((sign) => RANKS_ALONE.includes(sign));
}

/** Whether a label reads like a unit below the county: 城关镇, 小寨路街道, 红旗农场. */
export function looksLikeLower(value: CellValue): boolean {
  return typeof value === "string" && readsLikeLower(value);
}

const readsLikeLower = remembered((value) => {
  const name = bareRegion(value);
  if (name.length > MAX_LENGTH || NO_NAME.test(name) || endingOf(name, LOWER_RANKS, 2) === "") return false;
  // 占城镇, 刘集镇: towns whose names end like 城镇 and 集镇, of which nobody says 各 or 小.
  const isOfOneSign = name.length === 3 && name.endsWith("镇") && !BEFORE_TOWNS.includes(name.charAt(0));
  return isOfOneSign || endingOf(name, NOT_LOWER_ENDS) === "";
});

const BEFORE_TOWNS = "各全小新老大中型";

/** Whether a label reads like a village or a community, below the town. */
export function isVillage(name: string): boolean {
  return looksLikeLower(name) && endingOf(bareRegion(name), VILLAGE_RANKS) !== "";
}

/** The region that a subtotal's label names: 离石区小计 → 离石区; null where it names none. */
export function regionOfSubtotal(label: CellValue): string | null {
  const name = bareRegion(withoutSubtotal(label));
  return looksLikeRegion(name) ? name : null;
}

/** Whether a name carries its rank (离石区), unlike a short form (离石). */
export function hasSuffix(name: string): boolean {
  return hasRank(name) || isCityLevel(name) || isDevelopmentZone(name);
}

/**
 * The short form that lists in notices print: 离石区 → 离石, 兴县 → 兴县 (a single character is kept with
 * its rank), 湘西土家族苗族自治州 → 湘西, 经开区 → 经开区.
 */
export function shortRegion(name: string): string {
  if (isCityLevel(name) || isDevelopmentZone(name)) return name;
  const autonomous = endingOf(name, AUTONOMOUS_ENDS, 1);
  const stem =
    autonomous === "" ? name.slice(0, name.length - endingOf(name, REGION_ENDS).length) : withoutPeoples(name.slice(0, -autonomous.length));
  return stem.length >= 2 ? stem : name;
}

/** 湘西 of 湘西土家族苗族, 博尔塔拉 of 博尔塔拉蒙古. */
function withoutPeoples(name: string): string {
  let rest = name;
  for (const people of PEOPLES) rest = rest.replaceAll(`${people}族`, "");
  return rest.slice(0, rest.length - endingOf(rest, PEOPLES_ALONE, 2).length);
}

/**
 * Whether a name abbreviates that of an autonomous unit or a banner: 博州 is 博尔塔拉蒙古自治州, 科右前旗 科尔沁右翼前旗,
 * 酉阳县 酉阳土家族苗族自治县. What tells banners apart is never left out: 鄂托克旗 is not 鄂托克前旗.
 */
export function abbreviates(name: string, full: string): boolean {
  const isLong = endingOf(full, AUTONOMOUS_ENDS) !== "" || (full.endsWith("旗") && full.length > 4);
  if (!isLong || name.length < 2 || name.length >= full.length) return false;
  if (name[0] !== full[0] || name.at(-1) !== full.at(-1)) return false;
  let at = 0;
  for (const letter of full) {
    if (letter === name[at]) at++;
    else if (TELLING.includes(letter)) return false;
  }
  return at === name.length;
}

const LEADING_PLACE = /^(?:附[件表]?\d*(?=[:、.-])|附[件表]\d*|表[一二三四五六七八九十\d]{1,2})[:、.-]?/;
const EVERYWHERE = /^(?:全[国省市县区州盟旗]|各(?:[省市县区旗州盟地镇乡]|街道|乡镇|镇街|[()、])+|我[省市县区])/;
const LONGEST_PLACE = 14;

/** 市场, 县城; not 市政府. */
function isWordFromRank(text: string): boolean {
  return beginsWithAny(text, WORDS_FROM_RANKS) && !text.startsWith("市政府");
}

/** 殿前街道 of 殿前街道无障碍改造, 二克浅镇; no village, whose names begin many a subject. */
function isTownAtHead(place: string, title: string): boolean {
  return place.length < title.length && endingOf(place, TOWN_RANKS, 2) !== "" && looksLikeLower(place);
}

/** A title without the place that it begins with: 长兴县城镇新增就业 → 城镇新增就业, 广西农村公路 → 农村公路. */
export function withoutPlace(title: string): string {
  const rest = title.replace(LEADING_PLACE, "").replace(EVERYWHERE, "");
  const place = placeAtHead(rest) || (PROVINCES.find((name) => rest.startsWith(name)) ?? "").length;
  return place > 0 && place < rest.length - 1 ? withoutPlace(rest.slice(place)) : rest;
}

/** How long the place is that a text begins with: the shortest name that ends like one (雁塔区, not 雁塔区老旧小区), but 福州市, not 福州. */
function placeAtHead(text: string): number {
  const endsAt = (at: number) => {
    const place = text.slice(0, at);
    return (looksLikeRegion(place) || isTownAtHead(place, text)) && !isWordFromRank(text.slice(at - 1));
  };
  const ends = Array.from({ length: Math.min(LONGEST_PLACE, text.length - 2) + 1 }, (_, at) => at).filter((at) => at >= 2 && endsAt(at));
  const [first] = ends;
  if (first === undefined || ends.every((at) => isDevelopmentZone(text.slice(0, at)))) return 0;
  return endsAt(first + 1) ? first + 1 : first;
}
