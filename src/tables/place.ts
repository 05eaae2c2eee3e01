import { beginsWithAny, NAMED_LIKE_WHOLES, WHOLES } from "../lexicon";
import { compact } from "../cells";
import type { FoundTable } from "./find-tables";
import type { ChosenMention } from "./layouts";
import { bareRegion, isTotalLabel } from "../regions";

const PLACE_IN_TITLE = /^(?:附[件表]\d*)?([\u4e00-\u9fff]{2,8}?(?:自治州|自治区|地区|[市州盟省]))(?=\d{4}年|[\u4e00-\u9fff])/;
/** A county or town is what a table is of where its year follows: 长兴县2023年…. */
const COUNTY_IN_TITLE = /^(?:附[件表]\d*)?([\u4e00-\u9fff]{2,8}?(?:[县区旗镇乡]|街道))(?=(?:19|20)\d{2}年)/;
const REPORTED_BY = /(?:单位:|^(?:中共)?)((?![市县区州])(?:(?!局)[\u4e00-\u9fff]){2,8}?(?:自治州|自治区|地区|[市州盟省]))/;

/** What the titles and captions of tables with regions of their own say that they are of. */
export function titledPlaces(tables: readonly FoundTable[]): string[] {
  return tables.flatMap(({ frame: { layout, band } }) => {
    if (layout === "perRegion") return [];
    const line = compact(band.title ?? "");
    const title = PLACE_IN_TITLE.exec(line)?.[1] ?? COUNTY_IN_TITLE.exec(line)?.[1];
    // 全市各县 is no place; 全州县, 全椒县 are.
    const isPlace = title !== undefined && (!beginsWithAny(title, WHOLES) || NAMED_LIKE_WHOLES.includes(title));
    return [...(isPlace ? [title] : []), ...band.captions.flatMap(({ text }) => REPORTED_BY.exec(compact(text))?.[1] ?? [])];
  });
}

/**
 * Chooses the region of each form: of the names that stand in or above it, the one that fewest other forms name
 * too (every form of a city may say that the city's office reports it).
 * @returns one entry a table; undefined for tables with regions of their own
 */
export function chooseMentions(tables: readonly FoundTable[]): (ChosenMention | undefined)[] {
  const counts = new Map<string, number>();
  const named = tables.flatMap(({ frame: { mentions } }) => [...new Set(mentions.map(({ name }) => bareRegion(name)))]);
  for (const name of named) counts.set(name, (counts.get(name) ?? 0) + 1);
  const countOf = ({ name }: { name: string }) => counts.get(bareRegion(name)) ?? 0;
  return tables.map(({ frame: { mentions } }) => {
    const [mention] = [...mentions].sort((a, b) => countOf(a) - countOf(b));
    return mention && { mention, whole: isTotalLabel(mention.name) };
  });
}
