import { chineseDate, dateParts, dayOfYear, endOfMonth, isoDate, paceOf } from "../../src/progress";

describe("the calendar", () => {
  test("23 April 2021 is day 113 of 365: a pace of 30.96%", () => {
    expect(dayOfYear("2021-04-23")).toEqual({ day: 113, days: 365 });
    expect(paceOf("2021-04-23")).toBeCloseTo(0.309589, 6);
  });

  test("the last day of a year is a pace of 1, leap years included", () => {
    expect(paceOf("2021-12-31")).toBe(1);
    expect(dayOfYear("2020-12-31")).toEqual({ day: 366, days: 366 });
  });

  test("a day that does not exist is none", () => {
    expect(isoDate(2021, 4, 31)).toBeNull();
    expect(isoDate(2021, 13, 1)).toBeNull();
    expect(() => paceOf("2021-02-30")).toThrow("2021-02-30");
  });

  test("a day is written with two digits each, and is of a year from 1900 to 9999", () => {
    expect([isoDate(2021, 4, 3), isoDate(1900, 1, 1), isoDate(9999, 12, 31)]).toEqual(["2021-04-03", "1900-01-01", "9999-12-31"]);
    expect([isoDate(1899, 12, 31), isoDate(10_000, 1, 1), isoDate(2021, 4, 0), isoDate(2021, 4, 30.5)]).toEqual([null, null, null, null]);
  });

  test("a text is a day where it is nothing else", () => {
    expect(dateParts("2021-04-03")).toEqual({ year: 2021, month: 4, day: 3 });
    expect(["2021-04-031", "x2021-04-03", "2021-4-3", "2021-02-29", ""].map(dateParts)).toEqual([null, null, null, null, null]);
    expect(() => chineseDate("2021-02-29")).toThrow("no such day: 2021-02-29");
  });

  test("a month ends on its last day", () => {
    expect(endOfMonth(2021, 2)).toBe("2021-02-28");
    expect(endOfMonth(2020, 2)).toBe("2020-02-29");
    expect(endOfMonth(2021, 12)).toBe("2021-12-31");
  });

  test("notices print a day without leading zeros", () => {
    expect(chineseDate("2021-04-03")).toBe("2021年4月3日");
  });
});
