import { STEP_ROWS, DecimalSum, decimalsOf, figureKey, times, type CellAddress, type Fact, type Gap, type Link, type Meaning, type RangeAddress, type Steps } from "../../progress";
import { withoutNoise } from "../cells";
import type { CellValue } from "../snapshot";
import type { View } from "../view";
import type { MeantColumn } from "./column-units";
import type { LedgerCells } from "./ledger-cells";
import { meaningFor } from "./ledger-meanings";
import type { LedgerGroup, LedgerRows } from "./ledger-rows";

/** More cells than this are named as blocks. */
const MANY_CELLS = 50;
/** Signs of a sum's blocks at most: a formula of Excel's 8,192 names them twice. */
const LONGEST_SUM = 3500;

/** The figures of one region and meaning in one column of a ledger, as they are added up. */
export class LedgerSum {
  private readonly sum = new DecimalSum();
  /** Its cells, those under one another as one block, so that a project inserted between them is counted. */
  private readonly blocks: RangeAddress[] = [];
  private last = -2;
  private count = 0;
  private decimals = 0;
  private typedLabel: string | null = null;
  private blank: Gap | null = null;
  private unreadable: Gap | null = null;
  /** A number that is no figure (a date) stands among its cells: Excel would add it up. */
  private isLeftOut = false;

  constructor(
    private readonly view: View,
    readonly region: string,
    readonly meaning: Meaning,
    private readonly column: number,
    readonly scale: number,
  ) {}

  /** Whether a row has a figure. */
  get isFilled(): boolean {
    return this.count > 0;
  }

  /** Adds a plain number of a row. */
  addNumber(row: number, value: number): void {
    const clean = withoutNoise(value);
    const scaled = this.scale === 1 ? clean : times(clean, this.scale);
    const decimals = decimalsOf(scaled);
    this.sum.add(scaled, decimals);
    this.decimals = Math.max(this.decimals, decimals);
    this.take(row);
  }

  /** Adds a figure that was typed some other way, or notes a cell without one. @param value what the cell holds */
  add(row: number, { fact, gap }: { fact: Fact | undefined; gap: Gap | undefined }, value: CellValue): void {
    if (gap?.reason === "blank") this.blank ??= gap;
    else if (gap) this.unreadable ??= gap;
    this.isLeftOut ||= !fact && typeof value === "number";
    if (!fact) return;
    this.sum.add(fact.value, Math.max(0, decimalsOf(fact.value)));
    this.decimals = Math.max(this.decimals, fact.decimals);
    this.take(row);
    const { link } = fact.source;
    if (link.kind === "typed") this.typedLabel = link.label;
    else if (link.kind === "cell" && link.scale !== this.scale) this.typedLabel = this.region;
  }

  private take(row: number): void {
    const open = row === this.last + 1 ? this.blocks.at(-1) : undefined;
    if (open) open.rowCount++;
    else this.blocks.push(this.view.range(row, this.column, 1, 1));
    this.last = row;
    this.count++;
  }

  /** The sum so far. */
  get total(): number {
    return this.sum.total;
  }

  /** Whether one of its cells could not be read. */
  get isIncomplete(): boolean {
    return this.unreadable !== null;
  }

  /**
   * The region's figure with its cells.
   * @param byLabel a formula by label, where every row carries it
   */
  fact(table: number, byLabel: Link | null): Fact | null {
    if (this.count === 0) return null;
    const followed = (this.isLeftOut ? null : byLabel) ?? sumLink(this.blocks, this.scale);
    const link: Link = this.typedLabel === null && followed ? followed : { kind: "typed", label: this.typedLabel ?? this.region };
    const cells: CellAddress[] = this.count > MANY_CELLS ? this.blocks : this.blocks.flatMap(cellsOf);
    return { region: this.region, meaning: this.meaning, value: this.total, decimals: this.decimals, source: { cells, link }, table };
  }

  /** What the region lacks: a cell that could not be read, or a blank where none of its projects has a figure. */
  gaps(): Gap[] {
    if (this.unreadable) return [this.unreadable];
    return this.blank && this.count === 0 ? [this.blank] : [];
  }
}

/** The cells of a block one column wide. */
function cellsOf({ sheet, row, column, rowCount }: RangeAddress): CellAddress[] {
  return Array.from({ length: rowCount }, (_, index) => ({ sheet, row: row + index, column }));
}

/** Adds columns up by region and meaning, row by row; those of each column in the order in which they are met. */
export function* columnSums(cells: LedgerCells, columns: readonly MeantColumn[], { rows, of }: LedgerRows): Steps<LedgerSum[][]> {
  const { view } = cells;
  const sums = columns.map((column) => ({ column, known: new Map<string, LedgerSum>(), ofGroup: [] as (GroupSum | undefined)[] }));
  for (let at = 0; at < rows.length; at++) {
    if (at % STEP_ROWS === 0) yield;
    const [row, group] = [rows[at] ?? 0, of[at]];
    if (group?.kind !== "project") continue;
    for (const { column, known, ofGroup } of sums) {
      const { own, isUnscaled } = (ofGroup[group.index] ??= sumOf(column, known, group));
      const plain = isUnscaled ? view.plain(row, column.column) : null;
      if (plain !== null) own.addNumber(row, plain);
      else own.add(row, cells.take(column, row, group, own.meaning), view.value(row, column.column));
    }
  }
  return sums.map(({ known }) => [...known.values()]);

  function sumOf(column: MeantColumn, known: Map<string, LedgerSum>, group: LedgerGroup): GroupSum {
    const { region, type } = group;
    const meaning = meaningFor(column, group);
    const key = figureKey({ region, meaning });
    const own = known.get(key) ?? new LedgerSum(view, region ?? "", meaning, column.column, cells.rowUnit(column, meaning, type)?.scale ?? 1);
    known.set(key, own);
    return { own, isUnscaled: meaning.kind !== "rate" && (!type?.unit || type.unit.scale === own.scale) };
  }
}

/** The sum that a group's projects count for, and whether their figures come in that sum's own unit. */
interface GroupSum {
  own: LedgerSum;
  isUnscaled: boolean;
}

/** null where the blocks are more than a formula has room for: an apostrophe of the sheet's name takes two signs. */
function sumLink(ranges: RangeAddress[], scale: number): Link | null {
  const length = ranges.reduce((signs, { sheet }) => signs + 2 * sheet.length + "''!$ABC$1234567:$ABC$1234567,".length, 0);
  return length <= LONGEST_SUM ? { kind: "sum", ranges, scale } : null;
}
