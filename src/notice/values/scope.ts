import { chineseDate, demandFor, times, type Demand } from "../../progress";
import { withoutPrivateUse, type Marks } from "../template/marks";
import type { Phrase, Quantity, SourceCells } from "../phrase";
import { quantity, rateQuantity } from "../quantity";
import type { Writing } from "../writing";
import { FigureValue } from "./figure-value";

/** What values are made from: the report ready for writing, and the marks of this rendering. */
export class ValueScope {
  readonly demand: Demand;

  constructor(
    readonly writing: Writing,
    readonly marks: Marks,
  ) {
    this.demand = demandFor(writing.report, writing.threshold);
  }

  /** A phrase as a template prints it; null for an empty one, so that {% if %} tells. */
  phrase(phrase: Phrase): string | null {
    return phrase.length === 0 ? null : this.marks.phrase(phrase);
  }

  /** A text of the workbook or the office as a template prints it. */
  text(text: string): string {
    return withoutPrivateUse(text);
  }

  figure(figure: Quantity, number: number): FigureValue {
    return new FigureValue(figure, number, this.marks);
  }

  /** @param of the indicator that it is a figure of */
  amount(value: number, unit: string, cells: SourceCells, of = ""): FigureValue {
    return this.figure(quantity(value, unit, cells, of), value);
  }

  /** @param rate as a fraction; compared in per cent */
  rate(rate: number, decimals: number, cells: SourceCells): FigureValue {
    return this.figure(rateQuantity(rate, decimals, cells), times(rate, 100));
  }

  /** A rate that the office or the calendar demands: no cell states it. */
  demanded(rate: number, basis: string): FigureValue {
    return this.figure({ ...rateQuantity(rate, 2, []), basis }, times(rate, 100));
  }

  /** What is said of the day: 截至2021年4月23日. */
  get day(): string {
    return `截至${chineseDate(this.writing.report.asOf)}`;
  }
}

/** A value that templates read by its own names alone. */
export type ObjectValue = Readonly<Record<string, unknown>>;

/** A list as templates test it: null for an empty one. */
export function list<T>(items: readonly T[]): readonly T[] | null {
  return items.length === 0 ? null : items;
}
