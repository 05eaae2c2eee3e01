import { ExcelHost } from "../../../excel-host";
import { connect } from "../support";

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("events reach the add-in with Excel's payloads", () => {
  test("a user's edit: onChanged of the sheet and of the workbook", async () => {
    const host = ExcelHost.blank();
    const { Excel } = connect(host);
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const listen = (who: string) => async (event: Excel.WorksheetChangedEventArgs) => {
        heard.push([who, event.type, event.changeType, event.source, event.address, event.details, event.triggerSource]);
      };
      sheet.onChanged.add(listen("sheet"));
      context.workbook.worksheets.onChanged.add(listen("workbook"));
      await context.sync();
    });
    host.edit("Sheet1", "B2", "12%");
    await settled();
    const details = { valueBefore: "", valueAfter: 0.12, valueTypeBefore: "Empty", valueTypeAfter: "Double" };
    expect(heard).toEqual([
      ["sheet", "WorksheetChanged", "RangeEdited", "Local", "B2", details, "Unknown"],
      ["workbook", "WorksheetChanged", "RangeEdited", "Local", "B2", details, "Unknown"],
    ]);
  });

  test("the add-in's own writes too, marked as its own; the event leads to the range", async () => {
    const host = ExcelHost.blank();
    const { Excel } = connect(host);
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.onChanged.add(async (event) => {
        await Excel.run(async (inner) => {
          const range = event.getRange(inner);
          range.load("address,values");
          await inner.sync();
          heard.push([event.triggerSource, event.changeType, range.address]);
        });
      });
      await context.sync();
      sheet.getRange("A1:B1").values = [[1, 2]];
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      await context.sync();
    });
    await settled();
    expect(heard).toEqual([
      ["ThisLocalAddin", "RangeEdited", expect.stringMatching(/^Sheet1!A[12]:B[12]$/)],
      ["ThisLocalAddin", "RowInserted", expect.stringMatching(/^Sheet1!/)],
    ]);
  });

  test("selection, activation, new and deleted sheets, calculation, new names", async () => {
    const host = ExcelHost.blank();
    const { Excel } = connect(host);
    const heard: string[] = [];
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const note = (name: string) => async () => void heard.push(name);
      worksheets.onAdded.add(note("added"));
      worksheets.onDeleted.add(note("deleted"));
      worksheets.onActivated.add(note("activated"));
      worksheets.onCalculated.add(note("calculated"));
      worksheets.onSelectionChanged.add(async (event) => void heard.push(`selected ${event.address}`));
      worksheets.getFirst().onNameChanged.add(async (event) => void heard.push(`${event.nameBefore}→${event.nameAfter}`));
      context.workbook.onSelectionChanged.add(note("document selection"));
      await context.sync();
      const made = worksheets.add("乙");
      await context.sync();
      made.delete();
      worksheets.getFirst().name = "甲";
      await context.sync();
    });
    await settled();
    expect(heard).toEqual(["added", "deleted", "Sheet1→甲"]);
    heard.length = 0;
    host.select("甲", "B2:B4");
    host.edit("甲", "A1", "=1+1");
    await settled();
    expect(heard.sort()).toEqual(["calculated", "document selection", "selected B2:B4"]);
  });

  test("no event after its handler is removed", async () => {
    const host = ExcelHost.blank();
    const { Excel } = connect(host);
    let heard = 0;
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getFirst().onChanged.add(async () => void heard++);
      await context.sync();
      return added;
    });
    host.edit("Sheet1", "A1", "1");
    await settled();
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    host.edit("Sheet1", "A1", "2");
    await settled();
    expect(heard).toBe(1);
  });
});

describe("ribbon and pane", () => {
  test("a button runs the function associated with its action, until it says it is done", async () => {
    const host = ExcelHost.blank();
    const { Office } = connect(host);
    const heard: string[] = [];
    Office.actions.associate("computeProgress", (event: Office.AddinCommands.Event) => {
      heard.push(event.source.id);
      setTimeout(() => event.completed(), 5);
    });
    await host.runAction("computeProgress");
    expect(heard).toEqual(["computeProgress"]);
    await expect(host.runAction("unknown")).rejects.toThrow("unknown");
  });

  test("the add-in shows and hides its pane", async () => {
    const host = ExcelHost.blank();
    const { Office } = connect(host);
    const heard: unknown[] = [];
    host.onChange((event) => heard.push(event));
    await Office.addin.showAsTaskpane();
    await Office.addin.hide();
    expect(heard).toEqual([{ type: "taskpane", visible: true }, { type: "taskpane", visible: false }]);
  });

  test("Office is ready, with Excel's context", async () => {
    const { Office } = connect();
    expect(await Office.onReady()).toEqual({ host: "Excel", platform: "PC" });
    expect([Office.context.displayLanguage, Office.context.host, Office.context.platform, Office.context.diagnostics.host]).toEqual(["zh-CN", "Excel", "PC", "Excel"]);
    expect(() => Office.context.ui.displayDialogAsync("https://localhost")).toThrow("displayDialogAsync");
  });
});

test("whoever draws the workbook is told of a request's changes once, of its answer, and of each edit", async () => {
  const host = ExcelHost.blank();
  const { Excel } = connect(host);
  const heard: string[] = [];
  const stop = host.onChange(({ type }) => heard.push(type));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (let i = 1; i < 9; i++) sheet.getRange(`A${i}`).values = [[i]];
    await context.sync();
  });
  host.edit("Sheet1", "A1", "5");
  host.select("Sheet1", "B1");
  stop();
  host.edit("Sheet1", "A1", "6");
  expect(heard).toEqual(["changed", "answered", "changed", "selection"]);
});
