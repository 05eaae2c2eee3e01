import { decodeEscapes, encodeEscapes } from "./escapes";
import { StringReader, type StringItem } from "./stringReader";
import { child, childElements, encodeText, flag, writeXml } from "./xml";
import { scanXml } from "./xmlReader";

/** A run of letters that are formatted alike. */
export interface TextRun {
  text: string;
  bold?: boolean;
  italic?: boolean;
  color?: string;
  size?: number;
}

interface Item extends StringItem {
  /** from where: the file's table, a cell of its own (inline), or written since */
  from: "table" | "cell" | "us";
  /** place in the table; unknown until it is written */
  place?: number;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Where the table's text is continued, and with which prefix. */
interface Seam {
  rootStart: number;
  rootEnd: number;
  /** where "</sst>" begins; the root's end where it closes itself */
  end: number;
  prefix: string;
}

/** The workbook's table of strings. Those of the opened file stay as they are written: new ones are put behind them. */
export class SharedStrings {
  private readonly items: Item[] = [];
  private readonly known = new Map<string, number>();
  private inTable = 0;
  private seam: Seam | undefined;
  /** Whether the part was last written with strings of ours. */
  private hasMore = false;

  constructor(private readonly xml?: string) {
    if (xml) this.read(xml);
  }

  private read(xml: string): void {
    const reader = new StringReader();
    let depth = 0;
    const seam: Seam = { rootStart: 0, rootEnd: 0, end: 0, prefix: "" };
    scanXml(xml, {
      open: (name, attrs, position) => {
        depth++;
        if (depth === 1) {
          seam.rootEnd = position;
          seam.rootStart = xml.lastIndexOf("<", position - 1);
          seam.prefix = /^<((?:[^\s:>/]+:)?)/.exec(xml.slice(seam.rootStart, seam.rootStart + 100))![1]!;
        } else if (depth > 2) reader.open(name, attrs);
      },
      close: (name, position) => {
        if (depth === 1) seam.end = position === seam.rootEnd ? position : xml.lastIndexOf("<", position - 1);
        else if (depth === 2) this.push({ ...reader.take(), from: "table", place: this.inTable++ });
        else reader.close(name);
        depth--;
      },
      text: (text) => {
        if (depth > 2) reader.text(text);
      },
    });
    this.seam = seam;
  }

  private push(item: Item): number {
    const index = this.items.length;
    this.items.push(item);
    if (item.parts.length === 0 && item.from === "table" && !this.known.has(item.text)) this.known.set(item.text, index);
    return index;
  }

  /** Whether the table holds a string of that place. */
  has(place: number): boolean {
    return this.items[place]?.from === "table";
  }

  text(index: number): string {
    return this.items[index]?.text ?? "";
  }

  isRich(index: number): boolean {
    return this.items[index]?.parts.some(({ name }) => name === "r") ?? false;
  }

  /** Keeps a string that stands in its cell; it goes back there. */
  addInline(item: StringItem): number {
    return this.push({ ...item, from: "cell" });
  }

  /** The content of a cell's own string; undefined for one of the table. */
  inlineXml(index: number): string | undefined {
    const item = this.items[index];
    if (item?.from !== "cell") return undefined;
    return (this.isRich(index) ? "" : plain(item.text, "")) + item.parts.map(writeXml).join("");
  }

  /** The index of a plain string, added when new. */
  add(text: string): number {
    return this.known.get(text) ?? this.addNew(text);
  }

  private addNew(text: string): number {
    const index = this.push({ text, parts: [], from: "us" });
    this.known.set(text, index);
    return index;
  }

  /** The place in the table of a string that a cell refers to. */
  place(index: number): number {
    return (this.items[index]!.place ??= this.inTable++);
  }

  /** Forgets the strings added for cells, so that none is saved whose cell is gone: every sheet changed since is written anew at each saving. */
  dropAdded(): void {
    for (let last = this.items.at(-1); last?.from === "us"; last = this.items.at(-1)) {
      this.items.pop();
      this.known.delete(last.text);
      if (last.place !== undefined) this.inTable--;
    }
  }

  /** The runs of a string whose letters are formatted differently. */
  runs(index: number, colorOf: (node: ReturnType<typeof child>) => string | undefined): TextRun[] | undefined {
    if (!this.isRich(index)) return undefined;
    return this.items[index]!.parts.filter(({ name }) => name === "r").map((run) => {
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

  /** The whole part: as it came, what was added behind it; undefined where nothing was, now or at an earlier saving. */
  write(): string | undefined {
    const added = this.items.filter(({ from, place }) => from === "us" && place !== undefined).sort((a, b) => a.place! - b.place!);
    const { xml, seam } = this;
    if (!xml || !seam) {
      const items = added.map(({ text }) => `<si>${plain(text, "")}</si>`).join("");
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="${MAIN}" uniqueCount="${this.inTable}">${items}</sst>`;
    }
    // What an earlier saving added goes with the cells that had it.
    const hadMore = this.hasMore;
    this.hasMore = added.length > 0;
    if (added.length === 0) return hadMore ? xml : undefined;
    const { rootStart, rootEnd, end, prefix } = seam;
    const items = added.map(({ text }) => `<${prefix}si>${plain(text, prefix)}</${prefix}si>`).join("");
    const root = xml.slice(rootStart, rootEnd).replace(/\s(?:uniqueCount|count)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
    const head = root.slice(0, root.endsWith("/>") ? -2 : -1).trimEnd();
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${head} uniqueCount="${this.inTable}">${xml.slice(rootEnd, end)}${items}</${prefix}sst>`;
  }
}

function plain(text: string, prefix: string): string {
  const space = /^\s|\s$|[\n\t]|\s\s/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}t${space}>${encodeText(encodeEscapes(text))}</${prefix}t>`;
}
