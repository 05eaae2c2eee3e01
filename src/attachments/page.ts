import type { PageSize } from "./form-widths";
import { pointsOf } from "./measure";
import type { PrintSetup, SheetPlan } from "./plan";

const POINTS_PER_MM = 72 / 25.4;
const A4_MM = { Portrait: { width: 210, height: 297 }, Landscape: { width: 297, height: 210 } } as const;

/**
 * The page of an attachment: A4 landscape. GB/T 9704-2012 gives 37 mm at the top and 28 mm at the binding of a
 * portrait page; a wide table lies with its head to the binding, so the margins turn with it.
 */
export function landscapePage(titleRows: PrintSetup["titleRows"]): PrintSetup {
  return {
    orientation: "Landscape",
    marginsMm: { top: 28, bottom: 26, left: 20, right: 20, header: 10, footer: 14 },
    titleRows,
    pageColumns: null,
    pageRows: [],
    oneTall: false,
    firstPage: 1,
    centerFooter: '&"宋体"&14— &P —',
  };
}

/** The page of the notice itself: A4 portrait with the margins of GB/T 9704-2012 (37 mm top, 28 mm binding). */
export function portraitPage(): PrintSetup {
  return {
    orientation: "Portrait",
    marginsMm: { top: 37, bottom: 35, left: 28, right: 26, header: 15, footer: 28 },
    titleRows: null,
    pageColumns: null,
    pageRows: [],
    oneTall: false,
    firstPage: 1,
    centerFooter: '&"宋体"&14— &P —',
  };
}

/** How many pages a planned sheet takes. */
export function pageCount({ print, rowHeights, printedRows, columnWidths, printedColumns }: SheetPlan): number {
  if (print.oneTall) return 1;
  if (print.pageRows.length > 0) return print.pageRows.length + 1;
  const { width, height } = printedSize(print);
  const across = columnWidths.slice(0, printedColumns).reduce((total, digits) => total + pointsOf(digits), 0);
  const room = height / Math.min(1, width / across);
  let [pages, used] = [1, 0];
  for (const row of rowHeights.slice(0, printedRows)) {
    if (used + row > room) [pages, used] = [pages + 1, 0];
    used += row;
  }
  return pages;
}

/** Sheets whose pages are numbered on from a first one, each from where the one before it ends. */
export function numberedFrom(first: number, plans: readonly SheetPlan[]): SheetPlan[] {
  let next = first;
  return plans.map((plan) => {
    const firstPage = next;
    next += pageCount(plan);
    return { ...plan, print: { ...plan.print, firstPage } };
  });
}

/** What a page holds at full size, in points, as sheets are laid out for it. */
export function printedSize(print: PrintSetup): PageSize {
  const { width, height } = pageSize(print);
  // A little is left over, so that rounding to pixels never makes a page be scaled down.
  return { width: width - 3, height };
}

/** A page between its margins, in points. */
export function pageSize({ orientation, marginsMm }: PrintSetup): PageSize {
  const { width, height } = A4_MM[orientation];
  return {
    width: (width - marginsMm.left - marginsMm.right) * POINTS_PER_MM,
    height: (height - marginsMm.top - marginsMm.bottom) * POINTS_PER_MM,
  };
}
