import { remembered } from "../lexicon";
import { shortRegion } from "./names";

/** The units under one city (its counties) or one province (its prefectures). */
export interface Parent {
  name: string;
  units: string[];
  /** Names that belong and that no table need have: units renamed or merged, cities that the 兵团 reports. */
  others?: string[];
  /** A province's cities with their counties: some counties report to the province. */
  cities?: Parent[];
}

/** Every name that belongs to a parent. */
export function allUnits({ units, others = [] }: Parent): string[] {
  return [...units, ...others];
}

/** The national list of county-level units and prefectures (GB/T 2260), as far as reading tables needs it. */
export interface Gazetteer {
  /** Whether any unit of the list has this name or short form. */
  knows(name: string): boolean;
  /** The cities and provinces that have a unit of this name or short form. */
  parentsHaving(name: string): readonly Parent[];
  /** Every city with its counties and every province with its prefectures. */
  parents: Parent[];
}

/** A unit and what it belongs to. */
type Belonging = [unit: string, parent: Parent];

/** A gazetteer over a list of parents. */
export function gazetteerOf(parents: Parent[]): Gazetteer {
  // By its first sign, which all names of a unit begin with: a workbook asks for few of the thousands.
  const units = new Map<string, Belonging[]>();
  for (const parent of parents) for (const unit of allUnits(parent)) addTo(units, unit.charAt(0), [unit, parent]);
  const byName = remembered((sign) => parentsByName(units.get(sign) ?? []));
  const parentsHaving = (name: string) => [...new Set(byName(name.charAt(0)).get(name))];
  return { parents, knows: (name) => parentsHaving(name).length > 0, parentsHaving };
}

function parentsByName(units: readonly Belonging[]): Map<string, Parent[]> {
  const having = new Map<string, Parent[]>();
  for (const [unit, parent] of units) for (const name of new Set(namesOf(unit))) addTo(having, name, parent);
  return having;
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** A table's regions belong to a city when this share of them does. */
const BELONGING_SHARE = 2 / 3;

/**
 * The city or province that a table's regions belong to: the one with most of them, if it has at least
 * two thirds, and half of all with the zones counted.
 * @param names bare region names, development zones and the city's own level left out
 * @param all how many they are with those
 * @returns null where no city can be told
 */
export function parentOf(names: readonly string[], gazetteer: Gazetteer, all = names.length): Parent | null {
  if (names.length < 2) return null;
  const counts = new Map<Parent, number>();
  for (const name of names) for (const parent of gazetteer.parentsHaving(name)) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const best = [...counts].flatMap(([parent, count]) => (count === most ? [parent] : []));
  const [only] = best;
  if (!only || best.length > 1) return null;
  const of = names.filter((name) => name !== only.name).length;
  return most >= of * BELONGING_SHARE && most * 2 >= all ? only : null;
}

/** The names that a unit goes by, each with the unit's first sign: 湘西土家族苗族自治州, 湘西, 湘西州. */
function namesOf(unit: string): string[] {
  const short = shortRegion(unit);
  return [unit, short, short === unit ? unit : `${short}${unit.at(-1) ?? ""}`];
}
