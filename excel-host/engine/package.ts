/** The .xlsx container: opened within bounds, its parts by name, written again. */
import { ZipReader, crc32, zip } from "@cj-tech-master/excelts/archive";
import { MAX_UNPACKED, checkContainer } from "./container";
import { inStrict, transitional } from "./dialect";
import { WorkbookError } from "./errors";
import { decodePart, partName, resolvePart } from "./partNames";
import { child, childElements, element, sameXml, writeDocument, type XmlNode } from "./xml";
import { parseXml } from "./xmlReader";

/** A relationship of a part. */
export interface Relationship {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

const encoder = new TextEncoder();

/** The parts of a package, by path without a leading slash ("xl/workbook.xml"). */
export class Package {
  private readonly parts = new Map<string, Uint8Array>();
  /** each part's name as it is written, by the name in lower case */
  private readonly keys = new Map<string, string>();
  private types: XmlNode | undefined;
  /** what is written has the names of the format's strict dialect, as the workbook has */
  strict = false;

  /**
   * Opens a package.
   * @throws WorkbookError when the bytes are no zip, are encrypted, empty or too large
   */
  static async open(bytes: Uint8Array): Promise<Package> {
    const sums = checkContainer(bytes);
    const opened = new Package();
    try {
      const reader = new ZipReader(bytes);
      let total = 0;
      let index = 0;
      for await (const entry of reader.entries()) {
        const sum = sums[index++];
        if (entry.type !== "file") continue;
        const data = await entry.bytes();
        total += data.length;
        if (total > MAX_UNPACKED) throw new WorkbookError("tooLarge", "The file unpacks to more than can be opened.");
        // Bytes that were changed on the way may still unpack, and be figures.
        if (crc32(data) !== sum) throw new WorkbookError("notWorkbook", `The file is damaged: ${entry.path} is not what was packed.`);
        const name = partName(entry.path);
        // What is no part's name is no part of the workbook, and is not handed on.
        if (name === undefined) continue;
        if (opened.has(name)) throw new WorkbookError("notWorkbook", `The part ${name} stands twice in the file.`);
        opened.place(name, data);
      }
      opened.checkRelations();
    } catch (error) {
      if (error instanceof WorkbookError) throw error;
      throw new WorkbookError("notWorkbook", `The file is damaged: it cannot be unpacked (${(error as Error).message}).`);
    }
    return opened;
  }

  // What joins the parts is read at once: found broken when the workbook is saved, it were too late.
  private checkRelations(): void {
    this.contentTypes();
    for (const name of this.parts.keys()) if (/\.rels$/i.test(name)) this.xml(name);
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.keys.has(name.toLowerCase());
  }

  bytes(name: string): Uint8Array | undefined {
    const key = this.keys.get(name.toLowerCase());
    return key === undefined ? undefined : this.parts.get(key);
  }

  /** A part as text. @throws WorkbookError where its encoding is unknown */
  text(name: string): string | undefined {
    const data = this.bytes(name);
    return data && decodePart(data, name);
  }

  /** A part as a tree. @throws Error when it is not well formed */
  xml(name: string): XmlNode | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : parseXml(text);
  }

  /** A part that a workbook does without: undefined also where it is broken. It goes to the file as it came. */
  readableXml(name: string): XmlNode | undefined {
    try {
      return this.xml(name);
    } catch {
      return undefined;
    }
  }

  /** Writes a part. XML that says what the part says already leaves it byte for byte. */
  set(name: string, content: string | Uint8Array | XmlNode, contentType?: string): void {
    if (typeof content === "object" && "children" in content) {
      const old = this.readableXml(name);
      if (!old || !sameXml(old, content)) this.place(name, this.encoded(writeDocument(content)));
    } else this.place(name, typeof content === "string" ? this.encoded(content) : content);
    if (contentType) this.setContentType(name, contentType);
  }

  private encoded(xml: string): Uint8Array {
    return encoder.encode(this.strict ? inStrict(xml) : xml);
  }

  remove(name: string): void {
    this.drop(name);
    this.drop(relationshipsPath(name));
    const types = this.contentTypes();
    const wanted = `/${name}`.toLowerCase();
    types.children = types.children.filter((c) => typeof c === "string" || c.attrs["PartName"]?.toLowerCase() !== wanted);
  }

  // Part names that differ in case alone are one part's.
  private place(name: string, data: Uint8Array): void {
    const key = this.keys.get(name.toLowerCase()) ?? name;
    this.keys.set(name.toLowerCase(), key);
    this.parts.set(key, data);
  }

  private drop(name: string): void {
    const key = this.keys.get(name.toLowerCase());
    if (key === undefined) return;
    this.keys.delete(name.toLowerCase());
    this.parts.delete(key);
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
    const own = this.override(name);
    if (own) return own.attrs["ContentType"];
    const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
    return childElements(types, "Default").find((d) => d.attrs["Extension"]?.toLowerCase() === extension)?.attrs["ContentType"];
  }

  private override(name: string): XmlNode | undefined {
    const wanted = `/${name}`.toLowerCase();
    return childElements(this.contentTypes(), "Override").find((o) => o.attrs["PartName"]?.toLowerCase() === wanted);
  }

  /** Declares a part to be of a type. */
  setContentType(name: string, contentType: string): void {
    const types = this.contentTypes();
    const own = this.override(name);
    if (own) own.attrs["ContentType"] = contentType;
    else types.children.push(element("Override", { PartName: `/${name}`, ContentType: contentType }));
  }

  /** The relationships of a part ("" is the package itself), targets as part names. */
  relationships(name: string): Relationship[] {
    const folder = name.includes("/") ? name.slice(0, name.lastIndexOf("/") + 1) : "";
    return childElements(this.xml(relationshipsPath(name)), "Relationship").map(({ attrs }) => ({
      id: attrs["Id"] ?? "",
      type: transitional(attrs["Type"] ?? ""),
      external: attrs["TargetMode"] === "External",
      target: attrs["TargetMode"] === "External" ? (attrs["Target"] ?? "") : resolvePart(folder, attrs["Target"] ?? ""),
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
    while (this.has(`${start}${n}${end}`)) n++;
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

/** Whether two names are one part's: they may differ in case. */
export function samePart(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function relationshipsPath(name: string): string {
  if (name === "") return "_rels/.rels";
  const slash = name.lastIndexOf("/");
  return `${name.slice(0, slash + 1)}_rels/${name.slice(slash + 1)}.rels`;
}

/** The part of the package that is the workbook; undefined when there is none. */
export function workbookPart(pkg: Package): string | undefined {
  const main = pkg.relationships("").find((r) => r.type.endsWith("/officeDocument"));
  if (!main || !pkg.has(main.target)) return undefined;
  const root = pkg.xml(main.target);
  return root && child(root, "sheets") ? main.target : undefined;
}
