import { either, fields, flag, listed, listOf, named, namedOf, number, oneOf, orNull, saysAll, saysSame, text, that, whole, words } from "../../src/progress";

describe("parsers of what was kept", () => {
  test.each([
    [text(3), "abc", "abcd"],
    [words(), "a", " "],
    [number(0, 1), 0.5, "0.5"],
    [number(), 7, Number.NaN],
    [number(0, 1), 0, -0.1],
    [number(0, 1), 1, 1.1],
    [number(), -7, Number.POSITIVE_INFINITY],
    [whole(1, 12), 12, 1.5],
    [whole(1, 12), 1, 13],
    [namedOf(number(), 1), { a: 1 }, { a: 1, b: 2 }],
    [flag, false, 0],
    [oneOf(["a", "b"]), "b", "c"],
    [orNull(text()), null, undefined],
    [listOf(text(), 2), ["a", "b"], ["a", "b", "c"]],
    [listOf(text()), [], ["a", 7]],
    [listOf(text()), ["a"], { 0: "a" }],
    [namedOf(number()), { a: 1 }, { a: 1, b: "2" }],
    [namedOf(number()), {}, [1]],
    [fields({ a: text() }, { b: text() }), { a: "x" }, { b: "x" }],
    [fields({ a: text() }, { b: text() }), { a: "x", b: "y" }, { a: "x", b: null }],
    [that(text(), (one) => one !== ""), "a", ""],
    [either<unknown>(text(), number()), 7, true],
  ])("take what fits and nothing else (%#)", (parse, fits, misfits) => {
    expect(parse(fits)).toEqual(fits);
    expect(parse(misfits)).toBeUndefined();
  });

  test("lists and names lose only what does not fit", () => {
    expect(listed(text())(["a", 7, "b"])).toEqual(["a", "b"]);
    expect(listed(listOf(text()))([["a"], ["b", 7]])).toEqual([["a"]]);
    expect(named(number(), (name) => name !== "c")({ a: 1, b: "x", c: 3 })).toEqual({ a: 1 });
    expect(listed(text())({ length: 3 })).toEqual([]);
    expect(named(text())(null)).toEqual({});
  });

  test("fields that are not asked for are left out, and so are those that may be and say undefined", () => {
    expect(fields({ a: text() }, { b: text() })({ a: "x", b: undefined, c: 7 })).toEqual({ a: "x" });
    expect(Object.keys(fields({ a: text() }, { b: text() })({ a: "x", b: undefined }) ?? {})).toEqual(["a"]);
    expect([null, [], "a", 7].map(fields({}))).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("an object's prototype names no field", () => {
    expect(fields({ toString: text() })({})).toBeUndefined();
    expect(named(number())(JSON.parse('{"__proto__":1}'))).toHaveProperty(["__proto__"], 1);
  });

  test("data says all of other data whatever the order of its names, and what it says beyond", () => {
    expect(saysAll({ b: [1, { d: 2 }], a: 1, c: 0 }, { a: 1, b: [1, { d: 2 }] })).toBe(true);
    expect(saysAll({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(saysAll([1, 2], [1])).toBe(false);
    expect(saysAll([1, 2], [1, 3])).toBe(false);
    expect(saysAll({ a: 1 }, { a: 2 })).toBe(false);
    expect(saysAll({ a: { b: 1 } }, { a: { b: 2 } })).toBe(false);
    expect([saysAll(null, {}), saysAll({}, null), saysAll({ 0: 1, length: 1 }, [1]), saysAll([1], { 0: 1 })]).toEqual([false, false, false, false]);
    expect(saysAll({ a: 1 }, JSON.parse('{"toString":1}'))).toBe(false);
    expect(saysSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(saysSame({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  });
});
