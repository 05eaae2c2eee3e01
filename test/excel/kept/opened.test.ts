import { openKept, sealed } from "../../../src/excel/kept-text";
import { keptLandmarks } from "../../../src/excel/landmarks";
import fc from "../../support/property";

describe("what stands under a key of ours", () => {
  test("opens as it was sealed", () => {
    fc.assert(fc.property(fc.jsonValue(), (content) => expect(openKept(sealed(content))).toEqual({ content: JSON.parse(JSON.stringify(content)) as unknown, state: "known" })));
  });

  test("is of before where it bears no version, and of the same form", () => {
    expect(openKept('{"progress":{}}')).toEqual({ content: { progress: {} }, state: "known" });
    expect(openKept("[1]")).toEqual({ content: [1], state: "known" });
    expect(openKept("null")).toEqual({ content: null, state: "known" });
  });

  test("of a later version is not read, and told from what is spoiled", () => {
    expect(openKept('{"version":3,"content":[]}')).toEqual({ content: undefined, state: "newer" });
    expect(openKept('{"version":1,"content":[]}')).toEqual({ content: undefined, state: "spoiled" });
    expect(openKept('{"version":"3","content":[]}')).toEqual({ content: undefined, state: "spoiled" });
    expect(openKept('{"version":2}')).toEqual({ content: undefined, state: "spoiled" });
  });

  test.each([[7], [true], [null], [undefined], [[1]], ["{"], [""], ['{"version":2,"content":']])("%p of another hand is spoiled", (stored) => {
    expect(openKept(stored)).toEqual({ content: undefined, state: "spoiled" });
  });

  test("landmarks are read as they were stored, and not at all where one is spoiled", () => {
    const one = { row: 0, column: 1_048_576, text: "县区" };
    expect(keptLandmarks({ 表: [one] })).toEqual({ 表: [one] });
    for (const spoiled of [{ ...one, row: -1 }, { ...one, column: 0.5 }, { ...one, text: "字".repeat(21) }, { row: 0, column: 0 }]) expect(keptLandmarks({ 表: [one, spoiled] })).toBeUndefined();
    expect(keptLandmarks({ 表: Array(301).fill(one) })).toBeUndefined();
  });
});
