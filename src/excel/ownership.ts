import type { SheetKey } from "../attachments";

/**
 * Sheets of ours are known by a hidden name of the workbook that points into them. Excel keeps the reference
 * right when the sheet is renamed or moved, turns it into #REF! when it is deleted, and leaves it on the
 * original when the user copies the sheet: the copy is theirs. Their columns are known in the same way, so that
 * an office may move them.
 */
const NAME_PREFIX = "HousingProgress_";
const KEPT_PREFIX = `${NAME_PREFIX}kept_`;
const MAX_NAME = 255;

export const SHEET_KEYS: readonly SheetKey[] = ["progress", "attachment1", "attachment2", "ranking", "charts", "brief", "notice", "proofreading"];

/** What a name of ours marks: a sheet, a sheet that was handed over to the office, or a column of a sheet. */
export type Mark = { kind: "sheet"; key: SheetKey } | { kind: "kept"; number: number } | { kind: "column"; key: SheetKey; id: string };

/** The workbook name that marks the sheet of a key. */
export function markerName(key: SheetKey): string {
  return `${NAME_PREFIX}${key}`;
}

/** A name for a sheet that was ours and is the office's now: no source to be read, nothing to be replaced. */
export function keptName(number: number): string {
  return `${KEPT_PREFIX}${number}`;
}

/** The name that marks a column of a sheet; null where its id is too long for one. */
export function columnName(key: SheetKey, id: string): string | null {
  // Letters of 16 bits and decimal digits: Excel takes neither ① nor, as far as is known, 𠮷 in a name.
  const name = `${markerName(key)}.${id.replace(/[^\p{L}\p{Nd}.]|[\u{10000}-\u{10ffff}]/gu, (character) => `_${character.codePointAt(0)?.toString(16) ?? ""}_`)}`;
  return name.length > MAX_NAME ? null : name;
}

/** What a workbook name marks; null for a name that is not ours. */
export function markOf(name: string): Mark | null {
  if (name.startsWith(KEPT_PREFIX)) return { kind: "kept", number: Number(name.slice(KEPT_PREFIX.length)) };
  const key = SHEET_KEYS.find((one) => name === markerName(one) || name.startsWith(`${markerName(one)}.`));
  if (key === undefined) return null;
  if (name === markerName(key)) return { kind: "sheet", key };
  const id = name.slice(markerName(key).length + 1).replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return { kind: "column", key, id };
}

/** The cell that a mark's formula points to; null where it is gone (#REF!). */
export function markedCell(formula: string): { sheet: string; column: number } | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?\d+$/.exec(formula);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  if (sheet === undefined || sheet.startsWith("#")) return null;
  const column = [...(match?.[3] ?? "")].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { sheet, column };
}
