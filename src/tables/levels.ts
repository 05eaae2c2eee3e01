import { a1Range, finding, forTheRecord, type Finding } from "../progress";
import type { FoundTable } from "./find-tables";
import { titledPlaces } from "./place";
import { bareRegion, isOrdinary, isSameUnit, parentOf, type Gazetteer } from "../regions";

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

/**
 * Tables of what one row of another says in full: 谯城区's towns beside a table of 亳州市's counties that has all their
 * indicators. Added to the counties' figures they would double them.
 * @returns none where only one row has such a table: then the other is of the level above
 */
export function levelsBelow(tables: readonly FoundTable[]): FoundTable[] {
  const details = (whole: FoundTable) => {
    const rowOf = (table: FoundTable) => whole.labels.find((label) => ownersOf(table).some((owner) => isSameUnit(bareRegion(label), owner)));
    const says = new Set(meaningsIn(whole));
    const isDetail = (table: FoundTable) => table.labels.length > 0 && !table.labels.some((label) => whole.labels.includes(label)) && meaningsIn(table).every((one) => says.has(one));
    const found = tables.filter((table) => table !== whole && rowOf(table) !== undefined && isDetail(table));
    return new Set(found.map(rowOf)).size > 1 ? found : [];
  };
  return [...new Set(tables.flatMap(details))];
}

/** Whose table it is: by its title, or its sheet's name. */
function ownersOf(table: FoundTable): string[] {
  return [...titledPlaces([table]), bareRegion(table.sheet)];
}

function meaningsIn({ frame: { columns } }: FoundTable): string[] {
  return columns.flatMap(({ meaning }) => (meaning && meaning.kind !== "note" ? [JSON.stringify(meaning)] : []));
}

/** Says that a table of another level was left alone. */
export function leftLevel({ sheet, range }: FoundTable, isAbove: boolean): Finding {
  const at = `“${sheet}”的 ${a1Range(range)} `;
  return forTheRecord(
    isAbove
      ? finding("figures-left-out", [range], `${at}是上一级按市通报的表，本市只是其中一行，没有计入`, `${a1Range(range)} on “${sheet}” is of the level above, where the city itself is one row; it does not count`)
      : finding("figures-left-out", [range], `${at}是下一级的明细，另一张表里已有这一级的数，没有计入`, `${a1Range(range)} on “${sheet}” is of the level below, of which another table has the sums; it does not count`),
  );
}
