import { beginsWithAny, NAMED_LIKE_WHOLES, WHOLES } from "../lexicon";
import { compact } from "./cells";
import type { FoundTable } from "./find-tables";
import type { RegionNames } from "./regions";

const PLACE_IN_TITLE = /^(?:附[件表]\d*)?([\u4e00-\u9fff]{2,8}?(?:自治州|自治区|地区|[市州盟省]))(?=\d{4}年|[\u4e00-\u9fff])/;
/** A county or town is what a table is of where its year follows: 长兴县2023年…. */
const COUNTY_IN_TITLE = /^(?:附[件表]\d*)?([\u4e00-\u9fff]{2,8}?(?:[县区旗镇乡]|街道))(?=(?:19|20)\d{2}年)/;
const REPORTED_BY = /(?:单位:|^(?:中共)?)((?![市县区州])(?:(?!局)[\u4e00-\u9fff]){2,8}?(?:自治州|自治区|地区|[市州盟省]))/;

/**
 * The city or province that the workbook is of: what titles and 填报单位 say, else the one that the
 * national list puts its regions under.
 */
export function findPlace(tables: readonly FoundTable[], names: RegionNames): string | null {
  return titledPlaces(tables)[0] ?? names.parent?.name ?? null;
}

/** What the titles and captions of tables with regions of their own say that they are of. */
export function titledPlaces(tables: readonly FoundTable[]): string[] {
  return tables.flatMap(({ frame: { layout, band } }) => {
    if (layout === "perRegion") return [];
    const line = compact(band.title ?? "");
    const title = PLACE_IN_TITLE.exec(line)?.[1] ?? COUNTY_IN_TITLE.exec(line)?.[1];
    const titled = title && !speaksOfAll(title) ? [title] : [];
    return [...titled, ...band.captions.flatMap(({ text }) => REPORTED_BY.exec(compact(text))?.[1] ?? [])];
  });
}

/** 全市各县 is no place; 全州县, 全椒县 are. */
function speaksOfAll(title: string): boolean {
  return beginsWithAny(title, WHOLES) && !NAMED_LIKE_WHOLES.includes(title);
}
