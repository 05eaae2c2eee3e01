/** Characters as wide as their font is high: Chinese ones, their punctuation, and the symbols of statuses. */
const WIDE = /[\u1100-\u115f\u2014\u2018\u2019\u201c\u201d\u2025-\u2027\u2190-\u2193\u2460-\u24ff\u2500-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** What never begins a line. */
const NEVER_FIRST = /[）)、，。；：！？”’》%]/;
/** How much of a line that costs, in characters; in columns of a few characters headers are broken by us. */
const EARLY = 0.7;
const NARROW_COLUMN = 6;
/** Half a character in Chinese fonts; other fonts that stand in for them are a little wider. */
const NARROW = 0.56;
const PERCENT = 0.8;
/** The font size that column widths are counted in (Excel's default of 11 points). */
const DEFAULT_FONT_SIZE = 11;
/** Left and right padding of a cell with its border, in points. */
export const CELL_PADDING = 6;
/** Line height of Chinese fonts, in font sizes. */
const LINE_SPACING = 1.42;
/** A digit of the default font is 7 pixels, with 5 of padding a column; a pixel is 0.75 points. */
const PIXELS_PER_DIGIT = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;
/** Excel's limit. */
export const MAX_ROW_HEIGHT = 409;

/** Widths or heights put end to end, in their own unit. @example lengthOf([12, 30.5]) // 42.5 */
export function lengthOf(parts: readonly number[]): number {
  return parts.reduce((total, one) => total + one, 0);
}

/** The width of a text on one line, in points. */
export function textPoints(text: string, fontSize: number): number {
  return emsOf(text) * fontSize;
}

function emsOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 1 : character === "%" ? PERCENT : NARROW), 0);
}

/** A column's width in points from its width in digits, as Excel lays it out. */
export function pointsOf(digits: number): number {
  return Math.round(digits * PIXELS_PER_DIGIT + PADDING_PIXELS) * POINTS_PER_PIXEL;
}

/** A column's width in digits from its width in points, to the pixel. */
export function digitsOf(points: number): number {
  return (Math.round(points / POINTS_PER_PIXEL) - PADDING_PIXELS) / PIXELS_PER_DIGIT;
}

/** The column width that shows a text on one line, in digits of the default font. */
export function columnWidthFor(text: string, fontSize: number): number {
  return digitsOf(textPoints(text, fontSize) + CELL_PADDING + DEFAULT_FONT_SIZE / 4);
}

/** How many lines a text takes in so many points, its cell's padding included. */
export function linesInPoints(text: string, points: number, fontSize: number): number {
  return lineCounter(text)(points, fontSize);
}

/** As `linesInPoints`, for a text that is tried in many widths. */
export function lineCounter(text: string): (points: number, fontSize: number) => number {
  const ems = text.split("\n").map(emsOf);
  // A line may end a character early: no line begins with 、 or 。
  const early = NEVER_FIRST.test(text) ? EARLY : 0;
  return (points, fontSize) => {
    const room = Math.max(1, (points - CELL_PADDING) / fontSize - (points > NARROW_COLUMN * fontSize ? early : 0));
    return ems.reduce((lines, width) => lines + Math.max(1, Math.ceil(width / room - 0.001)), 0);
  };
}

/** A header broken into lines of even length where it needs several: 目标 over 任务, not 目标任 over 务. */
export function evenLines(text: string, points: number, fontSize: number): string {
  const room = Math.max(fontSize, points - CELL_PADDING);
  const whole = textPoints(text, fontSize);
  const count = Math.ceil(whole / room - 0.001);
  if (count < 2) return text;
  const lines: string[] = [];
  let rest = [...text];
  for (let left = count; rest.length > 0; left = Math.max(1, left - 1)) {
    const wanted = left === 1 ? room : Math.min(room, Math.ceil(textPoints(rest.join(""), 1) / left) * fontSize);
    let end = rest.findIndex((_, at) => textPoints(rest.slice(0, at + 1).join(""), fontSize) > wanted + 0.001);
    if (end === -1) end = rest.length;
    end = Math.max(1, end);
    // No line begins with a closing mark, none ends with an opening one.
    while (end > 1 && end < rest.length && (NEVER_FIRST.test(rest[end] ?? "") || /[（(“‘《]/.test(rest[end - 1] ?? ""))) end--;
    lines.push(rest.slice(0, end).join(""));
    rest = rest.slice(end);
  }
  return lines.join("\n");
}

/** How many lines a text takes in a column of so many digits. */
export function linesIn(text: string, columnWidth: number, fontSize: number): number {
  return linesInPoints(text, pointsOf(columnWidth), fontSize);
}

/** What so many lines take, in points. */
export function heightOf(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * LINE_SPACING + 6);
}

/** The row height that shows so many lines, in points, as far as a row can. */
export function rowHeightFor(lines: number, fontSize: number): number {
  return Math.min(MAX_ROW_HEIGHT, heightOf(lines, fontSize));
}
