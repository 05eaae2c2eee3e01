/** The .xlsx container: opened within bounds, its parts by name, written again. */
import { ZipReader, zip } from "@cj-tech-master/excelts/archive";
import { WorkbookError } from "./errors";
import { child, childElements, element, parseXml, writeDocument, type XmlNode } from "./xml";

/** Largest workbook that is opened: packed, and unpacked in all. */
export const MAX_PACKED = 100 * 1024 * 1024;
export const MAX_UNPACKED = 700 * 1024 * 1024;
const MAX_ENTRIES = 20_000;
/** Signs of a part among which a document type would stand. */
const PROLOG = 2000;

/** A relationship of a part. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

/**
 * Refuses what cannot be a workbook before anything is unpacked: the zip's own directory says how
 * large each part becomes.
 * @throws WorkbookError
 */
export function checkContainer(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookError("empty", "The file is empty.");
  if (bytes.length > MAX_PACKED) throw new WorkbookError("tooLarge", "The file is larger than 100 MB.");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 8 && view.getUint32(0) === 0xd0cf11e0) {
    // An OLE container: a password-protected .xlsx, or the old .xls.
    if (hasUtf16(bytes, "EncryptedPackage")) throw new WorkbookError("encrypted", "The workbook is protected by a password.");
    throw new WorkbookError("notWorkbook", "The file is not an .xlsx workbook (an older Office format).");
  }
  if (bytes.length < 22 || view.getUint32(0) !== 0x504b0304) {
    throw new WorkbookError("notWorkbook", "The file is not an .xlsx workbook.");
  }
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65535); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) throw new WorkbookError("notWorkbook", "The file is damaged: it ends too early.");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) throw new WorkbookError("tooLarge", "The file has too many parts.");
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) {
      throw new WorkbookError("notWorkbook", "The file is damaged: its directory cannot be read.");
    }
    if (view.getUint16(at + 8, true) & 1) throw new WorkbookError("encrypted", "The file is encrypted.");
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    total += unpacked;
    // Spreadsheet XML packs 10 to 60 times; a bomb packs a thousand times.
    if (total > MAX_UNPACKED || (unpacked > 50_000_000 && unpacked > packed * 500)) {
      throw new WorkbookError("tooLarge", "The file unpacks to more than can be opened.");
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function hasUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((c) => [c.charCodeAt(0), 0]);
  outer: for (let at = 0; at + wanted.length <= bytes.length; at += 2) {
    for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) continue outer;
    return true;
  }
  return false;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The parts of a package, by path without a leading slash ("xl/workbook.xml"). */
export class Package {
  private readonly parts = new Map<string, Uint8Array>();
  private types: XmlNode | undefined;

