/** A digit of the default font is the unit of column widths; a Chinese character takes two. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** The font size that column widths are counted in (Excel's default of 11 points). */
const DEFAULT_FONT_SIZE = 11;
/** Left and right padding of a cell, in digits. */
const PADDING = 1.4;
/** Line height of Chinese fonts, in font sizes. */
const LINE_SPACING = 1.35;

/** The width of a text in digits of its own font size: 套 is 2, 1 is 1. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1.05), 0);
}

/** The column width that shows a text on one line, in digits of the default font. */
export function columnWidthFor(text: string, fontSize: number): number {
  return (textWidth(text) * fontSize) / DEFAULT_FONT_SIZE + PADDING;
}

/** How many lines a text takes in a column. */
export function linesIn(text: string, columnWidth: number, fontSize: number): number {
  const perLine = Math.max(1, ((columnWidth - PADDING) * DEFAULT_FONT_SIZE) / fontSize);
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / Math.max(2, perLine - 1))), 0);
}

/** The row height that shows so many lines, in points; Excel's limit is 409. */
export function rowHeightFor(lines: number, fontSize: number): number {
  return Math.min(409, Math.ceil(lines * fontSize * LINE_SPACING + 6));
}
