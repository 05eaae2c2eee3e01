/** The workbook behind the host: opened from and saved to .xlsx, calculated, formatted for display. */
export { ExcelError, WorkbookError, excelError } from "./errors";
export type { WorkbookErrorKind } from "./errors";
export { displayText } from "./numberFormat";
export type {
  BorderSide,
  CellStyle,
  CellValue,
  CellView,
  ChangeEvent,
  ChartSeriesView,
  ChartView,
  DataBarView,
  IconView,
  Rect,
  SelectionView,
  SheetView,
  WorkbookView,
} from "./types";
