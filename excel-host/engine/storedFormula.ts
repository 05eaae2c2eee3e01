/** A formula as the file spells it: what nobody changes goes back to the file so, sign by sign. */
import type { Cell, StoredFormula } from "./cells";
import { addPrefixes, stripPrefixes } from "./futureFunctions";
import { encodeAttribute, encodeText } from "./xml";

/** Gives a cell the formula that its file has; what the shown text tells by itself is not kept. */
export function takeFormula(cell: Cell, text: string, attrs: Readonly<Record<string, string>>, shared?: StoredFormula["shared"]): void {
  const shown = stripPrefixes(text);
  cell.f = shown;
  if (shared || shown !== text || Object.keys(attrs).length > 0) cell.stored = { shown, text, attrs, ...(shared && { shared }) };
}

/** Rewrites a cell's formula, and what the file spells of it alike. Answers whether it changed. */
export function rewriteFormula(cell: Cell, rewrite: (formula: string) => string): boolean {
  if (cell.f === undefined) return false;
  const next = rewrite(cell.f);
  if (next === cell.f) return false;
  const { stored, f } = cell;
  cell.f = next;
  if (stored?.shown === f) cell.stored = { shown: next, text: rewrite(stored.text), attrs: stored.attrs };
  else delete cell.stored;
  return true;
}

/** A formula outside cells as the file has it: the old spelling where nothing changed. */
export function storedText(shown: string, stored: Pick<StoredFormula, "shown" | "text"> | undefined): string {
  return stored?.shown === shown ? stored.text : addPrefixes(shown);
}

/** The shared formulas of a sheet, by their number, whose first cell still has them where it had. */
export function standingShares(cells: Iterable<{ cell: Cell; row: number; column: number }>): Set<string> {
  const standing = new Set<string>();
  for (const { cell, row, column } of cells) {
    if (cell.stored?.shared?.master && isShared(cell, row, column)) standing.add(cell.stored.attrs["si"] ?? "");
  }
  return standing;
}

function isShared({ f, stored }: Cell, row: number, column: number): boolean {
  return stored?.shown === f && stored?.shared?.row === row && stored.shared.column === column;
}

/** Attributes that say for which cells a formula stands. */
const PLACED: ReadonlySet<string> = new Set(["t", "si", "ref"]);

/** The formula's element. */
export function writeFormula(cell: Cell, row: number, column: number, shares: ReadonlySet<string>): string {
  const { f, stored, array } = cell;
  if (f === undefined) return "";
  const attrs = stored?.shown === f ? stored.attrs : {};
  if (shares.has(attrs["si"] ?? "") && isShared(cell, row, column)) {
    return stored!.shared!.master ? element(attrs, stored!.text) : element(attrs, "");
  }
  const rest = Object.entries(attrs).filter(([name]) => !PLACED.has(name));
  return element({ ...(array !== undefined && { t: "array", ref: array }), ...Object.fromEntries(rest) }, storedText(f, stored));
}

function element(attrs: Readonly<Record<string, string>>, text: string): string {
  const written = Object.entries(attrs).map(([name, value]) => ` ${name}="${encodeAttribute(value)}"`).join("");
  return text === "" ? `<f${written}/>` : `<f${written}>${encodeText(text)}</f>`;
}
