/** The cells of a sheet, written into its XML. */
import { cellName, parseRect } from "./address";
import type { Cell, Row } from "./cells";
import { encodeEscapes } from "./escapes";
import type { SharedStrings } from "./sharedStrings";
import { standingShares, writeFormula } from "./storedFormula";
import { encodeText } from "./xml";

/** Writes the rows as the content of <sheetData>. */
export function writeSheetData(rows: Map<number, Row>, strings: SharedStrings): string {
  const out: string[] = [];
  const shares = standingShares(cellsOf(rows));
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
      text += writeCell(cell, index, column, strings, shares);
    });
    if (text.length > plain.length + 1) out.push(`${text}</row>`);
    else if (plain !== `<row r="${index + 1}"`) out.push(`${plain}/>`);
  }
  return out.join("");
}

function* cellsOf(rows: Map<number, Row>): Iterable<{ cell: Cell; row: number; column: number }> {
  for (const [row, { cells }] of rows) for (const column in cells) yield { cell: cells[column]!, row, column: Number(column) };
}

function writeCell(cell: Cell, row: number, column: number, strings: SharedStrings, shares: ReadonlySet<string>): string {
  const { v } = cell;
  if (v === null && cell.f === undefined && cell.s === 0 && !cell.extra) return "";
  let open = `<c r="${cellName(row, column)}"`;
  if (cell.s !== 0) open += ` s="${cell.s}"`;
  if (cell.extra?.cell) open += ` ${cell.extra.cell}`;
  else if (cell.dynamic) open += ` cm="1"`;
  const formula = cell.extra?.formula ?? writeFormula(cell, row, column, shares);
  if (v === null) return formula ? `${open}>${formula}</c>` : `${open}/>`;
  if (typeof v === "number") return `${open}>${formula}<v>${v}</v></c>`;
  if (typeof v === "boolean") return `${open} t="b">${formula}<v>${v ? 1 : 0}</v></c>`;
  if (typeof v === "object") return `${open} t="e">${formula}<v>${encodeText(v.error)}</v></c>`;
  if (formula) return `${open} t="str">${formula}<v>${encodeText(encodeEscapes(v))}</v></c>`;
  const kept = cell.si !== undefined && strings.text(cell.si) === v ? cell.si : undefined;
  const inline = kept === undefined ? undefined : strings.inlineXml(kept);
  if (inline !== undefined) return `${open} t="inlineStr"><is>${inline}</is></c>`;
  return `${open} t="s"><v>${strings.place(kept ?? strings.add(v))}</v></c>`;
}

/** The rectangle of an array formula. */
export function arrayRect(cell: Cell): ReturnType<typeof parseRect> {
  return cell.array === undefined ? undefined : parseRect(cell.array);
}
