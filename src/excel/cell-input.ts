/**
 * Texts that Excel takes as they stand: they begin with a Chinese character or its punctuation. Not with full-width
 * signs and digits: an East Asian Excel takes ＝１＋１ for =1+1.
 */
const SAFE = /^[\u2010-\u27bf\u3000-\u30ff\u4e00-\u9fff\uff01-\uff0a\uff0c\uff0e\uff0f\uff1a-\uff1c\uff1e\uff1f\uff21-\uffef]/;

/**
 * A text as it has to be handed to Excel so that it stays text: =1+1, +86, @name, 4-23 and 007 get the
 * apostrophe that a user would type. Source: Microsoft, “Range.formulas”; OWASP, “CSV injection”.
 */
export function cellInput(text: string): string {
  return text === "" || SAFE.test(text) ? text : `'${text}`;
}
