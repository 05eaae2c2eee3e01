import { periodOf, type Period, type Report } from "../../src/progress";

/** A period before a report, made up: half of what is done now. */
export function earlierPeriod(report: Report, asOf: string): Period {
  const { indicators } = periodOf(report);
  const half = (value: number | null) => (value === null ? null : value / 2);
  return {
    asOf,
    indicators: Object.fromEntries(
      Object.entries(indicators).map(([id, one]) => {
        const regions = Object.fromEntries(Object.entries(one.regions).map(([region, rate]) => [region, half(rate)]));
        return [id, { ...one, done: half(one.done), rate: half(one.rate), regions }];
      }),
    ),
  };
}
