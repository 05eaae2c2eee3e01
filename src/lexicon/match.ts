/**
 * The longest of some words that a text ends with; "" where it ends with none.
 * @param before so many signs stand before it at the least
 */
export function endingOf(text: string, words: readonly string[], before = 0): string {
  let longest = "";
  for (const word of words) if (word.length > longest.length && text.length - word.length >= before && text.endsWith(word)) longest = word;
  return longest;
}

/** Whether a text begins with one of some words. */
export function beginsWithAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.startsWith(word));
}

/** Whether one of some words stands in a text. */
export function hasAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text.includes(word));
}

/** Whether a text is another with signs left out: 台商区 of 台商投资区. */
export function isShortened(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (sign === part[at]) at++;
  return at === part.length;
}
