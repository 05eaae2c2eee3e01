import fc from "../support/property";
import { competitionRanks, statusOf } from "../../src/progress";

describe("status", () => {
  const pace = 0.309589;

  test.each([
    [null, 0, "noTask"],
    [0, 5, "noTask"],
    [-3, 5, "noTask"],
    [100, null, "unknown"],
    [100, 0, "none"],
    [100, 30, "behind"],
    [10000, 3096, "onPace"],
    [100, 99, "onPace"],
    [100, 100, "complete"],
    [200, 263, "exceeded"],
  ] as const)("target %p, done %p is %s", (target, done, expected) => {
    expect(statusOf({ target, done, demanded: pace })).toBe(expected);
  });

  test("exactly at the pace is on pace", () => {
    expect(statusOf({ target: 2, done: 1, demanded: 0.5 })).toBe("onPace");
  });
});

describe("rank", () => {
  test("equal rates share a rank and the next is skipped", () => {
    expect(competitionRanks([0.5, 0.9, 0.5, 0.1, null, 0.7])).toEqual([3, 1, 3, 5, null, 2]);
  });

  test("a rank is one more than the number of better values", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null })), (values) => {
        competitionRanks(values).forEach((rank, index) => {
          const own = values[index] ?? null;
          const better = values.filter((other) => other !== null && own !== null && other > own);
          expect(rank).toBe(own === null ? null : better.length + 1);
        });
      }),
    );
  });
});
