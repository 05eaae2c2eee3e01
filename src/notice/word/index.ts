import type { NoticeParagraph } from "../template/paragraphs";
import type { NoticeDocumentParts } from "./parts";

export type { NoticeDocumentParts } from "./parts";
export type { LeadingCell, LeadingPage, LeadingRow } from "./leading-page";
export type { NoticePicture, WordPicture } from "./pictures";
export type { AttachmentCell, AttachmentTable } from "./table";

/**
 * The notice as a Word file, set to GB/T 9704-2012. The library that writes it is loaded here and nowhere else.
 * @param paragraphs as `NoticeWriter.write` gives them
 * @returns the bytes of a .docx
 */
export async function noticeDocument(
  paragraphs: readonly NoticeParagraph[],
  { tables, pictures = [], leading = null }: NoticeDocumentParts,
): Promise<Uint8Array> {
  const { buildDocument } = await import("./document");
  return buildDocument(paragraphs, { tables, pictures, leading });
}
