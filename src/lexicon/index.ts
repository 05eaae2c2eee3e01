import { ENTRIES } from "./entries";
import { dictionaryOf, segment, type Token } from "./segment";
import type { Kind, Sense } from "./sense";

export { ENTRIES } from "./entries";
export { DRAFT_WORDS, HOUSEHOLD_CONCEPTS, type DraftClass } from "./draft-words";
export { chineseCount, chineseNumeralAt, isNumeralSign, NUMERAL_SIGNS } from "./numerals";
export * from "./places";
export * from "./units";
export { PLAIN_DRAFT_WORDS } from "./plain-draft-words";
export { cut, WORD_COST, type Token } from "./segment";
export type { Concept, Entry, Kind, Period, Role, Sense, Stage } from "./sense";
export { NAME_HEADS, TASK_STAGES } from "./subjects";

const DICTIONARY = dictionaryOf(ENTRIES);

/**
 * The words of a text, by the lexicon of the field that reading and proofreading share.
 * @param text without white space, full-width forms made half-width
 */
export function wordsIn(text: string): Token[] {
  return segment(text, DICTIONARY);
}

/** What a word says of one kind; undefined where it says nothing of it. */
export function senseOf(token: Token, kind: Kind): Sense | undefined {
  return token.senses.find((sense) => sense.kind === kind);
}
