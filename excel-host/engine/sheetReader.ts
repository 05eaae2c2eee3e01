/** A sheet's part: its cells, and the tree of all else. */
import { CellReader } from "./cellReader";
import type { Row } from "./cells";
import type { SharedStrings } from "./sharedStrings";
import type { XmlNode } from "./xml";
import { TreeBuilder, scanXml } from "./xmlReader";

/** What a sheet's part holds. */
export interface SheetPart {
  /** everything but the cells; sheetData stands in it without children */
  root: XmlNode;
  rows: Map<number, Row>;
  /** the content of sheetData as it came, where it can be put back so; undefined where it has to be written anew */
  data: string | undefined;
}

/**
 * Reads a sheet's part in one pass.
 * @throws Error where the XML is not well formed, or tells cells that no sheet has
 */
export function readSheet(xml: string, strings: SharedStrings): SheetPart {
  const tree = new TreeBuilder();
  const cells = new CellReader(strings);
  let inside = 0;
  let start = -1;
  let data: string | undefined;
  scanXml(xml, {
    open(name, attrs, position) {
      if (inside > 0) {
        inside++;
        cells.open(name, attrs);
        return;
      }
      if (name === "sheetData" && tree.depth === 1) {
        if (start >= 0) throw new Error("<sheetData> stands twice");
        inside = 1;
        start = position;
      }
      tree.open(name, attrs);
    },
    close(name, position) {
      if (inside > 1) cells.close(name);
      else {
        if (inside === 1) data = dataOf(xml, start, position);
        tree.close();
      }
      if (inside > 0) inside--;
    },
    text(text) {
      if (inside > 1) cells.text(text);
      else if (inside === 0) tree.text(text);
    },
  });
  if (start < 0 || !tree.root) throw new Error("<sheetData> is missing");
  return { root: tree.root, rows: cells.rows, data };
}

/** The text between <sheetData> and its end; a prefix that is told without, as the rest of the sheet will be, cannot stay in it. */
function dataOf(xml: string, start: number, end: number): string | undefined {
  const closing = start === end ? start : xml.lastIndexOf("<", end - 1);
  return start === end || xml.startsWith("</sheetData", closing) ? xml.slice(start, closing) : undefined;
}
