import type { SheetKey } from "../attachments";
import type { WorkbookSnapshot } from "../tables";

/** A sheet as it stood when the workbook was read. */
export interface SheetState {
  id: string;
  name: string;
  /** The key of our own sheet; null for the staff's. */
  key: SheetKey | null;
  visible: boolean;
  protected: boolean;
  /** Ids of our own conditional formats on it. */
  ourRules: string[];
}

/** All that one reading of the workbook brings: the cells, and what writing needs to know. */
export interface WorkbookState {
  snapshot: WorkbookSnapshot;
  sheets: SheetState[];
  /** Names of ours in the workbook, also those whose sheet is gone. */
  markers: { key: SheetKey; sheet: string | null }[];
}
