import { LEAST_SIZE_ON_ONE_PAGE } from "./form-widths";
import { pageBreaks, type PrintedTable, type Rows } from "./page-breaks";
import { printedSize } from "./page";
import type { PrintSetup } from "./plan";
import { TABLE_FONT_SIZE } from "./styles";
import { lengthOf } from "./measure";

/**
 * What pages are filled to. Columns are told in digits of the workbook's font: a program that has none of it takes
 * another, whose digits may be 8 pixels wide for 7, and would tear the last group.
 */
const FILLED = { width: 0.87, height: 0.97 };
/** Not smaller, so that the type stays legible. */
const LEAST_SCALE = LEAST_SIZE_ON_ONE_PAGE / TABLE_FONT_SIZE;

/** A table of groups side by side, as it is to be printed. */
interface WideTable {
  /** In points, one a column; the first one holds the regions. */
  columnWidths: readonly number[];
  /** The first column of each group, and how many it has. */
  groups: readonly { column: number; count: number }[];
  /** In points, one a row. */
  rowHeights: readonly number[];
  /** Rows that every page begins with. */
  head: Rows;
  /** The table, and what stands under it. */
  tables: readonly PrintedTable[];
}

/**
 * The pages of a table of groups side by side: the total is not torn from the rows above it; where it takes several
 * beside each other, the regions stand on each.
 * @param starts as `pageStarts` gives them
 * @param page upright or lying, with its margins
 */
export function widePages(
  { columnWidths, rowHeights, head, tables }: WideTable,
  starts: number[],
  page: PrintSetup,
): Pick<PrintSetup, "oneTall" | "pageColumns" | "pageRows"> {
  const { width, height } = printedSize(page);
  const whole = lengthOf(rowHeights);
  const rowsAt = (scale: number) => pageBreaks(rowHeights, head, tables, height / scale);
  if (starts.length === 0) {
    const across = Math.min(1, width / lengthOf(columnWidths));
    const oneTall = Math.min(across, height / whole) >= LEAST_SCALE;
    return { oneTall, pageColumns: null, pageRows: oneTall ? [] : rowsAt(across) };
  }
  const bounds = [1, ...starts, columnWidths.length];
  const widest =
    lengthOf(columnWidths.slice(0, 1)) + Math.max(...bounds.slice(1).map((end, index) => lengthOf(columnWidths.slice(bounds[index], end))));
  const across = Math.min(1, (width * FILLED.width) / widest);
  // A little smaller where that keeps it on one page in height.
  const fitting = Math.min(across, (height * FILLED.height) / whole);
  const scale = Math.floor((fitting >= LEAST_SCALE ? fitting : across) * 100) / 100;
  return { oneTall: false, pageColumns: { repeated: 1, starts, scale }, pageRows: rowsAt(scale) };
}

/** The columns at which a new page begins beside the one before, so that no group is torn apart; none where one page holds them all. */
export function pageStarts({ columnWidths, groups }: Pick<WideTable, "columnWidths" | "groups">, page: PrintSetup): number[] {
  const room = (printedSize(page).width * FILLED.width) / LEAST_SCALE;
  const starts: number[] = [];
  for (const { column, count } of groups) {
    const from = starts.at(-1) ?? 1;
    if (column > from && lengthOf(columnWidths.slice(0, 1)) + lengthOf(columnWidths.slice(from, column + count)) > room)
      starts.push(column);
  }
  return starts;
}
