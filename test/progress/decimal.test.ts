import fc from "../support/property";
import { DecimalSum, decimalsOf, fixed, percentage, plain, ratio, roundHalfUp, roundUp, subtract, sum, times } from "../../src/progress";

describe("decimal arithmetic", () => {
  test("adds decimals as they print: 0.1 + 0.2 is 0.3", () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(sum([17.2341, 12.884])).toBe(30.1181);
    expect(sum([])).toBe(0);
  });

  test("subtracts the parts of the backlog exactly", () => {
    expect(subtract(25164, 2619, 21154)).toBe(1391);
  });

  test("converts 亿元 to 万元 without noise", () => {
    expect(times(12.95, 10000)).toBe(129500);
  });

  test("has no rate without a target", () => {
    expect(ratio(5, 0)).toBeNull();
  });

  test.each([
    [4901, 4000, 2, 122.53],
    [999, 4005, 2, 24.94],
    [263, 580, 2, 45.34],
    [17342, 129500, 1, 13.4],
    [17342, 129500, 2, 13.39],
    [1, 8, 1, 12.5],
    [1, 8, 0, 13],
  ])("rounds %d ÷ %d to %d decimals half-up: %d%%", (done, target, decimals, expected) => {
    expect(percentage(ratio(done, target) ?? 0, decimals)).toBe(expected);
  });

  test("rounds at tens where decimals are negative", () => {
    expect(roundHalfUp(129_450, -2)).toBe(129_500);
  });

  test("writes numbers without separators, exponents or trailing zeros", () => {
    expect(plain(30.1181)).toBe("30.1181");
    expect(plain(129500)).toBe("129500");
    expect(plain(74.0)).toBe("74");
    expect(plain(1e21)).toBe("1000000000000000000000");
    expect(fixed(74, 2)).toBe("74.00");
    expect(decimalsOf(24.94)).toBe(2);
  });

  test.each([
    [74, 0],
    [0.5, 1],
    [-24.94, 2],
    [30.1181, 4],
    [1234567890123.5, 1],
    [1e12 + 0.25, 2],
    [1e-7, 7],
    [1.5e-9, 10],
    [1e21, 0],
    [0.1 + 0.2, 17],
  ])("%d has %d digits after its point", (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });

  test("rounds up away from zero", () => {
    expect([roundUp(1.2, 0), roundUp(-1.2, 0), roundUp(1.231, 2), roundUp(1.2, 1)]).toEqual([2, -2, 1.24, 1.2]);
  });

  test("a sum that is added to number by number is that of all of them, however large, small or fine", () => {
    const figure = fc.tuple(fc.integer({ min: -1e15, max: 1e15 }), fc.integer({ min: 0, max: 18 })).map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 40 }), (values) => {
        const running = new DecimalSum();
        for (const value of values) running.add(value, decimalsOf(value));
        expect(running.total).toBe(sum(values));
      }),
    );
    const beyond = new DecimalSum();
    for (const value of [4e15 + 1, 4e15 + 1, 4e15 + 1, -4e15, -4e15, -4e15]) beyond.add(value, 0);
    expect(beyond.total).toBe(3);
    const large = new DecimalSum();
    for (let at = 0; at < 5; at++) large.add(4_000_000_000_000_001, 0);
    large.add(0.1, 1);
    large.add(1e-17, 17);
    expect(large.total).toBe(sum([...Array<number>(5).fill(4_000_000_000_000_001), 0.1, 1e-17]));
  });

  test("a sum of cents in any order is exact", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 50 }), (cents) => {
        const total = cents.reduce((one, other) => one + other, 0);
        expect(sum(cents.map((cent) => times(cent, 0.01)))).toBe(times(total, 0.01));
      }),
    );
  });
});
