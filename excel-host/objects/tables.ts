import type { Sheet } from "../engine/sheet";
import type { TableInfo } from "../engine/tables";
import type { Workbook } from "../engine/workbook";
import { excelError } from "../engine/errors";
import { defineClass, entity, entityOrNull, method, object, value, type ObjectClass } from "../protocol/define";
import { Range, Worksheet } from "./classes";

interface TableTarget {
  sheet: Sheet;
  table: TableInfo;
}

/** The tables of a sheet, or of the workbook. */
export interface TablesTarget {
  workbook: Workbook;
  sheet?: Sheet;
}

function tables({ workbook, sheet }: TablesTarget): TableTarget[] {
  return (sheet ? [sheet] : workbook.sheets).flatMap((s) => workbook.tables(s).map((table) => ({ sheet: s, table })));
}

/** A table, to be read. */
export const Table: ObjectClass<TableTarget> = defineClass<TableTarget>({
  name: "Table",
  identity: ({ table }) => ({ Id: String(table.id) }),
  members: {
    id: value(({ table }) => String(table.id)),
    name: value(({ table }) => table.name),
    showHeaders: value(({ table }) => table.headerRow),
    showTotals: value(({ table }) => table.totalsRow),
    worksheet: object(({ sheet }) => entity(Worksheet, sheet)),
    getRange: method(({ sheet, table }) => entity(Range, { sheet, rect: { ...table.rect } })),
    getHeaderRowRange: method(({ sheet, table }) => {
      if (!table.headerRow) throw excelError("ItemNotFound", `${table.name} has no header row`);
      return entity(Range, { sheet, rect: { ...table.rect, bottom: table.rect.top } });
    }),
    getDataBodyRange: method(({ sheet, table }) => entity(Range, { sheet, rect: { ...table.rect, top: table.rect.top + (table.headerRow ? 1 : 0), bottom: table.rect.bottom - (table.totalsRow ? 1 : 0) } })),
  },
});

/** The tables of a sheet or of the workbook. */
export const TableCollection: ObjectClass<TablesTarget> = defineClass<TablesTarget>({
  name: "TableCollection",
  items: (t) => tables(t).map((found) => entity(Table, found)),
  find: (t, key) => entityOrNull(Table, tables(t).find(({ table }) => table.name.toLowerCase() === String(key).toLowerCase() || String(table.id) === String(key))),
  members: { count: value((t) => tables(t).length) },
});
