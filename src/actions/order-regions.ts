import { allUnits, loadNationalList } from "../tables";

/** Regions in the order of the national list of administrative divisions (GB/T 2260); those that it lacks follow as they were. */
export async function orderByCode(regions: readonly string[]): Promise<string[]> {
  const { parents } = await loadNationalList();
  // The parent with the most of them: several cities have a 城区.
  const known = parents.map(allUnits);
  const best = known.reduce((most, units) => (countIn(units, regions) > countIn(most, regions) ? units : most), []);
  const place = (region: string) => {
    const at = best.indexOf(region);
    return at < 0 ? best.length : at;
  };
  return [...regions].sort((a, b) => place(a) - place(b));
}

function countIn(units: readonly string[], regions: readonly string[]): number {
  return regions.filter((region) => units.includes(region)).length;
}
