import type { Block, CellValue, SheetGrid } from "../tables";
import { findIslands, maySpread } from "./islands";
import { isSheetWithoutCells, isTooLarge } from "./problem";
import { readLongGrid, type LongGrid } from "./read-long-grid";
import type { ReadingWatch } from "./reading-watch";
import { supports } from "./requirements";
import type { SheetRole, StandingSheet } from "./workbook-state";

/** Rows of a sheet that are read at once with the other sheets' rows; a longer sheet is read in blocks. */
const HEAD_ROWS = 2000;

/** A sheet to be read, and what is asked of it beside its cells where it is ours. */
export interface SheetToRead {
  worksheet: Excel.Worksheet;
  role: SheetRole;
  /** Asks how a sheet of ours stands; null for any other. */
  ask: ((used: Excel.Range) => () => StandingSheet) | null;
}

/** What a sheet's cells are, and how it stands. */
export interface ReadSheet {
  /** One, or several where cells lie far apart. */
  grids: SheetGrid[];
  protected: boolean;
  standing: StandingSheet | null;
}

/** What is asked of one sheet. */
interface SheetRequest extends SheetToRead {
  used: Excel.Range;
  /** The used cells of its first rows: all there are, save in a long sheet. */
  head: Excel.Range;
  merged: Excel.RangeAreas | null;
  standing: (() => StandingSheet) | null;
}

/**
 * Reads every sheet's used cells and merged areas in one round trip. A second one is made only where rows are hidden,
 * one for each block of a sheet too long for Excel's limit on one answer and for finding its gaps, and one a sheet where
 * there is one without cells among them.
 * @returns null for a sheet without cells: a chart, a sheet of old macros
 */
export async function readCells(context: Excel.RequestContext, sheets: readonly SheetToRead[], watch: ReadingWatch): Promise<(ReadSheet | null)[]> {
  const requests = await answered(context, sheets);
  const withCells = requests.filter((one) => one !== null);
  const long = await readLongGrids(context, withCells, watch);
  const hidden = await readHiddenRows(context, withCells, long);
  return requests.map((request) => {
    if (!request) return null;
    const at = withCells.indexOf(request);
    const { worksheet, standing } = request;
    return { grids: gridsOf(request, long[at] ?? null, hidden[at] ?? []), protected: worksheet.protection.protected, standing: standing?.() ?? null };
  });
}

/** Asks for all sheets at once; where one of them has no cells, for each of them alone. */
async function answered(context: Excel.RequestContext, sheets: readonly SheetToRead[]): Promise<(SheetRequest | null)[]> {
  try {
    return await headsOf(context, sheets);
  } catch (error) {
    if (!isSheetWithoutCells(error)) throw error;
  }
  const requests: (SheetRequest | null)[] = [];
  for (const sheet of sheets) {
    try {
      requests.push(...(await headsOf(context, [sheet])));
    } catch (error) {
      if (!isSheetWithoutCells(error)) throw error;
      requests.push(null);
    }
  }
  return requests;
}

/** Asks for the sheets' first rows; for their sizes alone where all of them are more than one answer holds. */
async function headsOf(context: Excel.RequestContext, sheets: readonly SheetToRead[]): Promise<SheetRequest[]> {
  const request = async (rows: number) => {
    const requests = sheets.map((sheet) => requestSheet(sheet, rows));
    await context.sync();
    return requests;
  };
  try {
    return await request(HEAD_ROWS);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return request(1);
  }
}

function requestSheet({ worksheet, role, ask }: SheetToRead, rows: number): SheetRequest {
  worksheet.load("protection/protected");
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
  // Whole rows, whatever columns there are: a workbook of Excel 97 to 2003 has 256.
  const head = worksheet.getRange(`1:${rows}`).getUsedRangeOrNullObject(true);
  head.load("values,numberFormat,rowCount,columnCount");
  const merged = supports("1.13") ? used.getMergedAreasOrNullObject() : null;
  merged?.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  return { worksheet, role, ask, used, head, merged, standing: ask?.(used) ?? null };
}

