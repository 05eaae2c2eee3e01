import { InputError } from "../../excel-host/headless/input-error";
import { kindOf, macroRemark } from "../../excel-host/headless/out-kind";

const said = (ask: () => unknown) => {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.text["zh-CN"];
  }
};

test("the name of --out says what kind of workbook is written; a name of another kind is refused", () => {
  expect(["a.xlsx", "a", "A.XLSM", "a.xltx", "a.xltm"].map(kindOf)).toEqual(["xlsx", "xlsx", "xlsm", "xltx", "xltm"]);
  for (const name of ["a.xls", "a.xlsb", "a.csv", "a.et", "a.ods"]) expect(said(() => kindOf(name))).toContain(name);
});

test("macros that cannot go along are told of, and sheets of them are not left behind", () => {
  const both = { project: true, sheets: true };
  expect(macroRemark({ project: true, sheets: false }, "a.xlsx", "zh-CN")).toEqual(["宏没有写进“a.xlsx”；要保留宏，文件名请以 .xlsm 结尾"]);
  expect(macroRemark(both, "a.xlsm", "zh-CN")).toEqual([]);
  expect(macroRemark({ project: false, sheets: false }, "a.xlsx", "en")).toEqual([]);
  expect(said(() => macroRemark(both, "a.xlsx", "zh-CN"))).toContain("宏表");
});
