import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EXPLANATIONS } from "./explanations";
import { compareWithSeed, seedComparison, type Pair } from "./seed-comparison";
import { templatesDocument } from "./templates-document";

const document = (name: string) => readFileSync(join(__dirname, "..", "..", "..", "docs", name), "utf8");

let pairs: Pair[];
beforeAll(async () => {
  pairs = await compareWithSeed();
});

describe("the sample's notice beside the seed", () => {
  test("every difference is named and explained, and no explanation is idle", () => {
    const found = pairs.flatMap((pair) => pair.differences);
    expect(found.filter(({ why }) => why === null)).toEqual([]);
    const idle = EXPLANATIONS.filter(({ first, second }) => !found.some(({ difference }) => difference.first === first && difference.second === second));
    expect(idle).toEqual([]);
  });
});

// Made anew by `npm run seed-comparison`.
describe("documents made from the notice", () => {
  test("docs/seed-comparison.md is what the script writes", () => {
    expect(document("seed-comparison.md")).toBe(seedComparison(pairs));
  });

  test("docs/templates.md is what the script writes", async () => {
    expect(document("templates.md")).toBe(await templatesDocument());
  });
});
