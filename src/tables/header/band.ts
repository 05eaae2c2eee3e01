import { hasAny, NOTE_BEGINNINGS, ORDINAL_HEADERS, SIGNATURES } from "../../lexicon";
import { dateParts } from "../../progress";
import { besideDay, compact, formatKind, isDayAlone, isDigits, readable, serialDate, unitOf, withUnitInBrackets } from "../../cells";
import { isOffice, isRegionHeader } from "../../regions";
import { isBlank, type View } from "../view";
import { captionAt, daysNamed, isCaption, isLineOfValues, withValues, type Caption, type LineCell } from "./captions";

/** What stands above a table's first row. */
export interface HeaderBand {
  /** Rows of the merged header, top to bottom. */
  rows: number[];
  /** The table's title; null without one. */
  title: string | null;
  /** The same line by line, top to bottom. */
  titles: string[];
  /** 填报单位, 截至, 单位 lines. */
  captions: Caption[];
  /** The first row of the whole block, title included. */
  top: number;
}

const COLUMN_NUMBER = /^(?:[A-Z]|\d{1,3}[栏列]?|\(\d+\)|[①-⑳]|\d+=.*)$/;
const MAX_HEADER_ROWS = 6;

/**
 * Reads upward from a table's first labelled row: header rows, then captions and titles.
 * @param firstRow the first row with a region or total label
 * @param floor the last row that belongs to the table above on the same sheet; -1 without one
 */
export function readHeaderBand(view: View, firstRow: number, floor: number, columns: Span): HeaderBand {
  const rows: number[] = [];
  let top = firstRow;
  let row = firstRow - 1;
  while (row - 1 > floor && isGroupHeading(view, row, columns)) row--;
  if (row - 1 > floor && isBlankWithin(view, row, columns)) row--;
  for (; row > floor && rows.length < MAX_HEADER_ROWS; row--) {
    if (isBlankWithin(view, row, columns) || holdsFigures(view, row, columns)) break;
    if (isTextLine(view, row, columns) && !isInsideBand(view, row, floor, columns)) break;
    if (!isColumnNumbers(view, row, columns)) rows.unshift(row);
    top = row;
  }
  return { rows, ...readLines(view, row, floor, columns, top) };
}

/** Title and captions over a table. */
export type Lines = Omit<HeaderBand, "rows">;

/**
 * Reads upward the lines over a header: captions and titles.
 * @param from the row above the header
 * @param below the first row of what stands below
 */
export function readLines(view: View, from: number, floor: number, columns: Span, below: number): Lines {
  const captions: HeaderBand["captions"] = [];
  const titles: string[] = [];
  let [row, top] = [from, below];
  for (let blanks = 0; row > floor && blanks <= 1; row--) {
    if (isBlankWithin(view, row, columns)) {
      if (floor >= 0 && titles.length > 0) break;
      blanks++;
      continue;
    }
    const cells = cellsOf(view, row, columns);
    if (!isTextLine(view, row, columns) || (floor >= 0 && cells.some(({ text }) => endsTableAbove(compact(text))))) break;
    for (const { column, text, isValued } of withValues(view, row, cells)) {
      if (isValued || isCaption(text) || isDayAlone(text) || isReporter(text)) captions.unshift(captionAt(view, row, column, text));
      else titles.unshift(text);
    }
    top = row;
  }
  return { title: titles.length > 0 ? titles.join(" ") : null, titles, captions, top };
}

/** A lone text that is longer is no header. */
const LONGEST_HEADER = 10;

/** 斗门区市场监管局 2024年9月20日: who reports, and when. */
function isReporter(text: string): boolean {
  return isOffice(besideDay(text) ?? compact(text));
}

/** The foot of the table above: 填表人, 注：…, 说明1. */
function endsTableAbove(text: string): boolean {
  return hasAny(text, SIGNATURES) || NOTE_BEGINNINGS.some((word) => text.startsWith(word) && (text[word.length] === ":" || isDigits(text[word.length] ?? "")));
}

/** A row that shows nothing over a table, whatever stands in it over the table beside. */
function isBlankWithin(view: View, row: number, columns: Span): boolean {
  for (let column = columns.first; column <= columns.last; column++) if (view.spreadText(row, column) !== "") return false;
  return true;
}

/** A row of figures is no header; years and what counts columns or rows (1, 2, 1, 2) are none. */
function holdsFigures(view: View, row: number, columns: Span): boolean {
  if (isColumnNumbers(view, row, columns)) return false;
  let [figures, last] = [0, 0];
  for (let column = columns.first; column <= columns.last; column++) {
    const value = view.plain(row, column);
    if (value === null) continue;
    if (value !== 1 && value !== last + 1 && (value < FIRST_YEAR || value > LAST_YEAR)) figures++;
    last = value;
  }
  return figures >= 2;
}

const [FIRST_YEAR, LAST_YEAR] = [1900, 2100];

