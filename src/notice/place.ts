import type { Report } from "../progress";

/** Which level of government writes the notice. */
export const LEVELS = ["省", "自治区", "直辖市", "市", "州", "盟", "地区", "县"] as const;
export type Level = (typeof LEVELS)[number];

/** How a notice speaks of its own area and of the units below it. */
export interface Place {
  /** 全市, 全省. */
  whole: string;
  /** 我市, 我省. */
  own: string;
  /** Who hands down the task: 省, 国家. */
  superior: string;
  /** The units below, as a count is followed by them: 县（市、区）. */
  formal: string;
  /** The same inside running text: 县市区. */
  informal: string;
}

const WORDS: Record<Level, Pick<Place, "whole" | "own" | "superior">> = {
  省: { whole: "全省", own: "我省", superior: "国家" },
  自治区: { whole: "全区", own: "我区", superior: "国家" },
  直辖市: { whole: "全市", own: "我市", superior: "国家" },
  市: { whole: "全市", own: "我市", superior: "省" },
  州: { whole: "全州", own: "我州", superior: "省" },
  盟: { whole: "全盟", own: "我盟", superior: "自治区" },
  地区: { whole: "全地区", own: "我地区", superior: "省" },
  县: { whole: "全县", own: "我县", superior: "市" },
};

const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市$/;
/** Cities, prefectures and 州 under an autonomous region: what they answer to is no 省 (GB/T 2260). */
const UNDER_AUTONOMOUS_REGION = new RegExp(
  "^(?:内蒙古|广西|西藏|宁夏|新疆|呼和浩特|包头|乌海|赤峰|通辽|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|" +
    "南宁|柳州|桂林|梧州|北海|防城港|钦州|贵港|玉林|百色|贺州|河池|来宾|崇左|" +
    "拉萨|日喀则|昌都|林芝|山南|那曲|阿里|银川|石嘴山|吴忠|固原|中卫|" +
    "乌鲁木齐|克拉玛依|吐鲁番|哈密|阿克苏|喀什|和田|塔城|阿勒泰|昌吉|博尔塔拉|巴音郭楞|克孜勒苏|伊犁)",
);
/** Regions of a province: fewer than this many names ending in 市 may as well be a city's county-level ones. */
const FEWEST_PREFECTURES = 5;

/**
 * Tells the level from the place that the tables are of (吕梁市, 山西省), else from the regions' own names.
 * @param level what the office set; wins over both
 */
export function placeOf(report: Report, level?: Level): Place {
  const names = report.regions.map((region) => region.name);
  const words = WORDS[level ?? levelOfPlace(report.place) ?? levelOfRegions(names)];
  const autonomous = UNDER_AUTONOMOUS_REGION.test(report.place ?? "");
  const superior = words.superior === "省" && autonomous ? "自治区" : words.superior;
  return { ...words, superior, ...unitsBelow(names) };
}

function levelOfPlace(place: string | null): Level | null {
  if (place === null) return null;
  if (MUNICIPALITY.test(place)) return "直辖市";
  const ending = /(?:自治区|地区|省|市|州|盟|县)$/.exec(place)?.[0];
  return ending === undefined ? null : (ending as Level);
}

function levelOfRegions(names: readonly string[]): Level {
  const prefectures = names.filter((name) => /(?:市|州|盟|地区)$/.test(name));
  return names.length >= FEWEST_PREFECTURES && prefectures.length === names.length ? "省" : "市";
}

function unitsBelow(names: readonly string[]): Pick<Place, "formal" | "informal"> {
  const kinds = new Set(names.map(kindOf).filter((kind) => kind !== null));
  const has = (...wanted: NonNullable<ReturnType<typeof kindOf>>[]) =>
    kinds.size === wanted.length && wanted.every((kind) => kinds.has(kind));
  if (has("县")) return { formal: "县", informal: "县" };
  if (has("区")) return { formal: "区", informal: "区" };
  if (has("市")) return { formal: "市", informal: "市" };
  if (has("县", "区")) return { formal: "县（区）", informal: "县区" };
  if (has("县", "市")) return { formal: "县（市）", informal: "县市" };
  if (has("市", "州")) return { formal: "市（州）", informal: "市州" };
  if (kinds.has("旗")) return { formal: "旗县（市、区）", informal: "旗县市区" };
  return { formal: "县（市、区）", informal: "县市区" };
}

/** 县, 市, 区, 旗 or 州; null for the city's own level and names of another kind. */
export function kindOf(name: string): "县" | "市" | "区" | "旗" | "州" | null {
  if (/旗$/.test(name)) return "旗";
  if (/县$/.test(name)) return "县";
  if (/(?:州|盟|地区)$/.test(name)) return "州";
  if (/市$/.test(name)) return "市";
  return /区$/.test(name) ? "区" : null;
}
