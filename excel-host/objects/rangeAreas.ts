import { defineClass, entity, object, value, type ClassMembers, type ObjectClass } from "../protocol/define";
import { Range, Worksheet, type AreasTarget } from "./classes";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";

/** The areas of a RangeAreas. */
export const RangeCollection: ObjectClass<AreasTarget> = defineClass<AreasTarget>({
  name: "RangeCollection",
  items: ({ sheet, rects }) => rects.map((rect) => entity(Range, { sheet, rect: { ...rect } })),
  members: {},
});

/** What several rectangles can do. */
export const RANGE_AREAS: ClassMembers<AreasTarget> = {
  members: {
    address: value(({ sheet, rects }) => rects.map((rect) => sheet.addressOf(rect)).join(",")),
    areaCount: value(({ rects }) => rects.length),
    cellCount: value(({ rects }) => rects.reduce((n, { top, left, bottom, right }) => n + (bottom - top + 1) * (right - left + 1), 0)),
    areas: object((t) => entity(RangeCollection, t)),
    conditionalFormats: object((t) => entity(ConditionalFormatCollection, t)),
    worksheet: object((t) => entity(Worksheet, t.sheet)),
  },
};

