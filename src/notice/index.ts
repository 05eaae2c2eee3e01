import type { Report } from "../progress";
import { compose, type NoticeParagraph } from "./compose";
import { writingOf, type NoticeOptions } from "./writing";

export { auditProblems } from "./audit-problems";
export type { NoticeParagraph } from "./compose";
export { mendNote } from "./mend-note";
export type { NoticeFigure, SourceCells } from "./phrase";
export type { Level } from "./place";
export type { StandingWords } from "./standing";
export * from "./proofread";
export type { NoticeOptions } from "./writing";

/** A notice: its paragraphs in order, each figure with the cells that it rests on. */
export interface NoticeText {
  paragraphs: NoticeParagraph[];
}

/**
 * Writes part 一 of the notice from what was computed: only of what the workbook has.
 * @param report of any city, any number of regions
 * @param options the office's own settings
 * @returns no paragraphs where there is nothing to tell
 */
export function writeNotice(report: Report, options: NoticeOptions = {}): NoticeText {
  return { paragraphs: compose(writingOf(report, options)) };
}

/** The notice as plain lines, one paragraph each. */
export function noticeLines(notice: NoticeText): string[] {
  return notice.paragraphs.map((paragraph) => paragraph.text);
}
