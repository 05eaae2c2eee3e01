import type { Report } from "./report";
import { isDepartment, kindOf, unitsBelow, type UnitsBelow } from "./units-below";

/** Which level of government writes the notice. */
export const LEVELS = ["省", "自治区", "直辖市", "市", "州", "盟", "地区", "县", "区", "旗", "乡镇", "兵团", "国家"] as const;
export type Level = (typeof LEVELS)[number];

/** How a notice speaks of its own area. */
interface Area {
  /** 全市, 全省; "" where nothing tells what area it is. */
  whole: string;
  /** 我市, 我省. */
  own: string;
  /** Who hands down the task: 省, 国家; "" for what nobody above hands down, or where nothing tells. */
  superior: string;
}

/** How a notice speaks of its own area and of the units below it. */
export interface Place extends Area, UnitsBelow {}

const AREAS: Record<Level, Area> = {
  国家: { whole: "全国", own: "全国", superior: "" },
  省: { whole: "全省", own: "我省", superior: "国家" },
  自治区: { whole: "全区", own: "我区", superior: "国家" },
  直辖市: { whole: "全市", own: "我市", superior: "国家" },
  兵团: { whole: "全兵团", own: "兵团", superior: "国家" },
  市: { whole: "全市", own: "我市", superior: "省" },
  州: { whole: "全州", own: "我州", superior: "省" },
  盟: { whole: "全盟", own: "我盟", superior: "自治区" },
  地区: { whole: "全地区", own: "我地区", superior: "省" },
  县: { whole: "全县", own: "我县", superior: "市" },
  区: { whole: "全区", own: "我区", superior: "市" },
  旗: { whole: "全旗", own: "我旗", superior: "市" },
  乡镇: { whole: "全镇", own: "我镇", superior: "县" },
};
/** Of what area nothing tells: sentences then begin with the subject itself. */
const NOWHERE: Area = { whole: "", own: "", superior: "" };

const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市?$/;
/** Cities, prefectures and 州 under an autonomous region: what they answer to is no 省 (GB/T 2260). */
const UNDER_AUTONOMOUS_REGION = new RegExp(
  "^(?:内蒙古|广西|西藏|宁夏|新疆|呼和浩特|包头|乌海|赤峰|通辽|鄂尔多斯|呼伦贝尔|巴彦淖尔|乌兰察布|" +
    "南宁|柳州|桂林|梧州|北海|防城港|钦州|贵港|玉林|百色|贺州|河池|来宾|崇左|" +
    "拉萨|日喀则|昌都|林芝|山南|那曲|阿里|银川|石嘴山|吴忠|固原|中卫|" +
    "乌鲁木齐|克拉玛依|吐鲁番|哈密|阿克苏|喀什|和田|塔城|阿勒泰|昌吉|博尔塔拉|巴音郭楞|克孜勒苏|伊犁)",
);
/** Regions of a province: fewer than this many names ending in 市 may as well be a city's county-level ones. */
const FEWEST_PREFECTURES = 5;
/** Regions of the whole country: fewer provinces than this may be some of a company's. */
const FEWEST_PROVINCES = 3;

/**
 * Tells the level from the place that the tables are of (吕梁市, 山西省, 隆林各族自治县), else from the regions' own names.
 * @param level what the office set; wins over both
 */
export function placeOf(report: Pick<Report, "regions" | "place">, level?: Level): Place {
  const names = report.regions.map((region) => region.name);
  const found = level ?? levelOfPlace(report.place) ?? levelOfRegions(names);
  const area = found === null ? NOWHERE : AREAS[found];
  return { ...area, superior: superiorOf(area, report.place ?? ""), ...unitsBelow(names) };
}

/**
 * An area before what is done in it: 全省 before 固定资产投资, nothing before 省级财政专项资金, which says it itself.
 * @param whole 全省; "" where nothing names the area
 */
export function within(whole: string, subject: string): string {
  return /^(?:全[国省市州县区盟旗]|[省市州县区]级|[省市州县区]本级|本[省市州县区])/.test(subject) ? "" : whole;
}

function superiorOf({ superior }: Area, place: string): string {
  if (superior === "省" && UNDER_AUTONOMOUS_REGION.test(place)) return "自治区";
  // Autonomous counties and banners answer to a city, a 州 or a 盟.
  return superior === "市" && /自治[县旗]$|旗$/.test(place) ? "上级" : superior;
}

function levelOfPlace(place: string | null): Level | null {
  if (place === null) return null;
  if (place === "全国") return "国家";
  if (MUNICIPALITY.test(place)) return "直辖市";
  const ending = /(?:自治区|地区|兵团|街道|省|市|州|盟|县|区|旗|镇|乡)$/.exec(place)?.[0];
  if (ending === "镇" || ending === "乡" || ending === "街道") return "乡镇";
  return ending === undefined ? null : (ending as Level);
}

/** null where the names are of farms, companies and the like, which any area may have. */
function levelOfRegions(names: readonly string[]): Level | null {
  const kinds = names.map(kindOf);
  const all = (...wanted: typeof kinds) => kinds.every((kind) => wanted.includes(kind));
  if (names.length >= FEWEST_PROVINCES && all("省") && kinds.length > 0) return "国家";
  if (names.length > 0 && all("师市")) return "兵团";
  const prefectures = names.filter((name) => /(?:市|州|盟|地区)$/.test(name));
  if (names.length >= FEWEST_PREFECTURES && prefectures.length === names.length) return "省";
  if (kinds.filter((kind) => kind === "乡镇" || kind === "街道").length * 2 > names.length) return "县";
  const counties = kinds.filter((kind) => kind !== null && ["县", "市", "区", "旗", "州"].includes(kind));
  return names.length === 0 || counties.length * 2 >= names.length ? "市" : levelOfDepartments(names);
}

/** 省教育厅、省农业农村厅 are of a province. */
function levelOfDepartments(names: readonly string[]): Level | null {
  const firsts = new Set(names.filter(isDepartment).map((name) => name[0]));
  const [first] = firsts;
  return firsts.size === 1 ? (LEVELS.find((level) => level === first) ?? null) : null;
}
