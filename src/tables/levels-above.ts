import { a1Range, finding, forTheRecord, type Finding } from "../progress";
import type { FoundTable } from "./find-tables";
import { bareRegion, isOrdinary, isSameUnit, parentOf, type Gazetteer } from "./regions";

/** A city and another beside it: fewer rows are no table of the level above. */
const FEWEST_PEERS = 3;

/**
 * Tables in which the workbook's own city is one row among its peers, beside a table of its counties: 自治区通报各市 above
 * 梧州市各县区. They are of the level above, and added to the counties' figures they would double the city's.
 * @returns none where the counties of several cities are read: then the workbook is the province's own
 */
export function levelsAbove(tables: readonly FoundTable[], gazetteer: Gazetteer | null): FoundTable[] {
  if (gazetteer === null) return [];
  const names = tables.map(({ labels }) => labels.map(bareRegion).filter(isOrdinary));
  const parents = names.map((own) => parentOf(own, gazetteer)?.name);
  const isNamedIn = (city: string) => (own: readonly string[]) => own.length >= FEWEST_PEERS && own.some((name) => isSameUnit(city, name));
  const [city, ...others] = [...new Set(parents)].filter((parent) => parent !== undefined && names.some(isNamedIn(parent)));
  if (city === undefined || others.length > 0) return [];
  return tables.filter((_, at) => parents[at] !== city && isNamedIn(city)(names[at] ?? []));
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
