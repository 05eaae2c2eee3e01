import { meaningKey, type IndicatorDefinition, type Meaning } from "../../progress";
import type { UnitInfo } from "../../cells";
import type { ReadSlot } from "../../interpret";
import type { View } from "../view";
import type { MeantColumn } from "./column-units";
import { takeFigure, type TakenFigure } from "./figures";
import { meaningFor } from "./ledger-meanings";
import type { LedgerGroup, LedgerRow } from "./ledger-rows";

/** A ledger's rows and columns, each column with what it means and in what unit. */
export interface Ledger {
  view: View;
  /** Its place among the tables. */
  index: number;
  rows: readonly LedgerRow[];
  /** The columns of figures. */
  meant: readonly MeantColumn[];
  /** One entry for each indicator that their rows speak of. */
  byType: readonly MeantColumn[];
  indicators: readonly IndicatorDefinition[];
  /** The unit of each of those entries. */
  units: ReadonlyMap<ReadSlot, UnitInfo | null>;
  /** Columns whose rates, in rows of their own, are in per cent without saying so. */
  inPercent: ReadonlySet<number>;
}

/** The unit of a column's figures in rows of a group, whose type may name its own; null where nothing names one. */
export function unitOfGroup({ byType, units }: Ledger, column: MeantColumn, group: LedgerGroup): UnitInfo | null {
  const key = meaningKey(meaningFor(column, group));
  const entry = byType.find((one) => one.column === column.column && meaningKey(one.meaning) === key);
  return group.type?.unit ?? units.get(entry ?? column) ?? null;
}

/** Takes the figure of a cell, as of its group's meaning where none other is told. */
export function figureAt(ledger: Ledger, column: MeantColumn, { row, group }: LedgerRow, meaning: Meaning = meaningFor(column, group)): TakenFigure {
  const { view, inPercent } = ledger;
  const cell = view.address(row, column.column);
  return takeFigure(
    {
      ...{ reading: view.reading(row, column.column), cell, meaning, percent: inPercent.has(column.column), unit: unitOfGroup(ledger, column, group) },
      ...{ region: group.region, label: group.label, link: (scale) => ({ kind: "cell", cell, scale }), counts: true },
    },
    ledger,
  );
}
