import type { Report } from "../../progress";
import { shortNamesOf } from "../names";

const ZONES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:经济技术开发区|经济开发区|经开区)$/, ["经济技术开发区", "经济开发区", "经开区"]],
  [/(?:高新技术产业开发区|高新技术开发区|高新区)$/, ["高新技术产业开发区", "高新技术开发区", "高新区"]],
];
const CITY_LEVEL: readonly string[] = ["市本级", "市直", "市级本级"];
/** Ranks that a name may be printed without: 城关 for 城关镇. */
const RANK = /(?:街道办事处|街道|镇|乡)$/;

/** Full and short names of the workbook's regions; a short name of two regions names neither. */
export function regionSpellings(report: Report): [string, string][] {
  const names = shortNamesOf(report);
  const place = report.place ?? "";
  const bare = report.regions.map(({ name }) => name.replace(RANK, ""));
  const all = report.regions.flatMap(({ name }, index): [string, string][] => {
    const zone = ZONES.find(([pattern]) => pattern.test(name));
    const alone = zone && report.regions.filter((other) => zone[0].test(other.name)).length === 1;
    const city = place.replace(/[市州省盟]$/, "");
    const zones = alone ? zone[1].flatMap((form) => [form, ...(city === "" ? [] : [`${city}${form}`, `${place}${form}`])]) : [];
    const levels = CITY_LEVEL.includes(name) ? CITY_LEVEL : [];
    const short = bare[index] ?? "";
    const unranked = short.length >= 2 && bare.filter((other) => other === short).length === 1 ? [short] : [];
    const own = [name, names.short(name), ...zones, ...levels, ...unranked];
    return [...new Set(own)].filter((one) => one.length >= 2).map((one) => [one, name]);
  });
  const uses = new Map<string, Set<string>>();
  for (const [spelling, name] of all) uses.set(spelling, (uses.get(spelling) ?? new Set()).add(name));
  return all.filter(([spelling, name]) => spelling === name || uses.get(spelling)?.size === 1);
}

const PART_OF_PLACE = ["镇", "乡", "街道", "村", "路", "大道", "大街", "小区", "片区", "广场", "社区", "工业园", "火车站", "产业园", "新城"];

/** Whether a region's name is part of another place: 离石南路, 柳林镇. */
export function isPartOfPlace(plain: string, end: number): boolean {
  return PART_OF_PLACE.some((one) => plain.startsWith(one, end)) && !plain.startsWith("新城区", end);
}
