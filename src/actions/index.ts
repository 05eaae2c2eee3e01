export { changeTables, type TableChange } from "./change-tables";
export { clearMarks } from "./clear-marks";
export { composeNotice, composeWith, type NoticeRequest } from "./compose-notice";
export { computeProgress } from "./compute-progress";
export { correctTables } from "./correct-tables";
export { handEdits } from "./hand-edits";
export { planAttachments } from "./plan-attachments";
export { insertAttachments, insertRanking, planRankingOf } from "./insert-attachments";
export { insertBrief, insertCharts, planBriefOf, planChartsOf } from "./insert-charts";
export { exportNotice, type ExportRequest } from "./export-notice";
export { keepNoticeSettings, keepPeriod } from "./keep";
export { chartsOfNotice } from "./notice-pictures";
export { orderByCode } from "./order-regions";
export type { Outcome } from "./outcome";
export { isAllUpToDate, outdated, type Outdated, type OutdatedNotice } from "./outdated";
export {
  openDraft,
  proofreadDraft,
  proofreadInStretches,
  readSelectedDraft,
  writeProofreading,
  writeProofreadings,
  type ProofreadOptions,
} from "./proofread";
export { keepSettings, readSettingsFile, settingsFile, settingsOf, type AllSettings } from "./office-settings";
export { comparedWith, periodsOf, periodsUntil } from "./periods";
export { computeReport, readReport, type Reading, type ReadingOptions } from "./read-report";
export type { SheetSettings } from "./sheet-settings";
export { selfCheck, selfCheckReport } from "./self-check";
export { signingCheck, type SigningItem } from "./signing-check";
export { showCell } from "./show-cell";
export { forgetTemplate, saveTemplate, type KeptTemplate, type TemplateKey } from "./templates";
export { takeBack, type TakenBack } from "./take-back";
export { updateNotice, updateOutdated } from "./update-outdated";
export { watchChanges } from "./watch-changes";
export { writeNotice, type NoticeTarget } from "./write-notice";
export { describeError, EditedByHand, Problem, type EditedPolicy, type EditedSheet, type ProblemCode } from "../excel";
