import { CITY_RANKS, endingOf, hasAny, SUMMARY_WORDS } from "../lexicon";
import type { FoundTable } from "./find-tables";
import type { ChosenMention } from "./layouts";
import { bareRegion, isTotalLabel, type RegionNames } from "./regions";

/**
 * Chooses the region of each form: of the names that stand in or above it, the one that fewest other forms name
 * too (every form of a city may say that the city's office reports it).
 * @returns one entry a table; undefined for tables with regions of their own
 */
export function chooseMentions(tables: readonly FoundTable[]): (ChosenMention | undefined)[] {
  const counts = new Map<string, number>();
  for (const { frame: { mentions } } of tables) {
    for (const name of new Set(mentions.map(({ name }) => bareRegion(name)))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return tables.map(({ frame: { mentions } }) => {
    if (mentions.length === 0) return undefined;
    const rarest = Math.min(...mentions.map(({ name }) => counts.get(bareRegion(name)) ?? 0));
    const mention = mentions.find(({ name }) => counts.get(bareRegion(name)) === rarest);
    return mention && { mention, whole: isTotalLabel(mention.name) };
  });
}

/**
 * Tells the forms that are of the whole city: its own name, a name that other forms give as their reporter, the
 * place that a table's title names, or a sheet called 汇总.
 * @param places what the titles of tables with regions of their own say that they are of
 */
export function withWholes(
  tables: readonly FoundTable[],
  chosen: readonly (ChosenMention | undefined)[],
  places: readonly string[],
  names: RegionNames,
): (ChosenMention | undefined)[] {
  const others = tables.flatMap(({ frame: { mentions } }, index) =>
    mentions.filter(({ name }) => bareRegion(name) !== bareRegion(chosen[index]?.mention.name ?? "")).map(({ name }) => bareRegion(name)),
  );
  return tables.map(({ sheet }, index) => {
    const one = chosen[index];
    if (!one) return one;
    const name = bareRegion(one.mention.name);
    const isWhole = places.includes(name) || (endingOf(name, CITY_RANKS) !== "" && (others.includes(name) || hasAny(sheet, SUMMARY_WORDS)));
    return { ...one, whole: one.whole || names.isWhole(name) || isWhole };
  });
}
