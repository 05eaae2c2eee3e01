import { linesIn, rowHeightFor } from "./measure";
import { portraitPage } from "./page";
import type { KeptWidths, SheetPlan } from "./plan";
import { SheetBuilder } from "./sheet-builder";

export const NOTICE_SHEET_NAME = "通报";
/** Body of a notice: 3号仿宋, as GB/T 9704-2012 has it. */
export const NOTICE_FONT = { fontName: "仿宋", fontSize: 16 } as const;
/** 28 characters of 16 points: the standard's line. */
const COLUMN_WIDTH = 84;

/** Plans a sheet of our own for the notice, one paragraph a cell, each row high enough to show all of it. */
export function planNoticeSheet(paragraphs: readonly string[], keptWidths: KeptWidths = {}): SheetPlan {
  const builder = new SheetBuilder();
  builder.setWidth(0, COLUMN_WIDTH);
  const columns = builder.keepWidths(["notice"], keptWidths);
  paragraphs.forEach((text, row) => {
    builder.text(row, 0, text);
    builder.height(row, paragraphHeight(text, builder.width(0)));
  });
  builder.style(0, 0, paragraphs.length, 1, { ...NOTICE_FONT, horizontal: "Left", vertical: "Top", wrap: true });
  return builder.plan({
    key: "notice",
    name: NOTICE_SHEET_NAME,
    freeze: { rows: 0, columns: 0 },
    print: portraitPage(),
    tabColor: "#C50F1F",
    columns,
  });
}

/** The height in points that shows a paragraph in a column of so many digits. */
export function paragraphHeight(text: string, columnWidth: number): number {
  return rowHeightFor(linesIn(text, columnWidth, NOTICE_FONT.fontSize), NOTICE_FONT.fontSize);
}
