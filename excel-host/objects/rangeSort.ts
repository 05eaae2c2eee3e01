import { excelError } from "../engine/errors";
import { sortCells, type SortField } from "../engine/structure";
import type { RangeTarget } from "../protocol/context";
import { defineClass, method } from "../protocol/define";

/** Sorting a range. */
export const RangeSort = defineClass<RangeTarget>({
  name: "RangeSort",
  members: {
    apply: method((t, [fields, matchCase, hasHeaders, orientation], c) => {
      const keys = fields as unknown as (SortField & { sortOn?: string })[];
      if (!Array.isArray(keys) || keys.length === 0 || keys.some((k) => typeof k.key !== "number")) throw excelError("InvalidArgument", "fields");
      if (keys.some((k) => k.sortOn !== undefined && k.sortOn !== null && k.sortOn !== "Value")) throw excelError("ApiNotFound", "RangeSort.apply sorts by values only in this host");
      t.sheet.checkWritable(t.rect);
      c.calculateIfNeeded();
      sortCells(t.sheet, t.rect, keys, matchCase === true, hasHeaders === true, (orientation as unknown) === "Columns");
      c.cellsChanged(t.sheet, t.rect, { type: "RangeEdited" });
    }),
  },
});
