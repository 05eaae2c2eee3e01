import { attachmentTitles } from "./plan-attachments";
import { chosenTemplate, loadNoticeWriter, type NoticeOptions, type NoticeSettings, type NoticeText, type NoticeWriter } from "../notice";
import type { Threshold } from "../progress";
import { comparedWith } from "./periods";
import type { Reading } from "./read-report";

/** What a notice is asked to be; all of it has a default. */
export interface NoticeRequest {
  /** The office's settings; those that the workbook keeps if left out. */
  settings?: NoticeSettings | undefined;
  /** What progress is measured against; the pace of the report's day if left out. */
  threshold?: Threshold | undefined;
  /** Which attachments the notice names: those that stand in the workbook (the default), or all that could. */
  attachments?: "inserted" | "all" | undefined;
  /** The parts wanted, by the names that the template gives them; all of them if left out. */
  sections?: readonly string[] | undefined;
  /** Parts that are not wanted, by the same names. */
  leftOut?: readonly string[] | undefined;
}

/** Writes the notice of a reading. For a preview that follows every key, see `composeWith`. */
export async function composeNotice(reading: Reading, request: NoticeRequest = {}): Promise<NoticeText> {
  return composeWith(await loadNoticeWriter(), reading, request);
}

/** Writes the notice of a reading with a writer that is loaded. */
export function composeWith(writer: NoticeWriter, reading: Reading, request: NoticeRequest = {}): NoticeText {
  const settings = request.settings ?? reading.state.noticeSettings;
  const notice = writer.write(reading.report, optionsOf(reading, settings, request), chosenTemplate(settings));
  const { sections, leftOut = [] } = request;
  const isWanted = (section: string) => (sections?.includes(section) ?? true) && !leftOut.includes(section);
  return { ...notice, paragraphs: notice.paragraphs.filter(({ section }) => isWanted(section)) };
}

function optionsOf(reading: Reading, settings: NoticeSettings, { threshold, attachments }: NoticeRequest): NoticeOptions {
  const { state } = reading;
  const named = attachmentTitles(reading).filter(({ key }) => attachments === "all" || state.sheets.some((sheet) => sheet.key === key));
  return {
    fields: settings.fields,
    rateDecimals: settings.rateDecimals,
    ...(settings.level === null ? {} : { level: settings.level }),
    ...(threshold === undefined ? {} : { threshold }),
    ...comparedWith(reading),
    attachments: named.map(({ title }) => title),
  };
}
