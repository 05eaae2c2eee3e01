import { adjustFormula, dropSheetInFormula, renameInFormula, toR1C1, translate } from "../../../excel-host/engine/references";
import { addPrefixes, stripPrefixes } from "../../../excel-host/engine/futureFunctions";

const rows = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 16383 });

describe("a copied formula", () => {
  test.each([
    ["A1+B2", 1, 1, "B2+C3"],
    ["$A$1+A$1+$A1", 2, 3, "$A$1+D$1+$A3"],
    ["SUM(A:A)+SUM($1:1)", 1, 1, "SUM(B:B)+SUM($1:2)"],
    ["'目标 任务'!C4&\"A1\"", 1, 0, "'目标 任务'!C5&\"A1\""],
    ["目标任务!A1", 0, 1, "目标任务!B1"],
    ["A1", -1, 0, "#REF!"],
    ["LOG10(A1)", 1, 0, "LOG10(A2)"],
    ["表1[完成]+A1", 1, 0, "表1[完成]+A2"],
    ["税率*A1", 1, 0, "税率*A2"],
    ["'a''!b'!A1+'x''y'!B:B", 1, 1, "'a''!b'!B2+'x''y'!C:C"],
    ["表1[a!b]&A1", 1, 0, "表1[a!b]&A2"],
    ["[1]表!A1+'[b.xlsx]表'!A1+甲:丙!A1", 1, 0, "[1]表!A1+'[b.xlsx]表'!A1+甲:丙!A1"],
    ["棚改2021+XFE1+A1048577+1E5", 1, 0, "棚改2021+XFE1+A1048577+1E5"],
    ["A1:INDEX(B:B,3)+{1,2}*A1#", 1, 1, "B2:INDEX(C:C,3)+{1,2}*B2#"],
  ])("%s moved by %i, %i reads %s", (formula, down, right, expected) => {
    expect(translate(formula, down, right)).toBe(expected);
  });
});

describe("a formula after rows are put in or taken out", () => {
  test.each([
    ["A5", "insert", 2, 3, "A7"],
    ["A2", "insert", 2, 3, "A2"],
    ["SUM(A1:A10)", "insert", 2, 3, "SUM(A1:A12)"],
    ["SUM($A$1:$A$10)", "delete", 3, 4, "SUM($A$1:$A$8)"],
    ["SUM(A4:A5)", "delete", 3, 4, "SUM(#REF!)"],
    ["SUM(A4:A9)", "delete", 3, 4, "SUM(A4:A7)"],
    ["SUM(A:A)", "delete", 3, 4, "SUM(A:A)"],
    ["其他!A5", "insert", 2, 3, "其他!A5"],
    ["本表!A5", "insert", 2, 3, "本表!A7"],
  ] as const)("%s after %s of rows %i…%i reads %s", (formula, kind, first, last, expected) => {
    expect(adjustFormula(formula, "本表", "本表", { kind, axis: "rows", rect: rows(first, last) })).toBe(expected);
  });

  test("cells that are put into part of a row move only what lies below or right of them", () => {
    const edit = { kind: "insert", axis: "rows", rect: { top: 1, bottom: 1, left: 1, right: 1 } } as const;
    expect(adjustFormula("A5+B5+SUM(A5:B5)", "S", "S", edit)).toBe("A5+B6+SUM(A5:B5)");
  });
});

describe("a formula after a sheet", () => {
  test("is renamed follows, quoted where it must be", () => {
    expect(renameInFormula("目标任务!A1+'目标任务'!B2", "目标任务", "新 表")).toBe("'新 表'!A1+'新 表'!B2");
    expect(renameInFormula("\"目标任务!A1\"", "目标任务", "新表")).toBe("\"目标任务!A1\"");
    expect(renameInFormula("SUM(甲:丙!A1)", "丙", "丁")).toBe("SUM('甲:丁'!A1)");
    expect(renameInFormula("甲!#REF!+甲!名称+甲!A:A+'甲'!$1:3", "甲", "乙")).toBe("乙!#REF!+乙!名称+乙!A:A+乙!$1:3");
  });

  test("is deleted has #REF! where it pointed there", () => {
    expect(dropSheetInFormula("目标任务!A1+A1", "目标任务")).toBe("#REF!+A1");
  });
});

test("a formula in R1C1 notation counts from its own cell", () => {
  expect(toR1C1("A1+$B$2+SUM(C:C)+D3:E4", 0, 0)).toBe("RC+R2C2+SUM(C[2])+R[2]C[3]:R[3]C[4]");
});

describe("functions newer than the file format", () => {
  test("are stored with their prefix and shown without", () => {
    const stored = '_xlfn.IFNA(_xlfn.XLOOKUP(A1,B:B,C:C),_xlfn._xlws.FILTER(A:A,"XLOOKUP(")&SUM(A1))';
    const shown = 'IFNA(XLOOKUP(A1,B:B,C:C),FILTER(A:A,"XLOOKUP(")&SUM(A1))';
    expect(addPrefixes(shown)).toBe(stored);
    expect(stripPrefixes(stored)).toBe(shown);
  });
});
