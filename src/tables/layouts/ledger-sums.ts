import { STEP_ROWS, DecimalSum, decimalsOf, figureKey, times, type CellAddress, type Fact, type Finding, type Gap, type Link, type Meaning, type RangeAddress, type Steps } from "../../progress";
import { withoutNoise } from "../../cells";
import type { MeantColumn } from "./column-units";
import { figureAt, unitOfGroup, type Ledger } from "./ledger-cells";
import { meaningFor } from "./ledger-meanings";
import type { LedgerGroup } from "./ledger-rows";

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

/** Adds a column up by region and meaning, row by row; the sums in the order in which they are met. */
export function* columnSums(ledger: Ledger, column: MeantColumn): Steps<{ sums: LedgerSum[]; findings: Finding[] }> {
  const { view, rows } = ledger;
  const known = new Map<string, LedgerSum>();
  const ofGroup = new Map<LedgerGroup, LedgerSum>();
  const findings: Finding[] = [];
  for (const [at, line] of rows.entries()) {
    if (at % STEP_ROWS === 0) yield;
    const { row, group } = line;
    if (group.kind !== "project") continue;
    const sum = ofGroup.get(group) ?? open(group);
    const plain = sum.meaning.kind !== "rate" && (group.type?.unit?.scale ?? sum.scale) === sum.scale ? view.plain(row, column.column) : null;
    if (plain !== null) {
      const clean = withoutNoise(plain);
      add(sum, row, sum.scale === 1 ? clean : times(clean, sum.scale));
      continue;
    }
    const { fact, gap, finding } = figureAt(ledger, column, line, sum.meaning);
    if (finding) findings.push(finding);
    if (gap?.reason === "blank") sum.blank ??= gap;
    else if (gap) sum.unreadable ??= gap;
    sum.isLeftOut ||= !fact && typeof view.value(row, column.column) === "number";
    if (!fact) continue;
    add(sum, row, fact.value, fact.decimals);
    const { link } = fact.source;
    sum.isTyped ||= link.kind !== "cell" || link.scale !== sum.scale;
  }
  return { sums: [...known.values()], findings };

  function open(group: LedgerGroup): LedgerSum {
    const meaning = meaningFor(column, group);
    const key = figureKey({ region: group.region, meaning });
    const scale = unitOfGroup(ledger, column, group)?.scale ?? 1;
    const fresh = { total: new DecimalSum(), decimals: 0, count: 0, blocks: [], lastRow: -2, groups: new Set<LedgerGroup>(), isLeftOut: false, isTyped: false };
    const sum = known.get(key) ?? { region: group.region ?? "", meaning, column: column.column, scale, ...fresh };
    known.set(key, sum);
    ofGroup.set(group, sum);
    sum.groups.add(group);
    return sum;
  }

  function add(sum: LedgerSum, row: number, value: number, decimals = decimalsOf(value)): void {
    sum.total.add(value, Math.max(0, decimalsOf(value)));
    sum.decimals = Math.max(sum.decimals, decimals);
    sum.count++;
    const last = row === sum.lastRow + 1 ? sum.blocks.at(-1) : undefined;
    if (last) last.rowCount++;
    else sum.blocks.push(view.range(row, column.column, 1, 1));
    sum.lastRow = row;
  }
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
