import { ExcelError, ExcelHost } from "../../../excel-host";
import { codeOf, connect, messageOf, onSheet } from "../support";

describe("round trips", () => {
  test("are counted with their bytes; giving back references is none", async () => {
    const host = ExcelHost.blank();
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.values = [["套"]];
      await context.sync();
      range.load("values");
      await context.sync();
    }, host);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.stats.syncs).toBe(2);
    expect(host.stats.requestBytes).toBeGreaterThan(500);
    expect(host.stats.responseBytes).toBeGreaterThan(50);
    expect(host.trackedCount).toBe(0);
  });

  test("objects that are tracked live beyond their batch until they are given back", async () => {
    const host = ExcelHost.blank();
    const { Excel } = connect(host);
    const range = await Excel.run(async (context) => {
      const kept = context.workbook.worksheets.getFirst().getRange("A1");
      context.trackedObjects.add(kept);
      await context.sync();
      return kept;
    });
    expect(host.trackedCount).toBe(1);
    await Excel.run(range, async (context) => {
      range.values = [[5]];
      await context.sync();
      context.trackedObjects.remove(range);
      await context.sync();
    });
    expect(host.workbook.activeSheet.cell(0, 0).value).toBe(5);
    expect(host.trackedCount).toBe(0);
  });
});

describe("load()", () => {
  test("takes names, lists, objects and paths; without names all scalar properties", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      const [a, b, c, d] = [0, 1, 2, 3].map(() => sheet.getRange("A1:B1"));
      range.load("address, format/fill/color");
      a!.load(["values", "format/font/bold"]);
      b!.load({ text: true, format: { font: { name: true } }, worksheet: { name: true } });
      c!.load({ select: "rowCount", expand: "format" });
      d!.load();
      await context.sync();
      expect([range.address, range.format.fill.color]).toEqual(["Sheet1!A1:B1", "#FFFFFF"]);
      expect([a!.values, a!.format.font.bold]).toEqual([[["", ""]], false]);
      expect([b!.text, b!.format.font.name, b!.worksheet.name]).toEqual([[["", ""]], "等线", "Sheet1"]);
      expect([c!.rowCount, c!.format.wrapText]).toEqual([1, false]);
      expect([d!.address, d!.columnCount]).toEqual(["Sheet1!A1:B1", 2]);
    });
  });

  test("pages a collection", async () => {
    await onSheet(async (_sheet, context) => {
      for (const name of ["乙", "丙", "丁"]) context.workbook.worksheets.add(name);
      const { worksheets } = context.workbook;
      worksheets.load({ select: "name", skip: 1, top: 2 } as never);
      const count = worksheets.getCount();
      await context.sync();
      expect([worksheets.items.map((s) => s.name), count.value]).toEqual([["乙", "丙"], 4]);
    });
  });

  test("a property read before it is loaded is office.js's own refusal", async () => {
    expect(await codeOf(onSheet(async (sheet) => sheet.getRange("A1").address))).toBe("PropertyNotLoaded");
  });
});

describe("a null object", () => {
  test("leads to null objects, and takes no change", async () => {
    await onSheet(async (_sheet, context) => {
      const none = context.workbook.worksheets.getItemOrNullObject("无");
      const inside = none.getRange("A1");
      inside.load("values");
      inside.values = [[1]];
      await context.sync();
      expect([none.isNullObject, inside.isNullObject]).toEqual([true, true]);
    });
  });
});

