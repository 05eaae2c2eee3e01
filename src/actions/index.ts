export { clearMarks } from "./clear-marks";
export { computeProgress } from "./compute-progress";
export { insertAttachments, planAttachments } from "./insert-attachments";
export type { Outcome } from "./outcome";
export { readReport, type Reading, type ReadingOptions } from "./read-report";
export { showCell } from "./show-cell";
export { writeNotice, type NoticeTarget } from "./write-notice";
export { describeError, Problem } from "../excel";
