import type { CellView } from "../../engine";
import { fontStack } from "./fonts";

const PADDING = 4;
let context: CanvasRenderingContext2D | null = null;

/**
 * What a cell shows in the width it has: a number that does not fit becomes ####, as in Excel;
 * text is left as it is (it runs over into empty neighbours).
 *
 * @param width the cell's width in pixels, merged columns included
 */
export function fittingText(view: CellView, width: number): string {
  const { font, wrapText, shrinkToFit } = view.style;
  if (typeof view.value !== "number" || view.text === "" || shrinkToFit) return view.text;
  if (wrapText && !/\d/.test(view.text)) return view.text;
  // A digit is at least half as wide as it is high: short numbers need no measuring.
  const pixels = (font.size * 4) / 3;
  if (view.text.length * pixels < width) return view.text;
  context ??= document.createElement("canvas").getContext("2d");
  if (!context) return view.text;
  context.font = `${font.bold ? "bold " : ""}${pixels}px ${fontStack(font.name)}`;
  if (context.measureText(view.text).width <= width - PADDING) return view.text;
  const count = Math.max(1, Math.floor((width - PADDING) / context.measureText("#").width));
  return "#".repeat(count);
}
