import { percentage, ratio, roundHalfUp, times } from "../../progress";
import type { ReadSlot } from "../../interpret";
import type { Frame } from "./frame";

/** A rate as typed, with the figures of its own line where they can be read. */
export interface TypedRate {
  value: number;
  decimals: number;
  target: number | null;
  done: number | null;
}

/**
 * Whether rates typed without a per cent sign are in per cent (95.33) or fractions (0.9533): by what their own
 * target and done say, else by their size.
 */
export function areInPercent(rates: readonly TypedRate[]): boolean {
  let [percent, fraction] = [0, 0];
  for (const { value, decimals, target, done } of rates) {
    const share = target === null || done === null ? null : ratio(done, target);
    if (share === null || value === 0) continue;
    if (percentage(share, Math.min(decimals, 6)) === roundHalfUp(value, Math.min(decimals, 6))) percent++;
    if (roundHalfUp(share, Math.min(decimals, 8)) === roundHalfUp(value, Math.min(decimals, 8))) fraction++;
  }
  if (percent !== fraction) return percent > fraction;
  return rates.some(({ value }) => Math.abs(value) > 2);
}

/** The rate columns of a table that are in per cent without saying so; those of one form are told together. */
export function percentColumns({ view, columns, layout }: Pick<Frame, "view" | "columns" | "layout">, rows: readonly number[]): Set<ReadSlot> {
  const numberAt = (row: number, column: ReadSlot | undefined) => {
    const reading = column && view.reading(row, column.column);
    return reading?.kind === "number" ? times(reading.value, reading.unit?.scale ?? column?.unit?.scale ?? 1) : null;
  };
  const typed = (column: ReadSlot): TypedRate[] => {
    const { meaning } = column;
    if (meaning?.kind !== "rate") return [];
    const beside = (kind: "target" | "done") => columns.find((other) => other.meaning?.kind === kind && other.meaning.indicator === meaning.indicator);
    const [target, done] = [beside("target"), beside("done")];
    return rows.flatMap((row) => {
      const reading = view.reading(row, column.column);
      if (reading.kind !== "number" || reading.percent) return [];
      return [{ value: reading.value, decimals: reading.decimals, target: numberAt(row, target), done: numberAt(row, done) }];
    });
  };
  const ofForm = layout === "perRegion" && areInPercent(columns.flatMap(typed));
  return new Set(columns.filter((column) => column.meaning?.kind === "rate" && (column.header.includes("%") || ofForm || areInPercent(typed(column)))));
}