describe("what is refused", () => {
  test("says where, in the batch and in the object model", async () => {
    const { Excel } = connect();
    try {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("无").getRange("A1").load("values");
        await context.sync();
      });
      throw new Error("nothing was refused");
    } catch (error) {
      const { code, debugInfo } = error as OfficeExtension.Error;
      expect([code, debugInfo.errorLocation]).toEqual(["ItemNotFound", "WorksheetCollection.getItem"]);
    }
  });

  test("requests while a cell is being typed in", async () => {
    const host = ExcelHost.blank();
    host.cellEditMode = true;
    expect(await codeOf(onSheet(async (_sheet, context) => context.sync(), host))).toBe("InvalidOperationInCellEditMode");
  });

  test("requests and answers above 5 MB", async () => {
    const host = ExcelHost.blank();
    const row = ["套".repeat(20_000)];
    expect(
      await codeOf(
        onSheet(async (sheet, context) => {
          sheet.getRange("A1:A100").values = Array.from({ length: 100 }, () => row);
          await context.sync();
        }, host),
      ),
    ).toBe("RequestPayloadSizeLimitExceeded");
    expect(host.workbook.activeSheet.usedRange).toBeUndefined();
    expect(
      await codeOf(
        onSheet(async (sheet, context) => {
          for (let i = 0; i < 2; i++) {
            sheet.getRangeByIndexes(i * 60, 0, 60, 1).values = Array.from({ length: 60 }, () => row);
            await context.sync();
          }
          sheet.getUsedRange().load("values");
          await context.sync();
        }, host),
      ),
    ).toBe("ResponsePayloadSizeLimitExceeded");
  });

  test("members of a requirement set above the host's", async () => {
    const host = ExcelHost.blank({ excelApi: "1.9" });
    const { Office } = connect(host);
    expect([Office.context.requirements.isSetSupported("ExcelApi", "1.9"), Office.context.requirements.isSetSupported("ExcelApi", "1.10")]).toEqual([true, false]);
    const message = await messageOf(
      onSheet(async (sheet, context) => {
        sheet.customProperties.add("a", "b");
        await context.sync();
      }, host),
    );
    expect(message).toMatch(/customProperties/i);
  });
});

describe("faults a test can ask for", () => {
  test("a request that fails changes nothing", async () => {
    const host = ExcelHost.blank();
    host.beforeRequest = ({ number }) => {
      if (number === 1) throw Object.assign(new Error("broken"), { code: "GeneralException" });
    };
    const write = () =>
      onSheet(async (sheet, context) => {
        sheet.getRange("A1").values = [[1]];
        await context.sync();
      }, host);
    expect(await codeOf(write())).toBe("GeneralException");
    expect(host.workbook.activeSheet.cell(0, 0).value).toBe("");
    expect(await codeOf(write())).toBe("");
    expect(host.workbook.activeSheet.cell(0, 0).value).toBe(1);
  });

  test("an operation that fails: those before it in the batch stay done, those after it are not done", async () => {
    const host = ExcelHost.blank();
    host.beforeOperation = ({ name }) => {
      if (name === "Name") throw new ExcelError("AccessDenied", "refused");
    };
    const batch = onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [[1]];
      sheet.name = "表";
      sheet.getRange("A2").values = [[2]];
      await context.sync();
    }, host);
    expect(await codeOf(batch)).toBe("AccessDenied");
    const { activeSheet } = host.workbook;
    expect([activeSheet.name, activeSheet.cell(0, 0).value, activeSheet.cell(1, 0).value]).toEqual(["Sheet1", 1, ""]);
  });

  test("an answer that is lost: the batch is done all the same", async () => {
    const host = ExcelHost.blank();
    host.beforeAnswer = () => {
      throw new ExcelError("ResponsePayloadSizeLimitExceeded", "too large");
    };
    const batch = onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [[1]];
      await context.sync();
    }, host);
    expect(await codeOf(batch)).toBe("ResponsePayloadSizeLimitExceeded");
    expect(host.workbook.activeSheet.cell(0, 0).value).toBe(1);
  });

  test("a request that is kept waiting", async () => {
    const host = ExcelHost.blank();
    let release = () => {};
    host.beforeRequest = () => new Promise((resolve) => (release = resolve));
    let done = false;
    const running = onSheet(async (_sheet, context) => context.sync(), host).then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(done).toBe(false);
    release();
    await running;
    expect(done).toBe(true);
  });
});
