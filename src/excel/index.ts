export { queueHighlights, queueRuleRemoval, removeMarks } from "./apply-highlights";
export { applySheets, type WrittenSheet } from "./apply-sheets";
export { describeError, Problem, type ProblemCode } from "./problem";
export { readWorkbookState } from "./read-workbook-state";
export { selectCell } from "./select-cell";
export { withExcel, type ExcelContext } from "./with-excel";
export type { SheetState, WorkbookState } from "./workbook-state";
export { hasRoom, queueParagraphs, selectedPlace, type Place } from "./write-paragraphs";
