import { isOurRule } from "../attachments";
import type { Block, CellValue, SheetGrid } from "../tables";
import { supports } from "./requirements";
import { markedKey, markedSheet } from "./ownership";
import type { SheetState, WorkbookState } from "./workbook-state";

/** What is asked of one sheet in the second round trip. */
interface SheetRequest {
  worksheet: Excel.Worksheet;
  used: Excel.Range;
  merged: Excel.RangeAreas | null;
  rules: Excel.ConditionalFormatCollection;
}

/**
 * Reads the whole workbook in two round trips: its sheets and names, then every sheet's used cells, merged
 * areas and conditional formats. A third one is made only where rows are hidden.
 * @throws an Office.js error; see `describeError`
 */
export async function readWorkbookState(context: Excel.RequestContext): Promise<WorkbookState> {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  names.load("items/name,items/formula");
  await context.sync();

  const markers = names.items.flatMap((item) => {
    const key = markedKey(item.name);
    return key === null ? [] : [{ key, sheet: markedSheet(String(item.formula)) }];
  });
  const requests = worksheets.items.map(requestSheet);
  await context.sync();

  const hidden = await readHiddenRows(context, requests);
  const keyOf = (name: string) => markers.find(({ sheet }) => sheet === name)?.key ?? null;
  const sheets = requests.map(({ worksheet, rules }): SheetState => ({
    id: worksheet.id,
    name: worksheet.name,
    key: keyOf(worksheet.name),
    visible: worksheet.visibility === "Visible",
    protected: worksheet.protection.protected,
    ourRules: rules.items.filter(isOurs).map(({ id }) => id),
  }));
  const grids = requests.map((request, index) =>
    gridOf(request, sheets[index]?.key !== null, hidden[index] ?? []),
  );
  return { snapshot: { sheets: grids }, sheets, markers };
}

function requestSheet(worksheet: Excel.Worksheet): SheetRequest {
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("values,numberFormat,rowIndex,columnIndex,rowHidden");
  const merged = supports("1.13") ? used.getMergedAreasOrNullObject() : null;
  merged?.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
  const rules = worksheet.getRange().conditionalFormats;
  rules.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return { worksheet, used, merged, rules };
}

function isOurs(format: Excel.ConditionalFormat): boolean {
  const { customOrNullObject: custom } = format;
  return !custom.isNullObject && isOurRule(custom.rule.formula);
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
