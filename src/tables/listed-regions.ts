import { finding, groupsOf, type Finding, type Region } from "../progress";
import type { KnowsRegion, TableReading } from "./layouts";
import { allUnits, belongsTo, isSameUnit, likelyNames } from "../regions";
import type { Parent, RegionNames } from "../regions";

/** Readings that make one table, their regions, and the city or province that these belong to. */
interface Group {
  readings: TableReading[];
  present: string[];
  parent: Parent | null;
}

function groupedReadings(readings: readonly TableReading[], names: RegionNames): Group[] {
  return groupsOf(readings.map(({ summary }) => summary)).map((group) => {
    const own = group.flatMap((at) => readings[at] ?? []);
    const present = [...new Set(own.flatMap(({ regions }) => regions.map(({ name }) => name)))];
    return { readings: own, present, parent: names.parentOf(present) };
  });
}

function absentOf(units: readonly string[], present: readonly string[]): string[] {
  return units.filter((unit) => !present.some((name) => isSameUnit(unit, name)));
}

/** Each table with the units that the national list puts beside its regions and that it lacks. */
export function withListedRegions(readings: readonly TableReading[], names: RegionNames): TableReading[] {
  const groups = groupedReadings(readings, names);
  const listed = new Map(groups.flatMap(({ readings: own, present, parent }) => {
    const absent = absentOf(parent?.units ?? [], present).map(names.canonical);
    return own.map((reading) => [reading, absent] as const);
  }));
  return readings.map((reading) => ({ ...reading, summary: { ...reading.summary, listed: listed.get(reading) ?? [] } }));
}

/** unknown-region: named in one table only, and not a unit of the city that most of its regions belong to. @param knows the national list */
export function unknownRegions(readings: readonly TableReading[], regions: readonly Region[], names: RegionNames, knows: KnowsRegion): Finding[] {
  const groups = groupedReadings(readings, names);
  return regions.flatMap(({ name, source }) => {
    const [only, ...others] = groups.filter(({ present }) => present.includes(name));
    if (!only?.parent || others.length > 0 || belongsTo(only.parent, name)) return [];
    const likely = likelyNames(name, absentOf(allUnits(only.parent), only.present));
    // 洋浦, 东城区: like no unit that is missing, it is most likely a zone of the city's own.
    if (likely.length === 0 && (name.endsWith("区") || !knows(name))) return [];
    const unknown = finding(
      "unknown-region",
      [source],
      `“${name}”不在${only.parent.name}的县（市、区）名单里，请核对名称；该行仍计入`,
      `“${name}” is no unit of ${only.parent.name}; its row still counts`,
    );
    return [likely.length === 0 ? unknown : { ...unknown, likely: { label: name, names: likely } }];
  });
}
