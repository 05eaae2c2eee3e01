import type { Report } from "./report";

const ZONE = /(?:开发区|经开区|高新区|新区|示范区|园区|管理区)$/;
/** Districts in their own right, for all their name. */
const DISTRICTS = new Set(["浦东新区", "滨海新区"]);
/** What short forms stand for, as addressees are written. */
const FULL: Readonly<Record<string, string>> = {
  经开区: "经济技术开发区",
  高新区: "高新技术产业开发区",
};
/** Names that any city's zone may bear: the city's own goes before them. */
const GENERIC = new Set([...Object.values(FULL), "开发区", "新区"]);

/** Whether a region is a development zone, run by a committee and not by a government of its own. */
export function isZone(region: string): boolean {
  return ZONE.test(region) && !DISTRICTS.has(region);
}

/** The development zones among the regions, by the names that addressees bear: 吕梁经济技术开发区. */
export function zonesOf({ regions, place }: Pick<Report, "regions" | "place">): string[] {
  // 黔南布依族苗族自治州's zone is not called by the whole of its name.
  const stem = place === null || /自治|^全国$/.test(place) ? "" : place.replace(/(?:市|州|盟|地区|县|区)$/, "");
  return regions
    .filter(({ name }) => isZone(name))
    .map(({ name }) => {
      const full = FULL[name] ?? name;
      return GENERIC.has(full) ? `${stem}${full}` : full;
    });
}
