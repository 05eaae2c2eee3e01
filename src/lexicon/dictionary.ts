import { ENTRIES } from "./entries";
import { remembered } from "./remembered";
import { dictionaryOf, segment, type Dictionary, type Token } from "./segment";
import type { Entry, Kind, Sense } from "./sense";

let inUse = dictionaryOf(ENTRIES);

/**
 * The words of a text, by the lexicon of the field that reading and proofreading share.
 * @param text without white space, full-width forms made half-width
 */
export function wordsIn(text: string): Token[] {
  return segment(text, inUse);
}

/** What a word says of one kind; undefined where it says nothing of it. */
export function senseOf(token: Token, kind: Kind): Sense | undefined {
  return token.senses.find((sense) => sense.kind === kind);
}

/** The same function of a text, what it makes by the dictionary in use kept. */
export function byDictionary<T>(make: (text: string) => T): (text: string) => T {
  const known = new WeakMap<Dictionary, (text: string) => T>();
  return (text) => {
    let own = known.get(inUse);
    if (!own) known.set(inUse, (own = remembered(make)));
    return own(text);
  };
}

/**
 * Runs something with a part of the lexicon alone: calibration asks what each entry decides.
 * @param run must not wait for anything: the dictionary is put back when it returns
 */
export function withEntries<T>(entries: readonly Entry[], run: () => T): T {
  const before = inUse;
  inUse = dictionaryOf(entries);
  try {
    return run();
  } finally {
    inUse = before;
  }
}
