/** Texts that are kept before all are let go: few workbooks have so many headers and names. */
const MOST_KNOWN = 5000;
/** A longer text is a remark, hardly ever asked for twice. */
const LONGEST_KNOWN = 400;

/** The same function, what it makes of a text kept: the same headers and names are asked for again and again. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_KNOWN) return make(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const made = make(text);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(text, made);
    return made;
  };
}
