import Big from "big.js";

// 30 digits keep a quotient exact far beyond the two or three decimals that a notice prints.
Big.DP = 30;
Big.RM = Big.roundHalfUp;

/**
 * Adds numbers as the decimals that they print as, so that 0.1 + 0.2 is 0.3.
 * @param values figures in one unit
 * @returns the sum in that unit; 0 for none
 */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toNumber();
}

const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** Above it a scaled value is no exact integer any more. */
const EXACT = Number.MAX_SAFE_INTEGER / 2;

/** Adds many numbers exactly and fast: whole numbers of the smallest decimal place, a Big only where they overflow. */
export class DecimalSum {
  private readonly scaled: number[] = [];
  private rest = new Big(0);

  /**
   * @param value a finite number
   * @param decimals the digits after its point
   */
  add(value: number, decimals: number): void {
    const power = POWERS[decimals];
    const whole = power === undefined ? NaN : Math.round(value * power);
    const total = (this.scaled[decimals] ?? 0) + whole;
    // A whole number that is not exact is so large that the total is above it too.
    if (Math.abs(total) < EXACT) this.scaled[decimals] = total;
    else this.rest = this.rest.plus(value);
  }

  /** The sum so far. */
  get total(): number {
    return this.scaled.reduce((total, whole, decimals) => total.plus(new Big(whole).div(POWERS[decimals] ?? 1)), this.rest).toNumber();
  }
}

/**
 * Subtracts in decimal arithmetic.
 * @returns minuend − subtrahends, in their common unit
 */
export function subtract(minuend: number, ...subtrahends: number[]): number {
  return subtrahends.reduce((rest, value) => rest.minus(value), new Big(minuend)).toNumber();
}

/** Multiplies in decimal arithmetic: `times(12.95, 10000)` is 129500, not 129499.99…. */
export function times(value: number, factor: number): number {
  return new Big(value).times(factor).toNumber();
}

/**
 * Divides in decimal arithmetic.
 * @param done what was done
 * @param target what was to be done, in the same unit
 * @returns done ÷ target as a fraction (0.2494…, never per cent); null where target is 0
 */
export function ratio(done: number, target: number): number | null {
  if (target === 0) return null;
  // Of whole numbers the processor's own quotient is the nearest there is.
  return Number.isSafeInteger(done) && Number.isSafeInteger(target) ? done / target : new Big(done).div(target).toNumber();
}

/**
 * Rounds half away from zero on the decimal value, as notices do: 122.525 becomes 122.53.
 * @param value any finite number
 * @param decimals digits kept after the point, 0 or more
 */
export function roundHalfUp(value: number, decimals: number): number {
  return new Big(value).round(decimals, Big.roundHalfUp).toNumber();
}

/**
 * Rounds away from zero, as Excel's ROUNDUP does on the decimal value.
 * @example roundUp(1.2, 0) // 2
 */
export function roundUp(value: number, decimals: number): number {
  return new Big(value).round(decimals, Big.roundUp).toNumber();
}

/**
 * A fraction as the percentage that a reader sees, rounded half-up from the exact decimal.
 * @param fraction 0.249438 for 24.9438%
 * @param decimals digits after the point of the percentage
 * @returns 24.94 for (0.249438, 2)
 */
export function percentage(fraction: number, decimals: number): number {
  return new Big(fraction).times(100).round(decimals, Big.roundHalfUp).toNumber();
}

/**
 * Writes a number plainly: no exponent, no thousands separator, at most `decimals` digits after the
 * point and no trailing zeros.
 * @example plain(30.11810, 4) // "30.1181"
 */
export function plain(value: number, decimals = 10): string {
  const rounded = new Big(value).round(decimals, Big.roundHalfUp);
  return rounded.toFixed();
}

/**
 * Writes a number with exactly `decimals` digits after the point.
 * @example fixed(74, 2) // "74.00"
 */
export function fixed(value: number, decimals: number): string {
  return new Big(value).toFixed(decimals, Big.roundHalfUp);
}

/** How many digits a number has after its point: 0 for 74, 2 for 24.94. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  if (Math.abs(value) < 1e12) {
    // Most figures have one or two decimals: told without writing them out.
    if (Math.round(value * 10) / 10 === value) return 1;
    if (Math.round(value * 100) / 100 === value) return 2;
  }
  const text = String(value);
  if (!text.includes("e")) return text.length - text.indexOf(".") - 1;
  return new Big(value).toFixed().split(".")[1]?.length ?? 0;
}
