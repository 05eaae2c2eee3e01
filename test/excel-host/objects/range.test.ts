import { ExcelHost } from "../../../excel-host";
import { codeOf, messageOf, onSheet } from "../support";

describe("Range: block properties", () => {
  test("read what stands in the cells: values, formulas, text, types, formats", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C2");
      range.values = [["离石区", 0.5, true], ["=B1*2", "2021-4-23", ""]];
      sheet.getRange("B1").numberFormat = [["0.00%"]];
      range.load("values,formulas,formulasR1C1,text,valueTypes,numberFormat,address,rowIndex,columnIndex,rowCount,columnCount,cellCount");
      await context.sync();
      expect(range.values).toEqual([["离石区", 0.5, true], [1, 44309, ""]]);
      expect(range.formulas).toEqual([["离石区", 0.5, true], ["=B1*2", 44309, ""]]);
      expect(range.formulasR1C1[1]?.[0]).toBe("=R[-1]C[1]*2");
      expect(range.text).toEqual([["离石区", "50.00%", "TRUE"], ["1", "########", ""]]);
      expect(range.valueTypes).toEqual([["String", "Double", "Boolean"], ["Double", "Double", "Empty"]]);
      expect(range.numberFormat).toEqual([["General", "0.00%", "General"], ["General", "m/d/yyyy", "General"]]);
      expect([range.address, range.rowIndex, range.columnIndex, range.rowCount, range.columnCount, range.cellCount]).toEqual(["Sheet1!A1:C2", 0, 0, 2, 3, 6]);
    });
  });

  test("an array of another size is InvalidArgument, and what ran before it stays", async () => {
    const host = ExcelHost.blank();
    const code = await codeOf(
      onSheet(async (sheet, context) => {
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2:B3").values = [[1, 2, 3]];
        sheet.getRange("A9").values = [[9]];
        await context.sync();
      }, host),
    );
    expect(code).toBe("InvalidArgument");
    expect(host.workbook.activeSheet.cell(0, 0).value).toBe(1);
    expect(host.workbook.activeSheet.cell(8, 0).value).toBe("");
  });

  test("one value goes to every cell; null leaves a cell as it is", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = 7 as never;
      range.values = [[null, 1], ["", null]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[7, 1], ["", 7]]);
    });
  });

  test("a cell formatted as text keeps what is written; an apostrophe makes text", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").numberFormat = [["@"]];
      const range = sheet.getRange("A1:B1");
      range.values = [["007", "'=A1"]];
      range.load("values,formulas");
      await context.sync();
      expect(range.values).toEqual([["007", "=A1"]]);
      expect(range.formulas).toEqual([["007", "=A1"]]);
    });
  });

  test("whole columns answer null for what each cell holds, and cannot be set cell by cell", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A:B");
      range.load("values,text,address,isEntireColumn");
      await context.sync();
      expect([range.values, range.text, range.address, range.isEntireColumn]).toEqual([null, null, "Sheet1!A:B", true]);
      range.values = 1 as never;
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    });
  });

  test.each(["=SUM(A1", "=1+", "=A1)"])("the formula %s is refused", async (formula) => {
    expect(
      await codeOf(
        onSheet(async (sheet, context) => {
          sheet.getRange("A9").formulas = [[formula]];
          await context.sync();
        }),
      ),
    ).toBe("InvalidArgument");
  });

  test("text longer than a cell holds is refused", async () => {
    expect(await codeOf(onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [["套".repeat(32768)]];
      await context.sync();
    }))).toBe("InvalidArgument");
  });
});

