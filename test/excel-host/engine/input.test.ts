import { readInput } from "../../../excel-host/engine/input";

describe("what is typed into a cell becomes", () => {
  test.each([
    ["12", { value: 12 }],
    ["-1,234.5", { value: -1234.5, numberFormat: "#,##0.00" }],
    ["12.5%", { value: 0.125, numberFormat: "0.00%" }],
    ["30.1%", { value: 0.301, numberFormat: "0.00%" }],
    ["5%", { value: 0.05, numberFormat: "0%" }],
    ["1e5", { value: 100000, numberFormat: "0.00E+00" }],
    ["(5)", { value: -5 }],
    ["TRUE", { value: true }],
    ["#N/A", { value: { error: "#N/A" } }],
    ["2021-4-23", { value: 44309, numberFormat: "m/d/yyyy" }],
    ["2021/4/23", { value: 44309, numberFormat: "m/d/yyyy" }],
    ["4/23/2021", { value: 44309, numberFormat: "m/d/yyyy" }],
    ["3:30", { value: 0.14583333333333334, numberFormat: "h:mm" }],
    ["=A1*2", { formula: "A1*2", value: null }],
    ["'0123", { value: "0123", quotePrefix: true }],
    ["离石区", { value: "离石区" }],
    ["999/4005套", { value: "999/4005套" }],
    ["2021-2-30", { value: "2021-2-30" }],
    ["", { value: null }],
  ])("%s → %p", (input, expected) => {
    expect(readInput(input)).toEqual(expected);
  });

  test("text, in a cell formatted as text", () => {
    expect(readInput("=A1", true)).toEqual({ value: "=A1" });
    expect(readInput("007", true)).toEqual({ value: "007" });
  });
});