  /**
   * Opens a package.
   * @throws WorkbookError when the bytes are no zip, are encrypted, empty or too large
   */
  static async open(bytes: Uint8Array): Promise<Package> {
    checkContainer(bytes);
    const opened = new Package();
    try {
      const reader = new ZipReader(bytes);
      let total = 0;
      for await (const entry of reader.entries()) {
        if (entry.type !== "file") continue;
        const data = await entry.bytes();
        total += data.length;
        if (total > MAX_UNPACKED) throw new WorkbookError("tooLarge", "The file unpacks to more than can be opened.");
        opened.parts.set(entry.path.replace(/\\/g, "/").replace(/^\//, ""), data);
      }
    } catch (error) {
      if (error instanceof WorkbookError) throw error;
      throw new WorkbookError("notWorkbook", "The file is damaged: it cannot be unpacked.");
    }
    return opened;
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  bytes(name: string): Uint8Array | undefined {
    return this.parts.get(name);
  }

  text(name: string): string | undefined {
    const data = this.parts.get(name);
    if (!data) return undefined;
    const utf16 = (data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff);
    const text = utf16 ? new TextDecoder(data[0] === 0xff ? "utf-16le" : "utf-16be").decode(data) : decoder.decode(data);
    // Office writes no document type, and Excel opens no part with one: its entities could stand for anything.
    if (/\.(?:xml|rels)$/i.test(name) && /^(?:[^<]|<\?|<!--)*<!DOCTYPE/.test(text.slice(0, PROLOG))) throw new WorkbookError("notWorkbook", `The part ${name} has a document type.`);
    return text;
  }

  xml(name: string): XmlNode | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : parseXml(text);
  }

  set(name: string, content: string | Uint8Array | XmlNode, contentType?: string): void {
    const data = content instanceof Uint8Array ? content : encoder.encode(typeof content === "string" ? content : writeDocument(content));
    this.parts.set(name, data);
    if (contentType) this.setContentType(name, contentType);
  }

  remove(name: string): void {
    this.parts.delete(name);
    this.parts.delete(relationshipsPath(name));
    const types = this.contentTypes();
    types.children = types.children.filter((c) => typeof c === "string" || c.attrs["PartName"] !== `/${name}`);
  }

  private contentTypes(): XmlNode {
    this.types ??=
      this.xml("[Content_Types].xml") ??
      element("Types", { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" }, [
        element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
        element("Default", { Extension: "xml", ContentType: "application/xml" }),
      ]);
    return this.types;
  }

  /** The content type a part is declared with. */
  contentType(name: string): string | undefined {
    const types = this.contentTypes();
    const own = childElements(types, "Override").find((o) => o.attrs["PartName"] === `/${name}`);
    if (own) return own.attrs["ContentType"];
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    return childElements(types, "Default").find((d) => d.attrs["Extension"]?.toLowerCase() === extension)?.attrs["ContentType"];
  }

  private setContentType(name: string, contentType: string): void {
    const types = this.contentTypes();
    const own = childElements(types, "Override").find((o) => o.attrs["PartName"] === `/${name}`);
    if (own) own.attrs["ContentType"] = contentType;
    else types.children.push(element("Override", { PartName: `/${name}`, ContentType: contentType }));
  }

  /** The relationships of a part ("" is the package itself), targets as part names. */
  relationships(name: string): Relationship[] {
    const folder = name.includes("/") ? name.slice(0, name.lastIndexOf("/") + 1) : "";
    return childElements(this.xml(relationshipsPath(name)), "Relationship").map(({ attrs }) => ({
      id: attrs["Id"] ?? "",
      type: attrs["Type"] ?? "",
      external: attrs["TargetMode"] === "External",
      target: attrs["TargetMode"] === "External" ? (attrs["Target"] ?? "") : resolvePath(folder, attrs["Target"] ?? ""),
    }));
  }

  /** Adds a relationship and answers its id. `target` is a part name, or an address when external. */
  relate(name: string, type: string, target: string, external = false): string {
    const path = relationshipsPath(name);
    const root = this.xml(path) ?? element("Relationships", { xmlns: "http://schemas.openxmlformats.org/package/2006/relationships" });
    const used = new Set(childElements(root).map((r) => r.attrs["Id"]));
    let n = used.size + 1;
    while (used.has(`rId${n}`)) n++;
    root.children.push(
      element("Relationship", { Id: `rId${n}`, Type: type, Target: external ? target : `/${target}`, TargetMode: external ? "External" : undefined }),
    );
    this.set(path, root);
    return `rId${n}`;
  }

  /** Takes a relationship away. */
  unrelate(name: string, id: string): void {
    const path = relationshipsPath(name);
    const root = this.xml(path);
    if (!root) return;
    root.children = root.children.filter((c) => typeof c === "string" || c.attrs["Id"] !== id);
    this.set(path, root);
  }

  /** A part name that is free: freeName("xl/worksheets/sheet", ".xml"). */
  freeName(start: string, end: string): string {
    let n = 1;
    while (this.parts.has(`${start}${n}${end}`)) n++;
    return `${start}${n}${end}`;
  }

  /** The package as bytes of a zip. */
  async save(): Promise<Uint8Array> {
    this.set("[Content_Types].xml", this.contentTypes());
    const archive = zip({ level: 6, timestamps: "dos" });
    const first = ["[Content_Types].xml", "_rels/.rels"];
    const names = [...first.filter((n) => this.parts.has(n)), ...this.names().filter((n) => !first.includes(n))];
    for (const name of names) archive.add(name, this.parts.get(name)!);
    return archive.bytes();
  }
}

function relationshipsPath(name: string): string {
  if (name === "") return "_rels/.rels";
  const slash = name.lastIndexOf("/");
  return `${name.slice(0, slash + 1)}_rels/${name.slice(slash + 1)}.rels`;
}

function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts: string[] = [];
  for (const part of (folder + target).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The part of the package that is the workbook; undefined when there is none. */
export function workbookPart(pkg: Package): string | undefined {
  const main = pkg.relationships("").find((r) => r.type.endsWith("/officeDocument"));
  if (!main || !pkg.has(main.target)) return undefined;
  const root = pkg.xml(main.target);
  return root && child(root, "sheets") ? main.target : undefined;
}
