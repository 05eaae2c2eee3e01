import { endingOf, isShortened, ZONE_KINDS } from "../../lexicon";
import { allUnits, parentOf, type Gazetteer, type Parent } from "./gazetteer";
import { abbreviates, bareRegion, hasSuffix, isCityLevel, isDevelopmentZone, isOffice, looksLikeLower, noteNumber, shortRegion } from "./names";

/** The regions of a workbook by any of the names that its tables use. */
export interface RegionNames {
  /** The canonical name of a label as typed: 离石, "离  石  区" and 吕梁市离石区 are all 离石区. */
  canonical(label: string): string;
  /** Whether a label names the city or province that the regions belong to: its row is a total. */
  isWhole(label: string): boolean;
  /** The city or province that the workbook's regions belong to; null where none can be told. */
  parent: Parent | null;
  /** The city or province that some regions belong to, by their canonical names; null where none can be told. */
  parentOf(names: readonly string[]): Parent | null;
}

/**
 * Learns the region names of a whole workbook: short forms are led back to the full form that another
 * table uses, or to the national list's where the workbook has only the short one.
 * @param labels region labels of all tables, as typed, in the workbook's order
 * @param places the cities or provinces that titles say the tables are of
 * @param lists the same labels table by table
 */
export function learnRegionNames(
  labels: readonly string[],
  gazetteer: Gazetteer | null,
  places: readonly string[] = [],
  lists: readonly (readonly string[])[] = [labels],
): RegionNames {
  const numbered = numberedNames(lists);
  const plain = (label: string) => (numbered.has(bareRegion(label)) ? `${bareRegion(label)}${noteNumber(label)}` : bareRegion(label));
  const whole = new Set([...new Set(labels)].map(plain).filter((name) => name !== ""));
  const bare = (label: string) => withoutBracket(plain(label), whole);
  const typed = [...new Set([...whole].map(bare))];
  const known = (names: readonly string[]) => gazetteer && parentOf(names.filter(isOrdinary), gazetteer, names.length);
  const prefixed = (name: string, of: Parent | null) => withoutPrefix(name, typed, of, gazetteer);
  const parent = known(typed.map((name) => prefixed(name, null)));
  const names = [...new Set(typed.map((name) => prefixed(name, parent)))];
  const longer = longerNames(names, parent);
  const full = fullNames(names.filter((name) => !longer.has(name)), parent);
  const together = lists.map((list) => new Set(list.map((label) => prefixed(bare(label), parent))));
  const zones = zoneNames(names, parent, together);
  const beginnings = beginningsOf(names.filter((name) => !full.has(name)), parent, together);
  const canonical = (label: string) => {
    const typed = prefixed(bare(label), parent);
    const name = beginnings.get(typed) ?? typed;
    return zones.get(name) ?? longer.get(name) ?? full.get(name) ?? name;
  };
  return {
    canonical,
    isWhole: (label) =>
      (parent !== null && ((isNameOf(bareRegion(label), parent) && !isOfOwnUnit(bareRegion(label), parent, together)) || isNameOf(canonical(label), parent))) ||
      (places.includes(bareRegion(label)) && typed.length > 2),
    parent,
    parentOf: known,
  };
}

function isNameOf(name: string, parent: Parent): boolean {
  return !allUnits(parent).includes(name) && (name === parent.name || name === shortRegion(parent.name));
}

/** 喀什 beside 疏附 is 喀什市 and not 喀什地区, where no table has both: a county may be called as its prefecture is. */
function isOfOwnUnit(name: string, { units }: Parent, together: readonly ReadonlySet<string>[]): boolean {
  const unit = units.find((one) => one !== name && shortRegion(one) === name);
  return unit !== undefined && !together.some((list) => list.has(name) && list.has(unit));
}

/** A region of the national list, as against a development zone or the city's own level. */
export function isOrdinary(name: string): boolean {
  return !isDevelopmentZone(name) && !isCityLevel(name) && !isOffice(name);
}

