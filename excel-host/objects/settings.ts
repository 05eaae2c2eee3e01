import { excelError } from "../engine/errors";
import type { SettingsPart } from "../engine/settings";
import { defineClass, entity, entityOrNull, method, text, value, type ObjectClass } from "../protocol/define";

interface SettingTarget {
  settings: SettingsPart;
  key: string;
}

/** One setting. */
export const Setting: ObjectClass<SettingTarget> = defineClass<SettingTarget>({
  name: "Setting",
  identity: ({ key }) => ({ _Id: key }),
  members: {
    key: value(({ key }) => key),
    value: value(({ settings, key }) => settings.values.get(key) ?? null, ({ settings, key }, given) => settings.set(key, given)),
    delete: method(({ settings, key }) => settings.delete(key)),
  },
});

/** What the add-in keeps in the workbook. */
export const SettingCollection: ObjectClass<SettingsPart> = defineClass<SettingsPart>({
  name: "SettingCollection",
  items: (settings) => [...settings.values.keys()].map((key) => entity(Setting, { settings, key })),
  find: (settings, key) => entityOrNull(Setting, settings.values.has(key) ? { settings, key } : undefined),
  members: {
    add: method((settings, [key, given]) => {
      const name = text(key, "key");
      if (name === "") throw excelError("InvalidArgument", "key");
      settings.set(name, given);
      return entity(Setting, { settings, key: name });
    }),
  },
});
