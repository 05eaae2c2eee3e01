import {
  attachmentOneTitle,
  attachmentTwoTitle,
  hasAttachmentTwo,
  planAttachmentOne,
  planAttachmentTwo,
  type PlanOptions,
  type SheetPlan,
} from "../attachments";
import type { Report } from "../progress";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/** Each attachment: whether a report has something for it, what it is called, and how it is planned. */
const ATTACHMENTS = [
  { key: "attachment1", has: (report: Report) => report.indicators.length > 0, title: attachmentOneTitle, plan: planAttachmentOne },
  { key: "attachment2", has: hasAttachmentTwo, title: attachmentTwoTitle, plan: planAttachmentTwo },
] as const;

/**
 * The attachments that a report has something for.
 * @param reading where given, they follow the office's templates and column widths in that workbook
 */
export function planAttachments(report: Report, reading: Reading | null = null, settings: SheetSettings = {}): SheetPlan[] {
  const wishes = (key: (typeof ATTACHMENTS)[number]["key"]): PlanOptions =>
    reading ? wishesOf(reading, key, settings) : { threshold: settings.threshold, marked: settings.marked };
  return ATTACHMENTS.filter(({ has }) => has(report)).map(({ key, plan }) => plan(report, wishes(key)));
}

/** The same by their titles alone. */
export function attachmentTitles(reading: Reading): { key: "attachment1" | "attachment2"; title: string }[] {
  const { report } = reading;
  return ATTACHMENTS.filter(({ has }) => has(report)).map(({ key, title }) => ({ key, title: title(report, wishesOf(reading, key)) }));
}
