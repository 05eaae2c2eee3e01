/** Makes a value of something that was kept and that anybody may have changed since; undefined where it is none. */
export type Parser<T> = (kept: unknown) => T | undefined;
type Parsers<T> = { [Name in keyof T]-?: Parser<T[Name]> };

/** No cell holds a longer text. */
const LONGEST_TEXT = 32_767;

/** A text; no longer than a cell holds, if not told otherwise. */
export function text(most = LONGEST_TEXT): Parser<string> {
  return (kept) => (typeof kept === "string" && kept.length <= most ? kept : undefined);
}

/** A text that says something. */
export function words(most?: number): Parser<string> {
  return that(text(most), (one) => one.trim() !== "");
}

/** A number between two others, both included. */
export function number(least = -Number.MAX_VALUE, most = Number.MAX_VALUE): Parser<number> {
  return (kept) => (typeof kept === "number" && kept >= least && kept <= most ? kept : undefined);
}

/** A whole number between two others, both included. */
export function whole(least: number, most: number): Parser<number> {
  return that(number(least, most), Number.isInteger);
}

export const flag: Parser<boolean> = (kept) => (typeof kept === "boolean" ? kept : undefined);

/** One of some values. */
export function oneOf<T>(values: readonly T[]): Parser<T> {
  return (kept) => values.find((value) => value === kept);
}

/** What a parser takes, where more holds of it. */
export function that<T>(parse: Parser<T>, holds: (value: T) => boolean): Parser<T> {
  return (kept) => {
    const value = parse(kept);
    return value !== undefined && holds(value) ? value : undefined;
  };
}

/** null, or what a parser takes. */
export function orNull<T>(parse: Parser<T>): Parser<T | null> {
  return (kept) => (kept === null ? null : parse(kept));
}

/** What the first of some parsers takes that takes anything. */
export function either<T>(...parsers: readonly Parser<T>[]): Parser<T> {
  return (kept) => parsers.reduce<T | undefined>((found, parse) => found ?? parse(kept), undefined);
}

/** A list all of which a parser takes. */
export function listOf<T>(parse: Parser<T>, most = Number.POSITIVE_INFINITY): Parser<T[]> {
  return (kept) => {
    if (!Array.isArray(kept) || kept.length > most) return undefined;
    const values = fitting(kept, parse);
    return values.length === kept.length ? values : undefined;
  };
}

/** What a parser takes of a list; the rest is left out, and so is all of what is no list. */
export function listed<T>(parse: Parser<T>): (kept: unknown) => T[] {
  return (kept) => (Array.isArray(kept) ? fitting(kept, parse) : []);
}

/** Values by name all of which a parser takes. */
export function namedOf<T>(parse: Parser<T>, most = Number.POSITIVE_INFINITY): Parser<Record<string, T>> {
  return (kept) => {
    const names = isNamed(kept) ? Object.keys(kept).length : Number.NaN;
    const values = named(parse)(kept);
    return names <= most && Object.keys(values).length === names ? values : undefined;
  };
}

/** What a parser takes of values by name; the rest is left out, and so is all of what is none. */
export function named<T>(parse: Parser<T>, names: (name: string) => boolean = () => true): (kept: unknown) => Record<string, T> {
  return (kept) => {
    if (!isNamed(kept)) return {};
    const values = Object.entries(kept).flatMap(([name, one]) => {
      const value = names(name) ? parse(one) : undefined;
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(values);
  };
}

/**
 * A record of fields, in the order in which they were kept.
 * @param optional fields that may be left out
 * @example fields({ name: words() }, { width: number() })({ name: "离石区", more: 7 }) // { name: "离石区" }
 */
export function fields<T extends object>(required: Parsers<T>): Parser<T>;
export function fields<T extends object, O extends object>(required: Parsers<T>, optional: Parsers<O>): Parser<T & Partial<O>>;
export function fields(required: Record<string, Parser<unknown>>, optional: Record<string, Parser<unknown>> = {}): Parser<object> {
  return (kept) => {
    if (!isNamed(kept)) return undefined;
    const values: [string, unknown][] = [];
    for (const name of new Set([...Object.keys(kept), ...Object.keys(required)])) {
      const value = Object.hasOwn(kept, name) ? kept[name] : undefined;
      const parse = Object.hasOwn(required, name)
        ? required[name]
        : value !== undefined && Object.hasOwn(optional, name)
          ? optional[name]
          : undefined;
      if (!parse) continue;
      const parsed = parse(value);
      if (parsed === undefined) return undefined;
      values.push([name, parsed]);
    }
    return Object.fromEntries(values);
  };
}

/** Whether something is an object of named values: no list. */
export function isNamed(kept: unknown): kept is Record<string, unknown> {
  return typeof kept === "object" && kept !== null && !Array.isArray(kept);
}

/** Whether plain data says all that other plain data says; a name that says undefined says nothing. */
export function saysAll(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && whole.length === part.length && part.every((one, at) => saysAll(whole[at], one));
  if (!isNamed(part)) return whole === part;
  return (
    isNamed(whole) &&
    Object.entries(part).every(([name, value]) => value === undefined || (Object.hasOwn(whole, name) && saysAll(whole[name], value)))
  );
}

/** Whether two pieces of plain data say the same, in whatever order they name it. */
export function saysSame(a: unknown, b: unknown): boolean {
  return saysAll(a, b) && saysAll(b, a);
}

function fitting<T>(kept: readonly unknown[], parse: Parser<T>): T[] {
  return kept.flatMap((one) => {
    const value = parse(one);
    // A list within the list stays one.
    return value === undefined ? [] : [value] as T[];
  });
}
