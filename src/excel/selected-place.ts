import type { NoticeRow } from "../attachments";
import { requestCells, type CellsBefore } from "./cells-before";
import type { WorkbookState } from "./workbook-state";

/** Where the user wants the notice: the first cell of the selection, and how many columns it may take. */
export interface Place {
  sheet: string;
  row: number;
  column: number;
  columnCount: number;
  /** Width of those columns together, in digits of the default font. */
  width: number;
  /** What stands there in so many rows. */
  before: (rows: number) => CellsBefore;
}

/** A digit of the default font is 7 pixels, a pixel 0.75 points. */
const POINTS_PER_DIGIT = 5.25;
/** Narrower than this, a notice would stand in a column of single words. */
const LEAST_WIDTH = 30;
/** A notice over more columns than these is no notice any more: a whole row is selected, or the whole sheet. */
const MOST_COLUMNS = 26;

/**
 * The user's selection as a place to write, in one round trip.
 * @param rows how many rows may be written there at most
 * @returns null where what is selected is no block of cells
 */
export async function selectedPlace(context: Excel.RequestContext, rows: number): Promise<Place | null> {
  const range = context.workbook.getSelectedRange();
  const { worksheet } = range;
  range.load("rowIndex,columnIndex,columnCount,isEntireRow");
  worksheet.load("name");
  // Range.width would need ExcelApi 1.10.
  const columns = range.getColumnProperties({ format: { columnWidth: true } });
  // However wide the selection is, no more is asked for than a notice may be wide.
  const widest = range.getCell(0, 0).getResizedRange(rows - 1, MOST_COLUMNS - 1);
  const before = requestCells(widest.getIntersection(range.getEntireColumn()));
  await context.sync();
  if (range.isEntireRow) return null;
  const points = columns.value.reduce((total, { format }) => total + (format?.columnWidth ?? 0), 0);
  return {
    sheet: worksheet.name,
    row: range.rowIndex,
    column: range.columnIndex,
    columnCount: range.columnCount,
    width: points / POINTS_PER_DIGIT,
    before,
  };
}

/** The most rows that paragraphs take wherever they may stand. */
export function mostRows(lay: (width: number) => readonly NoticeRow[]): number {
  return rowsOf(lay(LEAST_WIDTH));
}

/**
 * Whether a notice can stand at a place without touching anything of the staff's: every row it takes is
 * empty across the sheet, and the columns are wide enough to read it.
 */
export function hasRoom(state: WorkbookState, place: Place, rows: number): boolean {
  const grids = state.snapshot.sheets.filter(({ name }) => name === place.sheet);
  const sheet = state.sheets.find(({ name }) => name === place.sheet);
  if (grids.length === 0 || !sheet || sheet.protected || sheet.key !== null || place.width < LEAST_WIDTH || place.columnCount > MOST_COLUMNS) return false;
  return !grids.some((grid) =>
    grid.values.some(
      (values, index) =>
        grid.row + index >= place.row &&
        grid.row + index < place.row + rows &&
        values.some((value) => value !== ""),
    ),
  );
}

/** How many rows paragraphs take together. */
export function rowsOf(paragraphs: readonly NoticeRow[]): number {
  const last = paragraphs.at(-1);
  return last ? last.row + last.rowCount : 0;
}
