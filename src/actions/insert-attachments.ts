import { hasAttachmentTwo, planAttachmentOne, planAttachmentTwo, type SheetPlan } from "../attachments";
import { applySheets, Problem, withExcel } from "../excel";
import type { Report } from "../progress";
import { afterWriting, type Outcome } from "./outcome";
import type { Reading } from "./read-report";

/** The attachments that a report has something for. */
export function planAttachments(report: Report): SheetPlan[] {
  return [
    ...(report.indicators.length > 0 ? [planAttachmentOne(report)] : []),
    ...(hasAttachmentTwo(report) ? [planAttachmentTwo(report)] : []),
  ];
}

/**
 * 插入附件: writes 附件1 and 附件2, or brings them up to date where they stand, in one round trip.
 * @throws Problem `nothing-to-write` where the workbook has neither indicators nor inspection figures
 */
export async function insertAttachments(reading: Reading): Promise<Outcome> {
  const plans = planAttachments(reading.report);
  if (plans.length === 0) {
    throw new Problem("nothing-to-write", {
      "zh-CN": "读到的表里没有可以做成附件的指标。",
      en: "The tables hold no figures that an attachment would show.",
    });
  }
  const sheets = await withExcel((context) => applySheets(context, reading.state, plans));
  return { reading: afterWriting(reading, sheets), sheets, places: [], skipped: [] };
}
