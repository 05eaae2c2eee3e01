import fc from "../support/property";
import { pageBreaks, type PrintedTable } from "../../src/attachments/page-breaks";

const ROW = 20;
/** Ten rows with their leeway. */
const PAGE = 10 * ROW + 8;
const HEAD = 3;
const HEADER = { first: 2, last: 2 };

/** Tables of so many regions each, with a heading and a total, under a head of three rows. */
function tables(...regions: number[]): { heights: number[]; tables: PrintedTable[] } {
  let row = HEAD;
  const found = regions.map((count): PrintedTable => {
    const first = row;
    row += count + 2;
    const kept = Math.min(2, count);
    return { first, last: row - 1, startEnds: first + kept, endStarts: first + 1 + count - kept };
  });
  return { heights: new Array<number>(row).fill(ROW), tables: found };
}
const breaks = (...regions: number[]) => {
  const { heights, tables: own } = tables(...regions);
  return pageBreaks(heights, HEADER, own, PAGE);
};

describe("where pages begin", () => {
  test("nowhere, where all of it stands on one", () => {
    expect(breaks(5)).toEqual([]);
    expect(breaks(2, 1)).toEqual([]);
  });

  test("before a table that would be parted and fits a page of its own", () => {
    // 3 + 5 rows stand on the first page; six more do not.
    expect(breaks(3, 4)).toEqual([8]);
  });

  test("after every full page of a table longer than a page", () => {
    // The first page holds 7 rows under the head, each further one 9 under the header.
    expect(breaks(20)).toEqual([10, 19]);
  });

  test("early enough that the total takes two regions along", () => {
    expect(breaks(6)).toEqual([8]);
    expect(breaks(15)).toEqual([10, 17]);
  });

  test("never with a heading at the foot or a total at the head, and never beyond the page", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }), (regions) => {
        const { heights, tables: own } = tables(...regions);
        const starts = breaks(...regions);
        const pages = [0, ...starts].map((start, index) => ({ start, end: (starts[index] ?? heights.length) - 1 }));
        pages.forEach(({ start, end }, index) => {
          expect(end - start + 1 + (index > 0 ? 1 : 0)).toBeLessThanOrEqual(10);
          expect(start).not.toBe(HEAD);
          for (const { first, last } of own) {
            expect(end).not.toBe(first);
            expect(start).not.toBe(last);
          }
        });
      }),
    );
  });
});
