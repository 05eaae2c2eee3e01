import type { ChosenMention, FoundTable } from "./find-tables";
import { bareRegion, hasSuffix, isTotalLabel, type RegionNames } from "./regions";

/**
 * Chooses the region of each form: of the names that stand in or above it, the one that fewest other forms name
 * too (every form of a city may say that the city's office reports it).
 * @returns one entry a table; undefined for tables with regions of their own
 */
export function chooseMentions(tables: readonly FoundTable[]): (ChosenMention | undefined)[] {
  const counts = new Map<string, number>();
  for (const { form } of tables) {
    for (const name of new Set((form?.mentions ?? []).map(({ name }) => bareRegion(name)))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return tables.map(({ form }) => {
    if (!form) return undefined;
    const rarest = Math.min(...form.mentions.map(({ name }) => counts.get(bareRegion(name)) ?? 0));
    const mention = form.mentions.find(({ name }) => counts.get(bareRegion(name)) === rarest);
    return mention && { mention, whole: isTotalLabel(mention.name) };
  });
}

/** Marks the forms that are of the whole city: its own name, or a city's beside tables of its counties. */
export function markWholes(chosen: readonly (ChosenMention | undefined)[], labels: readonly string[], names: RegionNames): void {
  const regions = new Set(labels.map(names.canonical));
  const forms = chosen.filter((one) => one !== undefined);
  const counties = forms.filter(({ mention }) => /[县区旗]$/.test(bareRegion(mention.name))).length;
  for (const one of forms) {
    const name = names.canonical(one.mention.name);
    const city = hasSuffix(name) && /[市州盟省]$/.test(name) && !regions.has(name);
    const cities = forms.filter(({ mention }) => /[市州盟省]$/.test(bareRegion(mention.name))).length;
    one.whole ||= names.isWhole(one.mention.name) || (city && cities === 1 && names.parent === null && (regions.size > 1 || counties > 1));
  }
}
