import type { SheetKey } from "../attachments";
import { isOurs, OUR_RULES } from "./our-rules";
import type { Block, CellValue, SheetGrid } from "../tables";
import { requestKeptData } from "./kept-data";
import { markedCell, markOf } from "./ownership";
import { supports } from "./requirements";
import { requestStanding, type ColumnAnchor } from "./standing-sheet";
import { temporarySheets } from "./write-journal";
import type { SheetRole, SheetState, StandingSheet, WorkbookState } from "./workbook-state";

/** What is asked of one sheet in the second round trip. */
interface SheetRequest {
  worksheet: Excel.Worksheet;
  role: SheetRole;
  used: Excel.Range;
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
 * used cells, merged areas and conditional formats. A third one is made only where rows are hidden.
 * @throws an Office.js error; see `describeError`
 */
export async function readWorkbookState(context: Excel.RequestContext): Promise<WorkbookState> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  names.load("items/name,items/formula");
  const keptData = requestKeptData(context);
  await context.sync();

  const marks = marksOf(names.items);
  const kept = keptData();
  const temporary = kept.unfinished ? temporarySheets(kept.unfinished) : [];
  const roleOf = (name: string): SheetRole => marks.markers.find(({ sheet }) => sheet === name)?.key ?? (marks.kept.includes(name) || temporary.includes(name) ? "kept" : null);
  const requests = worksheets.items.map((worksheet) => {
    const role = roleOf(worksheet.name);
    const record = role === null || role === "kept" ? null : (kept.records[role] ?? null);
    const anchors = marks.anchors.filter(({ key, sheet }) => key === role && sheet === worksheet.name);
    return requestSheet(worksheet, role, (used) => requestStanding(worksheet, used, record, anchors));
  });
  await context.sync();

  const hidden = await readHiddenRows(context, requests);
  const sheets = requests.map(({ worksheet, role, rules, standing }): SheetState => ({
    id: worksheet.id,
    name: worksheet.name,
    key: role,
    visible: worksheet.visibility === "Visible",
    protected: worksheet.protection.protected,
    ourRules: rules.items.filter(isOurs).map(({ id }) => id),
    standing: standing?.() ?? null,
  }));
  const grids = requests.map((request, index) => gridOf(request, request.role !== null, hidden[index] ?? []));
  const { markers, columnNames, names: ours, keptCount } = marks;
  return { snapshot: { sheets: grids }, sheets, markers, columnNames, names: ours, keptCount, ...kept };
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

function requestSheet(worksheet: Excel.Worksheet, role: SheetRole, ask: (used: Excel.Range) => () => StandingSheet): SheetRequest {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("values,numberFormat,rowIndex,columnIndex,rowHidden");
  const merged = supports("1.13") ? used.getMergedAreasOrNullObject() : null;
  merged?.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  const rules = worksheet.getRange().conditionalFormats;
  rules.load(OUR_RULES);
  return { worksheet, role, used, merged, rules, standing: role === null || role === "kept" ? null : ask(used) };
}

/** Rows that are hidden, by sheet: `rowHidden` is null where some rows of the used cells are. */
async function readHiddenRows(
  context: Excel.RequestContext,
  requests: readonly SheetRequest[],
): Promise<number[][]> {
  const asked = requests.map(({ used }) => {
    const mixed = !used.isNullObject && (used.rowHidden as boolean | null) === null;
    return mixed ? used.getRowProperties({ rowIndex: true, rowHidden: true }) : null;
  });
  if (asked.some((result) => result !== null)) await context.sync();
  return asked.map((result) =>
    (result?.value ?? []).flatMap(({ rowHidden, rowIndex }) =>
      rowHidden && rowIndex !== undefined ? [rowIndex] : [],
    ),
  );
}

function gridOf({ worksheet, used, merged }: SheetRequest, ours: boolean, hiddenRows: number[]): SheetGrid {
  const head = { name: worksheet.name, visible: worksheet.visibility === "Visible", ours };
  if (used.isNullObject) {
    return { ...head, row: 0, column: 0, values: [], formats: null, merges: [], hiddenRows: [] };
  }
  return {
    ...head,
    row: used.rowIndex,
    column: used.columnIndex,
    values: used.values as CellValue[][],
    formats: used.numberFormat as string[][],
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
