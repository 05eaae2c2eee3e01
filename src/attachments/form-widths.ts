import type { FormColumn } from "./form";
import { CELL_PADDING, MAX_ROW_HEIGHT, lineCounter, rowHeightFor, textPoints } from "./measure";
import type { KeptWidths } from "./plan";
import { LARGE_TABLE_FONT_SIZE, TABLE_FONT_SIZE } from "./styles";

/** Lines that a column's own header may take, and a band's over its columns. */
const HEADER_LINES = 4;
const BAND_LINES = 2;
const LEAST_WORDS = 12;
const MOST_WORDS = 60;
/** Print is not set smaller than this, as long as that can be avoided. */
const LEAST_PRINTED_SIZE = 8;
/** A little smaller, where that keeps a table on one page. */
export const LEAST_SIZE_ON_ONE_PAGE = 7;
export const LEAST_ROW_HEIGHT = 21;
/** What a form takes beside its regions' rows, about; in points. */
const HEAD_AND_TOTAL = 210;
/** What the header takes on every further page, about; in points. */
const REPEATED_HEADER = 90;

/** What a page holds at full size, in points. */
export interface PageSize {
  width: number;
  height: number;
}

export interface Widths {
  fontSize: number;
  /** In points, one a column. */
  points: number[];
}

/** A column to be measured, with all the words that it shows. */
export interface MeasuredColumn extends Pick<FormColumn, "id" | "path" | "widest"> {
  /** The texts of a column of words, by row; null for figures. */
  words: string[] | null;
}

/**
 * Decides the font size and the columns' widths: 小四 (12) where the table fits the page in it, else 五号 (10.5);
 * a narrow table is spread over the page. Words take the width at which the table prints in the least height.
 * @param page what a page holds at full size, in points
 * @param kept widths that the office set by hand, in points
 * @param ownSize the size that the office's template has, in points; null: either of the two
 */
export function fitWidths(columns: readonly MeasuredColumn[], page: PageSize, kept: KeptWidths, ownSize: number | null): Widths {
  const large = widthsAt(ownSize ?? LARGE_TABLE_FONT_SIZE, columns, page, kept);
  if (sum(large) <= page.width) return { fontSize: ownSize ?? LARGE_TABLE_FONT_SIZE, points: spread(large, columns, page.width, kept) };
  const points = ownSize === null ? widthsAt(TABLE_FONT_SIZE, columns, page, kept) : large;
  return { fontSize: ownSize ?? TABLE_FONT_SIZE, points: sum(points) < page.width ? spread(points, columns, page.width, kept) : points };
}

function widthsAt(fontSize: number, columns: readonly MeasuredColumn[], page: PageSize, kept: KeptWidths): number[] {
  const figures = columns.map((column) => kept[column.id] ?? (column.words ? 0 : figureWidth(column, fontSize)));
  widenForBands(figures, columns, fontSize, kept);
  const free = columns.filter((column) => column.words && kept[column.id] === undefined);
  if (free.length === 0) return figures;
  const share = wordShares(free, fontSize);
  const best = bestWordWidth(free, share, sum(figures), page, fontSize);
  return columns.map((column, index) => {
    const at = free.indexOf(column);
    return at === -1 ? (figures[index] ?? 0) : best * (share[at] ?? 1);
  });
}

function figureWidth({ path, widest }: MeasuredColumn, fontSize: number): number {
  const header = path.at(-1) ?? "";
  const characters = Math.max(2, Math.ceil(textPoints(header, 1) / HEADER_LINES));
  return Math.max(textPoints(widest, fontSize), characters * fontSize + 2) + CELL_PADDING;
}

/** A band's name must find room over its columns. */
function widenForBands(points: number[], columns: readonly MeasuredColumn[], fontSize: number, kept: KeptWidths): void {
  for (const { first, count, text } of bandsOf(columns)) {
    const under = columns.slice(first, first + count);
    if (under.some(({ words, id }) => words || kept[id] !== undefined)) continue;
    const wanted = textPoints(text, fontSize) / BAND_LINES + CELL_PADDING + fontSize;
    const have = sum(points.slice(first, first + count));
    if (have >= wanted) continue;
    for (let column = first; column < first + count; column++) points[column] = ((points[column] ?? 0) * wanted) / have;
  }
}

