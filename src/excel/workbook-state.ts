import type { HandEdit, SheetKey, SheetPart, SheetRecord, TemplateFont } from "../attachments";
import type { WorkbookSnapshot } from "../tables";
import type { KeptData } from "./kept-data";
import type { KnownRules } from "./read-rules";

/**
 * What a sheet is: one of ours by its key, one that we handed over to the office, one without cells (a chart), or the
 * staff's (null).
 */
export type SheetRole = SheetKey | "kept" | "other" | null;

/** Whether a sheet is one of ours, by its key. */
export function isOurSheet(role: SheetRole): role is SheetKey {
  return role !== null && role !== "kept" && role !== "other";
}

/** A sheet as it stood when the workbook was read. */
export interface SheetState {
  id: string;
  name: string;
  key: SheetRole;
  visible: boolean;
  protected: boolean;
  /** What is known of its conditional formats; nothing was asked of sheets that are not the staff's. */
  rules: KnownRules;
  /** How a sheet of ours stands; null for any other. */
  standing: StandingSheet | null;
}

/** A sheet of ours as it stands, beside what we wrote. */
export interface StandingSheet {
  /** Its formulas from cell A1. */
  formulas: unknown[][];
  /** What we wrote; null where the workbook holds no record of it. */
  record: SheetRecord | null;
  /** What was changed by hand since; null: nothing. */
  edits: HandEdit | null;
  /** Where its columns are now, and how wide; in points. */
  columns: { id: string; column: number; width: number; hidden: boolean }[];
  /** Widths that the office set by hand, by column id. */
  keptWidths: Record<string, number>;
  /** Fonts of its parts as they are now. */
  fonts: Partial<Record<SheetPart, TemplateFont>>;
  /** The names of all its charts, where it is a sheet of charts. */
  charts: string[];
}

/** All that one reading of the workbook brings: the cells, what it keeps of ours, and what writing needs to know. */
export interface WorkbookState extends KeptData {
  /** The workbook's file name with its ending. */
  fileName: string;
  snapshot: WorkbookSnapshot;
  sheets: SheetState[];
  /** Names of ours in the workbook, also those whose sheet is gone. */
  markers: { key: SheetKey; sheet: string | null }[];
  /** Names of ours that mark columns. */
  columnNames: { key: SheetKey; name: string }[];
  /** All names of ours, with what they refer to: ='进度计算'!$A$1. */
  names: { name: string; formula: string }[];
  /** The highest number of a sheet that was handed over to the office. */
  keptCount: number;
}
