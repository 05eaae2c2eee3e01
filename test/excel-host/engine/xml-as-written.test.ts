import { ExcelHost } from "../../../excel-host";
import { partOf, rawParts, rawXlsx, zipped, type RawWorkbook } from "../../support/raw-xlsx";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The values of the first sheet's used cells, row by row. */
async function valuesOf(bytes: Uint8Array): Promise<unknown[]> {
  const [sheet] = (await ExcelHost.open(bytes)).engine.sheets;
  return [...sheet!.rows.values()].flatMap((row) => row.cells.map((cell) => cell.v));
}
async function refusalOf(bytes: Uint8Array): Promise<string> {
  return ExcelHost.open(bytes).then(() => "opened", (error: { kind?: string }) => error.kind ?? String(error));
}
const strings = (...items: string[]) => `<sst xmlns="${MAIN}">${items.map((one) => `<si>${one}</si>`).join("")}</sst>`;
const TWO = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>';

describe("XML is read as XML, however it is spelled", () => {
  const SPELLED: Record<string, RawWorkbook> = {
    "CDATA in shared strings": { strings: strings("<t><![CDATA[离石区]]></t>"), cells: TWO },
    "comments and instructions between letters": { strings: strings("<t>离<!-- <t>x</t> --><?x y?>石区</t>"), cells: TWO },
    "character references": { strings: strings("<t>&#x79BB;&#30707;区</t>"), cells: TWO },
    "phonetic marks, which are not shown": { strings: strings("<t>离石区</t><rPh sb=\"0\" eb=\"1\"><t>リ</t></rPh>"), cells: TWO },
    "single quotes, tabs and line breaks between attributes": { strings: strings("<t>离石区</t>"), cells: "<row\tr='1'\n><c\n\tr='A1'\tt = 's'><v>0</v></c><c\tr=\"B1\"><v>2</v></c></row>" },
    "comments and CDATA among cells": { strings: strings("<t>离石区</t>"), cells: '<!-- <row r="1"><c r="A1"><v>9</v></c> --><row r="1"><c r="A1" t="s"><v><![CDATA[0]]></v></c><!--</sheetData>--><c r="B1"><v>2<!-- 3 --></v></c></row>' },
    "strings in their cells": { cells: '<row r="1"><c r="A1" t="inlineStr"><is><r><t>离石</t></r><r><rPr><b/></rPr><t><![CDATA[区]]></t></r></is></c><c r="B1"><v>2</v></c></row>' },
    "signs > in attributes": { strings: strings('<t xml:lang="a>b">离石区</t>'), cells: TWO },
    "another prefix for the namespace": {
      parts: { "xl/worksheets/sheet1.xml": `<s:worksheet xmlns:s="${MAIN}"><s:sheetData><s:row r="1"><s:c r="A1" t="inlineStr"><s:is><s:t>离石区</s:t></s:is></s:c><s:c r="B1"><s:v>2</s:v></s:c></s:row></s:sheetData></s:worksheet>` },
    },
    "a prefix declared where it is used": { cells: `<x:row xmlns:x="${MAIN}" r="1"><x:c r="A1" t="str"><x:v>离石区</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>` },
    "cells without an address": { strings: strings("<t>离石区</t>"), cells: '<row><c t="s"><v>0</v></c><c><v>2</v></c></row>' },
  };
  test.each(Object.keys(SPELLED))("%s", async (name) => {
    expect(await valuesOf(await rawXlsx(SPELLED[name]!))).toEqual(["离石区", 2]);
  });

  test.each(Object.keys(SPELLED))("%s: the same after another cell was written", async (name) => {
    const host = await ExcelHost.open(await rawXlsx(SPELLED[name]!));
    host.edit("表", "C1", "新词");
    expect(await valuesOf(await host.save())).toEqual(["离石区", 2, "新词"]);
  });
});

