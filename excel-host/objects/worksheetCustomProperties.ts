import { excelError } from "../engine/errors";
import { readCustomProperties, writeCustomProperty } from "../engine/sheetProperties";
import type { Sheet } from "../engine/sheet";
import type { Workbook } from "../engine/workbook";
import { defineClass, entity, entityOrNull, method, text, value, type ObjectClass } from "../protocol/define";

interface Target {
  workbook: Workbook;
  sheet: Sheet;
}

interface PropertyTarget extends Target {
  key: string;
}

/** One property an add-in left on a sheet. */
export const WorksheetCustomProperty: ObjectClass<PropertyTarget> = defineClass<PropertyTarget>({
  name: "WorksheetCustomProperty",
  identity: ({ key }) => ({ _Id: key }),
  members: {
    key: value(({ key }) => key),
    value: value(
      ({ workbook, sheet, key }) => readCustomProperties(workbook, sheet).get(key) ?? "",
      ({ workbook, sheet, key }, given) => writeCustomProperty(workbook, sheet, key, text(given, "value")),
    ),
    delete: method(({ workbook, sheet, key }) => writeCustomProperty(workbook, sheet, key, undefined)),
  },
});

const keyOf = ({ workbook, sheet }: Target, key: unknown): string | undefined =>
  [...readCustomProperties(workbook, sheet).keys()].find((k) => k.toLowerCase() === text(key, "key").toLowerCase());

/** The properties add-ins left on a sheet. */
export const WorksheetCustomPropertyCollection: ObjectClass<Target> = defineClass<Target>({
  name: "WorksheetCustomPropertyCollection",
  items: (t) => [...readCustomProperties(t.workbook, t.sheet).keys()].map((key) => entity(WorksheetCustomProperty, { ...t, key })),
  find: (t, key) => {
    const found = keyOf(t, key);
    return entityOrNull(WorksheetCustomProperty, found === undefined ? undefined : { ...t, key: found });
  },
  members: {
    add: method((t, [key, given]) => {
      const name = text(key, "key");
      if (name === "" || name.length > 255) throw excelError("InvalidArgument", "key");
      const stored = keyOf(t, name) ?? name;
      writeCustomProperty(t.workbook, t.sheet, stored, text(given, "value"));
      return entity(WorksheetCustomProperty, { ...t, key: stored });
    }),
  },
});
