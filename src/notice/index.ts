export { DraftFileError, draftFrom, type DraftFileFault } from "./draft-file";
export { FIELD_NAMES, type NoticeFields } from "./fields";
export { mendNote } from "./mend-note";
export type { NoticeFigure, SourceCells } from "./phrase";
export { LEVELS, type Level } from "../progress";
export { compareNotice, differences, mergedNotice, type Difference, type ParagraphChange } from "./compare";
export { noticeRecordFrom, recordNotice, type NoticeRecord, type WrittenParagraph } from "./record";
export { chosenTemplate, DEFAULT_SETTINGS, noticeSettingsFrom, type NoticeSettings } from "./settings";
export * from "./proofread";
export type { NoticeParagraph, ParagraphKind } from "./template/paragraphs";
export type { TemplateProblem } from "./template/errors";
export type { NoticeOptions } from "./writing";
export { loadNoticeWriter, noticeLines, sectionsOf, type NoticeText, type NoticeWriter } from "./writer";
export { STANDARD_TEMPLATES, type TemplateId } from "./templates";
export {
  noticeDocument,
  type AttachmentCell,
  type AttachmentTable,
  type LeadingCell,
  type LeadingPage,
  type LeadingRow,
  type NoticePicture,
  type WordPicture,
} from "./word";