describe("Range: other ranges", () => {
  test.each([
    ["getCell", (r: Excel.Range) => r.getCell(1, 1), "C3"],
    ["getCell outside", (r: Excel.Range) => r.getCell(5, 0), "B7"],
    ["getRow", (r: Excel.Range) => r.getRow(1), "B3:D3"],
    ["getColumn", (r: Excel.Range) => r.getColumn(0), "B2:B5"],
    ["getLastRow", (r: Excel.Range) => r.getLastRow(), "B5:D5"],
    ["getLastCell", (r: Excel.Range) => r.getLastCell(), "D5"],
    ["getRowsAbove", (r: Excel.Range) => r.getRowsAbove(1), "B1:D1"],
    ["getRowsBelow", (r: Excel.Range) => r.getRowsBelow(2), "B6:D7"],
    ["getResizedRange", (r: Excel.Range) => r.getResizedRange(-1, 1), "B2:E4"],
    ["getAbsoluteResizedRange", (r: Excel.Range) => r.getAbsoluteResizedRange(1, 2), "B2:C2"],
    ["getOffsetRange", (r: Excel.Range) => r.getOffsetRange(1, -1), "A3:C6"],
    ["getBoundingRect", (r: Excel.Range) => r.getBoundingRect("F1"), "B1:F5"],
    ["getEntireRow", (r: Excel.Range) => r.getEntireRow(), "2:5"],
    ["getEntireColumn", (r: Excel.Range) => r.getEntireColumn(), "B:D"],
    ["getIntersectionOrNullObject", (r: Excel.Range) => r.getIntersectionOrNullObject("C1:C3"), "C2:C3"],
  ])("%s", async (_name, lead, address) => {
    await onSheet(async (sheet, context) => {
      const found = lead(sheet.getRange("B2:D5"));
      found.load("address");
      await context.sync();
      expect(found.address).toBe(`Sheet1!${address}`);
    });
  });

  test("no common cell is a null object; leaving the sheet is refused", async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getRange("A1").getIntersectionOrNullObject("B2");
      await context.sync();
      expect(none.isNullObject).toBe(true);
      sheet.getRange("A1").getOffsetRange(-1, 0).load("address");
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    });
  });

  test("the used part of a range, of values only if asked", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D9").format.fill.color = "#FF0000";
      const all = sheet.getRange("A:F").getUsedRangeOrNullObject();
      const valued = sheet.getUsedRangeOrNullObject(true);
      const none = sheet.getRange("H:I").getUsedRangeOrNullObject();
      all.load("address");
      valued.load("address");
      await context.sync();
      expect([all.address, valued.address, none.isNullObject]).toEqual(["Sheet1!B2:D9", "Sheet1!B2", true]);
    });
  });

  test("merged areas that touch a range", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").merge();
      sheet.getRange("D4:E5").merge();
      const areas = sheet.getRange("A1:F9").getMergedAreasOrNullObject();
      areas.load("areaCount,address");
      areas.areas.load("items/address,items/rowIndex,items/columnCount");
      const none = sheet.getRange("H1").getMergedAreasOrNullObject();
      await context.sync();
      expect(areas.areaCount).toBe(2);
      expect(areas.areas.items.map((a) => [a.address, a.rowIndex, a.columnCount])).toEqual([["Sheet1!A1:B1", 0, 2], ["Sheet1!D4:E5", 3, 2]]);
      expect(none.isNullObject).toBe(true);
    });
  });
});

describe("Range: merging, clearing, copying", () => {
  test("merging keeps the first value; what is written to the other cells is gone", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = [["", 2], [3, 4]];
      range.merge();
      sheet.getRange("B2").values = [[9]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[2, ""], ["", ""]]);
      range.unmerge();
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[2, ""], ["", ""]]);
    });
  });

  test("clear takes contents, formats or both", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      const state = async () => {
        range.load("values");
        range.format.font.load("bold");
        await context.sync();
        return [range.values[0]?.[0] as unknown, range.format.font.bold];
      };
      range.values = [[5]];
      range.format.font.bold = true;
      range.clear("Contents");
      expect(await state()).toEqual(["", true]);
      range.values = [[5]];
      range.clear("Formats");
      expect(await state()).toEqual([5, false]);
    });
  });

  test("copying moves relative references along, and takes values or formats alone", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").formulas = [[1, "=A1*2"], [2, "=$A$1+A2"]];
      sheet.getRange("A1").format.fill.color = "#FF0000";
      sheet.getRange("D1").copyFrom("A1:B2");
      sheet.getRange("G1").copyFrom("A1:B2", "Values");
      sheet.getRange("J1").copyFrom("A1:B2", "All", false, true);
      const copies = ["D1:E2", "G1:H2", "J1:K2"].map((address) => {
        const copy = sheet.getRange(address);
        copy.load("formulas");
        return copy;
      });
      await context.sync();
      expect(copies[0]?.formulas).toEqual([[1, "=D1*2"], [2, "=$A$1+D2"]]);
      expect(copies[1]?.formulas).toEqual([[1, 2], [2, 3]]);
      expect(copies[2]?.formulas[0]).toEqual([1, 2]);
    });
  });
});