/** Whether a canonical name belongs to a parent (a county run by the province too), or is a zone or the city's own level. */
export function belongsTo(parent: Parent, name: string): boolean {
  const belongs = (one: Parent) => allUnits(one).some((unit) => isSameUnit(unit, name));
  // 黑龙江省农垦 reports beside the provinces, 离石区农场 beside the counties.
  const isAttached = allUnits(parent).some((unit) => name.length > unit.length && name.startsWith(shortRegion(unit)));
  return !isOrdinary(name) || belongs(parent) || isAttached || (parent.cities?.some(belongs) ?? false);
}

const COUNTY_RANKS = "县市区旗";

/** 湘西州 is the list's 湘西土家族苗族自治州: the same short form and the same rank; 长沙 is its 长沙市. */
export function isSameUnit(unit: string, name: string): boolean {
  if (unit === name || shortRegion(unit) === name) return true;
  // A county may have become a city or a district since: 南康市 is the list's 南康区.
  const isOneRank = unit.at(-1) === name.at(-1) || (COUNTY_RANKS.includes(unit.at(-1) ?? "") && COUNTY_RANKS.includes(name.at(-1) ?? ""));
  return (shortRegion(unit) === shortRegion(name) && isOneRank) || abbreviates(name, unit);
}

/** 湘西州 → the 湘西土家族苗族自治州 that the workbook writes elsewhere, 塔县 → its 塔什库尔干县; nothing where it could be two of them. */
function longerNames(names: readonly string[], parent: Parent | null): Map<string, string> {
  const ordinary = names.filter((name) => isOrdinary(name) && hasSuffix(name));
  return new Map(
    ordinary.flatMap((name) => {
      const units = parent?.units.filter((unit) => abbreviates(name, unit)) ?? [];
      const isFuller = (other: string) => abbreviates(name, other) || (other.length > name.length && units.length === 1 && units.some((unit) => isSameUnit(unit, other)));
      const [only, ...others] = parent?.units.includes(name) ? [] : ordinary.filter(isFuller);
      return only !== undefined && others.length === 0 ? [[name, only] as const] : [];
    }),
  );
}

/** Short form → the one full form that has it; a short form of two full forms stays as it is. */
function fullNames(names: readonly string[], parent: Parent | null): Map<string, string> {
  const byShort = new Map<string, Set<string>>();
  const candidates = names.filter((name) => hasSuffix(name) && isOrdinary(name) && shortRegion(name) !== name);
  for (const name of candidates) addTo(byShort, shortRegion(name), name);
  for (const unit of parent?.units ?? []) {
    // 赣县 is a name of its own, whatever it has become.
    if (!byShort.has(shortRegion(unit)) && !shortRegion(unit).endsWith("县")) addTo(byShort, shortRegion(unit), unit);
  }
  return new Map(
    [...byShort].flatMap(([short, full]) => {
      const [only] = full;
      return full.size === 1 && only !== undefined ? [[short, only] as const] : [];
    }),
  );
}

/** 高新, 兰江 and 台商区 in one list are the 高新区, 兰江街道 and 漳州台商投资区 of another: names that shorten one name alone. */
function beginningsOf(names: readonly string[], parent: Parent | null, together: readonly ReadonlySet<string>[]): Map<string, string> {
  const isRanked = (name: string) => hasSuffix(name) || looksLikeLower(name) || endingOf(name, ["镇", "乡"]) !== "";
  const shortens = (name: string, other: string) => (hasSuffix(name) ? isShortZone(name, other, parent) : !looksLikeLower(name) && other.startsWith(name) && isRanked(other));
  return new Map(
    names.flatMap((name) => {
      const [only, ...others] = name.length < 2 ? [] : names.filter((other) => other !== name && shortens(name, other));
      return only !== undefined && others.length === 0 && !together.some((list) => list.has(name) && list.has(only)) ? [[name, only] as const] : [];
    }),
  );
}

