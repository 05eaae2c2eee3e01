import fc from "../support/property";
import { figureIdFrom, figureKey, meaningFrom, meaningKey, type FigureId, type Meaning } from "../../src/progress";

const name = fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.constantFrom("离石区", "a@b", "@", "@@", "x.target", "2017", "own:棚改.完成"));
const indicator = fc.oneof(fc.constantFrom("starts", "investment"), name.map((own) => `own:${own}`));
const meaning = fc.oneof<fc.Arbitrary<Meaning>[]>(
  fc.record({ kind: fc.constantFrom("target", "done", "rate", "projects"), indicator }),
  fc.record({ kind: fc.constant("backlog"), measure: fc.constantFrom("task", "reported", "repurposed", "stock", "computed", "verified") }),
  fc.record({ kind: fc.constant("audit"), year: fc.integer({ min: 1990, max: 2099 }), category: fc.option(name, { nil: null }) }),
  fc.record({ kind: fc.constantFrom("continuing", "note", "outlook") }),
) as fc.Arbitrary<Meaning>;
// A region's name neither begins with @ nor is empty.
const region = fc.option(name.filter((one) => !one.startsWith("@")), { nil: null });
const id: fc.Arbitrary<FigureId> = fc.record({ meaning, region });

describe("the identity of a figure", () => {
  test("comes back from its text, whatever names it is made of", () => {
    fc.assert(fc.property(id, (one) => expect(figureIdFrom(figureKey(one))).toEqual(one)));
    fc.assert(fc.property(meaning, (one) => expect(meaningFrom(meaningKey(one))).toEqual(one)));
  });

  test("two figures never share a text", () => {
    fc.assert(fc.property(id, id, (a, b) => expect(figureKey(a) === figureKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b))));
  });

  test.each(["", "starts", "region", "starts.rank", ".done", "backlog.other", "audit.17", "audit.20171", "pre.audit.2017", "starts.done@"])("is not told by another text: %j", (text) => {
    expect(figureIdFrom(text)).toBeNull();
  });

  test("is that of the columns that workbooks keep", () => {
    expect(meaningKey({ kind: "target", indicator: "starts" })).toBe("starts.target");
    expect(meaningKey({ kind: "audit", year: 2017, category: "未办理产权登记" })).toBe("audit.2017.未办理产权登记");
    expect(meaningKey({ kind: "audit", year: 2017, category: null })).toBe("audit.2017");
    expect(meaningKey({ kind: "continuing" })).toBe("continuing.units");
  });
});
