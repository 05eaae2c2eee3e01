import fc from "../../support/property";

/** A place in a value of JSON, from the outside in. */
type Path = readonly (string | number)[];

/** Every place in a value, itself first; of a long list its first, its last and one between. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? [...new Set([0, value.length >> 1, value.length - 1])].filter((at) => at in value) : Object.keys(value);
  return [path, ...keys.flatMap((key) => placesIn((value as Record<string | number, unknown>)[key], [...path, key]))];
}

/** The value with what stands at a place made into another; undefined: taken out. */
function changedAt(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const changed = changedAt(copy[key], rest, change);
  if (changed !== undefined) copy[key] = changed;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

const LONG = "长".repeat(50_000);
/** What may stand where something else is meant. */
const FOREIGN: readonly unknown[] = [null, true, "", "x", "1", "2021-02-30", -1, 0, 1.5, 7, 1e9, 1e308, [], [null], [[]], {}, { a: 1 }, LONG, Array.from({ length: 20_000 }, () => 7), "__proto__"];

/** How a kept setting may be spoiled, with what it is called in a report of failures. */
export const SPOILINGS: Readonly<Record<string, (text: string) => fc.Arbitrary<string>>> = {
  "another type": (text) => at(text, () => fc.constantFrom(...FOREIGN)),
  "left out": (text) => at(text, () => fc.constant(undefined)),
  "array for object": (text) => at(text, (old) => fc.constant(swapped(old))),
  repeated: (text) => at(text, (old) => fc.constant(Array.isArray(old) ? Array.from({ length: Math.min(20_000, 2_000_000 / (JSON.stringify(old).length + 1)) }, () => old).flat() : [old, old])),
  "cut off": (text) => fc.integer({ min: 0, max: text.length - 1 }).map((length) => text.slice(0, length)),
  "foreign version": (text) => fc.constantFrom<unknown>(99, 0, "2", null).map((version) => JSON.stringify({ ...(JSON.parse(text) as object), version })),
  "foreign text": () => fc.constantFrom("", "null", "7", '"x"', "[]", "{}", "[1]", '{"__proto__":1}', "<xml/>", LONG),
};

function at(text: string, valueFor: (old: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const kept: unknown = JSON.parse(text);
  const there = (path: Path) => path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], kept);
  return fc
    .constantFrom(...placesIn(kept))
    .chain((path) => valueFor(there(path)).map((value) => changedAt(kept, path, () => value)))
    .map((value) => JSON.stringify(value) ?? "");
}

function swapped(value: unknown): unknown {
  if (Array.isArray(value)) return { ...value };
  return typeof value === "object" && value !== null ? Object.values(value) : [value];
}
