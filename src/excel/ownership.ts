import type { SheetKey } from "../attachments";

/**
 * Sheets of ours are known by a hidden name of the workbook that points into them. Excel keeps the reference
 * right when the sheet is renamed or moved, turns it into #REF! when it is deleted, and leaves it on the
 * original when the user copies the sheet: the copy is theirs.
 */
const NAME_PREFIX = "HousingProgress_";

export const SHEET_KEYS: readonly SheetKey[] = ["progress", "attachment1", "attachment2", "notice"];

/** The workbook name that marks the sheet of a key. */
export function markerName(key: SheetKey): string {
  return `${NAME_PREFIX}${key}`;
}

/** The key that a workbook name marks; null for any other name. */
export function markedKey(name: string): SheetKey | null {
  return SHEET_KEYS.find((key) => markerName(key).toLowerCase() === name.toLowerCase()) ?? null;
}

/** The sheet that a marker's formula points into; null where that sheet is gone (#REF!). */
export function markedSheet(formula: string): string | null {
  const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]+\$?\d+$/.exec(formula);
  const sheet = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  return sheet === undefined || sheet.startsWith("#") ? null : sheet;
}