/** Whether the head is not all there is: more rows, or cells that Excel told as null because they are too many. */
function isLong({ used, head }: SheetRequest): boolean {
  if (used.isNullObject) return false;
  return head.isNullObject || head.rowCount < used.rowCount || head.columnCount < used.columnCount || (head.values as unknown) === null || (head.numberFormat as unknown) === null;
}

/** The cells of the sheets that have more rows than their heads, part by part; null for the others. */
async function readLongGrids(context: Excel.RequestContext, requests: readonly SheetRequest[], watch: ReadingWatch): Promise<(LongGrid[] | null)[]> {
  const parts: (Block[] | null)[] = [];
  for (const one of requests) parts.push(isLong(one) ? await partsOf(context, one, watch) : null);
  const cells = ({ rowCount, columnCount }: Block) => rowCount * columnCount;
  const all = parts.flatMap((blocks) => blocks ?? []).reduce((total, one) => total + cells(one), 0);
  let read = 0;
  const grids: (LongGrid[] | null)[] = [];
  for (const [index, { worksheet, used }] of requests.entries()) {
    const mixed = !used.isNullObject && (used.rowHidden as boolean | null) === null;
    const ofSheet: LongGrid[] = [];
    for (const part of parts[index] ?? []) {
      const before = read;
      ofSheet.push(await readLongGrid(context, worksheet, part, mixed, { ...watch, progress: (share) => watch.progress?.((before + share * cells(part)) / all) }));
      read += cells(part);
    }
    grids.push(parts[index] ? ofSheet : null);
  }
  return grids;
}

/** The used range of a sheet, or what of it holds cells. */
async function partsOf(context: Excel.RequestContext, { worksheet, used, role }: SheetRequest, { signal }: ReadingWatch): Promise<Block[]> {
  const whole = { row: used.rowIndex, column: used.columnIndex, rowCount: used.rowCount, columnCount: used.columnCount };
  return role === null && maySpread(whole) ? findIslands(context, worksheet, whole, signal) : [whole];
}

/** Rows that are hidden, by sheet: `rowHidden` is null where some rows of the used cells are. */
async function readHiddenRows(
  context: Excel.RequestContext,
  requests: readonly SheetRequest[],
  long: readonly (LongGrid[] | null)[],
): Promise<number[][]> {
  const asked = requests.map(({ used }, index) => {
    const mixed = !long[index] && !used.isNullObject && (used.rowHidden as boolean | null) === null;
    return mixed ? used.getRowProperties({ rowIndex: true, rowHidden: true }) : null;
  });
  if (asked.some((result) => result !== null)) await context.sync();
  return asked.map((result, index) =>
    long[index]?.flatMap(({ hiddenRows }) => hiddenRows) ?? (result?.value ?? []).flatMap(({ rowHidden, rowIndex }) =>
      rowHidden && rowIndex !== undefined ? [rowIndex] : [],
    ),
  );
}

function gridsOf({ worksheet, role, used, head, merged }: SheetRequest, long: readonly LongGrid[] | null, hiddenRows: number[]): SheetGrid[] {
  const sheet = { name: worksheet.name, visible: worksheet.visibility === "Visible", ours: role !== null };
  if (used.isNullObject) {
    return [{ ...sheet, row: 0, column: 0, values: [], formats: null, merges: [], hiddenRows: [] }];
  }
  const merges = merged && mergesOf(merged);
  const parts = long ?? [{ row: used.rowIndex, column: used.columnIndex, values: head.values as CellValue[][], formats: head.numberFormat as string[][] }];
  return parts.map(({ row, column, values, formats }) => ({ ...sheet, row, column, values, formats, merges, hiddenRows }));
}

function mergesOf(merged: Excel.RangeAreas): Block[] {
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    row: rowIndex,
    column: columnIndex,
    rowCount,
    columnCount,
  }));
}
