import type { KnownPeriod } from "../../../src/progress";
import { monthPoints, placesIn } from "../../../src/taskpane/model/month-line";

const period = (asOf: string, rate: number | null, done: number | null): KnownPeriod => ({ asOf, sheets: [], indicators: { starts: { target: 100, done, rate, regions: {} } } });

describe("the months of an indicator as a line", () => {
  test("are its rates, oldest first; a month without one is passed over", () => {
    const periods = [period("2024-01-31", 0.1, 10), period("2024-02-29", null, null), period("2024-03-31", 0.255, 25), period("2024-04-30", 0.5, 50)];
    expect(monthPoints(periods, "starts").map(({ asOf, text }) => [asOf, text])).toEqual([["2024-01-31", "10.00%"], ["2024-03-31", "25.50%"], ["2024-04-30", "50.00%"]]);
  });

  test("are what was done where there is no rate", () => {
    expect(monthPoints([period("2024-01-31", null, 10), period("2024-02-29", null, 30)], "starts").map(({ text }) => text)).toEqual(["10", "30"]);
  });

  test("are none where there are not two, or the indicator is not known", () => {
    expect(monthPoints([period("2024-01-31", 0.1, 10)], "starts")).toEqual([]);
    expect(monthPoints([period("2024-01-31", 0.1, 10), period("2024-02-29", 0.1, 10)], "other")).toEqual([]);
  });

  test("stand by their days across and from 0 upward, within the box", () => {
    const points = monthPoints([period("2024-01-01", 0, 0), period("2024-01-11", 0.5, 50), period("2024-01-21", 2, 200)], "starts");
    expect(placesIn(points, 60, 20)).toEqual([{ x: 0, y: 20 }, { x: 30, y: 15 }, { x: 60, y: 0 }]);
    expect(placesIn(points.map((one) => ({ ...one, value: 0 })), 60, 20).every(({ y }) => y === 20)).toBe(true);
  });
});
