import { beginsWithAny, CAPTION_WORDS, endingOf, hasAny } from "../../lexicon";
import type { CellAddress } from "../../progress";
import { compact, formatKind, isDayAlone, isDigits, saysUntil, unitOf, withoutUntil, type CellValue } from "../../cells";
import { isRegionHeader, looksLikeRegion } from "../../regions";
import type { View } from "../view";

/** A line beside a title that says who, when or in what unit. */
export interface Caption {
  text: string;
  cell: CellAddress;
  /** What the cell beside it holds: the day after 截至日期：. */
  beside: CellValue;
}

/** A cell of a line that has a text. */
export interface LineCell {
  column: number;
  text: string;
}

const ATTACHMENT = /^附[件表][\d一二三四五六七八九十]*[:、.-]?/;
/** A shorter text is no title. */
const SHORTEST_TITLE = 6;

/** A caption with its place. @param text as read, which may be joined with the cell beside it */
export function captionAt(view: View, row: number, column: number, text: string): Caption {
  return { text, cell: view.address(row, column), beside: view.value(row, column + (view.merge(row, column)?.columnCount ?? 1)) };
}

/** （长治、晋城片，统计截止时间：2009年11月30日）. */
const BRACKETED = /^\([^()]*\)$/;

/** The unit behind a title: 棚户区改造进度表（单位：套）. */
const UNIT_BEHIND = /\((?:计量)?单位[:：][^()]{1,12}\)$/;

/** Whether a text is a caption: 填报单位, 截至, 单位; a title that names its day or its unit is still a title. */
export function isCaption(text: string): boolean {
  const whole = compact(text);
  const before = whole.replace(UNIT_BEHIND, "");
  const bare = before.length < SHORTEST_TITLE ? whole : before;
  return saysCaption(bare) && (BRACKETED.test(whole) || !saysUntil(bare) || withoutUntil(bare).length < SHORTEST_TITLE || saysCaption(withoutUntil(bare)));
}

function saysCaption(text: string): boolean {
  return hasAny(text, CAPTION_WORDS) || isAttachment(text) || isLabelled(text) || isListOfUnits(text);
}

/** 户、套、亿元 without 单位. */
function isListOfUnits(text: string): boolean {
  const words = text.split("、");
  return words.length > 1 && words.every((word) => unitOf(word) !== null);
}

/** 附件2, 附表一：; not 附表4 城镇老旧小区改造. */
function isAttachment(text: string): boolean {
  const rest = text.replace(ATTACHMENT, "");
  return rest !== text && rest.length < SHORTEST_TITLE;
}

const LABEL = /^[\u4e00-\u9fff]{2,6}$/;
/** 表一：省重点项目 is a title, 其中：省级 a header. */
const NO_LABELS = ["表", "其中"];

/** 经办：小陆, 统计口径：2024年9月以来: a short word, and what is said of it. */
function isLabelled(text: string): boolean {
  const label = text.split(":", 1)[0] ?? "";
  return label !== text && LABEL.test(label) && !beginsWithAny(label, NO_LABELS);
}

/**
 * The texts of a line, each with what belongs to it: 单位： and the 套 in the cell beside it are one, as 县（市、区） and its
 * 离石区 are, and 填报日期 and its day; a day typed as a date stays what stands beside its caption.
 * @returns `isValued` where a text was found to be the caption of what stands beside it
 */
export function withValues(view: View, row: number, cells: readonly LineCell[]): (LineCell & { isValued: boolean })[] {
  const joined: (LineCell & { isValued: boolean })[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    if (before && endingOf(before.text, [":", "："]) !== "" && isCaption(before.text) && !isDigits(cell.text) && !isCaption(cell.text)) {
      before.text += cell.text;
    } else if (before && isDayAt(view, row, cell) && namesDay(before.text)) {
      before.isValued = true;
      if (isDayAlone(cell.text)) before.text += `:${cell.text}`;
    } else if (before && isNamedRegion(before.text, cell.text)) {
      before.isValued = true;
      before.text += `:${cell.text}`;
    } else joined.push({ ...cell, isValued: false });
  }
  return joined;
}

/** A line that says of what region and day a form is: 县（市、区） | 离石区 | 填报日期 | 2024/11/15; several regions are headers. */
export function isLineOfValues(view: View, row: number, cells: readonly LineCell[]): boolean {
  const regions = cells.filter(({ text }, at) => isNamedRegion(cells[at - 1]?.text ?? "", text)).length;
  const days = daysNamed(view, row, cells);
  return regions === 1 && days > 0 && (regions + days) * 2 >= cells.length;
}

/** How often 填报日期 or the like stands beside its day. */
export function daysNamed(view: View, row: number, cells: readonly LineCell[]): number {
  return cells.filter((cell, at) => isDayAt(view, row, cell) && namesDay(cells[at - 1]?.text ?? "")).length;
}

/** 报表日期, 统计时间, 数据截至, 调度日：: the day stands beside it. */
export function namesDay(text: string): boolean {
  const label = compact(text);
  return endingOf(label.replace(":", ""), ["日期", "时间", "时点", "截至", "截止"]) !== "" || label.endsWith("日:");
}

function isDayAt(view: View, row: number, { column, text }: LineCell): boolean {
  return isDayAlone(text) || formatKind(view.format(row, column) ?? "") === "date";
}

/** 县（市、区） with 离石区 beside it. */
function isNamedRegion(label: string, value: string): boolean {
  return isRegionHeader(compact(label).replace(/:$/, "")) && looksLikeRegion(value) && !isRegionHeader(value);
}
