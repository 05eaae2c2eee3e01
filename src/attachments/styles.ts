import type { Status } from "../progress";
import type { CellStyle } from "./plan";

/**
 * Fonts and sizes of GB/T 9704-2012 as attachments are set: 附件 label in 3号黑体, title in 2号 (小标宋; 宋体
 * bold where that is not installed), tables down to 10.5 points.
 */
export const LABEL: CellStyle = { fontName: "黑体", fontSize: 16, horizontal: "Left", vertical: "Center" };
export const TITLE: CellStyle = {
  fontName: "宋体",
  fontSize: 22,
  bold: true,
  horizontal: "Center",
  vertical: "Center",
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
export const MONEY_FORMAT = "General";
export const RATE_FORMAT = "0.00%";

/** Table font size, in points. */
export const TABLE_FONT_SIZE = 10.5;

/** Fill and font of a status: light enough for print, apart in greyscale and for colour-blind eyes. */
export const STATUS_COLOURS: Record<Exclude<Status, "noTask" | "unknown">, { fill: string; font: string }> = {
  none: { fill: "#F4B6B6", font: "#7A0000" },
  behind: { fill: "#FCE0B8", font: "#7A4100" },
  onPace: { fill: "#E3F1E1", font: "#1E5B1E" },
  complete: { fill: "#CDE6F7", font: "#0B4A75" },
  exceeded: { fill: "#BBD5F0", font: "#08386B" },
};

/** The statuses that are marked, worst first. */
export const MARKED_STATUSES = ["none", "behind", "onPace", "complete", "exceeded"] as const;
