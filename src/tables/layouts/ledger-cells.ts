import { meaningKey, type Fact, type Finding, type Gap, type IndicatorDefinition, type Link, type Meaning } from "../../progress";
import type { CellReading, UnitInfo } from "../cells";
import type { ReadSlot } from "../interpret";
import type { View } from "../view";
import type { MeantColumn } from "./column-units";
import { FigureCollector } from "./figure-collector";
import { meaningFor } from "./ledger-meanings";
import type { LedgerGroup } from "./ledger-rows";

/** The cells of a ledger as figures, each with what its column and its row's type say that it means. */
export class LedgerCells {
  private readonly collector: FigureCollector;

  /**
   * @param table the ledger's place among the tables
   * @param byType one column entry for each indicator that its rows speak of
   * @param units the unit of each of them
   * @param inPercent columns whose rates, in rows of their own, are in per cent without saying so
   */
  constructor(
    readonly view: View,
    private readonly table: number,
    private readonly indicators: readonly IndicatorDefinition[],
    private readonly byType: readonly MeantColumn[],
    private readonly units: ReadonlyMap<ReadSlot, UnitInfo | null>,
    private readonly inPercent: ReadonlySet<number>,
  ) {
    this.collector = new FigureCollector(table, indicators);
  }

  /** What is wrong with the cells taken so far. */
  get findings(): readonly Finding[] {
    return this.collector.findings;
  }

  /** The unit that a column's header or caption gives its figures of one meaning; null where nothing names one. */
  unitOf(column: MeantColumn, meaning: Meaning): UnitInfo | null {
    const entry = this.byType.find((one) => one.column === column.column && meaningKey(one.meaning) === meaningKey(meaning));
    return this.units.get(entry ?? column) ?? null;
  }

  /** The same for a row, whose type may name a unit of its own. */
  rowUnit(column: MeantColumn, meaning: Meaning, type: LedgerGroup["type"]): UnitInfo | null {
    return type?.unit ?? this.unitOf(column, meaning);
  }

  /** What a cell says where a figure is expected. */
  reading(column: ReadSlot, row: number): CellReading {
    return this.view.reading(row, column.column);
  }

  /** Takes the figure of a cell: a fact, a gap, or a finding. */
  take(column: MeantColumn, row: number, group: LedgerGroup, meaning: Meaning): { fact: Fact | undefined; gap: Gap | undefined } {
    this.collect(this.collector, column, row, group, meaning);
    return { fact: this.collector.facts.pop(), gap: this.collector.gaps.pop() };
  }

  /** The figure of a cell in the unit of what it means; null where it has none. Nothing is found wrong with it again. */
  valueAt(column: MeantColumn, row: number, group: LedgerGroup): number | null {
    if (this.reading(column, row).kind !== "number") return null;
    const silent = new FigureCollector(this.table, this.indicators);
    this.collect(silent, column, row, group, meaningFor(column, group));
    return silent.facts[0]?.value ?? null;
  }

  private collect(collector: FigureCollector, column: MeantColumn, row: number, group: LedgerGroup, meaning: Meaning): void {
    const { region, label, type } = group;
    const cell = this.view.address(row, column.column);
    const link = (scale: number): Link => ({ kind: "cell", cell, scale });
    collector.collect({ reading: this.reading(column, row), cell, meaning, percent: this.inPercent.has(column.column), unit: this.rowUnit(column, meaning, type), region, label, link, counts: true });
  }
}
