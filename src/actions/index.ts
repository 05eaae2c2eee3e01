export { clearMarks } from "./clear-marks";
export { computeProgress } from "./compute-progress";
export { insertAttachments, insertRanking, planAttachments, type RankingSettings } from "./insert-attachments";
export type { Outcome } from "./outcome";
export { readReport, type Reading, type ReadingOptions } from "./read-report";
export type { SheetSettings } from "./sheet-settings";
export { showCell } from "./show-cell";
export { writeNotice, type NoticeTarget } from "./write-notice";
export { describeError, EditedByHand, Problem, type EditedPolicy, type EditedSheet } from "../excel";
