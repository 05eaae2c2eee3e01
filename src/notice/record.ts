import { dateParts, type IsoDate } from "../progress";
import type { NoticeParagraph } from "./template/paragraphs";

/** A paragraph as it was written. */
export type WrittenParagraph = Pick<NoticeParagraph, "section" | "kind" | "text">;

/** What a notice was asked to be, so that it can be written anew alike. */
export interface NoticeOrder {
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

/** What is kept of a notice beside it. */
export function recordNotice(paragraphs: readonly WrittenParagraph[], written: Omit<NoticeRecord, "paragraphs">): NoticeRecord {
  return { ...written, paragraphs: paragraphs.map(({ section, kind, text }) => ({ section, kind, text })) };
}

/** Whether something stored is a record; one that an earlier version kept holds no order and is none. */
export function isNoticeRecord(stored: unknown): stored is NoticeRecord {
  if (typeof stored !== "object" || stored === null) return false;
  const { asOf, order, paragraphs } = stored as Partial<NoticeRecord>;
  const isOrder = typeof order === "object" && typeof order.template === "string";
  return typeof asOf === "string" && dateParts(asOf) !== null && isOrder && Array.isArray(paragraphs) && paragraphs.every((one) => typeof one.text === "string");
}
