import type { RangeAddress, Steps } from "../../progress";
import { clipped, firstRows } from "../clipped";
import { bareRegion } from "../../regions";
import type { SheetGrid } from "../snapshot";
import { isBlank, viewOf, type View } from "../view";
import { findForms } from "./forms";
import type { Frame } from "./frame";
import type { KnowsRegion } from "./label-run";

/**
 * Finds the forms at the top of a sheet, those side by side too: parts between blank columns that name a region each.
 * @param rowCount how many of the sheet's rows may hold forms
 * @param taken what tables with regions of their own hold of the sheet
 */
export function* formsOn(sheet: SheetGrid, rowCount: number, taken: readonly RangeAddress[], knows: KnowsRegion, year: number | null): Steps<Frame[]> {
  const top = firstRows(sheet, rowCount);
  const whole = viewOf(top);
  const parts: Frame[][] = [];
  for (const { first, last } of partsOf(whole)) {
    const range = { row: sheet.row, column: sheet.column + first, rowCount, columnCount: last - first + 1 };
    parts.push(yield* findForms(viewOf(clipped(top, range)), taken, knows, year));
  }
  const regions = new Set(parts.flatMap(([form]) => form?.mentions.find(({ cell }) => cell !== null)?.name ?? []).map(bareRegion));
  return regions.size > 1 ? parts.flat() : yield* findForms(whole, taken, knows, year);
}

/** Columns between those that show nothing; none where they are all one part. */
function partsOf(view: View): { first: number; last: number }[] {
  const parts: { first: number; last: number }[] = [];
  for (let column = 0; column < view.columnCount; column++) {
    if (isBlankColumn(view, column)) continue;
    const open = parts.at(-1);
    if (open?.last === column - 1) open.last = column;
    else parts.push({ first: column, last: column });
  }
  return parts.length > 1 ? parts : [];
}

function isBlankColumn(view: View, column: number): boolean {
  for (let row = 0; row < view.rowCount; row++) if (!isBlank(view, row, column)) return false;
  return true;
}
