/** Where a chart lies on its sheet. */
import { child, textOf, type XmlNode } from "../xml";
import type { ChartObject } from "./sheetCharts";

/** A point in the units of drawings (EMU), a pixel in points. */
const EMU = 12_700;
const POINTS_PER_PIXEL = 0.75;

/** Points from the sheet's corner, and points across. */
export interface FrameBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The place of a chart by the cells that it reaches over, or by its own size where it has one. */
export function frameBox({ anchor, sheet }: ChartObject): FrameBox {
  const columns = (end: number) => sum(end, (at) => (sheet.columnHidden(at) ? 0 : sheet.columnPixels(at) * POINTS_PER_PIXEL));
  const rows = (end: number) => sum(end, (at) => (sheet.rowHidden(at) ? 0 : sheet.rowPoints(at)));
  const corner = (node: XmlNode | undefined) => ({ x: columns(numberIn(node, "col")) + numberIn(node, "colOff") / EMU, y: rows(numberIn(node, "row")) + numberIn(node, "rowOff") / EMU });
  const position = child(anchor, "pos");
  const from = position ? { x: Number(position.attrs["x"]) / EMU, y: Number(position.attrs["y"]) / EMU } : corner(child(anchor, "from"));
  const size = child(anchor, "ext");
  if (size) return { left: from.x, top: from.y, width: Number(size.attrs["cx"]) / EMU, height: Number(size.attrs["cy"]) / EMU };
  const to = corner(child(anchor, "to"));
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}

function numberIn(node: XmlNode | undefined, name: string): number {
  return Number(textOf(child(node, name)) || 0);
}

function sum(end: number, of: (at: number) => number): number {
  let total = 0;
  for (let at = 0; at < end; at++) total += of(at);
  return total;
}
