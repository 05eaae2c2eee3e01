/** Finding ranges: by address, by name, by offset. */
import { MAX_COLUMNS, MAX_ROWS, parseRect, splitSheet } from "../engine/address";
import { excelError } from "../engine/errors";
import type { Sheet } from "../engine/sheet";
import type { Rect } from "../engine/types";
import type { HostContext, RangeTarget } from "../protocol/context";
import { isEntity } from "../protocol/define";

/** The whole sheet. */
export const ALL: Rect = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/**
 * The range of an address ("B2:D5", "A:C", "Sheet2!A1") or of a name.
 * @throws ExcelError InvalidArgument for what is neither
 */
export function rangeAt(context: HostContext, sheet: Sheet, address: unknown): RangeTarget {
  if (address === undefined || address === null || address === "") return { sheet, rect: { ...ALL } };
  if (typeof address !== "string") throw excelError("InvalidArgument", "address");
  const { sheet: named, rest } = splitSheet(address.trim());
  const home = named === undefined ? sheet : context.workbook.findSheet(named);
  const rect = parseRect(rest);
  if (home && rect) return { sheet: home, rect };
  const name = context.workbook.findName(rest, home ?? sheet) ?? context.workbook.findName(rest);
  const found = name && context.workbook.referencedRange(name.formula, sheet);
  if (found) return found;
  const table = context.workbook.sheets.flatMap((s) => context.workbook.tables(s).map((t) => ({ sheet: s, table: t }))).find((t) => t.table.name.toLowerCase() === rest.toLowerCase());
  if (table) return { sheet: table.sheet, rect: { ...table.table.rect, top: table.table.rect.top + (table.table.headerRow ? 1 : 0) } };
  throw excelError("InvalidArgument", `${address} is no address`);
}

/** A range argument: a Range object or an address. */
export function rangeArgument(context: HostContext, sheet: Sheet, given: unknown): RangeTarget {
  if (isEntity(given)) {
    if (given.type.name === "Range") return given.target as RangeTarget;
    throw excelError("InvalidArgument", `a ${given.type.name} is no range`);
  }
  return rangeAt(context, sheet, given);
}

/** The same cells of a sheet when they lie on it; refused when they leave the grid. */
export function within(sheet: Sheet, rect: Rect): RangeTarget {
  const inside = rect.top >= 0 && rect.left >= 0 && rect.bottom < MAX_ROWS && rect.right < MAX_COLUMNS && rect.top <= rect.bottom && rect.left <= rect.right;
  if (!inside) throw excelError("InvalidArgument", "the range leaves the sheet");
  return { sheet, rect };
}

/** One value if all are equal, else null: how Office.js tells of a range that is mixed. */
export function uniform<T>(values: Iterable<T>): T | null {
  let first: T | undefined;
  let any = false;
  for (const v of values) {
    if (!any) {
      first = v;
      any = true;
    } else if (v !== first) return null;
  }
  return any ? (first as T) : null;
}
