import { textsOf } from "../money";
import type { NoticeFigure, Phrase, Quantity } from "../phrase";

/** Figures stand in rendered text as single characters of the supplementary private use plane. */
const FIRST_MARK = 0xf0000;
const MOST_MARKS = 0xfffd;
const MARK = /[\u{f0000}-\u{ffffd}]/u;
/** Private use characters, which no text of a workbook or template may bring along. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;

/** What the tags 自拟 and 自拟完 leave in the text around the office's own words, and passages before what the tables say. */
export const OWN_BEGINS = "\ue002";
export const OWN_ENDS = "\ue003";
const FROM_TABLES = "\ue004";

/** A stretch of a paragraph: UTF-16 offsets, the end exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}

/** The plain text of a paragraph with all that stands in it. */
interface Resolved {
  text: string;
  figures: NoticeFigure[];
  /** Words that are the office's and not the tables'. */
  own: TextSpan[];
  /** Whether a passage of it tells what the tables say. */
  fromTables: boolean;
}

/** Takes private use characters out of a text from outside, so that it cannot pass for a figure. */
export function withoutPrivateUse(text: string): string {
  return text.replace(PRIVATE, "");
}

/**
 * Carries figures through templating: each becomes one character, which joins, captures and filters move like
 * any other; afterwards the characters become figures again, with their place and sources.
 */
export class Marks {
  private readonly quantities: Quantity[] = [];

  /** @throws RangeError for more figures than a notice can have */
  mark(quantity: Quantity): string {
    if (this.quantities.length > MOST_MARKS) throw new RangeError("too many figures");
    this.quantities.push(quantity);
    return String.fromCodePoint(FIRST_MARK + this.quantities.length - 1);
  }

  /** A phrase as marked text. */
  phrase(phrase: Phrase): string {
    return FROM_TABLES + phrase.map((part) => (typeof part === "string" ? withoutPrivateUse(part) : this.mark(part))).join("");
  }

  /** The marked text of a paragraph as plain text, with the place of each figure and of the office's own words; its money in one unit an indicator. */
  resolve(marked: string): Resolved {
    const quantities = [...marked].map((character) =>
      MARK.test(character) ? this.quantities[(character.codePointAt(0) ?? 0) - FIRST_MARK] : undefined,
    );
    const words = textsOf(quantities.flatMap((quantity) => quantity ?? []));
    let text = "";
    const figures: NoticeFigure[] = [];
    const own: TextSpan[] = [];
    let fromTables = false;
    let begun: number | null = null;
    const close = () => {
      if (begun !== null && begun < text.length) own.push({ start: begun, end: text.length });
      begun = null;
    };
    [...marked].forEach((character, at) => {
      const quantity = quantities[at];
      if (character === OWN_BEGINS) begun ??= text.length;
      else if (character === OWN_ENDS) close();
      else if (character === FROM_TABLES) fromTables = true;
      else if (!quantity) {
        text += character;
      }
      if (!quantity) return;
      const word = words[figures.length] ?? quantity.text;
      const { cells, basis } = quantity;
      figures.push({ start: text.length, end: text.length + word.length, cells, ...(basis === undefined ? {} : { basis }) });
      text += word;
    });
    close();
    return { text, figures, own, fromTables };
  }
}
