/** Why a file is no draft. */
export type DraftFileFault = "not-a-document" | "too-large" | "empty";

/** A file that holds no draft; the caller says so in words for staff. */
export class DraftFileError extends Error {
  constructor(readonly fault: DraftFileFault) {
    super(fault);
    this.name = "DraftFileError";
  }
}

/** Reads XML; a browser's own by default. */
export type XmlParser = (xml: string) => Document;

/** A notice of 30,000 characters is a file of less than 1 MB; pictures may make it larger. */
const LARGEST_FILE = 50_000_000;

/**
 * The text of a draft that is kept in a file: a Word document (.docx) or plain text (UTF-8 or GB 18030).
 * @param bytes of the file
 * @param parseXml where no browser is at hand
 * @returns one paragraph a line, the cells of a table's row parted by tabs; deleted text of tracked changes left out
 * @throws DraftFileError
 */
export async function draftFrom(bytes: Uint8Array, parseXml?: XmlParser): Promise<string> {
  if (bytes.length > LARGEST_FILE) throw new DraftFileError("too-large");
  const text = isZip(bytes) ? await wordText(bytes, parseXml) : plainText(bytes);
  if (text.trim() === "") throw new DraftFileError("empty");
  return text;
}

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

/** What opens Word documents is loaded when one is opened. */
async function wordText(bytes: Uint8Array, parseXml?: XmlParser): Promise<string> {
  const { paragraphsOf } = await import("./word");
  return (await paragraphsOf(bytes, parseXml)).join("\n");
}

/** An old .doc or any other binary file holds signs that no text has. */
function plainText(bytes: Uint8Array): string {
  const decoded = decodedBy("utf-8", bytes) ?? decodedBy("gb18030", bytes);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (decoded === null || /[\u0000-\u0008\u000e-\u001f]/.test(decoded)) throw new DraftFileError("not-a-document");
  return decoded;
}

function decodedBy(encoding: "utf-8" | "gb18030", bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
