/** The marks of an axis of values that begins at 0. */
interface Scale {
  max: number;
  /** From 0 to `max`. */
  ticks: number[];
}

/** Steps that an axis has, where it is high enough. */
const MOST_STEPS = 7;
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * An axis that holds all values, in steps that are read at a glance.
 * @example scaleOf([0.4958, 1.05], 0).ticks // [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]
 * @param values what is drawn; below 0 counts as 0
 * @param least the smallest step: 1 for what is counted, whose steps are whole
 * @param room how many steps the axis has room for
 */
export function scaleOf(values: readonly number[], least: number, room = MOST_STEPS): Scale {
  const highest = Math.max(0, ...values);
  const wanted = Math.max(highest, least, Number.MIN_VALUE) / Math.max(1, Math.min(MOST_STEPS, room));
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(
    least,
    (STEPS.find((one) => one * power >= wanted - 1e-12 && (least < 1 || Number.isInteger(one * power))) ?? 10) * power,
  );
  const count = Math.max(1, Math.ceil(highest / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { max: ticks.at(-1) ?? step, ticks };
}
