import { chineseDate, type Report } from "../progress";
import type { SheetBuilder } from "./sheet-builder";
import { CAPTION, LABEL, TITLE } from "./styles";

/** Rows of an attachment above its table: label, title, caption; then two header rows. */
export const ATTACHMENT_ROWS = { label: 0, title: 1, caption: 2, band: 3, header: 4, first: 5 };

/**
 * Puts the head of an attachment: 附件N flush left, the title centred over the table, and the caption row
 * with who reports, the day and the units.
 */
export function putDocumentHead(
  builder: SheetBuilder,
  report: Report,
  head: { label: string; title: string; units: string; columnCount: number },
): void {
  const { columnCount } = head;
  builder.text(ATTACHMENT_ROWS.label, 0, head.label);
  builder.style(ATTACHMENT_ROWS.label, 0, 1, 1, LABEL);
  builder.height(ATTACHMENT_ROWS.label, 26);
  builder.text(ATTACHMENT_ROWS.title, 0, head.title);
  builder.merge(ATTACHMENT_ROWS.title, 0, 1, columnCount);
  builder.style(ATTACHMENT_ROWS.title, 0, 1, columnCount, TITLE);
  builder.height(ATTACHMENT_ROWS.title, 44);
  const thirds = [0, Math.floor(columnCount / 3), Math.floor((columnCount * 2) / 3), columnCount];
  const reporter = report.place === null ? "" : `填报单位：${report.place}住房保障办公室`;
  const texts = [reporter, `截至${chineseDate(report.asOf)}`, `单位：${head.units}`];
  const sides = ["Left", "Center", "Right"] as const;
  texts.forEach((text, index) => {
    const [from, to] = [thirds[index] ?? 0, thirds[index + 1] ?? columnCount];
    builder.text(ATTACHMENT_ROWS.caption, from, text);
    builder.merge(ATTACHMENT_ROWS.caption, from, 1, to - from);
    builder.style(ATTACHMENT_ROWS.caption, from, 1, to - from, { ...CAPTION, horizontal: sides[index] ?? "Left" });
  });
  builder.height(ATTACHMENT_ROWS.caption, 20);
}

/** The year that an attachment's title names. */
export function reportYear(report: Report): string {
  return report.asOf.slice(0, 4);
}
