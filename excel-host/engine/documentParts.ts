/** Parts beside the sheets that Office.js reaches: document properties and custom XML. */
import type { Package } from "./package";
import { child, childElements, element, textOf, type XmlNode } from "./xml";
import { parseXml } from "./xmlReader";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE = "application/vnd.openxmlformats-package.core-properties+xml";
const CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
const FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

/** Title, author and their like. */
export class DocumentProperties {
  private readonly part: string;
  private readonly root: XmlNode;
  private dirty = false;

  constructor(private readonly pkg: Package) {
    this.part = pkg.relationships("").find((r) => r.type.endsWith("/core-properties"))?.target ?? "docProps/core.xml";
    this.root =
      pkg.readableXml(this.part) ??
      element("cp:coreProperties", {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      });
  }

  /** @param name with its usual prefix: "dc:title", "cp:keywords" … */
  get(name: string): string {
    return textOf(child(this.root, name.slice(name.indexOf(":") + 1)));
  }

  set(name: string, value: string): void {
    this.root.children = this.root.children.filter((c) => typeof c === "string" || c.name !== name);
    this.root.children.push(element(name, {}, [value]));
    this.dirty = true;
  }

  write(): void {
    if (!this.dirty) return;
    const isNew = !this.pkg.has(this.part);
    this.pkg.set(this.part, this.root, CORE);
    if (isNew) this.pkg.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", this.part);
  }
}

export type CustomValue = string | number | boolean;

/** The workbook's own named properties. */
export class CustomProperties {
  readonly values = new Map<string, CustomValue>();
  private readonly part: string;
  private readonly kept = new Map<string, XmlNode>();
  dirty = false;

  constructor(private readonly pkg: Package) {
    this.part = pkg.relationships("").find((r) => r.type.endsWith("/custom-properties"))?.target ?? "docProps/custom.xml";
    for (const node of childElements(pkg.readableXml(this.part), "property")) {
      const name = node.attrs["name"] ?? "";
      const value = childElements(node)[0];
      const kind = value?.name.slice(value.name.indexOf(":") + 1) ?? "";
      const text = textOf(value);
      this.values.set(name, kind === "bool" ? text === "true" || text === "1" : /^(i\d|int|r4|r8|ui\d)$/.test(kind) ? Number(text) : text);
      this.kept.set(name, node);
    }
  }

  /** The stored name that equals `name` but for case. */
  key(name: string): string | undefined {
    return [...this.values.keys()].find((k) => k.toLowerCase() === name.toLowerCase());
  }

  set(name: string, value: CustomValue): void {
    const key = this.key(name) ?? name;
    this.values.set(key, value);
    this.kept.delete(key);
    this.dirty = true;
  }

  delete(name: string): void {
    this.values.delete(this.key(name) ?? name);
    this.dirty = true;
  }

  write(): void {
    if (!this.dirty) return;
    const isNew = !this.pkg.has(this.part);
    const nodes = [...this.values].map(([name, value], i) => {
      const node = this.kept.get(name) ?? element("property", { fmtid: FORMAT_ID, pid: 0, name }, [variant(value)]);
      node.attrs["pid"] = String(i + 2);
      return node;
    });
    const root = element("Properties", { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "xmlns:vt": VARIANT }, nodes);
    this.pkg.set(this.part, root, CUSTOM);
    if (isNew) this.pkg.relate("", `${RELATIONS}/custom-properties`, this.part);
  }
}

function variant(value: CustomValue): XmlNode {
  if (typeof value === "boolean") return element("vt:bool", {}, [String(value)]);
  if (typeof value === "number") return element(Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? "vt:i4" : "vt:r8", {}, [String(value)]);
  return element("vt:lpwstr", {}, [value]);
}

/** One custom XML part. */
export interface CustomXmlPart {
  id: string;
  xml: string;
  namespace: string;
  part?: string;
}

/** The custom XML parts of a workbook. */
export class CustomXmlParts {
  readonly items: CustomXmlPart[] = [];
  private readonly removed: CustomXmlPart[] = [];
  private readonly changed = new Set<CustomXmlPart>();

  constructor(
    private readonly pkg: Package,
    private readonly workbook: string,
  ) {
    for (const relation of pkg.relationships(workbook)) {
      const xml = relation.type.endsWith("/customXml") ? pkg.text(relation.target) : undefined;
      if (xml === undefined) continue;
      const properties = pkg.relationships(relation.target).find((r) => r.type.endsWith("/customXmlProps"))?.target;
      const id = Object.entries((properties ? pkg.readableXml(properties) : undefined)?.attrs ?? {}).find(([n]) => n.endsWith("itemID"))?.[1];
      this.items.push({ id: id ?? newId(), xml, namespace: namespaceOf(xml), part: relation.target });
    }
  }

  /** Adds a part. @throws Error when the text is no XML */
  add(xml: string): CustomXmlPart {
    parseXml(xml);
    const item: CustomXmlPart = { id: newId(), xml, namespace: namespaceOf(xml) };
    this.items.push(item);
    this.changed.add(item);
    return item;
  }

  setXml(item: CustomXmlPart, xml: string): void {
    parseXml(xml);
    item.xml = xml;
    item.namespace = namespaceOf(xml);
    this.changed.add(item);
  }

  delete(item: CustomXmlPart): void {
    this.items.splice(this.items.indexOf(item), 1);
    this.removed.push(item);
  }

  write(): void {
    for (const item of this.removed.splice(0)) {
      if (!item.part) continue;
      for (const relation of this.pkg.relationships(this.workbook)) if (relation.target === item.part) this.pkg.unrelate(this.workbook, relation.id);
      for (const relation of this.pkg.relationships(item.part)) this.pkg.remove(relation.target);
      this.pkg.remove(item.part);
    }
    for (const item of this.changed) {
      if (!this.items.includes(item)) continue;
      const isNew = item.part === undefined;
      item.part ??= this.pkg.freeName("customXml/item", ".xml");
      this.pkg.set(item.part, item.xml, "application/xml");
      if (!isNew) continue;
      const properties = this.pkg.freeName("customXml/itemProps", ".xml");
      const schema = item.namespace ? [element("ds:schemaRef", { "ds:uri": item.namespace })] : [];
      this.pkg.set(
        properties,
        element("ds:datastoreItem", { "ds:itemID": item.id, "xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml" }, [
          element("ds:schemaRefs", {}, schema),
        ]),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      );
      this.pkg.relate(item.part, `${RELATIONS}/customXmlProps`, properties);
      this.pkg.relate(this.workbook, `${RELATIONS}/customXml`, item.part);
    }
    this.changed.clear();
  }
}

function namespaceOf(xml: string): string {
  try {
    const root = parseXml(xml);
    const prefix = root.name.includes(":") ? root.name.slice(0, root.name.indexOf(":")) : "";
    return root.attrs[prefix ? `xmlns:${prefix}` : "xmlns"] ?? "";
  } catch {
    // A part that is no XML is carried along, it only has no namespace to be found by.
    return "";
  }
}

/** A new GUID in braces. */
export function newId(): string {
  return `{${crypto.randomUUID().toUpperCase()}}`;
}
