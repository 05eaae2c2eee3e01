import type { CellAddress } from "../../progress";
import { compact } from "../../cells";
import { bareRegion, isRegionHeader, isTotalLabel, looksLikeLower, looksLikeRegion } from "../../regions";
import { hasFigure, type View } from "../view";
import type { KnowsRegion } from "./label-run";

/** A name that stands above, in or below a form, where its region may be named; null where only the sheet says it. */
export interface RegionMention {
  name: string;
  cell: CellAddress | null;
}

const LABELLED = /(?:填报单位|上报单位|报送单位|单位|县\(?市?、?区\)?(?:名称)?|地区|区县|县区|名称|区域)[:](.{1,60}?)(?:\(|截[至止]|填报|填表|单位|日期|联系|审核|$)/;
/** A title's region: before the year or the first word of what the form is about, after 附件1 or a year. */
const TITLED =
  /^(?:附[件表]\d*[:、.]?|表[一二三四五六七八九十\d]+[:、.]?|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.])?(?:(?:19|20)\d{2}年度?(?:\d{1,2}月份?)?)?(.{2,16}?)(?=(?:19|20)\d{2}年|\d{1,2}月|住房|住建|保障|棚户|棚改|城镇|城市(?!区)|公租|租赁|年度|目标|任务|进展|进度|完成|情况|项目|上报|报表|安居|老旧|一季|上半|工作|$)/;
const ROWS_ABOVE = 8;
const ROWS_BELOW = 4;

/**
 * Every name that can be a form's region, the most telling first: a labelled one (县区：离石区), the title's, a
 * cell of its own, the caption below, the sheet's name.
 * @param top the first row that may belong to the form
 */
export function regionMentions(view: View, header: number, top: number, lastRow: number, knows: KnowsRegion): RegionMention[] {
  const isRegion = (name: string) => looksLikeRegion(name) || looksLikeLower(name) || knows(bareRegion(name)) || isTotalLabel(name);
  const labelled: RegionMention[] = [];
  const titled: RegionMention[] = [];
  const visit = (row: number) => {
    for (let column = 0; column < view.columnCount; column++) {
      const text = view.text(row, column);
      const cell = view.address(row, column);
      const names = (said: string | undefined) => [bareRegion(said?.split("(", 1)[0] ?? "")].filter(isRegion).map((name) => ({ name, cell }));
      labelled.push(...names(LABELLED.exec(text)?.[1]));
      titled.push(...[text, TITLED.exec(text)?.[1]].flatMap(names).filter(({ name }) => !isRegionHeader(name)));
    }
  };
  for (let row = header; row >= Math.max(0, top, header - ROWS_ABOVE); row--) visit(row);
  for (let row = lastRow + 1; row <= lastRow + ROWS_BELOW && labelled.length + titled.length === 0; row++) if (!hasFigure(view, row)) visit(row);
  const [sheet = ""] = compact(view.sheet).replace(/^[\d、.]+/, "").split("(", 1);
  return [...labelled, ...titled, ...(isRegion(sheet) ? [{ name: sheet, cell: null }] : [])];
}
