import { topicOf, type Report } from "../progress";
import { captionOf } from "./document-head";
import { regionColumn } from "./form";
import { layoutForm, type FormWishes } from "./form-layout";
import { auditColumns, backlogColumns, continuingColumns, noteColumns } from "./inspection";
import { LiveLinks } from "./live-links";
import { landscapePage } from "./page";
import type { SheetPlan } from "./plan";
import { titleBy } from "./template";
import { UNREAD_SIGN } from "./unread";

const TOTAL = "合计";

/**
 * Plans 附件2 《住房保障工作督查情况汇总表》: progress notes, the public-rental backlog, audit findings still open
 * by year and category, and the projects begun before 2018. Only what the workbook has appears.
 */
export function planAttachmentTwo(report: Report, wishes: FormWishes = {}): SheetPlan {
  const live = new LiveLinks(report);
  const regions = report.regions.map(({ name }) => name);
  const columns = [
    ...noteColumns(report),
    ...backlogColumns(report, live),
    ...auditColumns(report, live),
    ...continuingColumns(report, live),
  ];
  const units = [
    ...(report.backlog || report.continuing ? ["套"] : []),
    ...(report.audit.length > 0 ? ["个"] : []),
  ];
  const caption = captionOf(report, units);
  return layoutForm(
    {
      key: "attachment2",
      sheetName: "附件2 督查情况汇总表",
      label: "附件2",
      title: titleOf(report),
      caption,
      sections: [{ heading: null, regions, totalLabel: TOTAL, columns: [regionColumn(report, regions, TOTAL), ...columns], remark: null }],
      notes: hasUnread(report) ? [`注：标“${UNREAD_SIGN}”的数无法读取，没有计入合计。`] : [],
      print: landscapePage(null),
    },
    report,
    wishes,
  );
}

/** The title that stands over 附件2, without planning the rest of it. */
export function attachmentTwoTitle(report: Report, { template }: FormWishes = {}): string {
  return titleBy(template, titleOf(report), report);
}

function titleOf(report: Report): string {
  const { work, isHousing } = topicOf(report);
  return `${report.place ?? ""}${work}${isHousing ? "督查" : "进展"}情况汇总表`;
}

/** Whether a figure of an inspection could not be read. */
function hasUnread({ leftOut = [] }: Report): boolean {
  return leftOut.some(({ meaning: { kind } }) => kind === "backlog" || kind === "audit" || kind === "continuing");
}

/** Whether the workbook has anything that 附件2 shows. */
export function hasAttachmentTwo(report: Report): boolean {
  return report.notes.length > 0 || report.backlog !== null || report.audit.length > 0 || report.continuing !== null;
}
