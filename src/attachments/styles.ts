import type { Status } from "../progress";
import type { CellStyle } from "./plan";

/**
 * Fonts and sizes of GB/T 9704-2012 as attachments are set: 附件 label in 3号黑体, title in 2号小标宋 (宋体 bold,
 * which every office has, until its template names another), tables between 五号 (10.5) and 小四 (12).
 */
export const LABEL: CellStyle = { fontName: "黑体", fontSize: 16, horizontal: "Left", vertical: "Center" };
export const TITLE: CellStyle = {
  fontName: "宋体",
  fontSize: 22,
  bold: true,
  horizontal: "Center",
  vertical: "Center",
  wrap: true,
};
export const CAPTION: CellStyle = { fontName: "仿宋", fontSize: 10.5, vertical: "Center" };
export const HEADER: CellStyle = {
  fontName: "黑体",
  fontSize: 10.5,
  horizontal: "Center",
  vertical: "Center",
  wrap: true,
  borders: true,
  fill: "#F2F2F2",
};
export const BODY: CellStyle = {
  fontName: "仿宋",
  fontSize: 10.5,
  horizontal: "Center",
  vertical: "Center",
  borders: true,
};
export const TOTAL_ROW: CellStyle = { ...BODY, bold: true, fontName: "宋体" };
export const WORDS: CellStyle = { horizontal: "Left", wrap: true };

/** Number formats: no thousands separators, as in notices; rates with two decimals. */
export const COUNT_FORMAT = "0";
export const ANY_FORMAT = "General";
export const RATE_FORMAT = "0.00%";

/** Table font size, in points. */
export const TABLE_FONT_SIZE = 10.5;
/** Where there is room for it. */
export const LARGE_TABLE_FONT_SIZE = 12;

/**
 * Fill and font of a status. Orange falls short and blue is ahead, which red-green blindness keeps apart; each
 * has a lightness of its own, which greyscale print keeps apart; and every mark has its symbol.
 */
export const STATUS_COLOURS: Record<Exclude<Status, "noTask">, { fill: string; font: string }> = {
  none: { fill: "#DE7348", font: "#2B0900" },
  behind: { fill: "#FAD7AE", font: "#6B3600" },
  onPace: { fill: "#F6F8F2", font: "#2F4F1F" },
  complete: { fill: "#DCEDF9", font: "#0A4066" },
  exceeded: { fill: "#A9CFED", font: "#04294A" },
  unknown: { fill: "#ABABAB", font: "#000000" },
};

/** The bar behind a rate. */
export const BAR_COLOUR = "#9DB7D5";

/** The statuses that are marked, worst first. */
export const MARKED_STATUSES = ["none", "behind", "onPace", "complete", "exceeded"] as const;
