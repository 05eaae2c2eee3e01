import type { IsoDate, KnownPeriod } from "../../progress";
import { amountText, rateText } from "./format";

/** An indicator at the end of a month, as a line shows it. */
export interface MonthPoint {
  asOf: IsoDate;
  value: number;
  /** As people read it: 24.94%, 999. */
  text: string;
}

/** A year and its December before. */
const MOST = 13;
const DAY = 86_400_000;

/**
 * The months of an indicator, oldest first: its rates, or what was done where it has no target.
 * @returns none where there are not two
 */
export function monthPoints(periods: readonly KnownPeriod[], indicator: string): MonthPoint[] {
  const known = periods.flatMap(({ asOf, indicators }) => {
    const own = indicators[indicator];
    return own ? [{ asOf, ...own }] : [];
  });
  const rated = known.flatMap(({ asOf, rate }) => (rate === null ? [] : [{ asOf, value: rate, text: rateText(rate) }]));
  const counted = known.flatMap(({ asOf, done }) => (done === null ? [] : [{ asOf, value: done, text: amountText(done) }]));
  const points = (rated.length > 0 ? rated : counted).slice(-MOST);
  return points.length < 2 ? [] : points;
}

/** Where the points stand in a box, from its top left corner: days across, 0 at the foot. */
export function placesIn(points: readonly MonthPoint[], width: number, height: number): { x: number; y: number }[] {
  const days = points.map(({ asOf }) => Date.parse(asOf) / DAY);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const most = Math.max(...points.map(({ value }) => value), Number.MIN_VALUE);
  const round = (place: number) => Math.round(place * 10) / 10;
  return points.map(({ value }, at) => ({ x: round((((days[at] ?? first) - first) / Math.max(1, last - first)) * width), y: round(height - (Math.max(0, value) / most) * height) }));
}
