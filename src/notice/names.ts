import { kindOf, unitsBelow, type Report } from "../progress";

/** How the notice names its regions. */
export interface Names {
  /** The short name that lists print; the full one where two regions would share it. */
  short(region: string): string;
}

/** Gathers the regions' short names. */
export function shortNamesOf(report: Report): Names {
  // 北门社区 has no shorter name.
  const short = new Map(report.regions.map(({ name, shortName }) => [name, kindOf(name) === "社区" ? name : shortName]));
  const uses = new Map<string, number>();
  for (const name of short.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  return {
    short: (region) => {
      const name = short.get(region);
      return name !== undefined && name !== "" && uses.get(name) === 1 ? name : region;
    },
  };
}

/**
 * The noun after a count of regions, by what they are: 兴县、方山县、文水县 → 县, with 离石区 → 县区; towns are 个乡镇.
 * Counted with the city's own level (市本级), and of several sorts, they are 单位.
 */
export function nounOf(regions: readonly string[]): string {
  const kinds = new Set(regions.map(kindOf));
  if (kinds.has(null)) return "个单位";
  const order = ["旗", "县", "市", "区", "州"] as const;
  const present = order.filter((kind) => kinds.has(kind));
  if (present.length < kinds.size) return present.length > 0 ? "个单位" : `个${kinds.has("省") ? "省份" : unitsBelow(regions).informal}`;
  const together = present.join("");
  // 市区 would read as the built-up area, 区州 as nothing at all.
  return ["旗", "县", "市", "区", "州", "县市", "县区", "县市区", "市州"].includes(together)
    ? together
    : "个地区";
}

/** The loose noun of audit passages, where 县 stands for every county-level unit: 涉及6个县. */
export function looseNounOf(regions: readonly string[]): string {
  const noun = nounOf(regions);
  return noun.includes("县") ? "县" : noun.replace(/^个/, "");
}
