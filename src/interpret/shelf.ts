/**
 * Values by number, of which others share all but what differs: one more costs its depth, not all that was there. A
 * place stands below the root by its binary digits, the last first.
 */
export interface Shelf<T> {
  held: T | null;
  even: Shelf<T> | null;
  odd: Shelf<T> | null;
}

/** What a shelf holds at a place, counted from 0; null where nothing was put. */
export function heldAt<T>(shelf: Shelf<T> | null, place: number): T | null {
  let [at, rest] = [shelf, place];
  for (; at && rest > 0; rest >>= 1) at = rest & 1 ? at.odd : at.even;
  return at?.held ?? null;
}

/** The same shelf with one place filled anew; the given one stays as it is. */
export function withHeld<T>(shelf: Shelf<T> | null, place: number, held: T): Shelf<T> {
  const { held: own, even, odd } = shelf ?? { held: null, even: null, odd: null };
  if (place === 0) return { held, even, odd };
  const rest = place >> 1;
  return place & 1 ? { held: own, even, odd: withHeld(odd, rest, held) } : { held: own, even: withHeld(even, rest, held), odd };
}
