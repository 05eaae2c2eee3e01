/** The cells of a sheet as its XML tells them. */
import { MAX_COLUMNS, MAX_ROWS, cellName, columnIndex } from "./address";
import type { Cell, Row } from "./cells";
import { dateToSerial } from "./dates";
import { decodeEscapes } from "./escapes";
import type { StoredValue } from "./input";
import { translate } from "./references";
import type { SharedStrings } from "./sharedStrings";
import { takeFormula } from "./storedFormula";
import { StringReader } from "./stringReader";
import { encodeAttribute, encodeText } from "./xml";
import type { XmlVisitor } from "./xmlReader";

type Attributes = Readonly<Record<string, string>>;

const ROW_KNOWN: ReadonlySet<string> = new Set(["r", "ht", "customHeight", "hidden", "s", "customFormat", "spans"]);
const CELL_KNOWN: ReadonlySet<string> = new Set(["r", "s", "t"]);
/** What may stand where; anything else would be cells that are lost without a word. */
const INSIDE: Readonly<Record<string, ReadonlySet<string>>> = {
  sheetData: new Set(["row"]),
  row: new Set(["c", "extLst"]),
  c: new Set(["f", "v", "is", "extLst"]),
};

/** Reads what stands inside sheetData, row by row. */
export class CellReader implements XmlVisitor {
  readonly rows = new Map<number, Row>();
  private readonly shared = new Map<string, { row: number; column: number; formula: string }>();
  private readonly inline = new StringReader();
  private readonly path: string[] = ["sheetData"];
  private row: Row = { cells: [] };
  private rowIndex = -1;
  private column = -1;
  private attrs: Attributes = {};
  private formula: Attributes | undefined;
  private formulaText = "";
  private value: string | undefined;
  private hasInline = false;

  constructor(private readonly strings: SharedStrings) {}

