import type { Conditions } from "../conditions";
import type { Rect } from "../engine/types";
import type { Sheet } from "../engine/sheet";
import type { Workbook } from "../engine/workbook";
import type { EventHub } from "./events";

/** A range as the API holds it. One that the add-in tracks moves along when rows are put in. */
export interface RangeTarget {
  sheet: Sheet;
  rect: Rect;
  /** its cells were deleted */
  lost?: boolean;
}

/** What the objects of the API work on. */
export interface HostContext {
  readonly workbook: Workbook;
  readonly events: EventHub;
  readonly fileName: string;
  /** how this Excel differs from one at its best */
  readonly conditions: Conditions;
  /** newest requirement set that is answered, e.g. "1.17" */
  readonly excelApi: string;
  /** system's short date, for displayed text */
  readonly shortDate: string;
  /** Cells were written: formulas are worked out at the end of the request. */
  cellsChanged(sheet: Sheet, rect: Rect, change?: CellChange): void;
  /** Formats, columns, anything that shows but is no cell's value. */
  layoutChanged(sheet: Sheet, rect?: Rect): void;
  /** Sheets or names came, went or were renamed; `bearing` are the sheets whose formulas may come out differently. */
  workbookChanged(bearing?: Iterable<Sheet>): void;
  /** Works out formulas now, if something was changed since that bears on them. To be called before results are read. */
  calculateIfNeeded(): void;
  /** Works out formulas, whatever was written. */
  calculate(): void;
  /** Another sheet or other cells are selected. */
  select(sheet: Sheet, rect: Rect): void;
  activate(sheet: Sheet): void;
  /** Cells move: what the add-in tracks moves too. */
  moveTracked(sheet: Sheet, move: (rect: Rect) => Rect | undefined): void;
  /** The add-in's pane is to be shown, or hidden. */
  showTaskpane(visible: boolean): void;
  readonly taskpaneVisible: boolean;
  /** The range an event spoke of. */
  eventRange(referenceId: string): RangeTarget | undefined;
}

/** How cells changed, as Excel tells it in events. */
export interface CellChange {
  type: "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";
  before?: unknown;
  after?: unknown;
  /** InsertDeleteCellsShiftDirection */
  shift?: "ShiftCellLeft" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellDown";
}
