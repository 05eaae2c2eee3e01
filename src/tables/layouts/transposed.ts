import type { Steps } from "../../progress";
import { compact, isDigits, readable } from "../cells";
import { captionAt, isCaption, type Caption } from "../header";
import { isBlank, isBlankRow, transpose, type View } from "../view";
import { findFrames } from "./find-frames";
import type { Frame } from "./frame";
import type { KnowsRegion } from "./label-run";

const TITLE_ROWS = 6;

/**
 * Finds tables whose regions stand side by side: the same reading on the sheet turned on its side. The title
 * and captions are those above the row of region names.
 */
export function findTransposed(view: View, knows: KnowsRegion, year: number | null): Steps<Frame[]> {
  return findFrames(transpose(view), "transposed", knows, year, (run) => linesAbove(view, run.column));
}

/** Title and captions above a row of the upright sheet. */
function linesAbove(view: View, labelRow: number) {
  const titles: string[] = [];
  const captions: Caption[] = [];
  let top = labelRow;
  for (let row = labelRow - 1; row >= Math.max(0, labelRow - TITLE_ROWS); row--) {
    if (isBlankRow(view, row)) continue;
    const cells = [];
    for (let column = 0; column < view.columnCount; column++) {
      if (!isBlank(view, row, column)) cells.push({ column, text: readable(view.value(row, column)) });
    }
    if (cells.length > 6 || cells.some(({ text }) => isDigits(compact(text)))) break;
    for (const { column, text } of cells) {
      if (isCaption(text)) captions.unshift(captionAt(view, row, column, text));
      else titles.unshift(text);
    }
    top = row;
  }
  return { title: titles.length > 0 ? titles.join(" ") : null, titles, captions, top };
}
