import fc from "../support/property";
import { textsOf } from "../../src/notice/money";
import { quantity } from "../../src/notice/quantity";

const texts = (...sums: (readonly [value: number, of: string])[]) => textsOf(sums.map(([value, of]) => quantity(value, "万元", [], of)));

describe("money of one indicator has one unit in a paragraph", () => {
  test("亿元 where it is large", () => {
    expect(texts([79320000, "a"], [44886500, "a"], [3015500, "a"])).toEqual(["7932亿元", "4488.65亿元", "301.55亿元"]);
  });

  test("亿元 where that is short and plain", () => {
    expect(texts([129500, "a"])).toEqual(["12.95亿元"]);
    expect(texts([12500, "a"])).toEqual(["1.25亿元"]);
  });

  test("万元 below 1亿元, where 亿元 would need four decimals, where a part is small, or where it would lose something", () => {
    expect(texts([9999, "a"])).toEqual(["9999万元"]);
    expect(texts([17312, "a"], [9190, "a"], [10, "a"])).toEqual(["17312万元", "9190万元", "10万元"]);
    expect(texts([200000, "a"], [12, "a"])).toEqual(["200000万元", "12万元"]);
    expect(texts([200000.5, "a"])).toEqual(["200000.5万元"]);
  });

  test("another indicator of the paragraph has its own", () => {
    expect(texts([30.1181, "a"], [129500, "b"])).toEqual(["30.1181万元", "12.95亿元"]);
  });

  test("for any sums", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1 }), (sums) => {
        const units = new Set(texts(...sums.map((sum) => [sum, "a"] as const)).map((text) => text.replace(/[\d.]/g, "")));
        expect(units.size).toBe(1);
      }),
    );
  });

  test("nothing but money is touched", () => {
    expect(textsOf([quantity(129500, "套", [])])).toEqual(["129500套"]);
  });
});
