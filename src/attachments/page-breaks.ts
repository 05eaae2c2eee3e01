import { lengthOf } from "./measure";

/** Rows of a sheet, first and last counted from 0. */
export interface Rows {
  first: number;
  last: number;
}

/** A table of a sheet: its rows from the heading to the last line under it. */
export interface PrintedTable extends Rows {
  /** Its heading and its first rows stay together. */
  startEnds: number;
  /** Its last rows, the total and what stands under it stay together. */
  endStarts: number;
}

/** Rows are rounded to pixels, each by as much as 3/8 point; what a page of them may be off. */
const LEEWAY = 8;

/**
 * Where new pages begin, so that a table stays whole where a page holds it, no heading stands at the foot of a
 * page and no total alone at its head.
 * @param heights of all rows, in points
 * @param repeated rows that every further page begins with
 * @param tables in order, one right under the other
 * @param page what a page holds, in points
 * @returns rows, counted from 0; none where everything stands on one page
 */
export function pageBreaks(heights: readonly number[], repeated: Rows, tables: readonly PrintedTable[], page: number): number[] {
  const height = ({ first, last }: Rows) => lengthOf(heights.slice(first, last + 1));
  const room = page - LEEWAY;
  const header = height(repeated);
  const breaks: number[] = [];
  let used = height({ first: 0, last: (tables[0]?.first ?? 0) - 1 });
  const place = (rows: Rows) => {
    const own = height(rows);
    if (used + own > room) {
      breaks.push(rows.first);
      used = header;
    }
    used += own;
  };
  tables.forEach((table, index) => {
    const whole = height(table);
    // The first one begins under the title, whatever its length.
    if (used + whole <= room || (index > 0 && header + whole <= room)) place(table);
    else inseparable(table).forEach(place);
  });
  return breaks;
}

/** Rows that no page may part: the heading with what follows it, every row, the end with its total. */
function inseparable({ first, last, startEnds, endStarts }: PrintedTable): Rows[] {
  if (startEnds >= endStarts - 1) return [{ first, last }];
  const between = Array.from({ length: endStarts - startEnds - 1 }, (_, index) => startEnds + 1 + index);
  return [{ first, last: startEnds }, ...between.map((row) => ({ first: row, last: row })), { first: endStarts, last }];
}
