import type { Steps } from "../../progress";
import { readLines } from "../header";
import { transpose, type View } from "../view";
import { findFrames } from "./find-frames";
import type { Frame } from "./frame";
import type { KnowsRegion } from "./label-run";

/**
 * Finds tables whose regions stand side by side: the same reading on the sheet turned on its side. The title
 * and captions are those above the row of region names.
 */
export function findTransposed(view: View, knows: KnowsRegion, year: number | null): Steps<Frame[]> {
  const columns = { first: 0, last: view.columnCount - 1 };
  return findFrames(transpose(view), "transposed", knows, year, ({ column: labels }) => readLines(view, labels - 1, -1, columns, labels));
}
