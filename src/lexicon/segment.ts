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
  /** Lengths of words by their first sign, longest first. */
  lengths: ReadonlyMap<string, readonly number[]>;
}

/** Collects entries into a dictionary. */
export function dictionaryOf(entries: readonly (Sense & { word: string })[]): Dictionary {
  const senses = new Map<string, Sense[]>();
  for (const { word, kind, value, weight } of entries) {
    const known = senses.get(word);
    if (known) known.push({ kind, value, weight });
    else senses.set(word, [{ kind, value, weight }]);
  }
  return { senses, lengths: lengthsOf(senses.keys()) };
}

/** Lengths of spellings by their first sign, longest first. */
export function lengthsOf(spellings: Iterable<string>): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const { 0: sign = "", length } of spellings) {
    const known = lengths.get(sign);
    if (known === undefined) lengths.set(sign, [length]);
    else if (!known.includes(length)) known.push(length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return lengths;
}

/** Signs of a text that are looked at: no header is longer, and none may hold the pane. */
const LONGEST_TEXT = 400;

/** An unknown sign costs more than a word, so that words are found wherever they fit. */
const UNKNOWN = 10;
/** What a word costs, where nothing is to win over it. */
export const WORD_COST = 9;

/** A stretch of a text as it is cut: a word, or what lies between two of them. */
interface Cut {
  at: number;
  end: number;
  isWord: boolean;
}

/**
 * Cuts a stretch of text into words so that the fewest signs stay unknown and, among those, the fewest words are needed.
 * Linear in the stretch's length.
 * @param from where the stretch begins
 * @param to where it ends
 * @param lengthsAt the lengths to be tried at a place, the one to be preferred first
 * @param costOf what the word of that place and length costs; null where there is none
 * @example cut(0, 6, …) of 新开工的任务 // [{ at: 0, end: 3, isWord: true }, { at: 3, end: 4, isWord: false }, { at: 4, end: 6, isWord: true }]
 */
export function cut(
  from: number,
  to: number,
  lengthsAt: (at: number) => readonly number[],
  costOf: (at: number, length: number) => number | null,
): Cut[] {
  /** For each place the least cost to the end, and the word that begins there; 0 where a sign is passed over. */
  const cost = new Array<number>(to - from + 1).fill(0);
  const step = new Array<number>(to - from + 1).fill(0);
  for (let at = to - 1; at >= from; at--) {
    cost[at - from] = (cost[at - from + 1] ?? 0) + UNKNOWN;
    for (const length of lengthsAt(at)) {
      const own = at + length > to ? null : costOf(at, length);
      if (own === null) continue;
      const through = (cost[at - from + length] ?? 0) + own;
      // Of two cuts that cost the same the word that begins first: 累计 and not 计划 in 累计划拨.
      const least = cost[at - from] ?? 0;
      if (through < least || (through === least && step[at - from] === 0)) {
        cost[at - from] = through;
        step[at - from] = length;
      }
    }
  }
  const cuts: Cut[] = [];
  let unknownFrom = from;
  for (let at = from; at < to; ) {
    const length = step[at - from] ?? 0;
    if (length === 0) {
      at++;
      continue;
    }
    if (unknownFrom < at) cuts.push({ at: unknownFrom, end: at, isWord: false });
    cuts.push({ at, end: at + length, isWord: true });
    at += length;
    unknownFrom = at;
  }
  if (unknownFrom < to) cuts.push({ at: unknownFrom, end: to, isWord: false });
  return cuts;
}

/**
 * The words of a text by a dictionary; what lies behind its first 400 signs is taken as unknown.
 * @example segment("城镇棚户区改造新开工任务", dictionary).map(({ text }) => text) // ["城镇棚户区改造", "新开工", "任务"]
 */
export function segment(text: string, { senses, lengths }: Dictionary): Token[] {
  const end = Math.min(text.length, LONGEST_TEXT);
  const cuts = cut(0, end, (at) => lengths.get(text.charAt(at)) ?? [], (at, length) => (senses.has(text.slice(at, at + length)) ? WORD_COST : null));
  const tokens = cuts.map(({ at, end: behind, isWord }): Token => {
    const piece = text.slice(at, behind);
    return { text: piece, at, senses: isWord ? (senses.get(piece) ?? []) : [] };
  });
  if (end === text.length) return tokens;
  const last = tokens.at(-1);
  const rest = last && last.senses.length === 0 ? last.at : end;
  return [...tokens.filter(({ at }) => at < rest), { text: text.slice(rest), at: rest, senses: [] }];
}
