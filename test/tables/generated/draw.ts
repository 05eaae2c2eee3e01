import fc, { type GeneratorValue } from "fast-check";

/** One of some choices. */
export function pick<T>(g: GeneratorValue, choices: readonly T[]): T {
  const index = g(fc.nat, choices.length - 1);
  const choice = choices[index];
  if (choice === undefined) throw new RangeError(`no choice ${index}`);
  return choice;
}

/** Yes or no. */
export function flag(g: GeneratorValue): boolean {
  return g(fc.nat, 1) === 1;
}

/** Some of a list in any order, so many at least and at most. */
export function some<T>(g: GeneratorValue, list: readonly T[], least: number, most = list.length): T[] {
  const rest = [...list];
  const count = g(fc.integer, { min: least, max: most });
  return Array.from({ length: count }, () => rest.splice(g(fc.nat, rest.length - 1), 1)[0] as T);
}
