import fc, { type GeneratorValue } from "../../support/property";

/** One builder for every most: fast-check looks an arbitrary up by its builder, then among all arguments it was asked with. */
const BUILDERS = new Map<number, () => fc.Arbitrary<number>>();

/** A whole number from 0 to a most. */
export function upTo(g: GeneratorValue, most: number): number {
  let builder = BUILDERS.get(most);
  if (!builder) BUILDERS.set(most, (builder = () => fc.nat(most)));
  return g(builder);
}

/** A whole number from a least to a most. */
export function between(g: GeneratorValue, least: number, most: number): number {
  return least + upTo(g, most - least);
}

/** One of some choices. */
export function pick<T>(g: GeneratorValue, choices: readonly T[]): T {
  const index = upTo(g, choices.length - 1);
  const choice = choices[index];
  if (choice === undefined) throw new RangeError(`no choice ${index}`);
  return choice;
}

/** Yes or no. */
export function flag(g: GeneratorValue): boolean {
  return upTo(g, 1) === 1;
}

/** Yes once in so many. */
export function oneIn(g: GeneratorValue, many: number): boolean {
  return upTo(g, many - 1) === 0;
}

/** Some of a list in any order, so many at least and at most. */
export function some<T>(g: GeneratorValue, list: readonly T[], least: number, most = list.length): T[] {
  const rest = [...list];
  return Array.from({ length: between(g, least, most) }, () => rest.splice(upTo(g, rest.length - 1), 1)[0] as T);
}
