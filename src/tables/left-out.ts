import { finding, type Fact, type Finding, type RangeAddress, type TableSummary } from "../progress";
import type { SheetGrid } from "./snapshot";
import { viewOf, type View } from "./view";

/** Rows under one another from which a list of counties is told from a chance meeting of a name and numbers. */
const FEWEST_ROWS = 3;
/** Figures beside a name: a single one may be a row number or a telephone. */
const FEWEST_FIGURES = 2;
/** Rows above in which a header may stand. */
const HEADER_ROWS = 6;
/** Numbers of more digits are telephones and the like. */
const LARGEST = 1e10;

/** What of the sheets was taken: the tables that were read, and further ranges that were left alone for a reason. */
interface Taken {
  tables: readonly TableSummary[];
  facts: readonly Fact[];
  ranges: readonly RangeAddress[];
}

/**
 * Says where less was read than cells that look like a county table hold: rows of known counties with figures that no
 * table covers and over which no header says that they are about something else, and rows of figures without a name
 * inside a table.
 */
export function figuresLeftOut(
  sheets: readonly SheetGrid[],
  { tables, facts, ranges }: Taken,
  knows: (name: string) => boolean,
): Finding[] {
  // A long ledger's figures have many cells, and only rows of wide tables are asked for.
  const isWide = tables.map(({ layout, labels }) => layout === "wide" && labels !== null);
  const rowsRead = new Set(
    facts.flatMap(({ table, source }) => (isWide[table] ? source.cells.map(({ sheet, row }) => `${sheet}!${row}`) : [])),
  );
  return sheets.flatMap((grid) => {
    const view = viewOf(grid);
    const here = ranges.filter(({ sheet }) => sheet === grid.name);
    const outside = runsOf(view.rowCount, (row) => isCounty(view, row, here, grid, knows)).filter(
      ([first, last]) => last - first + 1 >= FEWEST_ROWS && !hasHeader(view, first),
    );
    const inside = tables
      .filter(({ sheet, layout, labels }) => sheet === grid.name && layout === "wide" && labels !== null)
      .flatMap((table) => runsOf(view.rowCount, (row) => isNameless(view, row, grid, table, rowsRead)));
    const range = ([first, last]: [number, number]) => view.range(first, 0, last - first + 1, view.columnCount);
    return [
      ...outside.map((rows) =>
        finding(
          "figures-left-out",
          [range(rows)],
          `工作表“${grid.name}”的这几行有县区和数字，像是进度表，但没有表头，没有读取；请补上表头`,
          `These rows of “${grid.name}” hold counties and figures without a header and were not read; add one`,
        ),
      ),
      ...inside.map((rows) =>
        finding(
          "figures-left-out",
          [range(rows)],
          `表内这几行有数字而没有县区名称，没有计入；请补上名称或取消合并`,
          `These rows of the table hold figures without a county's name and do not count; add the names or unmerge`,
        ),
      ),
    ];
  });
}

function isCounty(view: View, row: number, taken: readonly RangeAddress[], grid: SheetGrid, knows: (name: string) => boolean): boolean {
  if (taken.some((range) => grid.row + row >= range.row && grid.row + row < range.row + range.rowCount)) return false;
  let figures = 0;
  let named = false;
  for (let column = 0; column < view.columnCount; column++) {
    const value = view.value(row, column);
    if (typeof value === "string" && value !== "" && !named) named = knows(view.text(row, column));
    else if (named && typeof value === "number" && value < LARGEST && view.plain(row, column) !== null) figures++;
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

/** A row between those that were read, with figures under columns that were, whose label is blank. */
function isNameless(
  view: View,
  row: number,
  grid: SheetGrid,
  { labels, regionBlocks, columns, sheet }: TableSummary,
  rowsRead: ReadonlySet<string>,
): boolean {
  const at = grid.row + row;
  const [first, last] = [Math.min(...regionBlocks.map((one) => one.row)), Math.max(...regionBlocks.map((one) => one.row + one.rowCount))];
  if (!labels || at <= first || at > last || rowsRead.has(`${sheet}!${at}`)) return false;
  if (view.text(row, labels.column - grid.column) !== "" || view.spreadText(row, labels.column - grid.column) === "合计") return false;
  const read = columns.filter(({ meaning }) => meaning !== null && meaning.kind !== "note");
  return read.filter(({ range }) => view.plain(row, range.column - grid.column) !== null).length >= FEWEST_FIGURES;
}

function runsOf(rowCount: number, holds: (row: number) => boolean): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (let row = 0; row < rowCount; row++) {
    if (!holds(row)) continue;
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
