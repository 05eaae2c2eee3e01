/** What a chart keeps of the cells that it is drawn from. */
import { displayText } from "../numberFormat";
import type { Sheet } from "../sheet";
import type { Rect } from "../types";
import { child, childElements, element, localName, textOf, type XmlNode } from "../xml";
import type { ChartBook } from "./chartBook";

/** Cells of a reference that are kept at most. */
const MOST_CELLS = 32_000;

/** Every reference of a chart: its values, categories, names and titles. */
export function referencesIn(node: XmlNode): XmlNode[] {
  const own = ["numRef", "strRef"].includes(localName(node.name)) ? [node] : [];
  return [...own, ...childElements(node).flatMap(referencesIn)];
}

/** What the cells of a reference hold now, as one text to be compared; null where it points to no cells. */
export function cacheText(workbook: ChartBook, home: Sheet, reference: XmlNode): string | null {
  const cache = cacheOf(workbook, home, reference);
  return cache && JSON.stringify(cache);
}

/** Writes into a reference what its cells hold now; cells that are gone leave what it has. */
export function fillCache(workbook: ChartBook, home: Sheet, reference: XmlNode): void {
  const cache = cacheOf(workbook, home, reference);
  if (!cache) return;
  const name = localName(reference.name) === "numRef" ? "c:numCache" : "c:strCache";
  const old = child(reference, name.slice(2));
  const extensions = childElements(old, "extLst");
  reference.children = reference.children.filter((one) => one !== old);
  reference.children.splice(1, 0, { ...cache, children: [...cache.children, ...extensions] });
}

function cacheOf(workbook: ChartBook, home: Sheet, reference: XmlNode): XmlNode | null {
  const found = workbook.referencedRange(textOf(child(reference, "f")), home);
  if (!found) return null;
  return localName(reference.name) === "numRef" ? numbers(found.sheet, found.rect) : texts(workbook, found.sheet, found.rect);
}

function cellsOf({ top, left, bottom, right }: Rect): [row: number, column: number][] {
  const width = right - left + 1;
  const count = Math.min(MOST_CELLS, (bottom - top + 1) * width);
  return Array.from({ length: count }, (_, at) => [top + Math.floor(at / width), left + (at % width)]);
}

/** Numbers as they are; a text counts as 0, as Excel draws it, an error by its name, a blank as nothing. */
function numbers(sheet: Sheet, rect: Rect): XmlNode {
  const cells = cellsOf(rect);
  const points = cells.flatMap(([row, column], index) => {
    const value = sheet.value(row, column);
    if (value === null) return [];
    const shown = typeof value === "number" ? String(value) : typeof value === "object" ? value.error : typeof value === "boolean" ? (value ? "1" : "0") : "0";
    return [element("c:pt", { idx: index }, [element("c:v", {}, [shown])])];
  });
  const [first] = cells;
  const format = first ? sheet.style(first[0], first[1]).numberFormat : "General";
  return element("c:numCache", {}, [element("c:formatCode", {}, [format]), element("c:ptCount", { val: cells.length }), ...points]);
}

function texts(workbook: ChartBook, sheet: Sheet, rect: Rect): XmlNode {
  const cells = cellsOf(rect);
  const locale = { date1904: workbook.date1904, shortDate: "yyyy/m/d" };
  const points = cells.flatMap(([row, column], index) => {
    const value = sheet.value(row, column);
    const shown = value === null ? "" : displayText(value, sheet.style(row, column).numberFormat, locale);
    return shown === "" ? [] : [element("c:pt", { idx: index }, [element("c:v", {}, [shown])])];
  });
  return element("c:strCache", {}, [element("c:ptCount", { val: cells.length }), ...points]);
}
