import { endingOf, isShortened, ZONE_KINDS } from "../lexicon";
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
  const typed = [...new Set([...whole].map((name) => withoutBracket(name, whole)))];
  const nameOf = (label: string) => withoutPrefix(withoutBracket(plain(label), whole), typed, gazetteer);
  const known = (names: readonly string[]) => gazetteer && parentOf(names.filter(isOrdinary), gazetteer, names.length);
  const names = [...new Set(typed.map((name) => withoutPrefix(name, typed, gazetteer)))];
  const parent = known(names);
  const together = lists.map((list) => new Set(list.map(nameOf)));
  const longer = longerNames(names, parent);
  const full = fullNames(names.filter((name) => !longer.has(name)), parent);
  const zones = zoneNames(names, parent, together);
  const shorter = shorterNames(names.filter((name) => !full.has(name)), parent, together);
  const canonical = (label: string) => {
    const typedName = nameOf(label);
    const name = shorter.get(typedName) ?? typedName;
    return zones.get(name) ?? longer.get(name) ?? full.get(name) ?? name;
  };
  const isWhole = (label: string) => {
    const [name, unit] = [bareRegion(label), canonical(label)];
    // 喀什 beside 疏附 is 喀什市 and not 喀什地区, where no table has both: a county may be called as its prefecture is.
    const isOfParent = isNameOf(unit, parent) || (isNameOf(name, parent) && together.some((list) => list.has(name) && list.has(unit)));
    return isOfParent || (places.includes(name) && typed.length > 2);
  };
  return { canonical, isWhole, parent, parentOf: known };
}

function isNameOf(name: string, parent: Parent | null): boolean {
  return parent !== null && !allUnits(parent).includes(name) && (name === parent.name || name === shortRegion(parent.name));
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
  return !isOrdinary(name) || isAttached || [parent, ...(parent.cities ?? [])].some(belongs);
}

const COUNTY_RANKS = "县市区旗";

/** 湘西州 is the list's 湘西土家族苗族自治州, 长沙 its 长沙市; a county may have become a district since: 南康市 is its 南康区. */
export function isSameUnit(unit: string, name: string): boolean {
  const isOneRank = unit.at(-1) === name.at(-1) || [unit, name].every((one) => COUNTY_RANKS.includes(one.at(-1) ?? ""));
  return shortRegion(unit) === name || (shortRegion(unit) === shortRegion(name) && isOneRank) || abbreviates(name, unit);
}

/** Each of some names with the one other that fits; those that none or several fit are left out. */
function withOnly(names: readonly string[], fitting: (name: string) => readonly string[]): Map<string, string> {
  return new Map(
    names.flatMap((name) => {
      const [only, ...others] = fitting(name);
      return only !== undefined && others.length === 0 ? [[name, only] as const] : [];
    }),
  );
}

/** 湘西州 → the 湘西土家族苗族自治州 that the workbook writes elsewhere, 塔县 → its 塔什库尔干县; nothing where it could be two of them. */
function longerNames(names: readonly string[], parent: Parent | null): Map<string, string> {
  const ordinary = names.filter((name) => isOrdinary(name) && hasSuffix(name));
  const unitOf = (name: string) => withOnly([name], () => parent?.units.filter((unit) => abbreviates(name, unit)) ?? []).get(name);
  const isFuller = (name: string, other: string) => abbreviates(name, other) || (other.length > name.length && isSameUnit(unitOf(name) ?? "", other));
  return withOnly(ordinary.filter((name) => !parent?.units.includes(name)), (name) => ordinary.filter((other) => isFuller(name, other)));
}

/** Short form → the one full form that has it, of those in the workbook or else in the list; of two it stays as it is. */
function fullNames(names: readonly string[], parent: Parent | null): Map<string, string> {
  const written = names.filter((name) => hasSuffix(name) && isOrdinary(name));
  const listed = parent?.units ?? [];
  const fullIn = (of: readonly string[], short: string) => of.filter((name) => name !== short && shortRegion(name) === short);
  const fullOf = (short: string) => [written, listed].map((of) => fullIn(of, short)).find((full) => full.length > 0) ?? [];
  return withOnly([...new Set([...written, ...listed].map(shortRegion))], fullOf);
}

