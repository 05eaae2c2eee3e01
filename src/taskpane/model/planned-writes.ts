import { planHighlights, PROGRESS_SHEET_NAME, type SheetKey } from "../../attachments";
import type { Reading } from "../../actions";

/** A sheet of ours that a button will write. */
export interface PlannedSheet {
  key: SheetKey;
  /** The name it has or will get. */
  name: string;
  /** true: stands already and is brought up to date. */
  update: boolean;
  /** true: a sheet of the staff's bears the name, so ours gets a number behind it. */
  nameTaken: boolean;
}

/** Marks that will be set on one of the staff's sheets. */
interface PlannedMarks {
  sheet: string;
  blocks: number;
  /** A protected sheet is left without marks. */
  isProtected: boolean;
}

/** What a sheet wanted under a name will become in this workbook. */
export function plannedSheet({ state }: Reading, key: SheetKey, wanted: string): PlannedSheet {
  const standing = state.sheets.find((sheet) => sheet.key === key);
  if (standing) return { key, name: standing.name, update: true, nameTaken: false };
  const nameTaken = state.sheets.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return { key, name: wanted, update: false, nameTaken };
}

/** What 计算进度 will write. */
export function plannedProgress(reading: Reading): { sheet: PlannedSheet; marks: PlannedMarks[] } {
  const ranges = planHighlights(reading.report).map(({ range }) => range);
  const sheets = [...new Set(ranges.map(({ sheet }) => sheet))];
  return {
    sheet: plannedSheet(reading, "progress", PROGRESS_SHEET_NAME),
    marks: sheets.map((sheet) => ({
      sheet,
      blocks: ranges.filter((range) => range.sheet === sheet).length,
      isProtected: reading.state.sheets.some(({ name, protected: locked }) => name === sheet && locked),
    })),
  };
}

/** The sheet that a place such as 目标任务!C5:C19 is on. */
export function sheetOfPlace(place: string): string {
  return place.slice(0, place.lastIndexOf("!"));
}