describe("XML of which nobody can say what it holds is refused", () => {
  const REFUSED: Record<string, RawWorkbook> = {
    "a string that the table has not": { strings: strings("<t>离石区</t>"), cells: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' },
    "strings without a table": { cells: TWO },
    "a cell in another row than its own": { cells: '<row r="1"><c r="A2"><v>1</v></c></row>' },
    "two cells in one place": { cells: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' },
    "a cell beyond the last column": { cells: '<row r="1"><c r="XFE1"><v>1</v></c></row>' },
    "elements in the place of cells": { cells: '<row r="1"><cell r="A1"><v>1</v></cell></row>' },
    "an element that does not close": { cells: '<row r="1"><c r="A1"><v>1</v></row>' },
    "an entity that nobody knows": { cells: '<row r="1"><c r="A1" t="str"><v>&county;</v></c></row>' },
    "no sheetData": { parts: { "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"/>` } },
  };
  test.each(Object.keys(REFUSED))("%s", async (name) => {
    expect(await refusalOf(await rawXlsx(REFUSED[name]!))).toBe("notWorkbook");
  });

  test.each(["<si>", "<si><t", '<si><t xml:space="preserve>', "<!--", "<![CDATA["])("%s over and over without an end, at once", async (piece) => {
    expect(await refusalOf(await rawXlsx({ strings: `<sst xmlns="${MAIN}">${piece.repeat(300_000)}</sst>`, cells: TWO }))).toBe("notWorkbook");
  });
});

describe("names of parts", () => {
  const good = { strings: strings("<t>离石区</t>"), cells: TWO };
  const renamed = (change: (name: string) => string) => zipped(Object.fromEntries(Object.entries(rawParts(good)).map(([name, content]) => [change(name), content])));

  test("may differ from their relationships in case", async () => {
    expect(await valuesOf(await renamed((name) => name.replace("sheet1", "Sheet1").replace("xl/sharedStrings", "XL/SharedStrings")))).toEqual(["离石区", 2]);
  });
  test("may be percent-encoded in relationships", async () => {
    const parts = rawParts(good);
    const links = String(parts["xl/_rels/workbook.xml.rels"]).replace("sheet1.xml", "%73heet%31.xml");
    expect(await valuesOf(await zipped({ ...parts, "xl/_rels/workbook.xml.rels": links }))).toEqual(["离石区", 2]);
  });
  test("that lead out of the package are not handed on", async () => {
    const host = await ExcelHost.open(await rawXlsx({ ...good, parts: { "../../outside.txt": "x", "xl/../../up.xml": "<x/>", "C:/drive.txt": "x", "xl/media/kept.txt": "x" } }));
    const names = (await ExcelHost.open(await host.save())).engine.pkg.names();
    expect(names.filter((name) => /outside|up\.xml|drive/.test(name))).toEqual([]);
    expect(names).toContain("xl/media/kept.txt");
  });
});

test.each(["docProps/core.xml", "docProps/custom.xml", "xl/theme/theme1.xml"])("a broken %s does not stand in the way of the cells, and stays as it is", async (part) => {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const broken = "<broken><x>";
  const parts = rawParts({ strings: strings("<t>离石区</t>"), cells: TWO, parts: { [part]: broken }, relationships: `<Relationship Id="rId9" Type="${office}/theme" Target="theme/theme1.xml"/>` });
  const rels = String(parts["_rels/.rels"]).replace("</Relationships>", `<Relationship Id="rId8" Type="${office}/custom-properties" Target="docProps/custom.xml"/></Relationships>`);
  const bytes = await zipped({ ...parts, "_rels/.rels": rels });
  expect(await valuesOf(bytes)).toEqual(["离石区", 2]);
  expect(await partOf(await (await ExcelHost.open(bytes)).save(), part)).toBe(broken);
});

test("parts that nobody changed go to the file byte for byte", async () => {
  const bytes = await rawXlsx({
    strings: `<?xml version='1.0'?>\n<sst  xmlns='${MAIN}' count="1"><!-- kept --><si><t>离石区</t></si>\n</sst>`,
    cells: TWO,
    workbook: '<definedNames>\n<definedName  name="n">表!$A$1</definedName></definedNames>',
  });
  const host = await ExcelHost.open(bytes);
  const saved = await host.save();
  for (const part of ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "_rels/.rels"]) {
    expect([part, await partOf(saved, part)]).toEqual([part, await partOf(bytes, part)]);
  }
  host.edit("表", "B2", "新词");
  const strings = await partOf(await host.save(), "xl/sharedStrings.xml");
  expect(strings).toContain("<!-- kept --><si><t>离石区</t></si>\n<si><t>新词</t></si></sst>");
});
