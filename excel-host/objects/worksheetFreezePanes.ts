import { excelError } from "../engine/errors";
import { MAX_COLUMNS, MAX_ROWS } from "../engine/address";
import type { Sheet } from "../engine/sheet";
import { defineClass, entity, method, type Entity } from "../protocol/define";
import { Range } from "./classes";
import { rangeArgument } from "./ranges";

function location(sheet: Sheet): Entity | null {
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return null;
  const rect = { top: 0, left: 0, bottom: rows > 0 ? rows - 1 : MAX_ROWS - 1, right: columns > 0 ? columns - 1 : MAX_COLUMNS - 1 };
  return entity(Range, { sheet, rect });
}

function count(given: unknown): number {
  if (typeof given !== "number" || !Number.isInteger(given) || given < 0) throw excelError("InvalidArgument", "count");
  return given;
}

/** Rows and columns that stay in sight. */
export const WorksheetFreezePanes = defineClass<Sheet>({
  name: "WorksheetFreezePanes",
  members: {
    freezeRows: method((s, [rows = 1 as never], c) => {
      s.freeze(count(rows), 0);
      c.layoutChanged(s);
    }),
    freezeColumns: method((s, [columns = 1 as never], c) => {
      s.freeze(0, count(columns));
      c.layoutChanged(s);
    }),
    freezeAt: method((s, [range], c) => {
      const { sheet: home, rect } = rangeArgument(c, s, range);
      if (home !== s || rect.top !== 0 || rect.left !== 0) throw excelError("InvalidArgument", "frozen cells begin at A1 of the sheet");
      s.freeze(rect.bottom === MAX_ROWS - 1 ? 0 : rect.bottom + 1, rect.right === MAX_COLUMNS - 1 ? 0 : rect.right + 1);
      c.layoutChanged(s);
    }),
    unfreeze: method((s, _args, c) => {
      s.freeze(0, 0);
      c.layoutChanged(s);
    }),
    getLocation: method((s) => {
      const found = location(s);
      if (!found) throw excelError("ItemNotFound");
      return found;
    }),
    getLocationOrNullObject: method(location),
  },
});
