import { hasAttachmentTwo, planAttachmentOne, planAttachmentTwo, type SheetPlan } from "../attachments";
import type { Report } from "../progress";
import type { Reading } from "./read-report";
import { wishesOf, type SheetSettings } from "./sheet-settings";

/**
 * The attachments that a report has something for.
 * @param reading where given, they follow the office's templates and column widths in that workbook
 */
export function planAttachments(report: Report, reading: Reading | null = null, settings: SheetSettings = {}): SheetPlan[] {
  const wishes = (key: "attachment1" | "attachment2") => (reading ? wishesOf(reading, key, settings) : { threshold: settings.threshold, marked: settings.marked });
  return [
    ...(report.indicators.length > 0 ? [planAttachmentOne(report, wishes("attachment1"))] : []),
    ...(hasAttachmentTwo(report) ? [planAttachmentTwo(report, wishes("attachment2"))] : []),
  ];
}
