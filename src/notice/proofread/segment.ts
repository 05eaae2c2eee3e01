import { cut, WORD_COST } from "../../lexicon";
import type { Vocabulary, Word } from "./words";
import { isPartOfPlace } from "./region-words";

/** A word of the vocabulary in a text, or what lies between two of them. */
export interface Piece {
  at: number;
  end: number;
  /** null for what the vocabulary does not know. */
  word: Word | null;
}

/** A region's name wins over all other words. */
const REGION_COST = 1;

/** Cuts a stretch of text into the vocabulary's words, as headers are cut into the lexicon's; a region's name wins over all. */
export function piecesOf(plain: string, from: number, to: number, { words, lengths }: Vocabulary): Piece[] {
  const cuts = cut(
    from,
    to,
    (at) => lengths.get(plain.charAt(at)) ?? [],
    (at, length) => {
      const word = words.get(plain.slice(at, at + length));
      if (!word || ("region" in word && isPartOfPlace(plain, at + length))) return null;
      return "region" in word ? REGION_COST : WORD_COST;
    },
  );
  return cuts.map(({ at, end, isWord }) => ({ at, end, word: isWord ? (words.get(plain.slice(at, end)) ?? null) : null }));
}
