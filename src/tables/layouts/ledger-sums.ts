import { DecimalSum, decimalsOf, figureKey, times, type CellAddress, type Fact, type Gap, type Link, type Meaning, type RangeAddress, type Steps } from "../../progress";
import { withoutNoise } from "../cells";
import type { CellValue } from "../snapshot";
import type { View } from "../view";
import type { MeantColumn } from "./column-units";
import type { LedgerCells } from "./ledger-cells";
import type { LedgerGroups } from "./ledger-groups";
import { meaningFor } from "./ledger-meanings";
import type { LedgerRow } from "./ledger-rows";

/** Rows between two points where the work may pause. */
const STEP = 500;

/** More cells than this are named as blocks. */
const MANY_CELLS = 50;
/** Signs of a sum's blocks at most: a formula of Excel's 8,192 names them twice. */
const LONGEST_SUM = 3500;

/** The figures of one region and meaning in one column of a ledger, as they are added up. */
export class LedgerSum {
  private readonly sum = new DecimalSum();
  private readonly rows: number[] = [];
  private decimals = 0;
  private typedLabel: string | null = null;
  private blank: Gap | null = null;
  private unreadable: Gap | null = null;
  /** A number that is no figure (a date) stands among its cells: Excel would add it up. */
  private isLeftOut = false;

  constructor(
    readonly region: string,
    readonly meaning: Meaning,
    private readonly column: number,
    readonly scale: number,
  ) {}

  /** The first row that has a figure; null without one. */
  get firstRow(): number | null {
    return this.rows[0] ?? null;
  }

  /** Adds a plain number of a row. */
  addNumber(row: number, value: number): void {
    const clean = withoutNoise(value);
    const scaled = this.scale === 1 ? clean : times(clean, this.scale);
    const decimals = decimalsOf(scaled);
    this.sum.add(scaled, decimals);
    this.decimals = Math.max(this.decimals, decimals);
    this.rows.push(row);
  }

  /** Adds a figure that was typed some other way, or notes a cell without one. @param value what the cell holds */
  add(row: number, { fact, gap }: { fact: Fact | undefined; gap: Gap | undefined }, value: CellValue): void {
    if (gap?.reason === "blank") this.blank ??= gap;
    else if (gap) this.unreadable ??= gap;
    this.isLeftOut ||= !fact && typeof value === "number";
    if (!fact) return;
    this.sum.add(fact.value, Math.max(0, decimalsOf(fact.value)));
    this.decimals = Math.max(this.decimals, fact.decimals);
    this.rows.push(row);
    const { link } = fact.source;
    if (link.kind === "typed") this.typedLabel = link.label;
    else if (link.kind === "cell" && link.scale !== this.scale) this.typedLabel = this.region;
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
  fact(view: View, table: number, byLabel: Link | null): Fact | null {
    if (this.rows.length === 0) return null;
    const blocks = this.blocks(view);
    const followed = (this.isLeftOut ? null : byLabel) ?? sumLink(blocks, this.scale);
    const link: Link = this.typedLabel === null && followed ? followed : { kind: "typed", label: this.typedLabel ?? this.region };
    const cells: CellAddress[] = this.rows.length > MANY_CELLS ? blocks : this.rows.map((row) => view.address(row, this.column));
    return { region: this.region, meaning: this.meaning, value: this.total, decimals: this.decimals, source: { cells, link }, table };
  }

  /** What the region lacks: a cell that could not be read, or a blank where none of its projects has a figure. */
  gaps(): Gap[] {
    if (this.unreadable) return [this.unreadable];
    return this.blank && this.rows.length === 0 ? [this.blank] : [];
  }

  /** Cells under one another as blocks, so that a project inserted between them is counted. */
  private blocks(view: View): RangeAddress[] {
    const blocks: RangeAddress[] = [];
    let open: RangeAddress | null = null;
    let last = -2;
    for (const row of this.rows) {
      if (open && row === last + 1) open.rowCount++;
      else blocks.push((open = view.range(row, this.column, 1, 1)));
      last = row;
    }
    return blocks;
  }
}

/** Adds a column up by region and meaning, in the order in which they are met. */
export function* columnSums(cells: LedgerCells, column: MeantColumn, projects: readonly LedgerRow[], groups: LedgerGroups): Steps<LedgerSum[]> {
  const { view } = cells;
  const sums = new Map<string, LedgerSum>();
  const ofGroup: { own: LedgerSum; unscaled: boolean }[] = [];
  let at = 0;
  for (const project of projects) {
    if (at % STEP === 0) yield;
    const { own, unscaled } = (ofGroup[groups.of[at++] ?? 0] ??= sumOf(project));
    const plain = unscaled ? view.plain(project.row, column.column) : null;
    if (plain !== null) own.addNumber(project.row, plain);
    else own.add(project.row, cells.take(column, project, own.meaning), view.value(project.row, column.column));
  }
  return [...sums.values()];

  /** The sum that a project counts for, and whether its figures come in that sum's own unit. */
  function sumOf(project: LedgerRow): { own: LedgerSum; unscaled: boolean } {
    const { region, type } = project;
    const meaning = meaningFor(column, project);
    const key = figureKey({ region, meaning });
    const own = sums.get(key) ?? new LedgerSum(region ?? "", meaning, column.column, cells.rowUnit(column, meaning, type)?.scale ?? 1);
    sums.set(key, own);
    return { own, unscaled: !type?.unit || type.unit.scale === own.scale };
  }
}

/** null where the blocks are more than a formula has room for: an apostrophe of the sheet's name takes two signs. */
function sumLink(ranges: RangeAddress[], scale: number): Link | null {
  const length = ranges.reduce((signs, { sheet }) => signs + 2 * sheet.length + "''!$ABC$1234567:$ABC$1234567,".length, 0);
  return length <= LONGEST_SUM ? { kind: "sum", ranges, scale } : null;
}
