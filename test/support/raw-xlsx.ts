import { zip } from "@cj-tech-master/excelts/archive";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What a workbook of one's own spelling is made of; whatever is left out is plain. */
export interface RawWorkbook {
  /** what stands inside <sheetData> of the one sheet */
  cells?: string;
  /** what stands behind <sheetData> */
  below?: string;
  /** what stands behind <sheets> in the workbook's part */
  workbook?: string;
  /** the whole part of shared strings */
  strings?: string;
  /** parts that take the place of others, or stand beside them; null leaves one out */
  parts?: Readonly<Record<string, string | Uint8Array | null>>;
  /** more content types: part's name to its type */
  types?: Readonly<Record<string, string>>;
  /** more relationships of the workbook, as written */
  relationships?: string;
}

/** The parts of such a workbook. */
export function rawParts({ cells = "", below = "", workbook = "", strings, parts = {}, types = {}, relationships = "" }: RawWorkbook): Record<string, string | Uint8Array> {
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const all: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("xl/workbook.xml", `${TYPES}.sheet.main+xml`)}${override("xl/worksheets/sheet1.xml", `${TYPES}.worksheet+xml`)}${strings === undefined ? "" : override("xl/sharedStrings.xml", `${TYPES}.sharedStrings+xml`)}${Object.entries(types).map(([name, type]) => override(name, type)).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>${strings === undefined ? "" : `<Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`}${relationships}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets>${workbook}</workbook>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData>${cells}</sheetData>${below}</worksheet>`,
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": strings }),
    ...parts,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null));
}

/** Parts as a zip, in their order. */
export async function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const archive = zip({ level: 1 });
  for (const [name, content] of Object.entries(parts)) archive.add(name, typeof content === "string" ? new TextEncoder().encode(content) : content);
  return archive.bytes();
}

/** A workbook of one's own spelling as a file. */
export function rawXlsx(workbook: RawWorkbook): Promise<Uint8Array> {
  return zipped(rawParts(workbook));
}

/** A part of a saved workbook as text. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const { Package } = await import("../../excel-host/engine/package");
  return (await Package.open(bytes)).text(name) ?? "";
}
