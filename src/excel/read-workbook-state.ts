import type { SheetKey } from "../attachments";
import { isOurs, OUR_RULES } from "./our-rules";
import type { Block, CellValue, SheetGrid } from "../tables";
import { requestKeptData } from "./kept-data";
import { markedCell, markOf } from "./ownership";
import { supports } from "./requirements";
import { readLongGrid, type LongGrid } from "./read-long-grid";
import { requestStanding, type ColumnAnchor } from "./standing-sheet";
import { temporarySheets } from "./write-journal";
import { isTooLarge } from "./problem";
import type { ReadingWatch } from "./reading-watch";
import type { SheetRole, SheetState, StandingSheet, WorkbookState } from "./workbook-state";

/** Rows of a sheet that are read at once with the other sheets' rows; a longer sheet is read in blocks. */
const HEAD_ROWS = 2000;
/** What DATE(2000,1,1) gives in a workbook that counts days from 1900. Office.js tells the system in no other way. */
const DAY_IN_1900 = 36_526;
/** Excel's columns. */
const MAX_COLUMNS = 16_384;

/** What is asked of one sheet in the second round trip. */
interface SheetRequest {
  worksheet: Excel.Worksheet;
  role: SheetRole;
  used: Excel.Range;
  /** The used cells of its first rows: all there are, save in a long sheet. */
  head: Excel.Range;
  merged: Excel.RangeAreas | null;
  rules: Excel.ConditionalFormatCollection;
  standing: (() => StandingSheet) | null;
}

/** What the workbook's names say of our sheets. */
interface Marks extends Pick<WorkbookState, "markers" | "columnNames" | "names"> {
  kept: string[];
  keptCount: number;
  anchors: (ColumnAnchor & { key: SheetKey; sheet: string })[];
}

/**
 * Reads the whole workbook in two round trips: its sheets, names and what it keeps of ours; then every sheet's
 * used cells, merged areas and conditional formats. A third one is made only where rows are hidden, and one for
 * each block of a sheet too long for Excel's limit on one answer.
 * @throws an Office.js error; see `describeError`; Problem `cancelled` where the user no longer wants it
 */
export async function readWorkbookState(context: Excel.RequestContext, watch: ReadingWatch = {}): Promise<WorkbookState> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  names.load("items/name,items/formula");
  const keptData = requestKeptData(context);
  const day = context.workbook.functions.date(2000, 1, 1);
  day.load("value");
  await context.sync();

  const marks = marksOf(names.items);
  const kept = keptData();
  const temporary = kept.unfinished ? temporarySheets(kept.unfinished) : [];
  const roleOf = (name: string): SheetRole => marks.markers.find(({ sheet }) => sheet === name)?.key ?? (marks.kept.includes(name) || temporary.includes(name) ? "kept" : null);
  const request = (headRows: number) => worksheets.items.map((worksheet) => {
    const role = roleOf(worksheet.name);
    const record = role === null || role === "kept" ? null : (kept.records[role] ?? null);
    const anchors = marks.anchors.filter(({ key, sheet }) => key === role && sheet === worksheet.name);
    return requestSheet(worksheet, role, headRows, (used) => requestStanding(worksheet, used, record, anchors));
  });
  const requests = await answered(context, request);
  const long = await readLongGrids(context, requests, watch);
  const hidden = await readHiddenRows(context, requests, long);
  const sheets = requests.map(({ worksheet, role, rules, standing }): SheetState => ({
    id: worksheet.id,
    name: worksheet.name,
    key: role,
    visible: worksheet.visibility === "Visible",
    protected: worksheet.protection.protected,
    ourRules: rules.items.filter(isOurs).map(({ id }) => id),
    allRules: rules.items.map(({ id }) => id),
    standing: standing?.() ?? null,
  }));
  const system = day.value < DAY_IN_1900 ? { date1904: true } : {};
  const grids = requests.map((request, index) => ({ ...gridOf(request, long[index] ?? null, hidden[index] ?? []), ...system }));
  const { markers, columnNames, names: ours, keptCount } = marks;
  return { snapshot: { sheets: grids }, sheets, markers, columnNames, names: ours, keptCount, ...kept };
}

