/** A sheet's custom properties: named texts in parts of their own, which users never see. */
import type { Package } from "./package";
import type { Sheet } from "./sheet";
import { child, childElements, element } from "./xml";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const cache = new WeakMap<Sheet, Map<string, string>>();
const changed = new WeakSet<Sheet>();

function entries(sheet: Sheet): { name: string; id: string }[] {
  return childElements(child(sheet.root, "customProperties"), "customPr").map((n) => ({
    name: n.attrs["name"] ?? "",
    id: Object.entries(n.attrs).find(([name]) => name.endsWith(":id"))?.[1] ?? "",
  }));
}

/** The properties by name. */
export function readCustomProperties(workbook: { readonly pkg: Package }, sheet: Sheet): Map<string, string> {
  let values = cache.get(sheet);
  if (values) return values;
  values = new Map();
  const relations = sheet.part ? workbook.pkg.relationships(sheet.part) : [];
  for (const { name, id } of entries(sheet)) {
    const bytes = workbook.pkg.bytes(relations.find((r) => r.id === id)?.target ?? "");
    // Excel writes UTF-16 without a mark.
    if (bytes) values.set(name, new TextDecoder("utf-16le").decode(bytes));
  }
  cache.set(sheet, values);
  return values;
}

/** Sets a property; undefined takes it away. */
export function writeCustomProperty(workbook: { readonly pkg: Package }, sheet: Sheet, name: string, value: string | undefined): void {
  const values = readCustomProperties(workbook, sheet);
  if (value === undefined) values.delete(name);
  else values.set(name, value);
  changed.add(sheet);
  sheet.touchLayout();
}

/** Writes changed properties into the package; called while saving. */
export function saveCustomProperties(workbook: { readonly pkg: Package }, sheet: Sheet): void {
  if (!changed.has(sheet) || !sheet.part) return;
  changed.delete(sheet);
  const { pkg } = workbook;
  for (const { id } of entries(sheet)) {
    const target = pkg.relationships(sheet.part).find((r) => r.id === id)?.target;
    if (target) pkg.remove(target);
    pkg.unrelate(sheet.part, id);
  }
  const values = [...readCustomProperties(workbook, sheet)];
  if (values.length === 0) {
    sheet.removeSection("customProperties");
    return;
  }
  sheet.root.attrs["xmlns:r"] ??= RELATIONS;
  sheet.section("customProperties").children = values.map(([name, text]) => {
    const part = pkg.freeName("xl/customProperty", ".bin");
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), true);
    pkg.set(part, bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty");
    return element("customPr", { name, "r:id": pkg.relate(sheet.part!, `${RELATIONS}/customProperty`, part) });
  });
}
