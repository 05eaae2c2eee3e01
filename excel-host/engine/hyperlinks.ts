import { contains, cellRect, parseRect, parseRects, rectName } from "./address";
import type { Package } from "./package";
import type { Sheet } from "./sheet";
import type { Rect } from "./types";
import { child, childElements, element } from "./xml";

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** A cell's hyperlink. */
export interface Hyperlink {
  address?: string;
  documentReference?: string;
  screenTip?: string;
}

/** The hyperlink of a cell. */
export function readHyperlink({ pkg }: { readonly pkg: Package }, sheet: Sheet, row: number, column: number): Hyperlink | undefined {
  const list = child(sheet.root, "hyperlinks");
  if (!list) return undefined;
  const node = childElements(list, "hyperlink").find((n) => {
    const rect = parseRect(n.attrs["ref"] ?? "");
    return rect && contains(rect, cellRect(row, column));
  });
  if (!node) return undefined;
  const id = Object.entries(node.attrs).find(([name]) => name.endsWith(":id"))?.[1];
  const target = id && sheet.part ? pkg.relationships(sheet.part).find((r) => r.id === id)?.target : undefined;
  const link: Hyperlink = {};
  const pending = node.attrs["host:target"] ?? target;
  if (pending) link.address = pending;
  if (node.attrs["location"]) link.documentReference = node.attrs["location"];
  if (node.attrs["tooltip"]) link.screenTip = node.attrs["tooltip"];
  return link;
}

/** What a click on the cell opens; undefined without a hyperlink. */
export function hyperlinkAt(workbook: { readonly pkg: Package }, sheet: Sheet, row: number, column: number): string | undefined {
  const link = readHyperlink(workbook, sheet, row, column);
  return link && (link.address ?? (link.documentReference ? `#${link.documentReference}` : undefined));
}

/** Gives cells a hyperlink, in place of those they had. */
export function writeHyperlink(sheet: Sheet, rect: Rect, link: Hyperlink): void {
  removeHyperlinks(sheet, rect);
  sheet.section("hyperlinks").children.push(
    // The relationship to an address outside is made when the sheet is saved: a new sheet has no part before.
    element("hyperlink", { ref: rectName(rect), location: link.documentReference, tooltip: link.screenTip, "host:target": link.address }),
  );
  sheet.touchLayout();
}

/** Takes away the hyperlinks of a rectangle. */
export function removeHyperlinks(sheet: Sheet, rect: Rect): void {
  const list = childElements(sheet.root, "hyperlinks")[0];
  if (!list) return;
  const before = list.children.length;
  list.children = list.children.filter((node) => typeof node !== "string" && !parseRects(node.attrs["ref"] ?? "").some((r) => contains(rect, r)));
  if (list.children.length === before) return;
  if (list.children.length === 0) sheet.removeSection("hyperlinks");
  sheet.touchLayout();
}

/** Turns addresses that wait into relationships; called while saving. */
export function relateHyperlinks({ pkg }: { readonly pkg: Package }, sheet: Sheet): void {
  for (const node of childElements(child(sheet.root, "hyperlinks"), "hyperlink")) {
    const target = node.attrs["host:target"];
    if (target === undefined || !sheet.part) continue;
    delete node.attrs["host:target"];
    sheet.root.attrs["xmlns:r"] ??= "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    node.attrs["r:id"] = pkg.relate(sheet.part, TYPE, target, true);
  }
}
