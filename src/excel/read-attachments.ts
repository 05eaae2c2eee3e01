import type { SheetKey } from "../attachments";
import type { Block } from "../tables";
import { told } from "./problem";
import { supports } from "./requirements";
import { shownTexts } from "./shown-text";
import type { WorkbookState } from "./workbook-state";

/** A sheet of ours as it is shown, from cell A1. */
export interface ShownSheet {
  key: SheetKey;
  /** As displayed: 24.94%, not 0.2494. */
  text: string[][];
  /** What the cells hold; "" is an empty one. */
  values: unknown[][];
  /** null: this Excel does not tell them. */
  merges: Block[] | null;
  /** In points; 0 for a hidden column. */
  widths: number[];
  /** Where its columns are now, wherever the office has moved them; null: where they were just written. */
  columns: { id: string; column: number }[] | null;
}

/** Reads sheets of ours as the office sees them, edits by hand and all. One round trip; none for no sheets. */
export async function readShownSheets(
  context: Excel.RequestContext,
  state: WorkbookState,
  keys: readonly SheetKey[],
): Promise<ShownSheet[]> {
  const requests = keys.flatMap((key) => {
    const sheet = state.sheets.find((one) => one.key === key);
    if (!sheet) return [];
    const used = context.workbook.worksheets.getItem(sheet.name).getUsedRange(true);
    const fromA1 = used.getBoundingRect(context.workbook.worksheets.getItem(sheet.name).getRange("A1"));
    fromA1.load("values,text,numberFormat");
    const columns = fromA1.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
    const merged = supports("1.13") ? fromA1.getMergedAreasOrNullObject() : null;
    merged?.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
    return [{ key, fromA1, columns, merged, standing: sheet.standing }];
  });
  if (requests.length > 0) await context.sync();
  return requests.map(({ key, fromA1, columns, merged, standing }) => ({
    key,
    text: shownTexts(fromA1),
    values: told(fromA1.values as unknown[][] | null),
    merges: merged && (merged.isNullObject ? [] : merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({ row: rowIndex, column: columnIndex, rowCount, columnCount }))),
    widths: columns.value.map(({ columnHidden, format }) => (columnHidden === true ? 0 : (format?.columnWidth ?? 0))),
    columns: standing?.columns ?? null,
  }));
}
