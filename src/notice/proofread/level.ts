import { placeOf, type Report } from "../../progress";

/** Levels of government by their signs, highest first; signs of one rank stand together. */
const LADDER: readonly string[] = ["国", "省", "市州盟", "县区旗", "镇乡"];
/** Units below a city are told from those below a county by what most of their names end in. */
const LOWEST = /(?:镇|乡|街道|街道办|办事处|村|社区|场)$/;
const PREFECTURE = /(?:市|州|盟|地区)$/;
const COUNTY = /[县区市旗]$/;
const PROVINCES = 5;

/**
 * The sign of the level that writes the draft: 市 for 吕梁市; told by the place, else by what its regions are.
 * @example ownSignOf(reportOfTownships) // "县"
 */
export function ownSignOf({ place, regions }: Report): string {
  if (place !== null) {
    const sign = place.endsWith("自治区") ? "区" : place.endsWith("地区") ? "市" : place.slice(-1);
    if (LADDER.some((rank) => rank.includes(sign))) return sign;
  }
  const share = (pattern: RegExp) => regions.filter(({ name }) => pattern.test(name)).length / Math.max(1, regions.length);
  if (share(LOWEST) > 0.5) return "县";
  return regions.length >= PROVINCES && share(PREFECTURE) === 1 ? "省" : "市";
}

/**
 * Whether a level's sign is the writer's own, one above it, or one below. Where no place is named, signs of its rank are all its own.
 * @param draft tells a county's own 全市 from the city's: one that writes 全县 too means the city
 */
export function levelOf(sign: string, report: Report, draft: string): "own" | "upper" | "lower" {
  const own = ownSignOf(report);
  const rank = LADDER.findIndex((signs) => signs.includes(own));
  const asked = LADDER.findIndex((signs) => signs.includes(sign));
  const autonomous = report.place?.endsWith("自治区") === true;
  if (sign === own) return "own";
  if (autonomous && sign === "区") return "own";
  if (sign === "区" && report.place !== null && placeOf(report).superior === "自治区") return "upper";
  // A city at county level writes 全市 of its towns, a county 全区 of its streets; a prefecture 全区 of its counties.
  const townships = report.regions.filter(({ name }) => LOWEST.test(name)).length > report.regions.length / 2;
  if (townships && report.place === null && "县区旗".includes(sign)) return "own";
  if (townships && report.place === null && sign === "市") return /[全我本][县区旗]/.test(draft) ? "upper" : "own";
  if (report.place === null && asked === rank) return "own";
  if (report.place === null && rank === 2 && sign === "区" && report.regions.every(({ name }) => COUNTY.test(name))) return "lower";
  return asked < rank ? "upper" : "lower";
}
