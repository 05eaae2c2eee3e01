import { a1Range, finding, forTheRecord, groupsOf, type Finding, type Region } from "../progress";
import type { FoundTable } from "./find-tables";
import type { KnowsRegion, TableReading } from "./layouts";
import { allUnits, bareRegion, belongsTo, isOrdinary, isSameUnit, likelyNames, parentOf } from "./regions";
import type { Gazetteer, Parent, RegionNames } from "./regions";

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

/** A city and another beside it: fewer rows are no table of the level above. */
const FEWEST_PEERS = 3;

/**
 * Tables in which the workbook's own city is one row among its peers, beside a table of its counties: 自治区通报各市 above
 * 梧州市各县区. They are of the level above, and added to the counties' figures they would double the city's.
 * @returns none where the counties of several cities are read: then the workbook is the province's own
 */
export function levelsAbove(tables: readonly FoundTable[], gazetteer: Gazetteer | null): FoundTable[] {
  if (gazetteer === null) return [];
  const levels = tables.map((table) => {
    const names = table.labels.map(bareRegion).filter(isOrdinary);
    return { table, names, parent: parentOf(names, gazetteer)?.name };
  });
  const hasRow = (names: readonly string[], city: string) => names.length >= FEWEST_PEERS && names.some((name) => isSameUnit(city, name));
  const cities = new Set(levels.flatMap(({ parent }) => (parent !== undefined && levels.some(({ names }) => hasRow(names, parent)) ? [parent] : [])));
  const [city] = cities;
  if (city === undefined || cities.size > 1) return [];
  return levels.flatMap(({ table, names, parent }) => (parent !== city && hasRow(names, city) ? [table] : []));
}

/** Says that such a table was left alone. */
export function leftAbove({ sheet, range }: FoundTable): Finding {
  return forTheRecord(
    finding(
      "figures-left-out",
      [range],
      `“${sheet}”的 ${a1Range(range)} 是上一级按市通报的表，本市只是其中一行，没有计入`,
      `${a1Range(range)} on “${sheet}” is of the level above, where the city itself is one row; it does not count`,
    ),
  );
}