/** Asks for every sheet's first rows; for their sizes alone where all of them are more than one answer holds. */
async function answered(context: Excel.RequestContext, request: (headRows: number) => SheetRequest[]): Promise<SheetRequest[]> {
  try {
    const requests = request(HEAD_ROWS);
    await context.sync();
    return requests;
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const requests = request(1);
    await context.sync();
    return requests;
  }
}

/** The cells of the sheets that have more rows than their heads; null for the others. */
async function readLongGrids(context: Excel.RequestContext, requests: readonly SheetRequest[], watch: ReadingWatch): Promise<(LongGrid | null)[]> {
  const isLong = ({ used, head }: SheetRequest) => !used.isNullObject && (head.isNullObject || head.rowCount < used.rowCount || head.columnCount < used.columnCount);
  const cells = (one: SheetRequest) => (isLong(one) ? one.used.rowCount * one.used.columnCount : 0);
  const all = requests.reduce((total, one) => total + cells(one), 0);
  const grids: (LongGrid | null)[] = [];
  let read = 0;
  for (const one of requests) {
    const before = read;
    grids.push(isLong(one) ? await readLongGrid(context, one.worksheet, one.used, { ...watch, progress: (share) => watch.progress?.((before + share * cells(one)) / all) }) : null);
    read += cells(one);
  }
  return grids;
}

function marksOf(items: readonly Excel.NamedItem[]): Marks {
  const marks: Marks = { markers: [], columnNames: [], names: [], kept: [], keptCount: 0, anchors: [] };
  for (const { name, formula } of items) {
    const mark = markOf(name);
    const cell = mark && markedCell(String(formula));
    if (mark) marks.names.push({ name, formula: String(formula) });
    if (mark?.kind === "sheet") marks.markers.push({ key: mark.key, sheet: cell?.sheet ?? null });
    if (mark?.kind === "column") {
      marks.columnNames.push({ key: mark.key, name });
      if (cell) marks.anchors.push({ key: mark.key, id: mark.id, ...cell });
    }
    if (mark?.kind === "kept") {
      marks.keptCount++;
      if (cell) marks.kept.push(cell.sheet);
    }
  }
  return marks;
}

function requestSheet(worksheet: Excel.Worksheet, role: SheetRole, headRows: number, ask: (used: Excel.Range) => () => StandingSheet): SheetRequest {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
  const head = worksheet.getRangeByIndexes(0, 0, headRows, MAX_COLUMNS).getUsedRangeOrNullObject(true);
  head.load("values,numberFormat,rowCount,columnCount");
  const merged = supports("1.13") ? used.getMergedAreasOrNullObject() : null;
  merged?.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  const rules = worksheet.getRange().conditionalFormats;
  rules.load(OUR_RULES);
  return { worksheet, role, used, head, merged, rules, standing: role === null || role === "kept" ? null : ask(used) };
}

/** Rows that are hidden, by sheet: `rowHidden` is null where some rows of the used cells are. */
async function readHiddenRows(
  context: Excel.RequestContext,
  requests: readonly SheetRequest[],
  long: readonly (LongGrid | null)[],
): Promise<number[][]> {
  const asked = requests.map(({ used }, index) => {
    const mixed = !long[index] && !used.isNullObject && (used.rowHidden as boolean | null) === null;
    return mixed ? used.getRowProperties({ rowIndex: true, rowHidden: true }) : null;
  });
  if (asked.some((result) => result !== null)) await context.sync();
  return asked.map((result, index) =>
    long[index]?.hiddenRows ?? (result?.value ?? []).flatMap(({ rowHidden, rowIndex }) =>
      rowHidden && rowIndex !== undefined ? [rowIndex] : [],
    ),
  );
}

function gridOf({ worksheet, role, used, head, merged }: SheetRequest, long: LongGrid | null, hiddenRows: number[]): SheetGrid {
  const sheet = { name: worksheet.name, visible: worksheet.visibility === "Visible", ours: role !== null };
  if (used.isNullObject) {
    return { ...sheet, row: 0, column: 0, values: [], formats: null, merges: [], hiddenRows: [] };
  }
  return {
    ...sheet,
    row: used.rowIndex,
    column: used.columnIndex,
    values: long?.values ?? (head.values as CellValue[][]),
    formats: long?.formats ?? (head.numberFormat as string[][]),
    merges: merged && mergesOf(merged),
    hiddenRows,
  };
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
