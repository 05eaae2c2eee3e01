import { finding, groupsOf, type Finding, type Region } from "../progress";
import type { TableReading } from "./layouts";
import { allUnits, belongsTo, isSameUnit, likelyNames, shortRegion, type RegionNames } from "./regions";

/** The readings that make one table. */
function tableGroups(readings: readonly TableReading[]): TableReading[][] {
  return groupsOf(readings.map(({ summary }) => summary)).map((group) => group.flatMap((at) => readings[at] ?? []));
}

function namesIn(group: readonly TableReading[]): string[] {
  return [...new Set(group.flatMap(({ regions }) => regions.map(({ name }) => name)))];
}

/** Each table with the units that the national list puts beside its regions and that it lacks. */
export function withListedRegions(readings: readonly TableReading[], names: RegionNames): TableReading[] {
  const listed = new Map<TableReading, string[]>();
  for (const group of tableGroups(readings)) {
    const present = namesIn(group);
    const parent = names.parentOf(present);
    const former = parent?.others?.filter((unit) => present.includes(unit)).map(shortRegion) ?? [];
    const absent = parent?.units.filter((unit) => !former.includes(shortRegion(unit)) && !present.some((name) => isSameUnit(unit, name))) ?? [];
    for (const reading of group) listed.set(reading, absent.map((unit) => names.canonical(unit)));
  }
  return readings.map((reading) => ({ ...reading, summary: { ...reading.summary, listed: listed.get(reading) ?? [] } }));
}

/** unknown-region: named in one table only, and not a unit of the city that most of its regions belong to. @param knows the national list */
export function unknownRegions(
  readings: readonly TableReading[],
  regions: readonly Region[],
  names: RegionNames,
  knows: (name: string) => boolean,
): { region: string; finding: Finding }[] {
  const groups = tableGroups(readings).map((group) => {
    const present = namesIn(group);
    return { present, parent: names.parentOf(present) };
  });
  return regions.flatMap(({ name, source }) => {
    const naming = groups.filter(({ present }) => present.includes(name));
    const parent = naming[0]?.parent;
    if (naming.length !== 1 || !parent || belongsTo(parent, name)) return [];
    const unknown = finding(
      "unknown-region",
      [source],
      `“${name}”不在${parent.name}的县（市、区）名单里，请核对名称；该行仍计入`,
      `“${name}” is no unit of ${parent.name}; its row still counts`,
    );
    const absent = allUnits(parent).filter((unit) => !naming[0]?.present.some((other) => isSameUnit(unit, other)));
    const likely = likelyNames(name, absent);
    // 洋浦, 东城区: like no unit that is missing, it is most likely a zone of the city's own.
    if (likely.length === 0 && (name.endsWith("区") || !knows(name))) return [];
    return [{ region: name, finding: likely.length === 0 ? unknown : { ...unknown, likely: { label: name, names: likely } } }];
  });
}
