import type { NoticeParagraph } from "../template/paragraphs";
import type { NoticePicture } from "./pictures";
import type { AttachmentTable } from "./table";

export type { NoticePicture } from "./pictures";
export type { AttachmentCell, AttachmentTable } from "./table";

/**
 * The notice as a Word file, set to GB/T 9704-2012. The library that writes it is loaded here and nowhere else.
 * @param paragraphs as `NoticeWriter.write` gives them
 * @param tables of the attachments, each on pages of its own
 * @param pictures each behind its paragraph
 * @returns the bytes of a .docx
 */
export async function noticeDocument(paragraphs: readonly NoticeParagraph[], tables: readonly AttachmentTable[], pictures: readonly NoticePicture[] = []): Promise<Uint8Array> {
  const { buildDocument } = await import("./document");
  return buildDocument(paragraphs, tables, pictures);
}
