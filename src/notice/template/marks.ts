import { textsOf } from "../money";
import type { NoticeFigure, Phrase, Quantity } from "../phrase";

/** Figures stand in rendered text as single characters of the supplementary private use plane. */
const FIRST_MARK = 0xf0000;
const MOST_MARKS = 0xfffd;
const MARK = /[\u{f0000}-\u{ffffd}]/u;
/** Private use characters, which no text of a workbook or template may bring along. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;

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
    return phrase.map((part) => (typeof part === "string" ? withoutPrivateUse(part) : this.mark(part))).join("");
  }

  /** The marked text of a paragraph as plain text, with the place of each figure; its money in one unit an indicator. */
  resolve(marked: string): { text: string; figures: NoticeFigure[] } {
    const quantities = [...marked].map((character) =>
      MARK.test(character) ? this.quantities[(character.codePointAt(0) ?? 0) - FIRST_MARK] : undefined,
    );
    const words = textsOf(quantities.flatMap((quantity) => quantity ?? []));
    let text = "";
    const figures: NoticeFigure[] = [];
    [...marked].forEach((character, at) => {
      const quantity = quantities[at];
      if (!quantity) {
        text += character;
        return;
      }
      const word = words[figures.length] ?? quantity.text;
      const { cells, basis } = quantity;
      figures.push({ start: text.length, end: text.length + word.length, cells, ...(basis === undefined ? {} : { basis }) });
      text += word;
    });
    return { text, figures };
  }
}
