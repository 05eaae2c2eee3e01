import type { CustomXmlPart as Part, CustomXmlParts } from "../engine/documentParts";
import { excelError } from "../engine/errors";
import { defineClass, entity, entityOrNull, method, text, value, type ObjectClass } from "../protocol/define";

interface PartTarget {
  all: CustomXmlParts;
  part: Part;
}

interface ScopedTarget {
  all: CustomXmlParts;
  namespace: string;
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw excelError("InvalidArgument", (error as Error).message);
  }
}

/** One part of custom XML. */
export const CustomXmlPart: ObjectClass<PartTarget> = defineClass<PartTarget>({
  name: "CustomXmlPart",
  identity: ({ part }) => ({ Id: part.id }),
  members: {
    id: value(({ part }) => part.id),
    namespaceUri: value(({ part }) => part.namespace),
    getXml: method(({ part }) => part.xml),
    setXml: method(({ all, part }, [xml]) => refusing(() => all.setXml(part, text(xml, "xml")))),
    delete: method(({ all, part }) => all.delete(part)),
  },
});

/** The parts of one namespace. */
export const CustomXmlPartScopedCollection: ObjectClass<ScopedTarget> = defineClass<ScopedTarget>({
  name: "CustomXmlPartScopedCollection",
  items: ({ all, namespace }) => all.items.filter((p) => p.namespace === namespace).map((part) => entity(CustomXmlPart, { all, part })),
  find: ({ all, namespace }, id) => {
    const part = all.items.find((p) => p.namespace === namespace && p.id === id);
    return entityOrNull(CustomXmlPart, part && { all, part });
  },
  members: {
    getOnlyItem: method(({ all, namespace }) => {
      const found = all.items.filter((p) => p.namespace === namespace);
      if (found.length !== 1) throw excelError(found.length === 0 ? "ItemNotFound" : "InvalidOperation");
      return entity(CustomXmlPart, { all, part: found[0]! });
    }),
    getOnlyItemOrNullObject: method(({ all, namespace }) => {
      const found = all.items.filter((p) => p.namespace === namespace);
      return found.length === 1 ? entity(CustomXmlPart, { all, part: found[0]! }) : null;
    }),
  },
});

/** The parts of custom XML in the workbook. */
export const CustomXmlPartCollection: ObjectClass<CustomXmlParts> = defineClass<CustomXmlParts>({
  name: "CustomXmlPartCollection",
  items: (all) => all.items.map((part) => entity(CustomXmlPart, { all, part })),
  find: (all, id) => {
    const part = all.items.find((p) => p.id === id);
    return entityOrNull(CustomXmlPart, part && { all, part });
  },
  members: {
    add: method((all, [xml]) => entity(CustomXmlPart, { all, part: refusing(() => all.add(text(xml, "xml"))) })),
    getByNamespace: method((all, [namespace]) => entity(CustomXmlPartScopedCollection, { all, namespace: text(namespace, "namespaceUri") })),
  },
});
