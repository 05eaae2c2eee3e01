import { clipped } from "./corrections";
import { findForms, type Form, type KnowsRegion } from "./layouts";
import { bareRegion } from "./regions";
import type { SheetGrid } from "./snapshot";
import type { Steps } from "./steps";
import { isBlank, topOf, viewOf, type View } from "./view";

/**
 * Finds the forms of a sheet, those side by side too: parts between blank columns that name a region each.
 * @param whole the sheet's first rows, where forms stand
 */
export function* formsOn(sheet: SheetGrid, whole: View, knows: KnowsRegion, year: number | null): Steps<Form[]> {
  const parts: Form[][] = [];
  for (const { first, last } of partsOf(whole)) {
    const range = { row: sheet.row, column: sheet.column + first, rowCount: whole.rowCount, columnCount: last - first + 1 };
    parts.push(yield* findForms(topOf(viewOf(clipped(sheet, range)), whole.rowCount), knows, year));
  }
  const regions = new Set(parts.flatMap(([form]) => form?.mentions.find(({ cell }) => cell !== null)?.name ?? []).map(bareRegion));
  return regions.size > 1 ? parts.flat() : yield* findForms(whole, knows, year);
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
