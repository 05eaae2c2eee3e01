import type { Vocabulary, Word } from "./words";
import { isPartOfPlace } from "./region-words";

/** A word of the vocabulary in a text, or what lies between two of them. */
export interface Piece {
  at: number;
  end: number;
  /** null for what the vocabulary does not know. */
  word: Word | null;
}

/** An unknown sign costs more than a word, so that words are found wherever they fit. */
const UNKNOWN = 10;
const WORD = 9;

/**
 * Cuts a stretch of text into words so that the fewest signs stay unknown and, among those, the fewest words are needed;
 * a region's name wins over all.
 * Linear in the stretch's length.
 */
export function piecesOf(plain: string, from: number, to: number, { words, lengths }: Vocabulary): Piece[] {
  const cost = new Array<number>(to - from + 1).fill(0);
  const step = new Array<number>(to - from + 1).fill(0);
  for (let at = to - 1; at >= from; at--) {
    cost[at - from] = (cost[at - from + 1] ?? 0) + UNKNOWN;
    for (const length of lengths.get(plain.charAt(at)) ?? []) {
      if (at + length > to) continue;
      const word = words.get(plain.slice(at, at + length));
      if (!word || ("region" in word && isPartOfPlace(plain, at + length))) continue;
      const through = (cost[at - from + length] ?? 0) + ("region" in word ? 1 : WORD);
      if (through < (cost[at - from] ?? 0)) {
        cost[at - from] = through;
        step[at - from] = length;
      }
    }
  }
  const pieces: Piece[] = [];
  let unknownFrom = from;
  for (let at = from; at < to; ) {
    const length = step[at - from] ?? 0;
    if (length === 0) {
      at++;
      continue;
    }
    if (unknownFrom < at) pieces.push({ at: unknownFrom, end: at, word: null });
    pieces.push({ at, end: at + length, word: words.get(plain.slice(at, at + length)) ?? null });
    at += length;
    unknownFrom = at;
  }
  if (unknownFrom < to) pieces.push({ at: unknownFrom, end: to, word: null });
  return pieces;
}