/** 高新, 兰江 and 台商区 in one list are the 高新区, 兰江街道 and 漳州台商投资区 of another: names that shorten one name alone. */
function shorterNames(names: readonly string[], parent: Parent | null, together: readonly ReadonlySet<string>[]): Map<string, string> {
  const isRanked = (name: string) => hasSuffix(name) || looksLikeLower(name);
  const areApart = (name: string, other: string) => together.some((list) => list.has(name) && list.has(other));
  const shortens = (name: string, other: string) => (isRanked(name) ? isShortZone(name, other, parent) : other.startsWith(name) && isRanked(other));
  return withOnly(names.filter((name) => name.length >= 2), (name) => names.filter((other) => other !== name && shortens(name, other) && !areApart(name, other)));
}

/** 台商区 of 漳州台商投资区: no unit of the list, and a zone's name with signs left out. */
function isShortZone(name: string, zone: string, parent: Parent | null): boolean {
  if (!isDevelopmentZone(zone) || isDevelopmentZone(name) || (parent && belongsTo(parent, name))) return false;
  const bare = zone.replace(shortRegion(parent?.name ?? ""), "");
  return bare.length > name.length && bare[0] === name[0] && bare.at(-1) === name.at(-1) && isShortened(name, bare);
}

/**
 * 吕梁经济技术开发区 and 经开区 are one region, called 经开区, where the workbook has only one such zone; 经开区 and 三山经开区
 * in one table are two. A zone keeps the name that it is always written by.
 * @param together the names of each table
 */
function zoneNames(names: readonly string[], parent: Parent | null, together: readonly ReadonlySet<string>[]): Map<string, string> {
  const city = parent ? [parent.name, shortRegion(parent.name)] : [];
  return new Map(
    Object.entries(ZONE_KINDS).flatMap(([short, writings]) => {
      const ofKind = names.filter((name) => endingOf(name, writings) !== "");
      const ownerOf = (name: string) => {
        const owner = name.slice(0, -endingOf(name, writings).length);
        return city.includes(owner) ? "" : owner;
      };
      const owners = (of: readonly string[]) => new Set(of.map(ownerOf));
      const areTwo = together.some((table) => owners(ofKind.filter((name) => table.has(name))).size > 1);
      const isOne = !areTwo && ofKind.length > 1 && owners(ofKind).size <= 2 && owners(ofKind).has("");
      return ofKind.map((name) => [name, isOne ? short : (ofKind.find((other) => ownerOf(other) === ownerOf(name)) ?? name)] as const);
    }),
  );
}

/** Names that one table has with several numbers (示范区1, 示范区2): no marks of notes, but regions of their own. */
function numberedNames(lists: readonly (readonly string[])[]): Set<string> {
  return new Set(
    lists.flatMap((labels) => {
      const first = new Map<string, string>();
      const marked = labels.map((label) => ({ name: bareRegion(label), number: noteNumber(label) })).filter(({ number }) => number !== "");
      for (const { name, number } of marked) if (!first.has(name)) first.set(name, number);
      return marked.flatMap(({ name, number }) => (first.get(name) === number ? [] : [name]));
    }),
  );
}

/** 离石区（市本级） is 离石区, unless the workbook has that one too. */
function withoutBracket(name: string, names: ReadonlySet<string>): string {
  const place = /^(.{2,})\([^()]+\)$/.exec(name)?.[1];
  return place !== undefined && hasSuffix(place) && !names.has(place) ? place : name;
}

/** Drops a city's name before a county's: 吕梁市离石区 → 离石区. */
function withoutPrefix(name: string, typed: readonly string[], gazetteer: Gazetteer | null): string {
  const [, city = "", rest = ""] = /^(.{2,6}?[市州省盟])(.{2,})$/.exec(name) ?? [];
  if (rest === "" || !hasSuffix(rest) || !isOrdinary(rest)) return name;
  const isListed = gazetteer?.parents.some((one) => one.name === city && allUnits(one).includes(rest));
  const isShared = typed.filter((other) => other.startsWith(city) && other.length > city.length).length >= 2;
  return isListed || isShared ? withoutPrefix(rest, typed, gazetteer) : name;
}
