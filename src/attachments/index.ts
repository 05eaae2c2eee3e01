export { planAttachmentOne } from "./attachment-one";
export { hasAttachmentTwo, planAttachmentTwo } from "./attachment-two";
export * from "./highlight";
export { landscapePage, portraitPage } from "./page";
export { NOTICE_FONT, paragraphHeight, planNoticeSheet } from "./notice-sheet";
export * from "./plan";
export { planProgressSheet, PROGRESS_SHEET_NAME } from "./progress-sheet";
export { isOurRule } from "./status-rules";
