import { ENTRIES } from "../../../src/lexicon";
import { loadNationalList, type Gazetteer } from "../../../src/tables";
import { everySo } from "../../support/cases";
import { goldOf, neededBy, withoutOwnWords, type Gold } from "./support";

describe("the lexicon knows the field, not its examples", () => {
  let gazetteer: Gazetteer;
  let gold: Gold[];
  beforeAll(async () => {
    gazetteer = await loadNationalList();
    gold = await goldOf(gazetteer);
  });

  test("no entry is there for one workbook alone, but for terms of the field", () => {
    const asked = ENTRIES.filter(({ term }) => !term);
    const alone = everySo(10, asked).flatMap((entry) => {
      const decides = neededBy(entry, gold, gazetteer, 2);
      return decides.length === 1 ? [`${entry.word} (${entry.kind} ${entry.value}): ${decides.join()}`] : [];
    });
    expect(alone).toEqual([]);
  });

  test("without the words that one family of workbooks alone has, its columns are read all the same", () => {
    const total = { slots: 0, roles: 0, whole: 0 };
    for (const family of new Set(gold.map((one) => one.family))) {
      const count = withoutOwnWords(family, gold, gazetteer);
      for (const key of ["slots", "roles", "whole"] as const) total[key] += count[key];
    }
    expect(total.roles / total.slots).toBeGreaterThanOrEqual(0.97);
    expect(total.whole / total.slots).toBeGreaterThanOrEqual(0.94);
  });
});
