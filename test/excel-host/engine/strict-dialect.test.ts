import { ExcelHost } from "../../../excel-host";
import { inStrict } from "../../../excel-host/engine/dialect";
import { connect } from "../support";
import { rawParts, zipped } from "../../support/raw-xlsx";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook as Excel saves it as “Strict Open XML”: other names, dates as texts. */
async function strictWorkbook(): Promise<Uint8Array> {
  const parts = rawParts({
    strings: `<sst xmlns="${MAIN}"><si><t>离石区</t></si></sst>`,
    cells: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1700</v></c><c r="C1" t="d"><v>2021-04-23</v></c><c r="D1" t="d"><v>2021-04-23T12:00:00</v></c></row>',
  });
  return zipped(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, inStrict(String(content)).replace("<workbook ", '<workbook conformance="strict" ')])));
}

test("a strict workbook is read, and what is added to it is strict too", async () => {
  const host = await ExcelHost.open(await strictWorkbook());
  expect(host.engine.sheets[0]!.rows.get(0)!.cells.map(({ v }) => v)).toEqual(["离石区", 1700, 44309, 44309.5]);
  const { Excel } = connect(host);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("新");
    sheet.getRange("A1").values = [["新词"]];
    sheet.getRange("A1:B2").conditionalFormats.add("Custom").custom.rule.formula = "=A1=1";
    sheet.getRange("A1").format.font.bold = true;
    context.workbook.names.add("n", sheet.getRange("A1"));
    context.workbook.settings.add("key", { a: 1 });
    context.workbook.properties.custom.add("部门", "住房保障");
    context.workbook.customXmlParts.add("<x xmlns='urn:x'/>");
    await context.sync();
  });
  const saved = await ExcelHost.open(await host.save());
  const { pkg } = saved.engine;
  const mixed = pkg.names().filter((name) => /schemas\.openxmlformats\.org\/(?:spreadsheetml|officeDocument)/.test(pkg.text(name)!));
  expect(mixed).toEqual([]);
  expect(saved.engine.sheets.map(({ name }) => name)).toEqual(["表", "新"]);
  expect(saved.engine.customProperties.values.get("部门")).toBe("住房保障");
  expect(saved.engine.sheets[1]!.value(0, 0)).toBe("新词");
});
