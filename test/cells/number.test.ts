import fc from "../support/property";
import { doubtful, formatKind, isErrorText, readNumber, withoutNoise } from "../../src/cells";

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

  test("a figure in a number cell can be followed by a formula, a typed one cannot", () => {
    expect(readNumber(5, null)).toMatchObject({ numeric: true, percent: false, unit: null });
    expect(readNumber("5", null)).toMatchObject({ numeric: false, percent: false, unit: null });
    expect(readNumber("5%", null)).toMatchObject({ numeric: false, percent: true, unit: null });
  });

  test.each([
    ["−3", -3],
    ["+5", 5],
    [".25", 0.25],
    ["-.25", -0.25],
    ["1,234,567.89", 1234567.89],
    ["1 234", 1234],
  ])("%p, typed with a sign or without its 0, is %d", (typed, expected) => {
    expect(readNumber(typed, null)).toMatchObject({ kind: "number", value: expected });
  });

  test.each(["x.5", ".", "+", "1.2.3", "12,34", "1,2345", "1e5", "0x10", "12 34 56"])("%s is no number as staff type it", (typed) => {
    expect(readNumber(typed, null).kind).toBe("unreadable");
  });

  test.each(["12\n345", "12 \n345", "12\n 345", "12\n\n+5", "12 34", "12  34", "12 1234", "1234 567", "1234  567"])("%j holds two figures, which are not joined to one", (typed) => {
    expect(readNumber(typed, null)).toEqual({ kind: "unreadable", text: typed.replace(/\s+/g, " ") });
  });

  test("a line broken around one figure leaves it one", () => {
    expect(readNumber("263\n套", null)).toMatchObject({ kind: "number", value: 263 });
    expect(readNumber("\n263\n", null)).toMatchObject({ kind: "number", value: 263 });
  });

  test.each(["263①", "263²", "10⁴", "½", "12㈠", "5❶"])("%s carries a note's mark, which is not joined to the figure", (typed) => {
    expect(readNumber(typed, null)).toEqual({ kind: "unreadable", text: typed });
  });

  test.each(["——", "//", "\\", "无任务", "无此项目标", "暂无", "暂无计划", "本无任务", "没有", "没有任务", "空", "不涉及", "未下达", "未分配任务", "N/A", "na"])("%s says that there is nothing", (typed) => {
    expect(readNumber(typed, null)).toEqual({ kind: "blank" });
  });

  test.each(["约—", "—约", "均无", "无房户", "项目未下达", "N/A 3"])("%s says more than nothing", (typed) => {
    expect(readNumber(typed, null).kind).toBe("unreadable");
  });

  test("TRUE and FALSE are no figures", () => {
    expect(readNumber(true, null)).toEqual({ kind: "unreadable", text: "true" });
    expect(readNumber(false, null)).toEqual({ kind: "unreadable", text: "false" });
  });

  test("a formula's error is one in any spelling, and only where it stands alone", () => {
    expect(readNumber("#ref!", null)).toEqual({ kind: "error", code: "#REF!" });
    expect([isErrorText("#N/A"), isErrorText("见#N/A"), isErrorText("#N/A了")]).toEqual([true, false, false]);
  });

  test("of a number 15 digits count, as Excel shows them", () => {
    expect(withoutNoise(12345678901234.56)).toBe(12345678901234.6);
    expect(withoutNoise(17342.300000000003)).toBe(17342.3);
    expect(withoutNoise(1e-12)).toBe(1e-12);
    expect(withoutNoise(9e-13)).toBe(0);
  });

  test("15 digits are kept sign by sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 9 }), (digits, places) => {
        const value = Number(`${digits}e-${places}`);
        expect(withoutNoise(value)).toBe(value);
      }),
    );
  });

  test.each([999_999_999_999_999, -999_999_999_999_999])("%d is the most that is counted", (value) => {
    expect(readNumber(value, null)).toMatchObject({ kind: "number", value });
    expect(readNumber(String(value), null)).toMatchObject({ kind: "number", value });
  });
});

describe("what a number format makes of a number", () => {
  test.each([
    ["General", "plain"],
    ["0.00", "plain"],
    ["#,##0_);[Red](#,##0)", "plain"],
    ['0"days"', "plain"],
    ['0"套"', "plain"],
    ["0\\d", "plain"],
    ["0_d", "plain"],
    ["0*d", "plain"],
    ['0"%"', "plain"],
    ["0%", "percent"],
    ["0.00%;[Red]-0.00%", "percent"],
    ["yyyy/m/d", "date"],
    ['m"月"d"日"', "date"],
    ["[$-804]yyyy年m月", "date"],
    ["h:mm", "date"],
    ["ss", "date"],
  ] as const)("%s: %s", (format, kind) => {
    expect(formatKind(format)).toBe(kind);
  });

  test.each([
    [0.249438, "0%", 0],
    [0.249438, "0.0%", 1],
    [0.249438, "0.00 %", 2],
    [0.249438, '0.00"率"%', 2],
    [0.249438, "0.0#%", 2],
    [0.249438, "0.0000000%", 4],
    [0.5, "0.00%", 0],
  ])("%d as %s shows %d decimals", (value, format, decimals) => {
    expect(readNumber(value, format)).toMatchObject({ value, decimals, percent: true });
  });
});

describe("whether a cell that is no figure looks like one", () => {
  test.each(["约300", "200多", "大约共300", "1,200.5多套", "300左右余户", "12345678多套", 5, true])("%p does", (value) => {
    expect(doubtful(value)).toBe(true);
  });

  test.each(["主体施工", "大约总共300", "300左右还有余", "300套。", "300;", "约123456789左右", "三百", "A座3单元5层"])("%p does not", (value) => {
    expect(doubtful(value)).toBe(false);
  });
});
