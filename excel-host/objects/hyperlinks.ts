import { excelError } from "../engine/errors";
import { readHyperlink, writeHyperlink, type Hyperlink } from "../engine/hyperlinks";
import { writeCell } from "../engine/write";
import type { HostContext, RangeTarget } from "../protocol/context";

/** Range.hyperlink of the first cell. */
export function hyperlinkOf({ sheet, rect }: RangeTarget, context: HostContext): object | null {
  const link = readHyperlink(context.workbook, sheet, rect.top, rect.left);
  if (!link) return null;
  const shown = sheet.value(rect.top, rect.left);
  return { ...link, textToDisplay: typeof shown === "object" ? "" : String(shown) };
}

/** Sets Range.hyperlink: the cells get the link, its text and Excel's blue underline. */
export function setHyperlink(target: RangeTarget, given: unknown, context: HostContext): void {
  const link = given as (Hyperlink & { textToDisplay?: string }) | null;
  if (!link || (!link.address && !link.documentReference)) throw excelError("InvalidArgument", "hyperlink");
  const { sheet, rect } = target;
  sheet.checkWritable(rect);
  if (link.textToDisplay !== undefined) writeCell(sheet, rect.top, rect.left, link.textToDisplay, context.workbook.date1904);
  writeHyperlink(sheet, rect, link);
  sheet.format(rect, { font: { color: "#0563C1", underline: "Single" } });
  context.cellsChanged(sheet, rect, { type: "RangeEdited" });
}
