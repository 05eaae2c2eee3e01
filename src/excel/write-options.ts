import type { SheetKey, SheetRecord } from "../attachments";
import type { Remark } from "./remark";
import type { PastWrite } from "./past-write";
import type { Undo } from "./history";

/** A sheet that was written. */
export interface WrittenSheet {
  key: SheetKey;
  name: string;
  /** true where a sheet of ours stood before and was brought up to date. */
  replaced: boolean;
  /** The sheet that was left to the office as it had edited it; ours stands beside it. */
  left: string | null;
  /** What the workbook keeps of it, the names of its charts among it. */
  record: SheetRecord;
}

/**
 * What becomes of a sheet of ours that the office has edited by hand: "ask" writes nothing and says so,
 * "replace" writes over it, "keep" leaves it to the office and writes ours beside it.
 */
export type EditedPolicy = "ask" | "replace" | "keep";

/** What became of a write. */
export interface Applied {
  sheets: WrittenSheet[];
  /** What it could not do. */
  remarks: Remark[];
  /** The writes that the workbook remembers now, this one the last. */
  history: PastWrite[];
  /** What takes it back. */
  undo: Undo;
}
