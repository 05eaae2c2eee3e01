import { ExcelHost } from "../../../excel-host";
import type { FileKind } from "../../../excel-host/engine/fileKind";
import { partOf, rawXlsx } from "../../support/raw-xlsx";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';

/** Tabs: a chart, 表, a macro sheet, 末, another chart; the middle one is in front. */
function mixed(): Promise<Uint8Array> {
  return rawXlsx({
    parts: {
      "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView firstSheet="1" activeTab="2"/></bookViews><sheets><sheet name="图一" sheetId="7" r:id="rId3"/><sheet name="表" sheetId="1" r:id="rId1"/><sheet name="宏" sheetId="9" state="hidden" r:id="rId4"/><sheet name="末" sheetId="2" r:id="rId5"/><sheet name="图二" sheetId="8" r:id="rId6"/></sheets><definedNames><definedName name="a" localSheetId="3">末!$A$1</definedName><definedName name="b" localSheetId="2">1</definedName></definedNames></workbook>`,
      "xl/chartsheets/sheet1.xml": `<chartsheet xmlns="${MAIN}"/>`,
      "xl/chartsheets/sheet2.xml": `<chartsheet xmlns="${MAIN}"/>`,
      "xl/macrosheets/sheet1.xml": '<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>',
      "xl/worksheets/sheet2.xml": sheet,
    },
    relationships: `<Relationship Id="rId3" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId4" Type="${MICROSOFT}/xlMacrosheet" Target="macrosheets/sheet1.xml"/><Relationship Id="rId5" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId6" Type="${OFFICE}/chartsheet" Target="chartsheets/sheet2.xml"/>`,
  });
}
const tabs = (xml: string) => [...xml.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map((match) => match[1]);

describe("sheets without cells keep their place among the tabs", () => {
  test("as the file has them, with the tab in front and the names of each", async () => {
    const bytes = await mixed();
    const saved = await (await ExcelHost.open(bytes)).save();
    expect(await partOf(saved, "xl/workbook.xml")).toBe(await partOf(bytes, "xl/workbook.xml"));
  });
  test("when sheets come, move and go", async () => {
    const host = await ExcelHost.open(await mixed());
    const { engine } = host;
    engine.addSheet("新");
    engine.moveSheet(engine.findSheet("末")!, 0);
    expect(tabs(await partOf(await host.save(), "xl/workbook.xml"))).toEqual(["图一", "末", "图二", "表", "宏", "新"]);
    engine.deleteSheet(engine.findSheet("表")!);
    const xml = await partOf(await host.save(), "xl/workbook.xml");
    expect(tabs(xml)).toEqual(["图一", "末", "图二", "宏", "新"]);
    expect(xml).toMatch(/name="a" localSheetId="1"/);
    expect(xml).toMatch(/name="b" localSheetId="3"/);
  });
});

describe("the kind of file", () => {
  const TYPES: Record<FileKind, string> = {
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    xltx: "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    xlsm: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    xltm: "application/vnd.ms-excel.template.macroEnabled.main+xml",
  };
  const withMacros = () =>
    rawXlsx({
      parts: { "xl/vbaProject.bin": new Uint8Array([1, 2, 3]) },
      types: { "xl/vbaProject.bin": "application/vnd.ms-office.vbaProject" },
      relationships: `<Relationship Id="rId8" Type="${MICROSOFT}/vbaProject" Target="vbaProject.bin"/>`,
    });
  test.each(Object.keys(TYPES) as FileKind[])("%s has its content type, and macros where it may", async (kind) => {
    const host = await ExcelHost.open(await withMacros());
    expect(host.engine.macros).toEqual({ project: true, sheets: false });
    const saved = await host.save(kind);
    expect(await partOf(saved, "[Content_Types].xml")).toContain(`PartName="/xl/workbook.xml" ContentType="${TYPES[kind]}"`);
    expect((await ExcelHost.open(saved)).engine.macros.project).toBe(kind === "xlsm" || kind === "xltm");
    expect((await ExcelHost.open(saved)).engine.pkg.names().some((name) => name.includes("vba"))).toBe(kind === "xlsm" || kind === "xltm");
  });
  test("stays what it was where none is asked for", async () => {
    const saved = await (await ExcelHost.open(await withMacros())).save();
    expect((await ExcelHost.open(saved)).engine.macros.project).toBe(true);
  });
});
