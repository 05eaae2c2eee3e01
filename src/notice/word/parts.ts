import type { LeadingPage } from "./leading-page";
import type { NoticePicture } from "./pictures";
import type { AttachmentTable } from "./table";

/** What a Word file of a notice has beside its paragraphs. */
export interface NoticeDocumentParts {
  /** Of the attachments, each on pages of its own. */
  tables: readonly AttachmentTable[];
  /** Each behind its paragraph. */
  pictures?: readonly NoticePicture[];
  /** A page before the notice, whose own pages are counted from 1 all the same; null: none. */
  leading?: LeadingPage | null;
}
