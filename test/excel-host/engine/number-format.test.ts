import { displayText, generalText } from "../../../excel-host/engine/numberFormat";

describe("displayed text follows the number format", () => {
  test.each([
    [0.2494, "0.00%", "24.94%"],
    [0.2875, "0.0%", "28.8%"],
    [1234567.891, "#,##0.00", "1,234,567.89"],
    [1.005, "0.00", "1.01"],
    [-5, "0.0", "-5.0"],
    [5, "000", "005"],
    [0, "#", ""],
    [0, "#,##0", "0"],
    [12.5, "#.##", "12.5"],
    [3.14159, "0.0##", "3.142"],
    [1234567, "000-0000", "123-4567"],
    [12345, '0.0,"千"', "12.3千"],
    [12345678, '0.00,,"百万"', "12.35百万"],
    [1234, "0.00E+00", "1.23E+03"],
    [0.00012, "0.0E+0", "1.2E-4"],
    [1.5, "# ?/?", "1 1/2"],
    [0.333, "# ??/??", " 1/3 "],
    [-3, "0;(0);零", "(3)"],
    [0, "0;(0);零", "零"],
    [-1234, "#,##0;[Red]-#,##0", "-1,234"],
    [150, '[>100]"大"0;0', "大150"],
    [50, '[>100]"大"0;0', "50"],
    [7, '0"套"', "7套"],
    [7, "0\\套", "7套"],
    [1.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', " 1.50 "],
    [-0.001, "0.00", "-0.00"],
  ])("%p as %s shows %s", (value, format, text) => {
    expect(displayText(value, format)).toBe(text);
  });

  test.each([
    [44309, "yyyy-mm-dd", "2021-04-23"],
    [44309, 'yyyy"年"m"月"d"日"', "2021年4月23日"],
    [44309.75, "yyyy/m/d h:mm", "2021/4/23 18:00"],
    [44309.75, "h:mm AM/PM", "6:00 PM"],
    [44309, "mmm-yy", "Apr-21"],
    [44309, "dddd", "Friday"],
    [44309, "aaaa", "星期五"],
    [1.25, "[h]:mm", "30:00"],
    [0.5 / 24 + 5 / 86400, "mm:ss", "30:05"],
    [60, "yyyy-mm-dd", "1900-02-29"],
    [44309, '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二一年四月二十三日"],
    [-1, "yyyy-mm-dd", "########"],
  ])("the day number %p as %s shows %s", (value, format, text) => {
    expect(displayText(value, format)).toBe(text);
  });

  test("text goes through the fourth section or '@'", () => {
    expect(displayText("离石区", "0;0;0;[Red]@区")).toBe("离石区区");
    expect(displayText("x", "@套")).toBe("x套");
    expect(displayText("x", "0.00")).toBe("x");
  });

  test("logical values and errors are shown as they are", () => {
    expect(displayText(true, "0.00")).toBe("TRUE");
    expect(displayText({ error: "#DIV/0!" }, "0.00%")).toBe("#DIV/0!");
    expect(displayText(null, "0.00")).toBe("");
  });

  test("the system's short date shows in its own order where the format is format 14", () => {
    expect(displayText(44309, "m/d/yyyy", { shortDate: "yyyy/m/d" })).toBe("2021/4/23");
  });
});

describe("General shows at most 11 characters", () => {
  test.each([
    [0.1 + 0.2, "0.3"],
    [100 / 3, "33.33333333"],
    [1 / 3, "0.333333333"],
    [123456789012, "1.23457E+11"],
    [12345678901, "12345678901"],
    [0.00001, "0.00001"],
    [1.2345678e-7, "1.23457E-07"],
    [-2.5, "-2.5"],
    [0, "0"],
  ])("%p shows %s", (value, text) => {
    expect(generalText(value)).toBe(text);
  });
});