/** Bands of the header that span neighbouring columns, outermost first. */
export function bandsOf(columns: readonly Pick<FormColumn, "path">[]): { level: number; first: number; count: number; text: string }[] {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  const found: { level: number; first: number; count: number; text: string }[] = [];
  for (let level = 0; level < depth - 1; level++) {
    columns.forEach(({ path }, index) => {
      if (level >= path.length - 1) return;
      const before = columns[index - 1]?.path;
      const open = found.at(-1);
      const same = before !== undefined && before.length > level + 1 && path.slice(0, level + 1).every((text, at) => text === before[at]);
      if (same && open && open.level === level) open.count++;
      else found.push({ level, first: index, count: 1, text: path[level] ?? "" });
    });
  }
  return found;
}

/** How columns of words divide their width: by the square root of what they say, so that none is starved. */
function wordShares(columns: readonly MeasuredColumn[], fontSize: number): number[] {
  const longest = columns.map(({ words }) => Math.sqrt(Math.max(1, ...(words ?? []).map((text) => textPoints(text, fontSize)))));
  const most = Math.max(...longest);
  return longest.map((length) => Math.max(0.3, length / most));
}

/**
 * The width of the widest column of words: where the table fits one page and is still read, the one at which it
 * prints largest; else the one at which it takes the fewest pages.
 */
function bestWordWidth(columns: readonly MeasuredColumn[], share: readonly number[], figures: number, page: PageSize, fontSize: number): number {
  const counters = columns.map(({ words }) => (words ?? []).map(lineCounter));
  const rows = counters[0]?.length ?? 0;
  let best = { width: LEAST_WORDS * fontSize, cost: Infinity };
  for (let characters = LEAST_WORDS; characters <= MOST_WORDS; characters++) {
    const width = characters * fontSize;
    const heights = Array.from({ length: rows }, (_, row) => {
      const lines = counters.map((column, at) => column[row]?.(width * (share[at] ?? 1), fontSize) ?? 1);
      return Math.max(LEAST_ROW_HEIGHT, rowHeightFor(Math.max(...lines), fontSize));
    });
    const scale = Math.min(1, page.width / (figures + width * sum(share)));
    const whole = Math.min(scale, page.height / (sum(heights) + HEAD_AND_TOTAL));
    const onePage = fontSize * whole >= LEAST_SIZE_ON_ONE_PAGE;
    // Small print and rows too high for Excel cost more than any page saved.
    const small = Math.max(0, LEAST_PRINTED_SIZE - fontSize * scale);
    const cut = heights.filter((height) => height >= MAX_ROW_HEIGHT).length;
    const cost = (onePage ? -whole : pagesOf(heights, page.height / scale) * (1 + small)) + cut * 1e6;
    if (cost < best.cost) best = { width, cost };
  }
  return best.width;
}

/** How many pages rows take, the last one by its share; no row is torn apart. */
function pagesOf(heights: readonly number[], pageHeight: number): number {
  let [pages, used] = [0, HEAD_AND_TOTAL];
  for (const height of heights) {
    if (used + height > pageHeight) [pages, used] = [pages + 1, REPEATED_HEADER];
    used += height;
  }
  return pages + used / pageHeight;
}

/** Spreads a table over the page, each column by its share; what the office set by hand stays. */
function spread(points: readonly number[], columns: readonly MeasuredColumn[], pageWidth: number, kept: KeptWidths): number[] {
  const fixed = sum(points.filter((_, index) => kept[columns[index]?.id ?? ""] !== undefined));
  const factor = (pageWidth - fixed) / (sum(points) - fixed);
  return points.map((width, index) => (kept[columns[index]?.id ?? ""] === undefined && Number.isFinite(factor) ? width * factor : width));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
