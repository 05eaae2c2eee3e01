import { printScale, type SheetPlan } from "../attachments";
import { columnLetters } from "../progress";
import { Problem } from "./problem";
import { remarkOn, type Remark } from "./remark";
import { withExcel, type ExcelContext } from "./with-excel";

/** A sheet of ours that stands, with the plan that says how it is printed. */
export interface PrintedSheet {
  name: string;
  plan: SheetPlan;
}

const POINTS_PER_MM = 72 / 25.4;

/**
 * Sets up the pages of sheets that were just written. It comes after all else, in a round trip of its own: Excel for
 * Windows asks the printer at each of these calls, so that without a printer, or with one that is off line, they fail
 * or take seconds. One round trip; two where Excel does not fit a sheet to its page by itself (#1860).
 * @returns a remark on the sheets whose page could not be set up; never rejects
 */
export async function setUpPages(sheets: readonly PrintedSheet[]): Promise<Remark[]> {
  if (sheets.length === 0) return [];
  try {
    await withExcel((context) => setUp(context, sheets));
    return [];
  } catch (error) {
    // A printer that keeps Excel silent would do so again for each sheet.
    if (error instanceof Problem && error.code === "no-answer") return remarkOn("page", sheets.map(({ name }) => name));
  }
  const failed: string[] = [];
  for (const sheet of sheets) await withExcel((context) => setUp(context, [sheet])).catch(() => failed.push(sheet.name));
  return remarkOn("page", failed);
}

async function setUp(context: ExcelContext, sheets: readonly PrintedSheet[]): Promise<void> {
  const fitted = sheets.flatMap(({ name, plan }) => {
    const sheet = context.workbook.worksheets.getItem(name);
    queuePage(sheet, plan);
    if (plan.print.pageColumns) return [];
    const { pageLayout } = sheet;
    pageLayout.load("zoom");
    return [{ pageLayout, plan }];
  });
  await context.sync();
  const unfitted = fitted.filter(({ pageLayout }) => pageLayout.zoom.horizontalFitToPages !== 1);
  for (const { pageLayout, plan } of unfitted) pageLayout.zoom = { scale: printScale(plan) };
  if (unfitted.length > 0) await context.sync();
}

/** Queues how a sheet is printed. The caller syncs. */
function queuePage(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { print } = plan;
  const { pageLayout } = sheet;
  pageLayout.orientation = print.orientation === "Landscape" ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.topMargin = print.marginsMm.top * POINTS_PER_MM;
  pageLayout.bottomMargin = print.marginsMm.bottom * POINTS_PER_MM;
  pageLayout.leftMargin = print.marginsMm.left * POINTS_PER_MM;
  pageLayout.rightMargin = print.marginsMm.right * POINTS_PER_MM;
  pageLayout.headerMargin = print.marginsMm.header * POINTS_PER_MM;
  pageLayout.footerMargin = print.marginsMm.footer * POINTS_PER_MM;
  pageLayout.centerHorizontally = true;
  queueBreaks(sheet, plan);
  // Each document has numbers of its own, also where the whole workbook is printed; attachments go on from the notice.
  pageLayout.firstPageNumber = print.firstPage;
  pageLayout.setPrintArea(sheet.getRangeByIndexes(0, 0, plan.printedRows ?? plan.rowCount, plan.printedColumns));
  // Repeated rows and columns are whole ones: Excel refuses a part of them.
  if (print.titleRows) pageLayout.setPrintTitleRows(sheet.getRange(`${print.titleRows.first + 1}:${print.titleRows.last + 1}`));
  pageLayout.headersFooters.defaultForAllPages.centerFooter = print.centerFooter;
}

/** One page wide, or pages that begin where the plan says. */
function queueBreaks(sheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { pageColumns, pageRows, oneTall } = print;
  sheet.verticalPageBreaks.removePageBreaks();
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of pageRows) sheet.horizontalPageBreaks.add(sheet.getCell(row, 0));
  for (const column of pageColumns?.starts ?? []) sheet.verticalPageBreaks.add(sheet.getCell(0, column));
  if (pageColumns) sheet.pageLayout.setPrintTitleColumns(sheet.getRange(`A:${columnLetters(pageColumns.repeated - 1)}`));
  sheet.pageLayout.zoom = pageColumns ? { scale: Math.round(pageColumns.scale * 100) } : { horizontalFitToPages: 1, ...(oneTall && { verticalFitToPages: 1 }) };
}
