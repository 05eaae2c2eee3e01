import JSZip from "jszip";
import { a1 } from "../../src/progress";
import type { CellValue } from "../../src/tables";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * An .xlsx of one sheet with nothing but values, for sheets so long that the workbook engine takes its time to
 * write them.
 * @param rows "" for a blank cell
 */
export async function plainXlsx(name: string, rows: readonly (readonly CellValue[])[]): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`);
  zip.file("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
  zip.file("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
  zip.file("xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`);
  zip.file("xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowOf).join("")}</sheetData></worksheet>`);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE", compressionOptions: { level: 1 } });
}

function relationship(kind: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;
}

function rowOf(values: readonly CellValue[], row: number): string {
  return `<row r="${row + 1}">${values.map((value, column) => cellOf(value, a1(row, column))).join("")}</row>`;
}

function cellOf(value: CellValue, address: string): string {
  if (value === "") return "";
  if (typeof value === "string") return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return typeof value === "number" ? `<c r="${address}"><v>${value}</v></c>` : `<c r="${address}" t="b"><v>${Number(value)}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