/** 台商区 of 漳州台商投资区: no unit of the list, and a zone's name with signs left out. */
function isShortZone(name: string, zone: string, parent: Parent | null): boolean {
  if (!isDevelopmentZone(zone) || isDevelopmentZone(name) || (parent && belongsTo(parent, name))) return false;
  const bare = parent ? withoutBeginning(zone, [parent.name, shortRegion(parent.name)]) : zone;
  return bare.length > name.length && bare[0] === name[0] && bare.at(-1) === name.at(-1) && isShortened(name, bare);
}

/** A name without the first of some beginnings that it has. */
function withoutBeginning(name: string, beginnings: readonly string[]): string {
  const beginning = beginnings.find((one) => name.startsWith(one) && name.length - one.length >= 2) ?? "";
  return name.slice(beginning.length);
}

/**
 * 吕梁经济技术开发区 and 经开区 are one region, called 经开区, where the workbook has only one such zone. A zone keeps the
 * name that it is always written by.
 * @param together the names of each table: two that stand in one are two regions
 */
function zoneNames(names: readonly string[], parent: Parent | null, together: readonly ReadonlySet<string>[]): Map<string, string> {
  const zones = new Map<string, string>();
  const city = parent && [parent.name, shortRegion(parent.name)];
  for (const [short, writings] of Object.entries(ZONE_KINDS)) {
    const owners = new Map<string, string[]>();
    for (const name of names.filter((one) => endingOf(one, writings) !== "")) {
      const owner = name.slice(0, -endingOf(name, writings).length);
      const ofCity = city?.includes(owner) ?? false;
      owners.set(ofCity ? "" : owner, [...(owners.get(ofCity ? "" : owner) ?? []), name]);
    }
    const distinct = [...owners.keys()].filter((owner) => owner !== "");
    // 经开区 and 三山经开区 in one table are two.
    const areTwo = together.some((table) => [...owners.values()].filter((members) => members.some((name) => table.has(name))).length > 1);
    for (const [owner, members] of owners) {
      const isBare = !areTwo && (owner === "" || (distinct.length === 1 && owners.has("")));
      const writingsOfIt = isBare && distinct.length === 1 ? [...owners.values()].flat() : members;
      for (const name of members) zones.set(name, isBare && writingsOfIt.length > 1 ? short : (members[0] ?? name));
    }
  }
  return zones;
}

/** Names that one table has with several numbers (示范区1, 示范区2): no marks of notes, but regions of their own. */
function numberedNames(lists: readonly (readonly string[])[]): Set<string> {
  const numbered = new Set<string>();
  for (const labels of lists) {
    const numbers = new Map<string, string>();
    for (const label of labels) {
      const [name, number] = [bareRegion(label), noteNumber(label)];
      if (number !== "" && (numbers.get(name) ?? number) !== number) numbered.add(name);
      if (number !== "") numbers.set(name, number);
    }
  }
  return numbered;
}

/** 离石区（市本级） is 离石区, unless the workbook has that one too. */
function withoutBracket(name: string, names: ReadonlySet<string>): string {
  const place = /^(.{2,})\([^()]+\)$/.exec(name)?.[1];
  return place !== undefined && hasSuffix(place) && !names.has(place) ? place : name;
}

/** Drops a city's name before a county's: 吕梁市离石区 → 离石区. */
function withoutPrefix(name: string, typed: readonly string[], parent: Parent | null, gazetteer: Gazetteer | null): string {
  const match = /^(.{2,6}?[市州省盟])(.{2,})$/.exec(name);
  const rest = match?.[2];
  if (rest === undefined || !hasSuffix(rest) || !isOrdinary(rest)) return name;
  const shared = match?.[1] ?? "";
  const known =
    parent?.name === shared ||
    (parent && allUnits(parent).includes(rest)) ||
    gazetteer?.parents.some((one) => one.name === shared && allUnits(one).includes(rest)) ||
    typed.filter((other) => other.startsWith(shared) && other.length > shared.length).length >= 2;
  return known ? withoutPrefix(rest, typed, parent, gazetteer) : name;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
