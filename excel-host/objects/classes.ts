/**
 * Classes that lead to each other (a range to its sheet, a sheet to its ranges). They are named here, so that each can
 * tell of the others; what they can do stands in the file of each (range.ts, rangeAreas.ts, worksheet.ts), and
 * workbook.ts puts the two together.
 */
import type { Sheet } from "../engine/sheet";
import type { Rect } from "../engine/types";
import type { RangeTarget } from "../protocol/context";
import { declareClass } from "../protocol/define";

/** Several rectangles of one sheet. */
export interface AreasTarget {
  sheet: Sheet;
  rects: readonly Rect[];
}

/** A rectangle of cells. */
export const Range = declareClass<RangeTarget>("Range");
/** Several rectangles of one sheet, as one object. */
export const RangeAreas = declareClass<AreasTarget>("RangeAreas");
/** One sheet. */
export const Worksheet = declareClass<Sheet>("Worksheet");
