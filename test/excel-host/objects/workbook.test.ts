import { ExcelHost } from "../../../excel-host";
import { codeOf, connect, onSheet } from "../support";

/** Runs a batch, saves, opens the saved file and runs another. */
async function afterSaving(first: (context: Excel.RequestContext) => Promise<unknown>, second: (context: Excel.RequestContext) => Promise<unknown>): Promise<ExcelHost> {
  const host = ExcelHost.blank();
  await connect(host).Excel.run((context) => first(context));
  const again = await ExcelHost.open(await host.save());
  await connect(again).Excel.run((context) => second(context));
  return again;
}

describe("Workbook and Application", () => {
  test("name, read-only, dirty, protection, calculation mode", async () => {
    const host = ExcelHost.blank({ fileName: "通报.xlsx" });
    await onSheet(async (sheet, context) => {
      const { workbook } = context;
      workbook.load("name,readOnly,isDirty");
      workbook.protection.load("protected");
      workbook.application.load("calculationMode");
      await context.sync();
      expect([workbook.name, workbook.readOnly, workbook.isDirty, workbook.protection.protected, workbook.application.calculationMode]).toEqual(["通报.xlsx", false, false, false, "Automatic"]);
      sheet.getRange("A1").values = [[1]];
      workbook.load("isDirty");
      await context.sync();
      expect(workbook.isDirty).toBe(true);
    }, host);
  });

  test("with calculation by hand, formulas wait until they are told", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A2");
      range.formulas = [[1], ["=A1*2"]];
      await context.sync();
      context.workbook.application.calculationMode = "Manual";
      sheet.getRange("A1").values = [[5]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[5], [2]]);
      context.workbook.application.calculate("Full");
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[5], [10]]);
    });
  });

  test("the selection is the user's, and can be set", async () => {
    const host = ExcelHost.blank();
    host.select("Sheet1", "B2:C3");
    await onSheet(async (sheet, context) => {
      const selected = context.workbook.getSelectedRange();
      const active = context.workbook.getActiveCell();
      selected.load("address");
      active.load("address");
      await context.sync();
      expect([selected.address, active.address]).toEqual(["Sheet1!B2:C3", "Sheet1!B2"]);
      sheet.getRange("D4").select();
      await context.sync();
    }, host);
    expect(host.workbook.selection).toMatchObject({ sheet: "Sheet1", address: "D4" });
  });
});

describe("NamedItemCollection", () => {
  test("names of the workbook and of a sheet, with their kinds and values", async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [[3]];
      const { names } = context.workbook;
      names.add("区域", sheet.getRange("A1:B2"), "说明");
      names.add("税率", "=0.13");
      names.add("倍数", "=Sheet1!$A$1*2");
      sheet.names.add("本表", sheet.getRange("C1"));
      names.load("items/name,items/formula,items/type,items/value,items/scope,items/comment,items/visible");
      sheet.names.load("items/name,items/scope");
      await context.sync();
      expect(names.items.map((n) => [n.name, n.formula, n.type, n.value, n.scope, n.comment, n.visible])).toEqual([
        ["区域", "=Sheet1!$A$1:$B$2", "Range", "Sheet1!$A$1:$B$2", "Workbook", "说明", true],
        ["税率", "=0.13", "Double", 0.13, "Workbook", "", true],
        ["倍数", "=Sheet1!$A$1*2", "Integer", 6, "Workbook", "", true],
      ]);
      expect(sheet.names.items.map((n) => [n.name, n.scope])).toEqual([["本表", "Worksheet"]]);
      const range = names.getItem("区域").getRangeOrNullObject();
      const none = names.getItem("税率").getRangeOrNullObject();
      range.load("address");
      await context.sync();
      expect([range.address, none.isNullObject]).toEqual(["Sheet1!A1:B2", true]);
    });
  });

  test.each([["A1"], ["R1C1"], ["1a"], ["a b"], [""], ["r"]])("%p cannot be a name", async (name) => {
    expect(
      await codeOf(
        onSheet(async (sheet, context) => {
          context.workbook.names.add(name, sheet.getRange("A1"));
          await context.sync();
        }),
      ),
    ).toBe("InvalidArgument");
  });

  test("a name twice is ItemAlreadyExists; one that is not there ItemNotFound", async () => {
    await onSheet(async (sheet, context) => {
      const { names } = context.workbook;
      names.add("Rate", sheet.getRange("A1"));
      names.add("RATE", sheet.getRange("A1"));
      expect(await codeOf(context.sync())).toBe("ItemAlreadyExists");
      names.getItem("无").load("name");
      expect(await codeOf(context.sync())).toBe("ItemNotFound");
    });
  });

  test("names survive saving, hidden ones hidden", async () => {
    await afterSaving(
      async (context) => {
        context.workbook.names.add("标记", "=\"x\"").visible = false;
        context.workbook.worksheets.getFirst().names.add("本表", "=Sheet1!$A$1");
        await context.sync();
      },
      async (context) => {
        const all = context.workbook.names;
        const own = context.workbook.worksheets.getFirst().names;
        all.load("items/name,items/visible,items/value");
        own.load("items/name");
        await context.sync();
        expect(all.items.map((n) => [n.name, n.visible, n.value])).toEqual([["标记", false, "x"]]);
        expect(own.items.map((n) => n.name)).toEqual(["本表"]);
      },
    );
  });
});

