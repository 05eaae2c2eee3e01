import type { CellAddress, RangeAddress } from "../progress";

/** Cells that a figure of the notice rests on: those it is read from, or those it is computed from. */
export type SourceCells = readonly (CellAddress | RangeAddress)[];

/** A figure with its unit as the notice prints it, and where it comes from. */
export interface Quantity {
  text: string;
  cells: SourceCells;
  /** The number and the unit that the text shows; none where it shows no number of one unit. */
  shown?: { number: number; unit: string };
  /** What it rests on beside cells: the day, a kept period, a demand of the office. */
  basis?: string;
  /** Money: the unit is chosen with the rest of its paragraph; `text` has it in 万元. */
  money?: { of: string; wan: number };
}

/** Words and figures in a row: a clause or a sentence before it becomes text. */
export type Phrase = readonly (string | Quantity)[];

/** Where a figure stands in a paragraph: UTF-16 offsets, the end exclusive, unit included. */
export interface NoticeFigure {
  start: number;
  end: number;
  cells: SourceCells;
  /** What it rests on beside cells: the day, a kept period, a demand of the office. */
  basis?: string;
}

/**
 * Puts words, figures and phrases together.
 * @example say`开工${{ text: "263套", cells }}，${"超额完成全年任务"}`
 */
export function say(words: TemplateStringsArray, ...parts: (string | Quantity | Phrase)[]): Phrase {
  const phrase: (string | Quantity)[] = [];
  words.forEach((word, index) => {
    if (word !== "") phrase.push(word);
    const part = parts[index];
    if (part === undefined || part === "") return;
    if (typeof part === "string" || "text" in part) phrase.push(part);
    else phrase.push(...part);
  });
  return phrase;
}

/** One phrase after another, without anything between. */
export function inOrder(...phrases: readonly Phrase[]): Phrase {
  return phrases.flat();
}
