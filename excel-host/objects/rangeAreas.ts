import type { Sheet } from "../engine/sheet";
import type { Rect } from "../engine/types";
import { defineClass, entity, object, value, type ObjectClass } from "../protocol/define";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";
import { Range } from "./range";
import { Worksheet } from "./worksheet";

/** Several rectangles of one sheet. */
export interface AreasTarget {
  sheet: Sheet;
  rects: readonly Rect[];
}

/** The areas of a RangeAreas. */
export const RangeCollection: ObjectClass<AreasTarget> = defineClass<AreasTarget>({
  name: "RangeCollection",
  items: ({ sheet, rects }) => rects.map((rect) => entity(Range, { sheet, rect: { ...rect } })),
  members: {},
});

/** Several rectangles of one sheet, as one object. */
export const RangeAreas: ObjectClass<AreasTarget> = defineClass<AreasTarget>({
  name: "RangeAreas",
  members: {
    address: value(({ sheet, rects }) => rects.map((rect) => sheet.addressOf(rect)).join(",")),
    areaCount: value(({ rects }) => rects.length),
    cellCount: value(({ rects }) => rects.reduce((n, { top, left, bottom, right }) => n + (bottom - top + 1) * (right - left + 1), 0)),
    areas: object((t) => entity(RangeCollection, t)),
    conditionalFormats: object((t) => entity(ConditionalFormatCollection, t)),
    worksheet: object((t) => entity(Worksheet, t.sheet)),
  },
});

