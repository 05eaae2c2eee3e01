import type { Look } from "./fingerprint";
import type { PlannedColumn, SheetPart, SheetPlan } from "./plan";
import { SHEET_PARTS } from "./plan";
import { withPlaceholders, type SheetTemplate, type TemplateContext, type TemplateFont } from "./template";

/** A sheet as the office has shaped it. */
interface ShapedSheet {
  /** Its texts from cell A1. */
  texts: readonly (readonly unknown[])[];
  /** Where the form's columns are now. */
  columns: readonly { id: string; column: number; hidden: boolean }[];
  /** Widths that the office set by hand, in points. */
  keptWidths: Readonly<Record<string, number>>;
  fonts: Partial<Record<SheetPart, TemplateFont>>;
}

/** A template, and what of the shaped sheet it could not take up. */
export interface TakenTemplate {
  template: SheetTemplate;
  /** Headers of columns that are the office's own: no form has figures for them. */
  unknownColumns: string[];
}

/**
 * Reads off a shaped sheet how the office wants the form: its words, columns, widths and fonts, where they
 * differ from the standard.
 * @param standard the form as it would be planned without a template
 */
export function templateFrom(standard: SheetPlan, shaped: ShapedSheet, context: TemplateContext): TakenTemplate {
  const known = shaped.columns.filter(({ id }) => standard.columns.some((column) => column.id === id));
  const shown = [...known].filter(({ hidden }) => !hidden).sort((a, b) => a.column - b.column);
  const header = rowsOfHeader(standard);
  const columns = shown.map(({ id, column }) => {
    const own = standard.columns.find((one) => one.id === id)?.path ?? [];
    const path = pathAt(shaped, header, column, own, standard.columns);
    return { id, path: samePath(path, own) ? null : path, width: shaped.keptWidths[id] ?? null };
  });
  const head = (part: SheetPart): string | null => {
    const row = standard.parts[part];
    if (row === undefined) return null;
    const now = textAt(shaped, row, 0);
    return now === "" || now === standardText(standard, row) ? null : withPlaceholders(now, context);
  };
  return {
    template: {
      key: standard.key,
      label: head("label"),
      title: head("title"),
      reporter: head("caption"),
      columns,
      dropped: standard.columns.map(({ id }) => id).filter((id) => !shown.some((column) => column.id === id)),
      fonts: fontsOf(standard, shaped),
    },
    unknownColumns: unknownColumns(shaped, header),
  };
}

interface HeaderRows {
  first: number;
  last: number;
}

function rowsOfHeader({ print }: SheetPlan): HeaderRows {
  return print.titleRows ?? { first: 0, last: 0 };
}

/** The header texts over a column; a band's name stands over the first of its columns only. */
function pathAt(
  shaped: ShapedSheet,
  { first, last }: HeaderRows,
  column: number,
  own: readonly string[],
  standard: readonly PlannedColumn[],
): string[] {
  const path: string[] = [];
  for (let row = first; row <= last; row++) {
    const level = row - first;
    const text = textAt(shaped, row, column);
    if (text !== "") path.push(text);
    else if (level < own.length - 1) path.push(bandAt(shaped, row, column, own.slice(0, level + 1), standard));
  }
  return path.length === 0 ? [...own] : path;
}

/** The name of the band that a column is under: the nearest to its left, as long as that is of the same band. */
function bandAt(shaped: ShapedSheet, row: number, column: number, band: readonly string[], standard: readonly PlannedColumn[]): string {
  for (let at = column - 1; at >= 0; at--) {
    const id = shaped.columns.find((one) => one.column === at)?.id;
    const path = standard.find((one) => one.id === id)?.path ?? [];
    if (!band.every((text, level) => path[level] === text)) break;
    const text = textAt(shaped, row, at);
    if (text !== "") return text;
  }
  return band.at(-1) ?? "";
}

function unknownColumns(shaped: ShapedSheet, { first, last }: HeaderRows): string[] {
  const width = Math.max(0, ...shaped.texts.slice(first, last + 1).map((row) => row.length));
  const found: string[] = [];
  for (let column = 0; column < width; column++) {
    if (shaped.columns.some((one) => one.column === column)) continue;
    const name = Array.from({ length: last - first + 1 }, (_, offset) => textAt(shaped, last - offset, column)).find((text) => text !== "");
    if (name !== undefined) found.push(name);
  }
  return found;
}

function fontsOf(standard: SheetPlan, { fonts }: ShapedSheet): SheetTemplate["fonts"] {
  const changed = SHEET_PARTS.flatMap((part) => {
    const [now, row] = [fonts[part], standard.parts[part]];
    if (!now || row === undefined) return [];
    const written = lookAt(standard, row);
    const same =
      now.fontName === written.fontName &&
      now.fontSize === written.fontSize &&
      now.bold === (written.bold ?? false) &&
      isBlack(now.fontColor);
    return same ? [] : [[part, now] as const];
  });
  return Object.fromEntries(changed);
}

/** How the first cell of a row was written. */
function lookAt({ styles }: SheetPlan, row: number): Look {
  return styles
    .filter(({ block }) => block.column === 0 && row >= block.row && row < block.row + block.rowCount)
    .reduce((look, { style }) => ({ ...look, ...style }), {});
}

function isBlack(color: string): boolean {
  return color.toUpperCase() === "#000000";
}

function standardText(standard: SheetPlan, row: number): string {
  const cell = standard.cells[row]?.[0];
  return cell?.kind === "text" ? cell.text : "";
}

function textAt({ texts }: ShapedSheet, row: number, column: number): string {
  return String(texts[row]?.[column] ?? "").replaceAll("\n", "").trim();
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, level) => text === b[level]);
}
