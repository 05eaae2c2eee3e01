/** Plays Excel for the genuine office.js: in Node (`./node`) and in the browser (`./browser`). */
export { ExcelHost, PAYLOAD_LIMIT } from "./host";
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
