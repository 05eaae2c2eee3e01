import { Workbook as Excelts } from "@cj-tech-master/excelts";
import { ExcelHost } from "../../../excel-host";
import { onSheet } from "../support";
import { xlsxFile } from "../../support/xlsx-file";

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** A sheet with everything a staff member might have put on it. */
async function staffWorkbook(): Promise<Uint8Array> {
  const workbook = new Excelts();
  const sheet = workbook.addWorksheet("台账", { properties: { tabColor: { argb: "FF00FF00" } } });
  for (let row = 1; row <= 6; row++) for (let column = 1; column <= 4; column++) sheet.getCell(row, column).value = row * column;
  sheet.getCell("A1").value = { richText: [{ text: "甲", font: { bold: true, color: { argb: "FFFF0000" } } }, { text: "乙" }] };
  sheet.getCell("A2").value = { text: "链接", hyperlink: "https://example.com/" };
  sheet.getCell("B2").note = "备注";
  sheet.getCell("C2").font = { name: "方正小标宋", color: { theme: 4 }, size: 22 };
  sheet.getCell("D2").value = { formula: "SUM(A3:C3)", result: 18 };
  sheet.getCell("E2").value = new Date(Date.UTC(2021, 3, 23));
  sheet.getCell("E2").numFmt = "yyyy-mm-dd";
  sheet.getCell("E3").dataValidation = { type: "list", allowBlank: true, formulae: ['"是,否"'] };
  sheet.mergeCells("A8:D8");
  sheet.getRow(4).outlineLevel = 1;
  sheet.getRow(4).height = 33;
  sheet.getColumn(3).width = 22;
  sheet.getColumn(4).hidden = true;
  sheet.views = [{ state: "frozen", xSplit: 1, ySplit: 2 }];
  sheet.autoFilter = "A1:D6";
  sheet.pageSetup.orientation = "landscape";
  sheet.pageSetup.printArea = "A1:D6";
  sheet.headerFooter.oddFooter = "&C第 &P 页";
  sheet.addConditionalFormatting({ ref: "A1:D6", rules: [{ type: "expression", priority: 1, formulae: ["A1>3"], style: { font: { bold: true } } }] });
  sheet.addSparklineGroup({ sparklines: [{ dataRef: "台账!A3:C3", cellRef: "F3" }] } as never);
  sheet.addImage(workbook.addImage({ base64: PIXEL, extension: "png" }), "G1:H3");
  sheet.addTable({ name: "表1", ref: "J1", headerRow: true, columns: [{ name: "县" }, { name: "数" }], rows: [["离石区", 1], ["孝义市", 2]] });
  workbook.definedNames.add("台账!$A$1:$B$2", "区域");
  workbook.addWorksheet("空");
  return xlsxFile(workbook);
}

async function parts(bytes: Uint8Array): Promise<Map<string, string>> {
  const { Package } = await import("../../../excel-host/engine/package");
  const pkg = await Package.open(bytes);
  return new Map(pkg.names().map((name) => [name, Buffer.from(pkg.bytes(name)!).toString("latin1")]));
}

