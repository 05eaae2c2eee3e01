import type { Sense } from "./sense";

/** A piece of a text: a word of the lexicon with all that it can say, or what lies between two of them. */
export interface Token {
  text: string;
  /** Where it begins in the text. */
  at: number;
  /** Empty for what the lexicon does not know. */
  senses: readonly Sense[];
}

/** Words by what they say, as a segmenter looks them up. */
export interface Dictionary {
  senses: ReadonlyMap<string, readonly Sense[]>;
  /** Signs of the longest word. */
  longest: number;
}

/** Collects entries into a dictionary. */
export function dictionaryOf(entries: readonly (Sense & { word: string })[]): Dictionary {
  const senses = new Map<string, Sense[]>();
  for (const { word, kind, value, weight } of entries) {
    const known = senses.get(word);
    if (known) known.push({ kind, value, weight });
    else senses.set(word, [{ kind, value, weight }]);
  }
  return { senses, longest: Math.max(0, ...[...senses.keys()].map((word) => word.length)) };
}

/** Signs of a text that are looked at: no header is longer, and none may hold the pane. */
const LONGEST_TEXT = 400;

/**
 * Cuts a text into words so that the fewest signs stay unknown and, among those, the fewest words are needed.
 * Linear in the text's length.
 * @example segment("城镇棚户区改造新开工任务", dictionary).map(({ text }) => text) // ["城镇棚户区改造", "新开工", "任务"]
 */
export function segment(text: string, { senses, longest }: Dictionary): Token[] {
  const end = Math.min(text.length, LONGEST_TEXT);
  /** For each place the least cost to the end, and the word that begins there; 0 where a sign is passed over. */
  const cost = new Array<number>(end + 1).fill(0);
  const step = new Array<number>(end + 1).fill(0);
  for (let at = end - 1; at >= 0; at--) {
    cost[at] = (cost[at + 1] ?? 0) + UNKNOWN;
    for (let length = Math.min(longest, end - at); length >= 1; length--) {
      const through = (cost[at + length] ?? 0) + WORD;
      if (through < (cost[at] ?? 0) && senses.has(text.slice(at, at + length))) {
        cost[at] = through;
        step[at] = length;
      }
    }
  }
  const tokens: Token[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const length = at < end ? (step[at] ?? 0) : 0;
    if (length === 0) {
      at++;
      continue;
    }
    if (from < at) tokens.push({ text: text.slice(from, at), at: from, senses: [] });
    const word = text.slice(at, at + length);
    tokens.push({ text: word, at, senses: senses.get(word) ?? [] });
    at += length;
    from = at;
  }
  if (from < text.length) tokens.push({ text: text.slice(from), at: from, senses: [] });
  return tokens;
}

/** An unknown sign costs more than a word, so that words are found wherever they fit. */
const UNKNOWN = 10;
const WORD = 9;
