import { parseRect } from "../engine/address";
import type { Sheet } from "../engine/sheet";
import { child, childElements } from "../engine/xml";
import { defineClass, entity, method, value } from "../protocol/define";
import { Range } from "./classes";

/** The filter of a sheet. */
export const AutoFilter = defineClass<Sheet>({
  name: "AutoFilter",
  members: {
    enabled: value((s) => child(s.root, "autoFilter") !== undefined),
    isDataFiltered: value((s) => childElements(child(s.root, "autoFilter"), "filterColumn").length > 0),
    getRangeOrNullObject: method((s) => {
      const rect = parseRect(child(s.root, "autoFilter")?.attrs["ref"] ?? "");
      return rect ? entity(Range, { sheet: s, rect }) : null;
    }),
  },
});
