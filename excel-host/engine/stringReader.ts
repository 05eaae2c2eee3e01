/** A string item (si, is): its text, and what formats its letters. */
import { WorkbookError } from "./errors";
import { decodeEscapes } from "./escapes";
import type { XmlNode } from "./xml";
import { TreeBuilder, type XmlVisitor } from "./xmlReader";

/** Longest text a cell holds. */
export const MAX_TEXT = 32_767;

/** One string of the file. */
export interface StringItem {
  text: string;
  /** runs and phonetic marks, as they came; none in a plain string */
  parts: readonly XmlNode[];
}

const NO_PARTS: readonly XmlNode[] = [];

/** Reads one string item after the other; told the elements inside the item, not the item itself. */
export class StringReader implements XmlVisitor {
  private letters = "";
  private parts: XmlNode[] | undefined;
  private depth = 0;
  private inText = false;
  /** depth at which phonetic text began; its letters are not shown */
  private phonetic = 0;
  private readonly tree = new TreeBuilder();

  open(name: string, attrs: Record<string, string>): void {
    this.depth++;
    if (name === "t") this.inText = this.phonetic === 0;
    else if (name === "rPh" && this.phonetic === 0) this.phonetic = this.depth;
    if (this.depth > 1 || name !== "t") this.tree.open(name, attrs);
  }

  close(name: string): void {
    if (name === "t") this.inText = false;
    if (this.phonetic === this.depth) this.phonetic = 0;
    this.depth--;
    if (this.tree.depth === 0) return;
    this.tree.close();
    if (this.tree.depth > 0) return;
    (this.parts ??= []).push(this.tree.root!);
    this.tree.root = undefined;
  }

  text(text: string): void {
    if (this.inText) this.letters += text;
    this.tree.text(text);
  }

  /** The item that ended. @throws WorkbookError where its text is longer than any cell's */
  take(): StringItem {
    const text = decodeEscapes(this.letters.replace(/\r\n/g, "\n"));
    if (text.length > MAX_TEXT) throw new WorkbookError("notWorkbook", `The file is damaged: a cell holds ${text.length} characters.`);
    const item = { text, parts: this.parts ?? NO_PARTS };
    this.letters = "";
    this.parts = undefined;
    return item;
  }
}
