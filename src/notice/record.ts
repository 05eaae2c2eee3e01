import { dateParts, fields, listOf, oneOf, orNull, text, that, type IsoDate } from "../progress";
import type { NoticeParagraph, ParagraphKind } from "./template/paragraphs";

/** A paragraph as it was written. */
export type WrittenParagraph = Pick<NoticeParagraph, "section" | "kind" | "text">;

/** What a notice was asked to be, so that it can be written anew alike. */
interface NoticeOrder {
  /** The template, by the name that the settings have for it. */
  template: string;
  /** The parts that were wanted alone, and those that were not wanted. */
  sections?: string[] | undefined;
  leftOut?: string[] | undefined;
}

/** A written notice: plain data, kept in the workbook, to be held against what would be written now. */
export interface NoticeRecord {
  asOf: IsoDate;
  order: NoticeOrder;
  /** Where it went in the staff's cells, for people; null: onto our own sheet. */
  place: string | null;
  paragraphs: WrittenParagraph[];
}

/** No notice is longer; each of its paragraphs is compared with each of what would be written now. */
const MOST_PARAGRAPHS = 2000;

/** What is kept of a notice beside it. */
export function recordNotice(paragraphs: readonly WrittenParagraph[], written: Omit<NoticeRecord, "paragraphs">): NoticeRecord {
  return { ...written, paragraphs: paragraphs.map(({ section, kind, text }) => ({ section, kind, text })) };
}

/** A place in the staff's cells: 目标任务!C5:C19. */
const place = that(text(), (one) => one.includes("!"));
const KINDS: readonly ParagraphKind[] = ["number", "title", "addressees", "chapter", "part", "item", "body", "attachments", "signature"];
const parts = listOf(text(), 1000);
const record = fields<NoticeRecord>({
  asOf: that(text(), (day) => dateParts(day) !== null),
  order: fields({ template: text() }, { sections: parts, leftOut: parts }),
  place: orNull(place),
  paragraphs: listOf(fields<WrittenParagraph>({ section: text(), kind: oneOf(KINDS), text: text() }), MOST_PARAGRAPHS),
});

/** A record as it was stored; null where it is spoiled, and for one of before there were orders. */
export function noticeRecordFrom(stored: unknown): NoticeRecord | null {
  return record(stored) ?? null;
}
