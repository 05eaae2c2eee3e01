/** Plays Excel for the genuine office.js: in Node (`./node`) and in the browser (`./browser`). */
export { AT_BEST, conditionsOf, MODES, PAYLOAD_LIMIT, type Conditions, type Mode, type ModeName, type UnreadableRules } from "./conditions";
export { ExcelHost } from "./host";
export type { BeforeAnswer, BeforeOperation, BeforeRequest, Host, HostOptions, HostStats, Operation } from "./types";
export { ExcelError, WorkbookError } from "./engine";
export type {
  BorderSide,
  CellStyle,
  CellValue,
  CellView,
  ChangeEvent,
  DataBarView,
  IconView,
  Rect,
  SelectionView,
  SheetView,
  WorkbookErrorKind,
  WorkbookView,
} from "./engine";
