import fc from "../support/property";
import { compact, isDigits, readable, withoutBrackets } from "../../src/cells";

describe("a cell's text", () => {
  test.each([
    ["离  石  区", "离石区"],
    ["（套）", "(套)"],
    ["２０２１", "2021"],
    ["离\u200b石\ufeff区\u3000", "离石区"],
    ["", ""],
    ["离石区", "离石区"],
    [12.5, "12.5"],
    [true, "true"],
  ])("%p is recognised as %p", (value, expected) => {
    expect(compact(value)).toBe(expected);
  });

  test("is for people trimmed, each run of white space one space", () => {
    expect(readable("  离石区\n\n （套）\u3000")).toBe("离石区 （套）");
    expect(readable(12.5)).toBe("12.5");
  });

  test("made compact twice is the same as once, and holds no white space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = compact(text);
        expect(compact(once)).toBe(once);
        expect(once).not.toMatch(/\s/);
      }),
    );
  });

  test.each(["12", "3.5", "-3", "1.2.3"])("%s is digits alone", (text) => expect(isDigits(text)).toBe(true));
  test.each(["", "-", "12套", "约12", "三"])("%p is not digits alone", (text) => expect(isDigits(text)).toBe(false));

  test("loses its brackets, but for what is kept", () => {
    expect(withoutBrackets("开工(套)数(户)")).toBe("开工数");
    expect(withoutBrackets("开工()数")).toBe("开工数");
    expect(withoutBrackets("县(市、区)开工(套)", (inner) => inner === "市、区")).toBe("县(市、区)开工");
  });
});
