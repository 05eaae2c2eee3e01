import type { PlannedBlock, PlannedCell } from "./plan";

/** Texts and names of sheets, which hold no references, and words, of which references are some. */
const PART = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_.\\?$]+/gu;
/** A cell whose row moves along where a formula is copied: $B6, not $B$6. */
const MOVING = /^(\$?[A-Z]{1,3})(\d{1,7})$/i;
/** Between these stands how many rows further down a row is. */
const [OPEN, CLOSE] = ["\u0001", "\u0002"];
const ROWS_FURTHER = new RegExp(`${OPEN}(-?\\d+)${CLOSE}`, "g");
/** What copying may turn into something else than a row further down: columns of tables and other workbooks, whole rows, and ranges that move. */
const OTHERWISE = new RegExp(`[[\\]]|(?<![\\p{L}\\p{N}.])\\$?\\d+:\\$?\\d|${CLOSE}:|:\\$?[A-Z]{1,3}${OPEN}`, "iu");

/**
 * A formula as it reads from any row: those that Excel copies from each other down a column are the same.
 * @param row that it stands in, from 0
 * @returns null where it is not certain what a copy would say
 */
export function fromAnyRow(formula: string, row: number): string | null {
  if (formula.includes(OPEN)) return null;
  const told = formula.replace(PART, (part, at: number) => {
    // A word before "(" is a function, one before "!" a sheet.
    const moving = /[(!]/.test(formula[at + part.length] ?? "") ? null : MOVING.exec(part);
    // eslint-disable-next-line no-restricted-syntax -- the row of a reference in a formula, no figure
    return moving ? `${moving[1] ?? ""}${OPEN}${Number(moving[2]) - 1 - row}${CLOSE}` : part;
  });
  return OTHERWISE.test(told) ? null : told;
}

/** The formula in one row. @param told as `fromAnyRow` gives it */
export function inRow(told: string, row: number): string {
  // eslint-disable-next-line no-restricted-syntax -- likewise
  return told.replace(ROWS_FURTHER, (_, further: string) => String(Number(further) + row + 1));
}

/** What a copy costs to ask for, in signs: so many have to be saved by it. */
const COPY = 1000;

/**
 * Blocks of cells whose first row says all of their formulas: each further row holds what Excel makes of it by copying.
 * Only those are told that are worth it.
 */
export function repeatedBlocks(cells: readonly (readonly PlannedCell[])[]): PlannedBlock[] {
  const columnCount = cells[0]?.length ?? 0;
  const found: PlannedBlock[] = [];
  let left: PlannedBlock[] = [];
  for (let column = 0; column < columnCount; column++) {
    const here: PlannedBlock[] = [];
    for (const run of runsIn(cells, column)) {
      const joined = left.map((block) => beside(cells, block, run)).find((block) => block !== null);
      here.push(joined ?? run);
      if (joined) left = left.filter(({ column: first, row, rowCount }) => first !== joined.column || row > joined.row || row + rowCount < joined.row + joined.rowCount);
    }
    found.push(...left);
    left = here;
  }
  return [...found, ...left].filter((block) => saved(cells, block) >= COPY);
}

/** A block with the run in the column beside it; null where the rows that they do not share weigh more than a copy. */
function beside(cells: readonly (readonly PlannedCell[])[], block: PlannedBlock, run: PlannedBlock): PlannedBlock | null {
  const row = Math.max(block.row, run.row);
  const rowCount = Math.min(block.row + block.rowCount, run.row + run.rowCount) - row;
  if (rowCount < 2) return null;
  const both = { row, column: block.column, rowCount, columnCount: block.columnCount + 1 };
  return saved(cells, block) + saved(cells, run) - saved(cells, both) < COPY ? both : null;
}

/** Rows of a column that say the same formula. */
function runsIn(cells: readonly (readonly PlannedCell[])[], column: number): PlannedBlock[] {
  const runs: PlannedBlock[] = [];
  let above: string | null = null;
  cells.forEach((line, row) => {
    const cell = line[column];
    const told = cell?.kind === "formula" ? fromAnyRow(cell.formula, row) : null;
    const open = runs.at(-1);
    if (told !== null && told === above && open) open.rowCount++;
    else if (told !== null) runs.push({ row, column, rowCount: 1, columnCount: 1 });
    above = told;
  });
  return runs.filter(({ rowCount }) => rowCount > 1);
}

/** Signs that need not be sent where the first row of a block is copied. */
function saved(cells: readonly (readonly PlannedCell[])[], { row, column, rowCount, columnCount }: PlannedBlock): number {
  const first = cells[row]?.slice(column, column + columnCount) ?? [];
  return (rowCount - 1) * first.reduce((total, cell) => total + (cell.kind === "formula" ? cell.formula.length : 0), 0);
}