describe("what is kept in the file beside the sheets", () => {
  test("settings of any kind JSON has", async () => {
    await afterSaving(
      async (context) => {
        const { settings } = context.workbook;
        settings.add("单位", "万元");
        settings.add("表", { regions: ["离石区"], n: 3, on: true });
        settings.add("旧", 1).delete();
        settings.add("单位", "元");
        await context.sync();
      },
      async (context) => {
        const { settings } = context.workbook;
        settings.load("items/key,items/value");
        const none = settings.getItemOrNullObject("旧");
        await context.sync();
        expect(settings.items.map((s) => [s.key, s.value as unknown])).toEqual([["单位", "元"], ["表", { regions: ["离石区"], n: 3, on: true }]]);
        expect(none.isNullObject).toBe(true);
      },
    );
  });

  test("document properties and properties of one's own", async () => {
    await afterSaving(
      async (context) => {
        const { properties } = context.workbook;
        Object.assign(properties, { title: "通报", subject: "住房保障", author: "处", comments: "c", keywords: "k", category: "类" });
        for (const [key, value] of [["s", "文"], ["n", 5], ["f", 1.5], ["b", true]] as const) properties.custom.add(key, value);
        await context.sync();
      },
      async (context) => {
        const { properties } = context.workbook;
        properties.load("title,subject,author,comments,keywords,category,creationDate");
        properties.custom.load("items/key,items/value,items/type");
        const none = properties.custom.getItemOrNullObject("x");
        await context.sync();
        expect([properties.title, properties.subject, properties.author, properties.comments, properties.keywords, properties.category]).toEqual(["通报", "住房保障", "处", "c", "k", "类"]);
        expect(properties.custom.items.map((p) => [p.key, p.value as unknown, p.type])).toEqual([["s", "文", "String"], ["n", 5, "Number"], ["f", 1.5, "Float"], ["b", true, "Boolean"]]);
        expect(none.isNullObject).toBe(true);
      },
    );
  });

  test("custom XML, found by its namespace and id", async () => {
    const host = await afterSaving(
      async (context) => {
        const { customXmlParts } = context.workbook;
        customXmlParts.add('<a xmlns="urn:a">1</a>');
        const part = customXmlParts.add('<b xmlns="urn:b"/>');
        part.setXml('<b xmlns="urn:b">二</b>');
        await context.sync();
        customXmlParts.add("no xml");
        expect(await codeOf(context.sync())).toBe("InvalidArgument");
      },
      async (context) => {
        const found = context.workbook.customXmlParts.getByNamespace("urn:b");
        found.load("items/id,items/namespaceUri");
        await context.sync();
        expect(found.items.length).toBe(1);
        const part = context.workbook.customXmlParts.getItemOrNullObject(found.items[0]!.id);
        const xml = part.getXml();
        await context.sync();
        expect(xml.value).toBe('<b xmlns="urn:b">二</b>');
        part.delete();
        context.workbook.customXmlParts.load("items/namespaceUri");
        await context.sync();
        expect(context.workbook.customXmlParts.items.map((p) => p.namespaceUri)).toEqual(["urn:a"]);
      },
    );
    const last = await ExcelHost.open(await host.save());
    expect(last.engine.customXml.items.map((p) => p.namespace)).toEqual(["urn:a"]);
  });
});
