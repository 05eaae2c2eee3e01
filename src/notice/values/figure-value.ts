import { Drop } from "liquidjs";
import type { Quantity } from "../phrase";
import type { Marks } from "../template/marks";

/** A figure in a template: printed with its unit and its sources, compared by its number. */
export class FigureValue extends Drop {
  readonly #quantity: Quantity;
  readonly #number: number;
  readonly #marks: Marks;

  /**
   * @param quantity what is printed
   * @param number what it is compared by: the figure in its unit, a rate in per cent
   */
  constructor(quantity: Quantity, number: number, marks: Marks) {
    super();
    this.#quantity = quantity;
    this.#number = number;
    this.#marks = marks;
  }

  static quantityOf(value: FigureValue): Quantity {
    return value.#quantity;
  }

  static numberOf(value: FigureValue): number {
    return value.#number;
  }

  override valueOf(): string {
    return this.#marks.mark(this.#quantity);
  }

  equals(other: unknown): boolean {
    return this.#number === numberIn(other);
  }

  gt(other: unknown): boolean {
    return this.#number > numberIn(other);
  }

  geq(other: unknown): boolean {
    return this.#number >= numberIn(other);
  }

  lt(other: unknown): boolean {
    return this.#number < numberIn(other);
  }

  leq(other: unknown): boolean {
    return this.#number <= numberIn(other);
  }
}

/** NaN for what is no number: nothing is more or less than it. */
function numberIn(value: unknown): number {
  if (value instanceof FigureValue) return FigureValue.numberOf(value);
  return typeof value === "number" ? value : Number.NaN;
}
