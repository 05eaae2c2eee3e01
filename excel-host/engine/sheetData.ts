/** The cells of a sheet's XML: read by scanning, since a large sheet has millions of elements. */
import { cellName, columnIndex, parseRect } from "./address";
import type { Cell, Row } from "./cells";
import { dateToSerial } from "./dates";
import { addPrefixes, stripPrefixes } from "./futureFunctions";
import type { StoredValue } from "./input";
import { translate } from "./references";
import type { SharedStrings } from "./sharedStrings";
import { decodeXml, encodeAttribute, encodeText } from "./xml";

const PIECE = /<row\b((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|<c\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

function attribute(text: string, name: string): string | undefined {
  const mark = ` ${name}="`;
  const at = text.indexOf(mark);
  if (at < 0) {
    const single = text.includes("'") ? new RegExp(`\\s${name}\\s*=\\s*'([^']*)'`).exec(text) : null;
    return single?.[1];
  }
  const start = at + mark.length;
  return text.slice(start, text.indexOf('"', start));
}

function without(text: string, names: readonly string[]): string | undefined {
  const rest = text.replace(/\s+([\w:.]+)\s*=\s*("[^"]*"|'[^']*')/g, (whole, name: string) => (names.includes(name) ? "" : whole)).trim();
  return rest || undefined;
}

const ROW_KNOWN = ["r", "ht", "customHeight", "hidden", "s", "customFormat", "spans"];
const CELL_KNOWN = ["r", "s", "t"];

/** _x000D_ and its like stand for characters XML cannot hold. */
export function decodeEscapes(text: string): string {
  return text.includes("_x") ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}

/** The reverse of decodeEscapes, also for text that only looks like an escape. */
export function encodeEscapes(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** Reads what stands between <sheetData> and </sheetData>. */
export function readSheetData(xml: string, strings: SharedStrings): Map<number, Row> {
  const rows = new Map<number, Row>();
  const shared = new Map<string, { row: number; column: number; formula: string }>();
  let rowIndex = -1;
  let column = -1;
  let row: Row = { cells: [] };
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(xml); match; match = PIECE.exec(xml)) {
    if (match[3] === undefined) {
      const attrs = match[1]!;
      const r = attribute(attrs, "r");
      rowIndex = r ? Number(r) - 1 : rowIndex + 1;
      column = -1;
      row = rows.get(rowIndex) ?? { cells: [] };
      rows.set(rowIndex, row);
      const height = attribute(attrs, "ht");
      if (height) row.height = Number(height);
      if (truth(attribute(attrs, "customHeight"))) row.customHeight = true;
      if (truth(attribute(attrs, "hidden"))) row.hidden = true;
      const style = attribute(attrs, "s");
      if (style && truth(attribute(attrs, "customFormat"))) row.style = Number(style);
      const extra = without(attrs, ROW_KNOWN);
      if (extra) row.extra = extra;
      continue;
    }
    const attrs = match[3];
    const name = attribute(attrs, "r");
    column = name ? columnIndex(/^[A-Za-z]+/.exec(name)?.[0] ?? "A") : column + 1;
    row.cells[column] = readCell(attrs, match[4], rowIndex, column, shared, strings);
  }
  return rows;
}

function truth(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function readCell(
  attrs: string,
  content: string | undefined,
  row: number,
  column: number,
  shared: Map<string, { row: number; column: number; formula: string }>,
  strings: SharedStrings,
): Cell {
  const cell: Cell = { v: null, s: Number(attribute(attrs, "s") ?? 0) };
  if (attrs.includes(" cm=") || attrs.includes(" vm=") || attrs.includes(" ph=")) {
    const extra = without(attrs, CELL_KNOWN);
    if (extra) cell.extra = { cell: extra };
  }
  if (content === undefined) return cell;
  const type = attribute(attrs, "t");
  const formula = /<f\b((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([\s\S]*?)<\/f>)/.exec(content);
  const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(content);
  if (type === "inlineStr") {
    const inline = /<is\b[^>]*>([\s\S]*?)<\/is>/.exec(content);
    if (inline) {
      const index = strings.addXml(inline[1]!);
      cell.v = strings.text(index);
      if (strings.isRich(index)) cell.si = index;
    }
  } else if (value) cell.v = readValue(decodeXml(value[1]!), type, cell, strings);
  if (formula) readFormula(cell, formula[1]!, formula[2], row, column, shared);
  return cell;
}

function readValue(text: string, type: string | undefined, cell: Cell, strings: SharedStrings): StoredValue {
  if (type === "s") {
    const index = Number(text);
    if (strings.isRich(index)) cell.si = index;
    return strings.text(index);
  }
  if (type === "str") return decodeEscapes(text);
  if (type === "b") return truth(text);
  if (type === "e") return { error: text };
  if (type === "d") {
    const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?))?/.exec(text);
    if (date) {
      const time = date[4] ? (Number(date[4]) * 3600 + Number(date[5]) * 60 + Number(date[6])) / 86400 : 0;
      return (dateToSerial(Number(date[1]), Number(date[2]), Number(date[3])) ?? 0) + time;
    }
  }
  const number = Number(text);
  return text.trim() === "" ? null : Number.isFinite(number) ? number : text;
}

function readFormula(
  cell: Cell,
  attrs: string,
  body: string | undefined,
  row: number,
  column: number,
  shared: Map<string, { row: number; column: number; formula: string }>,
): void {
  const text = stripPrefixes(decodeXml(body ?? ""));
  const type = attribute(attrs, "t");
  if (type === "shared") {
    const id = attribute(attrs, "si") ?? "";
    const master = shared.get(id);
    if (text) {
      shared.set(id, { row, column, formula: text });
      cell.f = text;
    } else if (master) cell.f = translate(master.formula, row - master.row, column - master.column);
    return;
  }
  if (type === "array") {
    cell.f = text;
    cell.array = attribute(attrs, "ref") ?? cellName(row, column);
    if (cell.extra?.cell?.includes("cm=")) {
      cell.dynamic = true;
      delete cell.extra;
    }
    return;
  }
  if (type === "dataTable") {
    // A what-if table is only carried along: its cells keep the values Excel gave them.
    cell.extra = { ...cell.extra, formula: `<f ${attrs.trim()}>${body ?? ""}</f>` };
    return;
  }
  if (text) cell.f = text;
}

/** Writes the rows as the content of <sheetData>. */
export function writeSheetData(rows: Map<number, Row>, strings: SharedStrings): string {
  const out: string[] = [];
  for (const index of [...rows.keys()].sort((a, b) => a - b)) {
    const row = rows.get(index)!;
    let text = `<row r="${index + 1}"`;
    if (row.style !== undefined) text += ` s="${row.style}" customFormat="1"`;
    if (row.height !== undefined) text += ` ht="${row.height}"`;
    if (row.customHeight) text += ` customHeight="1"`;
    if (row.hidden) text += ` hidden="1"`;
    if (row.extra) text += ` ${row.extra}`;
    const plain = text;
    text += ">";
    row.cells.forEach((cell, column) => {
      text += writeCell(cell, index, column, strings);
    });
    if (text.length > plain.length + 1) out.push(`${text}</row>`);
    else if (plain !== `<row r="${index + 1}"`) out.push(`${plain}/>`);
  }
  return out.join("");
}

function writeCell(cell: Cell, row: number, column: number, strings: SharedStrings): string {
  const { v } = cell;
  if (v === null && cell.f === undefined && cell.s === 0 && !cell.extra) return "";
  let open = `<c r="${cellName(row, column)}"`;
  if (cell.s !== 0) open += ` s="${cell.s}"`;
  if (cell.dynamic) open += ` cm="1"`;
  else if (cell.extra?.cell) open += ` ${cell.extra.cell}`;
  let formula = cell.extra?.formula ?? "";
  if (cell.f !== undefined) {
    const text = encodeText(addPrefixes(cell.f));
    formula = cell.array !== undefined ? `<f t="array" ref="${encodeAttribute(cell.array)}">${text}</f>` : `<f>${text}</f>`;
  }
  if (v === null) return formula ? `${open}>${formula}</c>` : `${open}/>`;
  if (typeof v === "number") return `${open}>${formula}<v>${v}</v></c>`;
  if (typeof v === "boolean") return `${open} t="b">${formula}<v>${v ? 1 : 0}</v></c>`;
  if (typeof v === "object") return `${open} t="e">${formula}<v>${encodeText(v.error)}</v></c>`;
  if (formula) return `${open} t="str">${formula}<v>${encodeText(encodeEscapes(v))}</v></c>`;
  const index = cell.si !== undefined && strings.text(cell.si) === v ? cell.si : strings.add(v);
  return `${open} t="s"><v>${index}</v></c>`;
}

/** The rectangle of an array formula. */
export function arrayRect(cell: Cell): ReturnType<typeof parseRect> {
  return cell.array === undefined ? undefined : parseRect(cell.array);
}
