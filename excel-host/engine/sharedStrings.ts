import { WorkbookError } from "./errors";
import { decodeEscapes, encodeEscapes } from "./sheetData";
import { MAX_TEXT } from "./write";
import { child, childElements, decodeXml, encodeText, flag, parseXml } from "./xml";

/** A run of letters that are formatted alike. */
export interface TextRun {
  text: string;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  size?: number;
}

/** The workbook's table of strings. Those of the opened file keep their index: a sheet that is not written anew refers to it. */
export class SharedStrings {
  private readonly items: { text: string; xml: string; rich: boolean; added: boolean }[] = [];
  private readonly known = new Map<string, number>();
  dirty = false;

  constructor(xml?: string) {
    if (!xml) return;
    const pattern = /<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g;
    for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) this.push(match[1] ?? "");
  }

  private push(xml: string): number {
    const rich = xml.includes("<r>") || xml.includes("<r ");
    const visible = xml.includes("<rPh") ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, "") : xml;
    let text = "";
    const pattern = /<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g;
    for (let match = pattern.exec(visible); match; match = pattern.exec(visible)) text += decodeXml(match[1] ?? "");
    text = decodeEscapes(text.replace(/\r\n/g, "\n"));
    if (text.length > MAX_TEXT) throw new WorkbookError("notWorkbook", `The file is damaged: a cell holds ${text.length} characters.`);
    const index = this.items.length;
    this.items.push({ text, xml, rich, added: false });
    if (!rich && !this.known.has(text)) this.known.set(text, index);
    return index;
  }

  text(index: number): string {
    return this.items[index]?.text ?? "";
  }

  isRich(index: number): boolean {
    return this.items[index]?.rich ?? false;
  }

  /** Adds an inline string's XML. */
  addXml(xml: string): number {
    this.dirty = true;
    return this.push(xml);
  }

  /** The index of a plain string, added when new. */
  add(text: string): number {
    const index = this.known.get(text);
    if (index !== undefined) return index;
    this.dirty = true;
    const space = /^\s|\s$|[\n\t]|\s\s/.test(text) ? ' xml:space="preserve"' : "";
    const next = this.items.length;
    this.items.push({ text, xml: `<t${space}>${encodeText(encodeEscapes(text))}</t>`, rich: false, added: true });
    this.known.set(text, next);
    return next;
  }

  /** Forgets the strings added for cells, so that none is saved whose cell is gone: every sheet changed since is written anew at each saving. */
  dropAdded(): void {
    for (let last = this.items.at(-1); last?.added; last = this.items.at(-1)) {
      this.items.pop();
      this.known.delete(last.text);
    }
  }

  /** The runs of a string whose letters are formatted differently. */
  runs(index: number, colorOf: (node: ReturnType<typeof child>) => string | undefined): TextRun[] | undefined {
    const item = this.items[index];
    if (!item?.rich) return undefined;
    return childElements(parseXml(`<si>${item.xml}</si>`), "r").map((run) => {
      const format = child(run, "rPr");
      const result: TextRun = { text: decodeEscapes(childElements(run, "t").map((t) => t.children.join("")).join("")) };
      const bold = child(format, "b");
      const italic = child(format, "i");
      const color = colorOf(child(format, "color"));
      const size = child(format, "sz")?.attrs["val"];
      if (bold) result.bold = flag(bold, "val", true);
      if (italic) result.italic = flag(italic, "val", true);
      if (color) result.color = color;
      if (size) result.size = Number(size);
      return result;
    });
  }

  /** The whole part. */
  write(): string {
    const items = this.items.map((item) => `<si>${item.xml}</si>`).join("");
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.items.length}">${items}</sst>`;
  }
}
