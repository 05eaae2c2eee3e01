import type { Claim } from "../../../src/notice";
import { likeClaims, movedFillings, understood, withFillings } from "../../../src/taskpane/model/draft";

const claim = (start: number, more: Partial<Claim> = {}): Claim => ({
  kind: "amount",
  text: "540套",
  start,
  end: start + 4,
  verdict: "unverified",
  expected: null,
  why: { "zh-CN": "", en: "" },
  cells: [],
  slots: { place: "全省", period: "截至2021-04-23", subject: "棚户区改造开工", measure: "完成", mood: "事实", hedge: null },
  missing: "place",
  ...more,
});

describe("what a clerk says of figures", () => {
  test("adds to what was said of the same figure before, and leaves other figures alone", () => {
    const all = withFillings([{ start: 0, end: 4, place: "all" }, { start: 9, end: 13, period: "other" }], [{ start: 0, end: 4, subject: "starts" }]);
    expect(all).toEqual([{ start: 9, end: 13, period: "other" }, { start: 0, end: 4, place: "all", subject: "starts" }]);
  });

  test("moves with the text when something before it is put right, and stays with a figure that is itself put right", () => {
    const fillings = [{ start: 0, end: 4, place: "all" }, { start: 9, end: 13, place: "甲县" }];
    expect(movedFillings(fillings, { start: 5, end: 7, replacement: "甲乙丙" })).toEqual([fillings[0], { start: 10, end: 14, place: "甲县" }]);
    expect(movedFillings(fillings, { start: 0, end: 4, replacement: "5400套" })).toEqual([{ start: 0, end: 5, place: "all" }, { start: 10, end: 14, place: "甲县" }]);
  });

  test("is offered for the figures that were read alike in the slot that was set, and are not found right", () => {
    const others = [claim(10), claim(20, { verdict: "ok" }), claim(30, { slots: { ...claim(0).slots, place: "甲县" } }), claim(40, { kind: "date" })];
    expect(likeClaims(claim(0), { place: "all" }, [claim(0), ...others]).map(({ start }) => start)).toEqual([10]);
  });

  test("a figure is told in one line of its slots, an unfilled one by name; a date has none", () => {
    expect(understood(claim(0, { slots: { ...claim(0).slots, subject: null } }), "不明")).toBe("全省 · 截至2021-04-23 · 不明 · 完成");
    expect(understood(claim(0, { slots: { place: null, period: null, subject: null, measure: null, mood: null, hedge: null } }), "不明")).toBeNull();
  });
});
