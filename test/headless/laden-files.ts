import JSZip from "jszip";
import { readFileSync } from "node:fs";

/** What a workbook may carry beside its cells, or claim of them; the office's own tables in it are whole. */
export const LADEN = [
  "a link to another workbook on the web",
  "a DDE link and formulas that call out",
  "macros (.xlsm)",
  "macros in an .xlsx",
  "parts that name a picture and a query on the web",
  "content types that are wrong",
  "no content types",
  "500,000 shared strings",
  "a shared string of 20 MB",
  "elements nested 200,000 deep",
  "a formula nested 4,000 deep",
  "character references beyond Unicode",
  "a row and a column beyond Excel's last",
  "a merge of nearly the whole sheet",
  "parts whose names lead out of the folder",
  "a name that refers to itself",
  "20,000 conditional formats",
] as const;

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * Workbooks made from a good one that carry what no county table needs.
 * @param address a web address that nobody may ask
 * @returns each by what it carries
 */
export async function ladenFiles(good: string, address: string): Promise<Record<(typeof LADEN)[number], Uint8Array>> {
  const bytes = new Uint8Array(readFileSync(good));
  const changed = async (change: (zip: JSZip) => Promise<void> | void): Promise<Uint8Array> => {
    const zip = await JSZip.loadAsync(bytes);
    await change(zip);
    return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  };
  const edit = (zip: JSZip, name: string, change: (xml: string) => string) => zip.file(name)?.async("string").then((xml) => void zip.file(name, change(xml)));
  const editSheet = (change: (xml: string) => string) => changed((zip) => edit(zip, SHEET, change));
  const cells = (xml: string) => editSheet((sheet) => sheet.replace("</sheetData>", `<row r="60">${xml}</row></sheetData>`));
  const related = async (zip: JSZip, part: string, type: string, target: string, external = false) => {
    const name = part.replace(/([^/]*)$/, "_rels/$1.rels");
    const more = `<Relationship Id="rIdX" Type="${RELATIONSHIPS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
    if (zip.file(name)) await edit(zip, name, (xml) => xml.replace("</Relationships>", `${more}</Relationships>`));
    else zip.file(name, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${more}</Relationships>`);
  };
  const typed = (zip: JSZip, part: string, type: string) => edit(zip, TYPES, (xml) => xml.replace("</Types>", `<Override PartName="/${part}" ContentType="${type}"/></Types>`));
  const linked = async (zip: JSZip, link: string, target: string | null) => {
    const part = "xl/externalLinks/externalLink1.xml";
    zip.file(part, `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}">${link}</externalLink>`);
    await typed(zip, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml");
    await related(zip, "xl/workbook.xml", "externalLink", "externalLinks/externalLink1.xml");
    if (target !== null) await related(zip, part, "externalLinkPath", target, true);
    await edit(zip, "xl/workbook.xml", (xml) => xml.replace(/(<\/sheets>)/, `$1<externalReferences><externalReference r:id="rIdX" xmlns:r="${RELATIONSHIPS}"/></externalReferences>`));
  };
  const macros = async (zip: JSZip) => {
    zip.file("xl/vbaProject.bin", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("Sub Auto_Open()\r\nShell \"cmd /c echo\"\r\nEnd Sub")]));
    await typed(zip, "xl/vbaProject.bin", "application/vnd.ms-office.vbaProject");
    await related(zip, "xl/workbook.xml", "vbaProject", "vbaProject.bin");
  };
  const formula = (text: string) => `<c r="A60"><f>${text}</f><v>1</v></c>`;
  return {
    "a link to another workbook on the web": await changed(async (zip) => {
      await linked(zip, '<externalBook r:id="rIdX"><sheetNames><sheetName val="表"/></sheetNames></externalBook>', `${address}/other.xlsx`);
      await edit(zip, SHEET, (xml) => xml.replace("</sheetData>", `<row r="60">${formula("[1]表!A1+1")}</row></sheetData>`));
    }),
    "a DDE link and formulas that call out": await changed(async (zip) => {
      await linked(zip, '<ddeLink ddeService="cmd" ddeTopic="/C calc"><ddeItems><ddeItem name="A0" advise="1"/></ddeItems></ddeLink>', null);
      const calls = [`WEBSERVICE("${address}/a")`, `HYPERLINK("${address}/b","x")`, `IMAGE("${address}/c")`, "CALL(\"kernel32\",\"WinExec\",\"JC\",\"calc\")", "[1]!A0", `INDIRECT("[${address}/x.xlsx]表!A1")`, `RTD("x.y","${address}","z")`];
      await edit(zip, SHEET, (xml) => xml.replace("</sheetData>", `<row r="60">${calls.map((call, at) => `<c r="${"ABCDEFG"[at]}60"><f>${call.replaceAll('"', "&quot;")}</f><v>1</v></c>`).join("")}</row></sheetData>`));
    }),
    "macros (.xlsm)": await changed(async (zip) => {
      await macros(zip);
      await edit(zip, TYPES, (xml) => xml.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));
    }),
    "macros in an .xlsx": await changed(macros),
    "parts that name a picture and a query on the web": await changed(async (zip) => {
      await related(zip, SHEET, "image", `${address}/p.png`, true);
      zip.file("xl/connections.xml", `<connections xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><connection id="1" name="q" type="4" refreshOnLoad="1"><webPr url="${address}/q"/></connection></connections>`);
      await related(zip, "xl/workbook.xml", "connections", "connections.xml");
    }),
    "content types that are wrong": await changed((zip) => edit(zip, TYPES, (xml) => xml.replace(/ContentType="[^"]*"/g, 'ContentType="image/png"'))),
    "no content types": await changed((zip) => void zip.remove(TYPES)),
    "500,000 shared strings": await changed((zip) => edit(zip, STRINGS, (xml) => xml.replace("</sst>", `${Array.from({ length: 500_000 }, (_, at) => `<si><t>${at}</t></si>`).join("")}</sst>`))),
    "a shared string of 20 MB": await changed((zip) => edit(zip, STRINGS, (xml) => xml.replace(/<t[^>]*>[^<]*<\/t>/, `<t>${"县".repeat(7_000_000)}</t>`))),
    "elements nested 200,000 deep": await editSheet((xml) => xml.replace("</worksheet>", `${"<x>".repeat(200_000)}${"</x>".repeat(200_000)}</worksheet>`)),
    "a formula nested 4,000 deep": await cells(formula(`${"(".repeat(4000)}1${")".repeat(4000)}`)),
    "character references beyond Unicode": await changed((zip) => edit(zip, STRINGS, (xml) => xml.replace(/<t[^>]*>[^<]*<\/t>/, "<t>&#99999999;&#xD800;&#x110000;</t>"))),
    "a row and a column beyond Excel's last": await editSheet((xml) => xml.replace("</sheetData>", '<row r="2147483647"><c r="ZZZZZ2147483647"><v>1</v></c></row></sheetData>')),
    "a merge of nearly the whole sheet": await editSheet((xml) => xml.replace(/<mergeCells[^>]*>/, '<mergeCells><mergeCell ref="Z1:XFD1048576"/>')),
    "parts whose names lead out of the folder": await changed((zip) => void zip.file("../../../outside.txt", "outside").file("/etc/outside.txt", "outside")),
    "a name that refers to itself": await changed((zip) => edit(zip, "xl/workbook.xml", (xml) => xml.replace(/<definedNames>|<\/sheets>/, (at) => `${at === "<definedNames>" ? at : `${at}<definedNames>`}<definedName name="loop">loop+1</definedName>${at === "<definedNames>" ? "" : "</definedNames>"}`))),
    "20,000 conditional formats": await editSheet((xml) => xml.replace("</sheetData>", `</sheetData>${Array.from({ length: 20_000 }, (_, at) => `<conditionalFormatting sqref="A1:Z60"><cfRule type="expression" priority="${at + 1}"><formula>A1&gt;${at}</formula></cfRule></conditionalFormatting>`).join("")}`)),
  };
}
