import { compact } from "../cells";
import { interpret, titleRole, type Slot, type Surroundings } from "../interpret";
import { MonthTable, type ReadByMonth } from "./month-table";
import { monthSeries } from "./series";

export type { ReadByMonth } from "./month-table";
export type { ColumnMonth } from "./series";

/** A table whose columns are of no month. */
export const NO_MONTHS: Omit<ReadByMonth, "columns"> = { months: [], wordings: [], unclear: [] };

/**
 * Interprets a table's slots, those of several months side by side as periods of the same indicators: one month's are
 * interpreted together with what stands beside the months, and every other month's are read alike.
 */
export function interpretByMonth(slots: readonly Slot[], around: Surroundings): ReadByMonth {
  const isOfTargets = titleRole([...around.titles, around.sheet].map((line) => compact(line)))?.role === "target";
  const series = monthSeries(slots, isOfTargets);
  const table = new MonthTable(slots, around, series);
  return table.latest === null ? { ...NO_MONTHS, columns: interpret(slots, around) } : table.read(table.latest);
}
