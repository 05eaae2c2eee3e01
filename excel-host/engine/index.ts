/** The workbook behind the host: opened from and saved to .xlsx, calculated, formatted for display. */
export { ExcelError, WorkbookError, excelError } from "./errors";
export type { WorkbookErrorKind } from "./errors";
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
  WorkbookView,
} from "./types";
