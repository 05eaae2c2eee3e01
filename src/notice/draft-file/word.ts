import JSZip from "jszip";
import { DraftFileError, type XmlParser } from ".";

declare module "jszip" {
  interface JSZipObject {
    /** Documented, and left out of the package's own types. */
    internalStream(type: "uint8array"): JSZip.JSZipStreamHelper<Uint8Array>;
  }
}

/** The main part of a Word document, unpacked; a bomb is stopped at this size. */
const LARGEST_PART = 60_000_000;
const MAIN_PART = "word/document.xml";
/** Deleted text, field codes, and the copies that older versions of Word read instead. */
const SKIPPED = new Set(["del", "moveFrom", "instrText", "Fallback", "delText"]);

/**
 * The paragraphs of a .docx in the order in which they are read; a table's row is one line, its cells parted by tabs.
 * Numbers that Word itself sets before paragraphs are not part of the text.
 * @throws DraftFileError `not-a-document` for any other zip, `too-large` for one that unpacks to more than a notice can be
 */
export async function paragraphsOf(bytes: Uint8Array, parseXml: XmlParser = inBrowser): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  const part = zip?.file(MAIN_PART);
  if (!part) throw new DraftFileError("not-a-document");
  const xml = parseXml(new TextDecoder().decode(await unpacked(part)));
  const [body] = xml.getElementsByTagNameNS("*", "body");
  if (xml.getElementsByTagName("parsererror").length > 0 || !body || xml.doctype) throw new DraftFileError("not-a-document");
  return linesIn(body);
}

function inBrowser(xml: string): Document {
  return new DOMParser().parseFromString(xml, "application/xml");
}

function unpacked(part: JSZip.JSZipObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = part.internalStream("uint8array");
    stream.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > LARGEST_PART) {
        stream.pause();
        reject(new DraftFileError("too-large"));
      } else chunks.push(chunk);
    });
    stream.on("error", () => reject(new DraftFileError("not-a-document")));
    stream.on("end", () => {
      const all = new Uint8Array(size);
      let at = 0;
      for (const chunk of chunks) {
        all.set(chunk, at);
        at += chunk.length;
      }
      resolve(all);
    });
    stream.resume();
  });
}

/** The lines of a body, or of a cell. */
function linesIn(block: Element): string[] {
  return [...block.children].flatMap((child) => {
    if (SKIPPED.has(child.localName)) return [];
    if (child.localName === "p") return textOf(child).split("\n");
    if (child.localName === "tr") return [cellsOf(child).join("\t")];
    return linesIn(child);
  });
}

function cellsOf(row: Element): string[] {
  return [...row.children].flatMap((child) =>
    child.localName === "tc"
      ? [linesIn(child).join(" ").trim()]
      : child.localName === "tcPr" || child.localName === "trPr"
        ? []
        : cellsOf(child),
  );
}

function textOf(node: Element): string {
  return [...node.children].map((child) => {
    switch (child.localName) {
      case "t":
        return child.textContent ?? "";
      case "tab":
        return child.parentElement?.localName === "r" ? "\t" : "";
      case "br":
      case "cr":
        return "\n";
      default:
        return SKIPPED.has(child.localName) ? "" : textOf(child);
    }
  }).join("");
}