/** A band of one text with several header cells above it. */
function isInsideBand(view: View, row: number, floor: number, columns: Span): boolean {
  const above = row - 1 > floor ? cellsOf(view, row - 1, columns) : [];
  return above.length >= 2 && above.every(({ text }) => !isCaption(text));
}

/** 一、市辖区 between the header and the first region: one short text under a row of several. */
function isGroupHeading(view: View, row: number, columns: Span): boolean {
  const [only, ...others] = cellsOf(view, row, columns);
  if (!only || others.length > 0 || only.column > columns.first + 1 || isCaption(only.text) || compact(only.text).length > 12) return false;
  return cellsOf(view, row - 1, columns).length >= 3 && !isTextLine(view, row - 1, columns);
}

/** Columns that a table spans, first and last counted. */
export interface Span {
  first: number;
  last: number;
}

/** A title or caption line: one text, or a few that read like captions. */
function isTextLine(view: View, row: number, columns: Span): boolean {
  const cells = cellsOf(view, row, columns);
  if (isLineOfValues(view, row, cells)) return true;
  const named = cells.filter(({ text }) => isCaption(text)).length;
  const days = cells.filter(({ text }) => !isCaption(text) && isDayAlone(text)).length;
  // One day beside at most one other text is the line of who reports and when; several days are headers.
  const dated = daysNamed(view, row, cells);
  const captions = named + dated > 0 ? named + days + 2 * dated : days === 1 && cells.length <= 2 ? cells.length : 0;
  // 截至4月23日完成 in a row of headers is a header.
  // 截至4月23日完成 in a row of headers is a header.
  if (captions > 0) return captions * 2 >= cells.length && cells.length <= 6 && (dated > 0 || !cells.some(({ text }) => isRegionHeader(text)));
  const [only, ...others] = cells;
  if (!only || others.length > 0) return false;
  const width = view.merge(row, only.column)?.columnCount ?? 1;
  return width * 2 > columns.last - columns.first + 1 || only.column <= columns.first || compact(only.text).length > LONGEST_HEADER;
}

/** The texts of a row, a merged area counted once. */
function cellsOf(view: View, row: number, columns: Span): LineCell[] {
  const cells: LineCell[] = [];
  for (let column = columns.first; column <= columns.last; column++) {
    const area = column === columns.first ? view.merge(row, column) : null;
    if (!isBlank(view, row, column)) cells.push({ column, text: readable(view.value(row, column)) });
    // A title merged over two tables side by side is the right one's too.
    else if (area && area.column < columns.first && view.spreadText(row, column) !== "")
      cells.push({ column, text: readable(view.spread(row, column)) });
  }
  return cells;
}

function isColumnNumbers(view: View, row: number, columns: Span): boolean {
  const cells = cellsOf(view, row, columns);
  return cells.length >= 3 && cells.every(({ text }) => COLUMN_NUMBER.test(compact(text)) || ORDINAL_HEADERS.includes(compact(text)));
}

/**
 * The header texts above a column, top to bottom: ["棚户区改造开工(套)", "目标任务"].
 * A blank upper cell takes the group to its left where the column has a header of its own below.
 */
export function headerPath(view: View, band: HeaderBand, column: number, first: number): string[] {
  const path: string[] = [];
  band.rows.forEach((row, level) => {
    const text = bandText(view, band, level, row, column, first);
    if (text !== "" && text !== path.at(-1)) path.push(text);
  });
  return path;
}

function bandText(view: View, band: HeaderBand, level: number, row: number, column: number, first: number): string {
  const own = headerText(view, row, column);
  if (own !== "" || level === band.rows.length - 1) return own;
  const below = band.rows.slice(level + 1);
  const hasOwnBelow = (at: number) => below.some((lower) => headerText(view, lower, at) !== "");
  if (view.merge(row, column) || !hasOwnBelow(column)) return "";
  for (let left = column - 1; left >= first; left--) {
    const text = headerText(view, row, left);
    if (text === "") continue;
    const closed = view.merge(row, left) !== null || !hasOwnBelow(left);
    return closed ? "" : text;
  }
  return "";
}

function headerText(view: View, row: number, column: number): string {
  const text = monthText(view, row, column) ?? compact(view.spread(row, column));
  return text !== "" && unitOf(text) ? `(${text})` : withUnitInBrackets(text);
}

/** 2024年3月 typed as a header is a date to Excel, of the month's first day. */
function monthText(view: View, row: number, column: number): string | null {
  const area = view.merge(row, column);
  const format = view.format(area?.row ?? row, area?.column ?? column);
  if (format === null || formatKind(format) !== "date") return null;
  const day = serialDate(view.spread(row, column), view.date1904);
  const parts = day === null ? null : dateParts(day);
  return parts && `${parts.year}年${parts.month}月${parts.day === 1 ? "" : `${parts.day}日`}`;
}
