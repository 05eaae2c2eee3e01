import JSZip from "jszip";
import { readFileSync } from "node:fs";

/** What may be wrong with a file. */
export const HOSTILE = [
  "cut in half",
  "its directory cut off",
  "bytes overwritten in the middle",
  "a zip bomb in a sheet",
  "a zip bomb that says it is small",
  "entities that multiply",
  "an entity from a file",
  "no sheet where the workbook names one",
  "XML that is none",
  "a Word document by another name",
  "an empty zip",
  "an encrypted workbook",
] as const;

/** The main parts of a workbook, by their names inside the zip. */
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
/** Unpacked size of a bomb, a thousand times its packed one. */
const BOMB = 120_000_000;

/**
 * Files that someone might hand the command in place of a workbook, made from a good one.
 * @returns each by what is wrong with it
 */
export async function hostileFiles(good: string): Promise<Record<(typeof HOSTILE)[number], Uint8Array>> {
  const bytes = new Uint8Array(readFileSync(good));
  const changed = async (change: (zip: JSZip) => Promise<void> | void): Promise<Uint8Array> => {
    const zip = await JSZip.loadAsync(bytes);
    await change(zip);
    return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
  };
  const part = async (zip: JSZip, name: string) => (await zip.file(name)?.async("string")) ?? "";
  return {
    "cut in half": bytes.slice(0, bytes.length / 2),
    "its directory cut off": bytes.slice(0, -200),
    "bytes overwritten in the middle": bytes.map((byte, index) => (index > bytes.length / 3 && index < bytes.length / 3 + 4000 ? byte ^ 0xa5 : byte)),
    "a zip bomb in a sheet": await changed((zip) => {
      zip.file(SHEET, Buffer.alloc(BOMB, 0x20));
    }),
    "a zip bomb that says it is small": sayingSmall(
      await changed((zip) => {
        zip.file(SHEET, Buffer.alloc(BOMB, 0x20));
      }),
    ),
    "entities that multiply": await changed(async (zip) => {
      const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join("");
      const xml = await part(zip, STRINGS);
      zip.file(STRINGS, xml.replace(/^(<\?xml[^>]*\?>)?/, `$1<!DOCTYPE sst [<!ENTITY e0 "lol">${levels}]>`).replace(/<t[^>]*>[^<]*<\/t>/, "<t>&e9;</t>"));
    }),
    "an entity from a file": await changed(async (zip) => {
      const xml = await part(zip, STRINGS);
      zip.file(STRINGS, xml.replace(/^(<\?xml[^>]*\?>)?/, '$1<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace(/<t[^>]*>[^<]*<\/t>/, "<t>&x;</t>"));
    }),
    "no sheet where the workbook names one": await changed((zip) => {
      zip.remove(SHEET);
    }),
    "XML that is none": await changed((zip) => {
      zip.file(SHEET, "<worksheet><sheetData><row><c");
    }),
    "a Word document by another name": await new JSZip().file("word/document.xml", "<w/>").generateAsync({ type: "uint8array" }),
    "an empty zip": await new JSZip().generateAsync({ type: "uint8array" }),
    "an encrypted workbook": Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(4096)]),
  };
}

/** The same zip, its directory giving every part an unpacked size of 1,000 bytes. */
function sayingSmall(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return bytes;
}
