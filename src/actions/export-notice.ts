import { readShownSheets, withExcel } from "../excel";
import { noticeDocument } from "../notice";
import { demandFor } from "../progress";
import { attachmentTable } from "./attachment-table";
import { briefPage } from "./brief-page";
import { composeNotice, type NoticeRequest } from "./compose-notice";
import { planBriefOf } from "./insert-charts";
import { noticePictures } from "./notice-pictures";
import { planAttachments } from "./plan-attachments";
import type { Reading } from "./read-report";
import { requireNotice } from "./require-notice";

/** What a Word file is asked to be. */
export interface ExportRequest extends NoticeRequest {
  charts?: readonly string[] | undefined;
  brief?: boolean | undefined;
}

/**
 * 导出 Word: the notice with the attachments that stand in the workbook, as they are shown there, set to GB/T 9704.
 * One round trip.
 * @param request what it is asked to be; `charts`: ids of the charts that it shows, each behind the paragraph that
 * speaks of it; none if left out. `brief`: whether 领导快报 is its first page, where an indicator has a rate; not if left out
 * @returns the bytes of a .docx
 * @throws Problem `template` or `nothing-to-write` as `writeNotice`
 */
export async function exportNotice(reading: Reading, request: ExportRequest = {}): Promise<Uint8Array> {
  const { paragraphs } = requireNotice(await composeNotice(reading, request));
  const demand = reading.state.officeSettings.attachmentMarks ? demandFor(reading.report, request.threshold) : null;
  const plans = planAttachments(reading.report, reading);
  const sheets = await withExcel((context) => readShownSheets(context, reading.state, plans.map(({ key }) => key)));
  const tables = sheets.flatMap((sheet) => {
    const plan = plans.find(({ key }) => key === sheet.key);
    return plan ? [attachmentTable(sheet, plan, demand)] : [];
  });
  const brief = request.brief === true ? planBriefOf(reading, { threshold: request.threshold }) : null;
  return noticeDocument(paragraphs, {
    tables,
    pictures: noticePictures(reading, paragraphs, request.charts ?? []),
    leading: brief && briefPage(brief),
  });
}
