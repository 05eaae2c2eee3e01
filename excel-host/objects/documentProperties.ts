import type { CustomProperties, CustomValue } from "../engine/documentParts";
import { excelError } from "../engine/errors";
import type { Workbook } from "../engine/workbook";
import { defineClass, entity, entityOrNull, method, object, text, value, type ObjectClass, type ValueMember } from "../protocol/define";

interface PropertyTarget {
  all: CustomProperties;
  key: string;
}

function kind(given: CustomValue): string {
  if (typeof given === "number") return Number.isInteger(given) ? "Number" : "Float";
  return typeof given === "boolean" ? "Boolean" : "String";
}

function checked(given: unknown): CustomValue {
  if (typeof given === "number" || typeof given === "boolean") return given;
  // Excel keeps 255 characters of a property's text.
  if (typeof given === "string") return given.slice(0, 255);
  throw excelError("InvalidArgument", "value");
}

/** One of the workbook's own properties. */
export const CustomProperty: ObjectClass<PropertyTarget> = defineClass<PropertyTarget>({
  name: "CustomProperty",
  identity: ({ key }) => ({ _Id: key }),
  members: {
    key: value(({ key }) => key),
    value: value(({ all, key }) => all.values.get(key) ?? null, ({ all, key }, given) => all.set(key, checked(given))),
    type: value(({ all, key }) => kind(all.values.get(key) ?? "")),
    delete: method(({ all, key }) => all.delete(key)),
  },
});

/** The workbook's own properties. */
export const CustomPropertyCollection: ObjectClass<CustomProperties> = defineClass<CustomProperties>({
  name: "CustomPropertyCollection",
  items: (all) => [...all.values.keys()].map((key) => entity(CustomProperty, { all, key })),
  find: (all, key) => {
    const found = all.key(text(key, "key"));
    return entityOrNull(CustomProperty, found === undefined ? undefined : { all, key: found });
  },
  members: {
    add: method((all, [key, given]) => {
      const name = text(key, "key");
      if (name === "" || name.length > 255) throw excelError("InvalidArgument", "key");
      all.set(name, checked(given));
      return entity(CustomProperty, { all, key: all.key(name)! });
    }),
  },
});

function core(name: string): ValueMember<Workbook> {
  return value((w) => w.properties.get(name), (w, given) => w.properties.set(name, text(given, name)));
}

/** Title, author and their like. */
export const DocumentProperties: ObjectClass<Workbook> = defineClass<Workbook>({
  name: "DocumentProperties",
  members: {
    title: core("dc:title"),
    subject: core("dc:subject"),
    author: core("dc:creator"),
    comments: core("dc:description"),
    keywords: core("cp:keywords"),
    category: core("cp:category"),
    lastAuthor: value((w) => w.properties.get("cp:lastModifiedBy")),
    creationDate: value((w) => w.properties.get("dcterms:created") || null),
    custom: object((w) => entity(CustomPropertyCollection, w.customProperties)),
  },
});
