import { finding, isAmong, type Fact, type Finding, type RangeAddress, type TableSummary, type UnreadBlock } from "../progress";
import type { View } from "./view";

/** Rows under one another from which a list of counties is told from a chance meeting of a name and numbers. */
const FEWEST_ROWS = 3;
/** Figures in a row: a single one may be a row number or a telephone. */
const FEWEST_FIGURES = 2;
/** Rows above in which a header may stand. */
const HEADER_ROWS = 6;
/** Numbers of more digits are telephones and the like. */
const LARGEST = 1e10;

type Rows = [first: number, last: number];

/** Blocks of a sheet that no table covers: rows under one another with at least two cells each. */
export function unrelatedBlocks(view: View, taken: readonly RangeAddress[]): UnreadBlock[] {
  const here = taken.filter(({ sheet }) => sheet === view.sheet);
  const origin = view.address(0, 0);
  const wide = here.filter((range) => range.column <= origin.column && range.column + range.columnCount >= origin.column + view.columnCount);
  const extents = new Map<number, { left: number; right: number }>();
  for (let row = 0; row < view.rowCount; row++) {
    // Rows that one table covers whole are not looked at: a long one has a million cells.
    const whole = wide.find((range) => isAmong(origin.row + row, range.row, range.rowCount));
    const extent = whole ? null : extentOf(view, row, here);
    if (extent) extents.set(row, extent);
    if (whole) row = whole.row + whole.rowCount - 1 - origin.row;
  }
  return runsOf(view.rowCount, (row) => extents.has(row)).flatMap(([first, last]): UnreadBlock[] => {
    const own = Array.from({ length: last - first + 1 }, (_, at) => extents.get(first + at));
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
  const shown: number[] = [];
  for (let column = 0; column < view.columnCount; column++) {
    const isCovered = covering.some((range) => isAmong(start.column + column, range.column, range.columnCount));
    if (!isCovered && view.value(row, column) !== "" && view.text(row, column) !== "") shown.push(column);
  }
  const [left, right] = [shown[0], shown.at(-1)];
  return left === undefined || right === undefined ? null : { left, right };
}

/** Rows of known counties with figures in blocks that no table covers, over which no header says that they are about something else. */
export function countiesLeftOut(view: View, blocks: readonly UnreadBlock[], knows: (name: string) => boolean): Finding[] {
  const top = view.address(0, 0).row;
  const isInBlock = (row: number) => blocks.some(({ range }) => isAmong(top + row, range.row, range.rowCount));
  return runsOf(view.rowCount, (row) => isInBlock(row) && isCounty(view, row, knows))
    .filter(([first, last]) => last - first + 1 >= FEWEST_ROWS && !hasHeader(view, first))
    .map((rows) =>
      leftOut(
        view,
        rows,
        `工作表“${view.sheet}”的这几行有县区和数字，像是进度表，但没有表头，没有读取；请补上表头`,
        `These rows of “${view.sheet}” hold counties and figures without a header and were not read; add one`,
      ),
    );
}

function isCounty(view: View, row: number, knows: (name: string) => boolean): boolean {
  let figures = 0;
  let named = false;
  for (let column = 0; column < view.columnCount; column++) {
    if (!named) named = knows(view.text(row, column));
    else if ((view.plain(row, column) ?? LARGEST) < LARGEST) figures++;
  }
  return named && figures >= FEWEST_FIGURES;
}

/** Whether something is written over the figures of a row. */
function hasHeader(view: View, first: number): boolean {
  for (let column = 0; column < view.columnCount; column++) {
    if (view.plain(first, column) === null) continue;
    for (let row = Math.max(0, first - HEADER_ROWS); row < first; row++) if (view.spreadText(row, column) !== "") return true;
  }
  return false;
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
    return runsOf(view.rowCount, isNameless).map((rows) =>
      leftOut(
        view,
        rows,
        `表内这几行有数字而没有县区名称，没有计入；请补上名称或取消合并`,
        `These rows of the table hold figures without a county's name and do not count; add the names or unmerge`,
      ),
    );
  });
}

function leftOut(view: View, [first, last]: Rows, chinese: string, english: string): Finding {
  return finding("figures-left-out", [view.range(first, 0, last - first + 1, view.columnCount)], chinese, english);
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