describe("Range: cells put in and taken out", () => {
  test("formulas, names, conditional formats, merges and heights follow a row", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1:A4").formulas = [[1], [2], [3], ["=SUM(A1:A3)"]];
      context.workbook.names.add("总数", sheet.getRange("A4"));
      const format = sheet.getRange("A2:A3").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=A2>1";
      sheet.getRange("B3:C3").merge();
      const tracked = sheet.getRange("A3");
      const inserted = sheet.getRange("2:2").insert("Down");
      inserted.load("address");
      tracked.load("address,values");
      const sum = sheet.getRange("A5");
      sum.load("formulas,values");
      const name = context.workbook.names.getItem("总数");
      name.load("formula");
      const areas = format.getRange();
      areas.load("address");
      await context.sync();
      expect(inserted.address).toBe("Sheet1!2:2");
      expect([tracked.address, tracked.values]).toEqual(["Sheet1!A4", [[3]]]);
      expect([sum.formulas[0]?.[0], sum.values[0]?.[0]]).toEqual(["=SUM(A1:A4)", 6]);
      expect(name.formula).toBe("=Sheet1!$A$5");
      expect(areas.address).toBe("Sheet1!A3:A4");
      expect(host.workbook.activeSheet.merges).toEqual([{ top: 3, left: 1, bottom: 3, right: 2 }]);
    }, host);
  });

  test("a range whose cells are all deleted is InvalidReference afterwards", async () => {
    await onSheet(async (sheet, context) => {
      const gone = sheet.getRange("A2");
      gone.load("address");
      await context.sync();
      sheet.getRange("2:2").delete("Up");
      await context.sync();
      gone.load("values");
      expect(await codeOf(context.sync())).toBe("InvalidReference");
    });
  });

  test("cells of one column move alone", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B3");
      range.values = [[1, "a"], [2, "b"], [3, "c"]];
      sheet.getRange("A1").delete("Up");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[2, "a"], [3, "b"], ["", "c"]]);
    });
  });

  test("a merge that would be torn apart is refused", async () => {
    expect(await codeOf(onSheet(async (sheet, context) => {
      sheet.getRange("A5:B5").merge();
      sheet.getRange("A2").insert("Down");
      await context.sync();
    }))).toBe("InsertDeleteConflict");
  });
});

describe("Range: sorting", () => {
  test("by columns of the range; numbers before text, blanks last; formulas follow their row", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C5");
      range.formulas = [["县", "完成", "倍"], ["乙", 2, "=B2*2"], ["甲", "", "=B3*2"], ["丙", 9, "=B4*2"], ["丁", "无", "=B5"]];
      range.sort.apply([{ key: 1, ascending: false }], false, true);
      range.load("formulas");
      await context.sync();
      expect(range.formulas).toEqual([
        ["县", "完成", "倍"],
        ["丁", "无", "=B2"],
        ["丙", 9, "=B3*2"],
        ["乙", 2, "=B4*2"],
        ["甲", "", "=B5*2"],
      ]);
    });
  });
});

describe("Range: hidden rows and columns, hyperlink", () => {
  test("rowHidden is null where rows differ", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("2:2").rowHidden = true;
      const all = sheet.getRange("A1:A3");
      const one = sheet.getRange("A2");
      all.load("rowHidden");
      one.load("rowHidden,hidden,columnHidden");
      await context.sync();
      expect([all.rowHidden, one.rowHidden, one.hidden, one.columnHidden]).toEqual([null, true, true, false]);
    });
  });

  test("a hyperlink shows its text and survives saving", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").hyperlink = { address: "https://example.com/", textToDisplay: "通知", screenTip: "看" };
      await context.sync();
    }, host);
    const again = await ExcelHost.open(await host.save());
    expect(again.workbook.activeSheet.cell(0, 0)).toMatchObject({ text: "通知", hyperlink: "https://example.com/" });
  });
});

test("a member that is not answered is refused by its name", async () => {
  const message = await messageOf(
    onSheet(async (sheet, context) => {
      sheet.getRange("A1").getSpecialCells("Blanks").load("address");
      await context.sync();
    }),
  );
  expect(message).toContain("Range.getSpecialCells");
});