const SHEET = "xl/worksheets/sheet1.xml";
const withoutData = (xml: string) => xml.replace(/<sheetData>[\s\S]*<\/sheetData>/, "").replace(/<dimension[^>]*>/, "");
// The same XML, however it is spelled: attributes in one order, empty elements in one form.
const normal = (xml: string) =>
  xml
    .replaceAll("&quot;", '"')
    .replace(/^<\?xml[^>]*\?>\s*/, "")
    .replace(/<(\w[\w:]*)((?:\s+[\w:]+="[^"]*")*)\s*\/>/g, (_w, name: string, attrs: string) => `<${name}${attrs}></${name}>`)
    .replace(/<(\w[\w:]*)((?:\s+[\w:]+="[^"]*")+)>/g, (_w, name: string, attrs: string) => `<${name} ${attrs.trim().split(/\s+(?=[\w:]+=")/).sort().join(" ")}>`);

test("a workbook that is opened and saved keeps every part of it, byte for byte where nothing was touched", async () => {
  const before = await staffWorkbook();
  const host = await ExcelHost.open(before);
  const [old, now] = [await parts(before), await parts(await host.save())];
  const written = new Set(["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"]);
  expect([...old.keys()].filter((name) => !now.has(name))).toEqual([]);
  for (const [name, content] of old) if (!written.has(name)) expect([name, now.get(name) === content]).toEqual([name, true]);
  expect(normal(now.get("xl/styles.xml")!)).toBe(normal(old.get("xl/styles.xml")!));
});

test("a staff sheet that gets a conditional format keeps its cells as they were written", async () => {
  const before = await staffWorkbook();
  const host = await ExcelHost.open(before);
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:D6").conditionalFormats.add("Custom").custom.rule.formula = "=A1=1";
    await context.sync();
  }, host);
  const [old, now] = [(await parts(before)).get(SHEET)!, (await parts(await host.save())).get(SHEET)!];
  const data = (xml: string) => /<sheetData>([\s\S]*)<\/sheetData>/.exec(xml)?.[1];
  expect(data(now)).toBe(data(old));
  const foreign = (xml: string) => normal(withoutData(xml)).replace(/<conditionalFormatting[\s\S]*?<\/conditionalFormatting>/g, "");
  expect(foreign(now)).toBe(foreign(old));
  expect(now).toContain("A1&gt;3");
});

test("a cell that is written leaves everything around it: rich text, links, notes, sparklines, pictures, tables", async () => {
  const before = await staffWorkbook();
  const host = await ExcelHost.open(before);
  host.edit("台账", "A5", "77");
  const saved = await host.save();
  const [old, now] = [await parts(before), await parts(saved)];
  expect(normal(withoutData(now.get(SHEET)!))).toBe(normal(withoutData(old.get(SHEET)!)));
  for (const name of old.keys()) if (/drawing|media|comments|tables|theme/.test(name)) expect([name, now.get(name) === old.get(name)]).toEqual([name, true]);
  const again = (await ExcelHost.open(saved)).workbook.activeSheet;
  expect(again.cell(4, 0).value).toBe(77);
  expect(again.cell(0, 0).richText).toEqual([{ text: "甲", bold: true, color: "#FF0000" }, { text: "乙" }]);
  expect(again.cell(1, 0)).toMatchObject({ text: "链接", hyperlink: "https://example.com/" });
  expect(again.cell(1, 1).note).toBe("备注");
  expect(again.cell(1, 2).style.font).toMatchObject({ name: "方正小标宋", size: 22 });
  expect(again.cell(1, 3)).toMatchObject({ formula: "=SUM(A3:C3)", value: 18 });
  expect(again.cell(1, 4)).toMatchObject({ value: 44309, text: "2021-04-23" });
  expect([again.columnHidden(3), again.rowHeight(3), again.frozen]).toEqual([true, 44, { rows: 2, columns: 1 }]);
});

test("rows put in above them move validations, links, tables and print areas", async () => {
  const host = await ExcelHost.open(await staffWorkbook());
  await onSheet(async (sheet, context) => {
    sheet.getRange("1:2").insert("Down");
    await context.sync();
    const table = context.workbook.tables.getItem("表1");
    const range = table.getRange();
    const header = table.getHeaderRowRange();
    const area = sheet.pageLayout.getPrintAreaOrNullObject();
    const validation = sheet.getRange("E5").dataValidation;
    for (const part of [range, header, area]) (part as Excel.Range).load("address");
    validation.load("type");
    sheet.autoFilter.load("enabled,isDataFiltered");
    const filter = sheet.autoFilter.getRangeOrNullObject();
    filter.load("address");
    await context.sync();
    expect([range.address, header.address, area.address, validation.type]).toEqual(["台账!J3:K5", "台账!J3:K3", "台账!A3:D8", "List"]);
    expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered, filter.address]).toEqual([true, false, "台账!A3:D8"]);
  }, host);
  const again = await ExcelHost.open(await host.save());
  expect(again.workbook.activeSheet.cell(3, 0)).toMatchObject({ text: "链接", hyperlink: "https://example.com/" });
});

test("text that XML cannot hold as it is comes back: line ends, spaces, control characters, what looks like an escape", async () => {
  const host = ExcelHost.blank();
  const texts = [" 前后 ", "一\n二", "a\u0007b", "_x0041_", "<&>\"'", "𠮷"];
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:F1").values = [texts];
    await context.sync();
  }, host);
  const again = (await ExcelHost.open(await host.save())).workbook.activeSheet;
  expect(texts.map((_t, i) => again.cell(0, i).value)).toEqual(texts);
});

test("a workbook whose XML has prefixed elements and inline strings is read alike", async () => {
  const host = ExcelHost.blank();
  await host.save();
  const { pkg } = host.engine;
  pkg.set(
    host.engine.sheets[0]!.part!,
    `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>离石区</x:t></x:is></x:c><x:c><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>`,
  );
  const sheet = (await ExcelHost.open(await pkg.save())).workbook.activeSheet;
  expect([sheet.cell(0, 0).value, sheet.cell(0, 1).value]).toEqual(["离石区", 2]);
});

test("shared formulas are read cell by cell", async () => {
  const host = ExcelHost.blank();
  await host.save();
  const { pkg } = host.engine;
  pkg.set(
    host.engine.sheets[0]!.part!,
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>2</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$A$1</f><v>4</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><f t="shared" si="0"/><v>6</v></c></row></sheetData></worksheet>`,
  );
  const sheet = (await ExcelHost.open(await pkg.save())).workbook.activeSheet;
  expect([sheet.cell(0, 1).formula, sheet.cell(1, 1).formula, sheet.cell(1, 1).value]).toEqual(["=A1*$A$1", "=A2*$A$1", 6]);
});
