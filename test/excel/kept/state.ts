import { DEFAULT_SETTINGS } from "../../../src/notice";
import { DEFAULT_OFFICE_SETTINGS } from "../../../src/progress";
import type { PastWrite } from "../../../src/excel/past-write";
import type { SheetState, WorkbookState } from "../../../src/excel/workbook-state";

/** A workbook of which nothing is ours, but for what is said. */
export function stateOf(more: Partial<WorkbookState> = {}): WorkbookState {
  return {
    fileName: "住房保障.xlsx",
    snapshot: { sheets: [] },
    sheets: [],
    markers: [],
    columnNames: [],
    names: [],
    keptCount: 0,
    records: {},
    templates: {},
    corrections: [],
    officeSettings: DEFAULT_OFFICE_SETTINGS,
    noticeSettings: DEFAULT_SETTINGS,
    noticeRecord: null,
    periods: [],
    history: [],
    unfinished: null,
    stored: {},
    setAside: [],
    ...more,
  };
}

/** A sheet of the staff's, but for what is said. */
export function sheetState(name: string, more: Partial<SheetState> = {}): SheetState {
  return { id: `{${name}}`, name, key: null, visible: true, protected: false, rules: { ours: [], blank: [], all: [], read: "all" }, standing: null, ...more };
}

/** A write that the workbook remembers. */
export function pastWrite(id: number, more: Partial<PastWrite> = {}): PastWrite {
  return { id, kind: "insertAttachments", sheets: [], places: [], touched: [], kept: 10, ...more };
}