  open(name: string, attrs: Attributes): void {
    const parent = this.path.at(-1)!;
    const allowed = INSIDE[parent];
    if (allowed && !allowed.has(name)) throw new Error(`<${name}> stands in <${parent}>`);
    if (this.path[3] === "is") this.inline.open(name, attrs);
    else if (name === "row") this.openRow(attrs);
    else if (name === "c" && parent === "row") this.openCell(attrs);
    else if (parent === "c" && name === "f") this.formula = attrs;
    else if (parent === "c" && name === "v") this.value = "";
    this.path.push(name);
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1);
    if (this.path[3] === "is") this.inline.close(name);
    else if (name === "is" && parent === "c") this.hasInline = true;
    else if (name === "c" && parent === "row") this.closeCell();
  }

  text(text: string): void {
    const inside = this.path.at(-1);
    if (this.path[3] === "is") this.inline.text(text);
    else if (inside === "v") this.value += text;
    else if (inside === "f") this.formulaText += text;
  }

  private openRow(attrs: Attributes): void {
    const { r } = attrs;
    this.rowIndex = r === undefined ? this.rowIndex + 1 : wholeNumber(r, "a row") - 1;
    if (this.rowIndex < 0 || this.rowIndex >= MAX_ROWS) throw new Error(`a row has the number ${r}`);
    this.column = -1;
    const row = (this.row = this.rows.get(this.rowIndex) ?? { cells: [] });
    this.rows.set(this.rowIndex, row);
    if (attrs["ht"]) row.height = Number(attrs["ht"]);
    if (isTrue(attrs["customHeight"])) row.customHeight = true;
    if (isTrue(attrs["hidden"])) row.hidden = true;
    if (attrs["s"] && isTrue(attrs["customFormat"])) row.style = Number(attrs["s"]);
    const extra = others(attrs, ROW_KNOWN);
    if (extra) row.extra = extra;
  }

  private openCell(attrs: Attributes): void {
    const { r } = attrs;
    if (r === undefined) this.column++;
    else {
      const letters = /^[A-Za-z]{1,3}/.exec(r)?.[0] ?? "";
      this.column = letters === "" ? -1 : columnIndex(letters);
      if (r.slice(letters.length) !== String(this.rowIndex + 1)) throw new Error(`the cell ${r} stands in row ${this.rowIndex + 1}`);
    }
    if (this.column < 0 || this.column >= MAX_COLUMNS) throw new Error(`there is no cell ${r}`);
    if (this.row.cells[this.column]) throw new Error(`the cell ${cellName(this.rowIndex, this.column)} stands twice`);
    this.attrs = attrs;
    this.formula = undefined;
    this.formulaText = "";
    this.value = undefined;
    this.hasInline = false;
  }

  private closeCell(): void {
    const { attrs } = this;
    const cell: Cell = { v: null, s: Number(attrs["s"] ?? 0) };
    // The format has no further ones; looking through all attributes of a million cells takes a second.
    if (attrs["cm"] !== undefined || attrs["vm"] !== undefined || attrs["ph"] !== undefined)
      cell.extra = { cell: others(attrs, CELL_KNOWN)! };
    if (this.hasInline) {
      const index = this.strings.addInline(this.inline.take());
      if (attrs["t"] === "inlineStr") {
        cell.v = this.strings.text(index);
        cell.si = index;
      }
    } else if (this.value !== undefined) cell.v = this.readValue(this.value, attrs["t"], cell);
    if (this.formula) this.readFormula(cell, this.formula);
    this.row.cells[this.column] = cell;
  }

  private readValue(text: string, type: string | undefined, cell: Cell): StoredValue {
    switch (type) {
      case "s": {
        const index = wholeNumber(text, "a string");
        if (!this.strings.has(index)) throw new Error(`a cell names the string ${text}, which is not in the file`);
        if (this.strings.isRich(index)) cell.si = index;
        return this.strings.text(index);
      }
      case "str":
        return decodeEscapes(text);
      case "b":
        return isTrue(text);
      case "e":
        return { error: text };
      case "d":
        return readDate(text) ?? readNumber(text);
      default:
        return readNumber(text);
    }
  }

  private readFormula(cell: Cell, attrs: Attributes): void {
    const text = this.formulaText;
    const { rowIndex: row, column } = this;
    const type = attrs["t"];
    if (type === "dataTable") {
      // A what-if table is only carried along: its cells keep the values Excel gave them.
      const written = Object.entries(attrs)
        .map(([name, value]) => ` ${name}="${encodeAttribute(value)}"`)
        .join("");
      cell.extra = { ...cell.extra, formula: `<f${written}>${encodeText(text)}</f>` };
    } else if (type === "shared") {
      const id = attrs["si"] ?? "";
      const master = this.shared.get(id);
      if (text) this.shared.set(id, { row, column, formula: text });
      const own = text || (master && translate(master.formula, row - master.row, column - master.column));
      if (own) takeFormula(cell, own, attrs, { row, column, master: text !== "" });
    } else if (type === "array") {
      takeFormula(cell, text, attrs);
      cell.array = attrs["ref"] ?? cellName(row, column);
      if (this.attrs["cm"] !== undefined) cell.dynamic = true;
    } else if (text) takeFormula(cell, text, attrs);
  }
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function wholeNumber(text: string, what: string): number {
  if (!/^\s*\d{1,10}\s*$/.test(text)) throw new Error(`${what} has the number ${text.slice(0, 20)}`);
  return Number(text);
}

function others(attrs: Attributes, known: ReadonlySet<string>): string | undefined {
  let text = "";
  for (const name in attrs) if (!known.has(name)) text += `${text && " "}${name}="${encodeAttribute(attrs[name]!)}"`;
  return text || undefined;
}

function readDate(text: string): number | undefined {
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?))?/.exec(text);
  if (!date) return undefined;
  const time = date[4] ? (Number(date[4]) * 3600 + Number(date[5]) * 60 + Number(date[6])) / 86400 : 0;
  return (dateToSerial(Number(date[1]), Number(date[2]), Number(date[3])) ?? 0) + time;
}

function readNumber(text: string): StoredValue {
  const number = Number(text);
  return text.trim() === "" ? null : Number.isFinite(number) ? number : text;
}
