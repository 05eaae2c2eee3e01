import { unitAlone, unitAtEnd, unitFamily, unitOf, unitRatio, unitsIn, withoutUnit, withUnitInBrackets } from "../../src/cells";

describe("units in headers and captions", () => {
  test.each([
    ["完成投资（万元）", ["万元"]],
    ["单位：套、户、万元", ["套", "户", "万元"]],
    ["棚户区改造开工(套)", ["套"]],
    ["县（市、区）", []],
    ["金额单位：亿元", ["亿元"]],
  ])("%s", (text, expected) => {
    expect(unitsIn(text).map((unit) => unit.text)).toEqual(expected);
  });

  test("a header without its unit keeps other brackets", () => {
    expect(withoutUnit("完成投资（万元）")).toBe("完成投资");
    expect(withoutUnit("县（市、区）")).toBe("县(市、区)");
  });
});

describe("units that headers say otherwise", () => {
  test.each([["任务(枪)", "枪"], ["改造(新)", undefined], ["小区(一)", undefined], ["自然村(组)通硬化路", undefined]])("one sign in brackets at the end of %s is the unit %p", (header, unit) => {
    expect(unitAtEnd(header)?.text).toBe(unit);
  });

  test.each([["目标任务/套", "目标任务(套)"], ["元/户", "元/户"], ["已完成/任务", "已完成/任务"]])("%s is %s", (header, expected) => {
    expect(withUnitInBrackets(header)).toBe(expected);
  });

  test.each([["(套)", "套"], ["单位:亿元", "亿元"], ["开工(套)", undefined], ["单位:甲县", undefined]])("%s says the unit %p and nothing else, or more", (header, unit) => {
    expect(unitAlone(header)?.text).toBe(unit);
  });
});

describe("one unit word", () => {
  test.each([
    ["套", "套", 1],
    ["千套", "套", 1000],
    ["万户", "户", 10_000],
    ["百人", "人", 100],
    ["亿人", "人", 1e8],
    ["元", "万元", 0.0001],
    ["万元人民币", "万元", 1],
    ["亿元", "万元", 10_000],
    ["㎡", "㎡", 1],
    ["m2", "㎡", 1],
    ["万m²", "万㎡", 1],
    ["km2", "km2", 1],
    ["万平方米", "万平方米", 1],
  ])("%s is of the kind %s, times %d", (word, kind, scale) => {
    expect(unitOf(word)).toMatchObject({ kind, scale });
  });

  test.each(["", "左右", "万", "人民币", "多套", "套多", "m2以上"])("%p is none", (word) => {
    expect(unitOf(word)).toBeNull();
  });
});

describe("what one unit is in another", () => {
  const ratio = (of: string, to: string) => unitRatio(unitOf(of), unitOf(to));

  test.each([
    ["元", "万元", 0.0001],
    ["亿元", "万元", 10_000],
    ["套", "万套", 0.0001],
    ["㎡", "万㎡", 0.0001],
    ["平方米", "m2", 1],
    ["亿平方米", "万平方米", 10_000],
  ])("1 %s is %d %s", (of, to, times) => {
    expect(ratio(of, to)).toBeCloseTo(times, 12);
  });

  test.each([
    ["万元", "套"],
    ["万元", "万亩"],
    ["万平方米", "万亩"],
    ["亿元", ""],
    ["", "亿元"],
  ])("%p and %p are not of one family, and nothing is brought to scale", (of, to) => {
    expect(ratio(of, to)).toBe(1);
  });

  test("a family goes by what is measured, or what is counted", () => {
    expect(["万㎡", "M2", "km2", "亿元", "万户"].map((word) => unitFamily(unitOf(word)))).toEqual(["平方米", "平方米", "平方公里", "万元", "户"]);
    expect([unitFamily(null), unitFamily(undefined)]).toEqual(["", ""]);
  });
});

describe("where a header or caption keeps its units", () => {
  test.each([
    ["开工（套/间）", ["套"]],
    ["开工（套、间）", ["套"]],
    ["开工(套（间）)", ["套"]],
    ["单位套", ["套"]],
    ["（单位：万元）", ["万元"]],
    ["（万元，万元）", ["万元"]],
    ["完成投资(亿元)和开工(套)", ["亿元", "套"]],
    ["单位：户和平方米及万元；备注", ["户", "平方米", "万元"]],
    ["微克/立方米（微克/立方米）", ["微克/立方米"]],
    ["套数", []],
    ["户，万元", []],
  ])("%s", (text, expected) => {
    expect(unitsIn(text).map((unit) => unit.text)).toEqual(expected);
  });

  test.each([
    ["开工率(%)", "开工率"],
    ["开工（套、户）", "开工"],
    ["开工（套、其他）", "开工(套、其他)"],
    ["投资（单位：万元）", "投资"],
    ["投资（单位万元）", "投资"],
    ["投资（含单位：万元）", "投资(含单位:万元)"],
    ["套", "套"],
  ])("%s without its unit is %s", (header, expected) => {
    expect(withoutUnit(header)).toBe(expected);
  });
});
