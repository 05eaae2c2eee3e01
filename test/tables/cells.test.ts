import fc from "../support/property";
import { dayIn, readNumber, unitsIn, withoutUnit, yearIn } from "../../src/tables/cells";

describe("numbers as staff type them", () => {
  test.each([
    ["1,700", 1700],
    ["1，700", 1700],
    ["１７００", 1700],
    [" 1 700 ", 1700],
    ["-3", -3],
    ["0.5", 0.5],
    [1700, 1700],
    [0.1 + 0.2, 0.3],
  ])("%p is %d", (typed, expected) => {
    expect(readNumber(typed, null)).toMatchObject({ kind: "number", value: expected });
  });

  test.each([
    ["263套", 263, "套", 1],
    ["30.1181万元", 30.1181, "万元", 1],
    ["12.95亿元", 12.95, "万元", 10000],
    ["5000元", 5000, "万元", 0.0001],
    ["0套", 0, "套", 1],
    ["1.2万套", 1.2, "套", 10000],
  ])("%s names its own unit", (typed, value, kind, scale) => {
    expect(readNumber(typed, null)).toMatchObject({ kind: "number", value, unit: { kind, scale }, numeric: false });
  });

  test.each([
    ["24.94%", 0.2494, 2],
    ["100％", 1, 0],
  ])("%s is a share, with its own decimals", (typed, value, decimals) => {
    expect(readNumber(typed, null)).toMatchObject({ kind: "number", value, decimals, percent: true });
  });

  test("a number shown as per cent has the decimals of its format", () => {
    expect(readNumber(0.249438, "0.00%")).toMatchObject({ value: 0.249438, decimals: 2, percent: true });
  });

  test.each(["", "　", "—", "－", "-", "/", "无"])("%p says nothing", (typed) => {
    expect(readNumber(typed, null)).toEqual({ kind: "blank" });
  });

  test.each(["约300", "200多", "300左右", "三百", "1,70", "12-3", "见备注", "2100套/5栋", "5constructor", "5__proto__"])("%s is not exact and not read", (typed) => {
    expect(readNumber(typed, null).kind).toBe("unreadable");
  });

  test("a date is no figure", () => {
    expect(readNumber(44309, "yyyy/m/d").kind).toBe("unreadable");
    expect(readNumber(44309, '0"日"').kind).toBe("number");
  });

  test.each([1e15, -1e15, 1.7976931348623157e308, "9".repeat(20), "9".repeat(400)])("%p is more than any table counts, and not read", (typed) => {
    expect(readNumber(typed, null).kind).toBe("unreadable");
  });

  test.each([5e-324, 5.5e-17, -1e-13])("%p is what binary arithmetic leaves of 0", (value) => {
    expect(readNumber(value, null)).toMatchObject({ kind: "number", value: 0, decimals: 0 });
  });

  test("errors keep their code", () => {
    expect(readNumber("#DIV/0!", null)).toEqual({ kind: "error", code: "#DIV/0!" });
  });

  test("any number survives being typed as text with separators and padding", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom("", " ", "　"), (value, pad) => {
        const typed = `${pad}${value.toLocaleString("en-US")}${pad}`;
        expect(readNumber(typed, null)).toMatchObject({ kind: "number", value });
      }),
    );
  });
});

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

describe("the day that figures stand for", () => {
  test.each([
    ["截至2021年4月23日", null, "2021-04-23"],
    ["填报单位：市住房保障办　　截止 ２０２１ 年 4 月 23 日", null, "2021-04-23"],
    ["截至4月23日", 2021, "2021-04-23"],
    ["2021年8月底棚户区改造进展情况", null, "2021-08-31"],
    ["截至6月末", 2021, "2021-06-30"],
    ["2021年1-8月进展", null, "2021-08-31"],
    ["截至2021-04-23", null, "2021-04-23"],
    ["2017年12月31日前开工未建成项目", null, null],
    ["2021年住房保障目标任务", null, null],
    ["截至2021年4月31日", null, null],
  ])("%s (title of %p) is %p", (text, year, expected) => {
    expect(dayIn(text, year)).toBe(expected);
  });

  test("a title names its year", () => {
    expect(yearIn("吕梁市2021年住房保障目标任务")).toBe(2021);
    expect(yearIn("目标任务")).toBeNull();
  });
});
