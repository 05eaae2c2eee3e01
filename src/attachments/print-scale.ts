import { pointsOf } from "./measure";
import { pageSize } from "./page";
import type { SheetPlan } from "./plan";

/** Excel's own bounds of a print scale, in percent; more than the whole is never wanted here. */
const LEAST_SCALE = 10;
const WHOLE = 100;

/**
 * The scale, in whole percent, at which a planned sheet is one page wide, and one page high where the plan wants that:
 * for an Excel that does not fit it to the page by itself.
 * @example a landscape table 1,050 points wide with margins of 20 mm: 69
 */
export function printScale({ print, columnWidths, rowHeights, printedColumns, printedRows }: SheetPlan): number {
  const page = pageSize(print);
  const width = columnWidths.slice(0, printedColumns).reduce((total, digits) => total + pointsOf(digits), 0);
  const height = rowHeights.slice(0, printedRows).reduce((total, points) => total + points, 0);
  const shares = [page.width / width, ...(print.oneTall ? [page.height / height] : [])];
  return Math.max(LEAST_SCALE, Math.min(WHOLE, Math.floor(Math.min(...shares) * WHOLE)));
}
