import { finding, isAmong, type Fact, type Finding, type RangeAddress, type TableSummary, type UnreadBlock } from "../progress";
import type { View } from "./view";

/** Figures in a row without a name: a single one may be a note. */
const FEWEST_FIGURES = 2;

type Rows = [first: number, last: number];

/** Blocks of a sheet that no table covers: rows under one another with at least two cells each. */
export function unrelatedBlocks(view: View, taken: readonly RangeAddress[]): UnreadBlock[] {
  const here = taken.filter(({ sheet }) => sheet === view.sheet);
  const extents = Array.from({ length: view.rowCount }, (_, row) => extentOf(view, row, here));
  return runsOf(view.rowCount, (row) => extents[row] !== null).flatMap(([first, last]): UnreadBlock[] => {
    const own = extents.slice(first, last + 1);
    const left = own.reduce((least, extent) => Math.min(least, extent?.left ?? least), Infinity);
    const right = own.reduce((most, extent) => Math.max(most, extent?.right ?? most), 0);
    if (last === first || right === left) return [];
    return [{ sheet: view.sheet, range: view.range(first, left, last - first + 1, right - left + 1), reason: "unrelated" }];
  });
}

/** The first and last cell of a row that shows something and that no table covers. */
function extentOf(view: View, row: number, taken: readonly RangeAddress[]): { left: number; right: number } | null {
  const start = view.address(row, 0);
  const covering = taken.filter((range) => isAmong(start.row, range.row, range.rowCount));
  // Rows that one table covers whole are not looked at: a long one has a million cells.
  if (covering.some((range) => range.column <= start.column && range.column + range.columnCount >= start.column + view.columnCount)) return null;
  const shown: number[] = [];
  for (let column = 0; column < view.columnCount; column++) {
    const isCovered = covering.some((range) => isAmong(start.column + column, range.column, range.columnCount));
    if (!isCovered && view.value(row, column) !== "" && view.text(row, column) !== "") shown.push(column);
  }
  const [left, right] = [shown[0], shown.at(-1)];
  return left === undefined || right === undefined ? null : { left, right };
}

/** Rows of figures without a name inside a table of a sheet. */
export function namelessRows(view: View, tables: readonly TableSummary[], facts: readonly Fact[]): Finding[] {
  const origin = view.address(0, 0);
  return tables.flatMap(({ sheet, layout, labels, regionBlocks, columns }, table) => {
    // A long ledger's figures have many cells, and only rows of wide tables are asked for.
    if (sheet !== view.sheet || layout !== "wide" || labels === null) return [];
    const read = new Set(facts.flatMap((fact) => (fact.table === table ? fact.source.cells.map(({ row }) => row) : [])));
    const [first, last] = [Math.min(...regionBlocks.map(({ row }) => row)), Math.max(...regionBlocks.map(({ row, rowCount }) => row + rowCount))];
    const meant = columns.filter(({ meaning }) => meaning !== null).map(({ range }) => range.column - origin.column);
    const isNameless = (row: number) => {
      const at = origin.row + row;
      if (at <= first || at > last || read.has(at) || view.text(row, labels.column - origin.column) !== "") return false;
      return meant.filter((column) => view.plain(row, column) !== null).length >= FEWEST_FIGURES;
    };
    return runsOf(view.rowCount, isNameless).map(([top, bottom]) =>
      finding(
        "figures-left-out",
        [view.range(top, 0, bottom - top + 1, view.columnCount)],
        `表内这几行有数字而没有县区名称，没有计入；请补上名称或取消合并`,
        `These rows of the table hold figures without a county's name and do not count; add the names or unmerge`,
      ),
    );
  });
}

/** Rows under one another of which something holds. */
function runsOf(rowCount: number, holds: (row: number) => boolean): Rows[] {
  const runs: Rows[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (!holds(row)) continue;
    const last = runs.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
