/** 1 − edit distance ÷ the longer length: 1 for equal texts, 0 for texts with nothing in common. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}

/** Levenshtein distance in characters. */
function editDistance(a: string, b: string): number {
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  let current = new Uint32Array(b.length + 1);
  for (let row = 1; row <= a.length; row++) {
    const sign = a.charCodeAt(row - 1);
    current[0] = row;
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] as number) + (sign === b.charCodeAt(column - 1) ? 0 : 1);
      current[column] = Math.min(replaced, (previous[column] as number) + 1, (current[column - 1] as number) + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length] as number;
}
