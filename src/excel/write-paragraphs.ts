import { NOTICE_FONT, paragraphHeight } from "../attachments";
import type { WorkbookState } from "./workbook-state";
import { cellInput } from "./cell-input";

/** Where the user wants the notice: the first cell of the selection, and how many columns it may take. */
export interface Place {
  sheet: string;
  row: number;
  column: number;
  columnCount: number;
  /** Width of those columns together, in digits of the default font. */
  width: number;
}

/** A digit of the default font is 7 pixels, a pixel 0.75 points. */
const POINTS_PER_DIGIT = 5.25;
/** Narrower than this, a notice would stand in a column of single words. */
const LEAST_WIDTH = 30;

/**
 * The user's selection as a place to write, in one round trip.
 * @returns null where what is selected is no block of cells
 */
export async function selectedPlace(context: Excel.RequestContext): Promise<Place | null> {
  const range = context.workbook.getSelectedRange();
  const { worksheet } = range;
  range.load("rowIndex,columnIndex,columnCount,isEntireRow");
  worksheet.load("name");
  // Range.width would need ExcelApi 1.10.
  const columns = range.getColumnProperties({ format: { columnWidth: true } });
  await context.sync();
  if (range.isEntireRow) return null;
  const points = columns.value.reduce((total, { format }) => total + (format?.columnWidth ?? 0), 0);
  return {
    sheet: worksheet.name,
    row: range.rowIndex,
    column: range.columnIndex,
    columnCount: range.columnCount,
    width: points / POINTS_PER_DIGIT,
  };
}

/**
 * Whether a notice can stand at a place without touching anything of the staff's: every row it takes is
 * empty across the sheet, and the columns are wide enough to read it.
 */
export function hasRoom(state: WorkbookState, place: Place, rows: number): boolean {
  const grid = state.snapshot.sheets.find(({ name }) => name === place.sheet);
  const sheet = state.sheets.find(({ name }) => name === place.sheet);
  if (!grid || !sheet || sheet.protected || sheet.key !== null || place.width < LEAST_WIDTH) return false;
  return !grid.values.some(
    (values, index) =>
      grid.row + index >= place.row &&
      grid.row + index < place.row + rows &&
      values.some((value) => value !== ""),
  );
}

/** Queues the paragraphs at a place, one a row, merged over the selected columns and high enough to read. */
export function queueParagraphs(context: Excel.RequestContext, place: Place, paragraphs: readonly string[]): void {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const block = sheet.getRangeByIndexes(place.row, place.column, paragraphs.length, place.columnCount);
  const first = sheet.getRangeByIndexes(place.row, place.column, paragraphs.length, 1);
  first.values = paragraphs.map((text) => [cellInput(text)]);
  if (place.columnCount > 1) block.merge(true);
  block.format.wrapText = true;
  block.format.verticalAlignment = Excel.VerticalAlignment.top;
  block.format.horizontalAlignment = Excel.HorizontalAlignment.left;
  block.format.font.name = NOTICE_FONT.fontName;
  block.format.font.size = NOTICE_FONT.fontSize;
  paragraphs.forEach((text, index) => {
    sheet.getRangeByIndexes(place.row + index, place.column, 1, 1).format.rowHeight = paragraphHeight(text, place.width);
  });
}
