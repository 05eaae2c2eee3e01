import type { FormColumn } from "./form";
import { CELL_PADDING, lengthOf, lineCounter, MAX_ROW_HEIGHT, rowHeightFor, textPoints } from "./measure";
import type { KeptWidths } from "./plan";
import { LARGE_TABLE_FONT_SIZE, TABLE_FONT_SIZE } from "./styles";

/** Lines that a column's own header may take, and a band's over its columns. */
const HEADER_LINES = 5;
const BAND_LINES = 2;
const LEAST_WORDS = 8;
const MOST_WORDS = 60;
/** Print is not set smaller than this, as long as that can be avoided. */
const LEAST_PRINTED_SIZE = 9;
/** Nor to keep a table on one page. */
export const LEAST_SIZE_ON_ONE_PAGE = LEAST_PRINTED_SIZE;
export const LEAST_ROW_HEIGHT = 21;
/** A line of the smallest type, and a little air. */
export const CLOSE_ROW_HEIGHT = 16;
/** What a form takes beside its regions' rows, about; in points. */
const HEAD_AND_TOTAL = 210;
/** What the header takes on every further page, about; in points. */
const REPEATED_HEADER = 90;

/** What a page holds at full size, in points. */
export interface PageSize {
  width: number;
  height: number;
}

interface Widths {
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
  if (lengthOf(large) <= page.width)
    return { fontSize: ownSize ?? LARGE_TABLE_FONT_SIZE, points: spread(large, columns, page.width, kept) };
  const points = ownSize === null ? widthsAt(TABLE_FONT_SIZE, columns, page, kept) : large;
  return {
    fontSize: ownSize ?? TABLE_FONT_SIZE,
    points: lengthOf(points) < page.width ? spread(points, columns, page.width, kept) : points,
  };
}

function widthsAt(fontSize: number, columns: readonly MeasuredColumn[], page: PageSize, kept: KeptWidths): number[] {
  const figures = columns.map((column) => kept[column.id] ?? (column.words ? 0 : figureWidth(column, fontSize)));
  widenForBands(figures, columns, fontSize, kept);
  const free = columns.filter((column) => column.words && kept[column.id] === undefined);
  if (free.length === 0) return figures;
  const words = free.map((column) => wordColumn(column, free, fontSize));
  const best = bestWordWidth(words, lengthOf(figures), page, fontSize);
  return columns.map((column, index) => words[free.indexOf(column)]?.width(best) ?? figures[index] ?? 0);
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
    const have = lengthOf(points.slice(first, first + count));
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

/** A column of words whose width is to be found. */
interface WordColumn {
  /** Its width where the widest column of words has so much; in points. */
  width(widest: number): number;
  /** Counts the lines of each row's words. */
  lines: ((points: number, fontSize: number) => number)[];
}

/**
 * Columns of words divide their room by the square root of what they say, so that none is starved; none gets
 * more than its longest text takes on one line.
 */
function wordColumn(column: MeasuredColumn, all: readonly MeasuredColumn[], fontSize: number): WordColumn {
  const longestIn = ({ words }: MeasuredColumn) => Math.max(fontSize, ...(words ?? []).map((text) => textPoints(text, fontSize)));
  const [own, most] = [longestIn(column), Math.max(...all.map(longestIn))];
  const share = Math.max(0.3, Math.sqrt(own / most));
  const header = textPoints(column.path.at(-1) ?? "", fontSize);
  const onOneLine = Math.max(own + fontSize, header) + 2 * CELL_PADDING;
  return { width: (widest) => Math.min(onOneLine, widest * share), lines: (column.words ?? []).map(lineCounter) };
}

/**
 * The width of the widest column of words: where the table fits one page and is still read, the one at which it
 * prints largest; else the one at which it takes the fewest pages.
 */
function bestWordWidth(columns: readonly WordColumn[], figures: number, page: PageSize, fontSize: number): number {
  const rows = columns[0]?.lines.length ?? 0;
  let best = { width: LEAST_WORDS * fontSize, cost: Infinity };
  for (let characters = LEAST_WORDS; characters <= MOST_WORDS; characters++) {
    const width = characters * fontSize;
    const heights = Array.from({ length: rows }, (_, row) => {
      const lines = columns.map((column) => column.lines[row]?.(column.width(width), fontSize) ?? 1);
      return Math.max(LEAST_ROW_HEIGHT, rowHeightFor(Math.max(...lines), fontSize));
    });
    const scale = Math.min(1, page.width / (figures + lengthOf(columns.map((column) => column.width(width)))));
    const whole = Math.min(scale, page.height / (lengthOf(heights) + HEAD_AND_TOTAL));
    const onePage = fontSize * whole >= LEAST_SIZE_ON_ONE_PAGE;
    // Small print costs more than any page saved, and rows too high for Excel more than that.
    const small = Math.max(0, LEAST_PRINTED_SIZE - fontSize * scale) * 1e3;
    const cut = heights.filter((height) => height >= MAX_ROW_HEIGHT).length * 1e6;
    const cost = (onePage ? -whole : pagesOf(heights, page.height / scale) + small) + cut;
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
  const fixed = lengthOf(points.filter((_, index) => kept[columns[index]?.id ?? ""] !== undefined));
  const factor = (pageWidth - fixed) / (lengthOf(points) - fixed);
  return points.map((width, index) => (kept[columns[index]?.id ?? ""] === undefined && Number.isFinite(factor) ? width * factor : width));
}
