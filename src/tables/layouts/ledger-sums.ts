import { STEP_ROWS, DecimalSum, decimalsOf, figureKey, times, type CellAddress, type Fact, type Finding, type Gap, type Link, type Meaning, type RangeAddress, type Steps } from "../../progress";
import { withoutNoise } from "../../cells";
import type { View } from "../view";
import type { MeantColumn } from "./column-units";
import { figureAt, unitOfGroup, type Ledger } from "./ledger-cells";
import { meaningFor } from "./ledger-meanings";
import { heldIn, type LedgerGroup, type LedgerRow } from "./ledger-rows";

/** More cells than this are named as blocks. */
const MANY_CELLS = 50;
/** Signs of a sum's blocks at most: a formula of Excel's 8,192 names them twice. */
const LONGEST_SUM = 3500;

/** The figures of one region and meaning in one column of a ledger, added up. */
export interface LedgerSum {
  region: string;
  meaning: Meaning;
  column: number;
  scale: number;
  total: DecimalSum;
  decimals: number;
  /** How many figures. */
  count: number;
  /** Their cells, those under one another as one block, so that a project inserted between them is counted. */
  blocks: RangeAddress[];
  /** The row of the last of them; -2 before the first. */
  lastRow: number;
  /** The groups whose rows are added up. */
  groups: Set<LedgerGroup>;
  blank?: Gap;
  unreadable?: Gap;
  /** A number that is no figure (a date) stands among its cells: Excel would add it up. */
  isLeftOut: boolean;
  /** A figure that no formula adds up stands among them: a text, or in another unit. */
  isTyped: boolean;
}

/** The sums of a column in the order in which they are met, and what was found in its cells. */
interface ColumnSums {
  column: MeantColumn;
  known: Map<string, LedgerSum>;
  findings: Finding[];
}

/** Adds the columns up by region and meaning, all of them row by row. @returns by column, in their order */
export function* columnSums(ledger: Ledger): Steps<{ sums: LedgerSum[]; findings: Finding[] }[]> {
  const columns = ledger.meant.map((column): ColumnSums => ({ column, known: new Map(), findings: [] }));
  const ofGroups = new Map<LedgerGroup, LedgerSum[]>();
  for (const [at, line] of ledger.rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    if (line.group.kind !== "project") continue;
    const sums = heldIn(ofGroups, line.group, () => columns.map(({ column, known }) => sumOf(ledger, column, known, line.group)));
    for (let index = 0; index < columns.length; index++) addFigure(ledger, line, columns[index] as ColumnSums, sums[index] as LedgerSum);
  }
  return columns.map(({ known, findings }) => ({ sums: [...known.values()], findings }));
}

/** The sum that the rows of a group are added to: that of all groups of one region and meaning. */
function sumOf(ledger: Ledger, column: MeantColumn, known: Map<string, LedgerSum>, group: LedgerGroup): LedgerSum {
  const meaning = meaningFor(column, group);
  const sum = heldIn(known, figureKey({ region: group.region, meaning }), () => ({
    region: group.region ?? "",
    meaning,
    column: column.column,
    scale: unitOfGroup(ledger, column, group)?.scale ?? 1,
    total: new DecimalSum(),
    decimals: 0,
    count: 0,
    blocks: [],
    lastRow: -2,
    groups: new Set<LedgerGroup>(),
    isLeftOut: false,
    isTyped: false,
  }));
  sum.groups.add(group);
  return sum;
}

function addFigure(ledger: Ledger, line: LedgerRow, { column, findings }: ColumnSums, sum: LedgerSum): void {
  const { view } = ledger;
  const { row, group } = line;
  const isPlain = sum.meaning.kind !== "rate" && (group.type?.unit?.scale ?? sum.scale) === sum.scale;
  const plain = isPlain ? view.plain(row, column.column) : null;
  if (plain !== null) {
    const clean = withoutNoise(plain);
    const scaled = sum.scale === 1 ? clean : times(clean, sum.scale);
    add(view, sum, row, scaled, decimalsOf(scaled));
    return;
  }
  const { fact, gap, finding } = figureAt(ledger, column, line, sum.meaning);
  if (finding) findings.push(finding);
  if (gap?.reason === "blank") sum.blank ??= gap;
  else if (gap) sum.unreadable ??= gap;
  sum.isLeftOut ||= !fact && typeof view.value(row, column.column) === "number";
  if (!fact) return;
  add(view, sum, row, fact.value, fact.decimals);
  const { link } = fact.source;
  sum.isTyped ||= link.kind !== "cell" || link.scale !== sum.scale;
}

/** @param decimals those that a figure is shown with */
function add(view: View, sum: LedgerSum, row: number, value: number, decimals: number): void {
  sum.total.add(value, Math.max(0, decimalsOf(value)));
  sum.decimals = Math.max(sum.decimals, decimals);
  sum.count++;
  const last = row === sum.lastRow + 1 ? sum.blocks.at(-1) : undefined;
  if (last) last.rowCount++;
  else sum.blocks.push(view.range(row, sum.column, 1, 1));
  sum.lastRow = row;
}

/**
 * A region's figure with its cells; null where none of its projects has one.
 * @param byLabel a formula by label, where every row carries it
 */
export function factOf({ region, meaning, total, decimals, count, blocks, scale, isLeftOut, isTyped }: LedgerSum, table: number, byLabel: Link | null): Fact | null {
  if (count === 0) return null;
  const followed = isTyped ? null : ((isLeftOut ? null : byLabel) ?? sumLink(blocks, scale));
  const cells: CellAddress[] = count > MANY_CELLS ? blocks : blocks.flatMap(cellsOf);
  return { region, meaning, value: total.total, decimals, source: { cells, link: followed ?? { kind: "typed", label: region } }, table };
}

/** What the region lacks: a cell that could not be read, or a blank where none of its projects has a figure. */
export function gapsOf({ unreadable, blank, count }: LedgerSum): Gap[] {
  if (unreadable) return [unreadable];
  return blank && count === 0 ? [blank] : [];
}

/** The cells of a block one column wide. */
function cellsOf({ sheet, row, column, rowCount }: RangeAddress): CellAddress[] {
  return Array.from({ length: rowCount }, (_, index) => ({ sheet, row: row + index, column }));
}

/** null where the blocks are more than a formula has room for: an apostrophe of the sheet's name takes two signs. */
function sumLink(ranges: RangeAddress[], scale: number): Link | null {
  const length = ranges.reduce((signs, { sheet }) => signs + 2 * sheet.length + "''!$ABC$1234567:$ABC$1234567,".length, 0);
  return length <= LONGEST_SUM ? { kind: "sum", ranges, scale } : null;
}
