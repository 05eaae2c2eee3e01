import { Problem } from "./problem";
import { shownTexts } from "./shown-text";
import type { ExcelContext } from "./with-excel";

/**
 * The selected cells as lines of text, as they are displayed: one row a line, cells of a row joined, blank rows
 * left out. One round trip, whole columns included.
 * @throws Problem `selection` where the selected cells hold no text
 */
export async function selectedLines(context: ExcelContext): Promise<string[]> {
  const used = context.workbook.getSelectedRange().getUsedRangeOrNullObject(true);
  used.load("values,text,numberFormat");
  await context.sync();
  const rows = used.isNullObject ? [] : shownTexts(used);
  const lines = rows.map((cells) => cells.filter((text) => text.trim() !== "").join("\t")).filter((line) => line !== "");
  if (lines.length > 0) return lines;
  throw new Problem("selection", {
    "zh-CN": "选中的单元格里没有文字。请选中通报正文所在的单元格后再试。",
    en: "The selected cells hold no text. Select the cells that hold the notice and try again.",
  });
}
