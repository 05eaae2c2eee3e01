import fc from "../support/property";
import type { IndicatorDefinition, RankingRule } from "../../src/progress";
import type { Row } from "./report-builder";

const SUFFIXES = ["县", "区", "市"] as const;
/** An indicator that the catalogue lacks. */
export const OWN: IndicatorDefinition = {
  id: "own:筹集",
  name: "保障性租赁住房筹集",
  shortName: "筹集",
  unit: "间",
  english: "Units raised",
};
const INDICATORS = [
  "starts",
  "oldTownStarts",
  "publicRentalStarts",
  "basicCompletion",
  "rentSubsidyHouseholds",
  "rentSubsidyAmount",
  "investment",
  OWN.id,
];
const CATEGORIES = [null, "未办理竣工验收手续", "未办理产权登记", "公租房闲置"] as const;

const amount = fc.oneof(
  fc.constant(0),
  fc.constant(null),
  fc.constantFrom(10, 20, 100),
  fc.integer({ min: 1, max: 30_000 }),
  fc.integer({ min: 1, max: 999_999 }).map((value) => value / 10_000),
);
const note = fc
  .array(fc.constantFrom("正在拆迁", "手续已完成", "，", "。", "；", "、", ",", ";", "\n", " ", "\n1.", "（", "）", "无"), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

/** Names of two characters and a suffix, all different, none of which holds another. */
function nameOf(index: number): string {
  const [first, second] = [Math.floor(index / 20), index % 20];
  const name = String.fromCharCode(0x5c71 + first) + String.fromCharCode(0x6c34 + second);
  return `${name}${SUFFIXES[index % 3] ?? "县"}`;
}

/** Rows of any workbook: 0 to 40 regions, every status, ties, missing tasks, notes of any punctuation. */
export const anyRows = fc
  .record({
    ids: fc.subarray(INDICATORS),
    categories: fc.subarray([...CATEGORIES]),
    aspects: fc.subarray(["backlog", "continuing", "note", "projects"] as const),
    special: fc.boolean(),
    size: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 })),
  })
  .chain(({ ids, categories, aspects, special, size }) => {
    const has = (aspect: (typeof aspects)[number]) => aspects.includes(aspect);
    const count = fc.integer({ min: 0, max: 9 });
    return fc
      .array(
        fc.record({
          pairs: fc.array(fc.tuple(amount, amount), { minLength: ids.length, maxLength: ids.length }),
          findings: fc.array(count, { minLength: categories.length, maxLength: categories.length }),
          backlog: fc.record({ reported: count, repurposed: count, stock: count, verified: count }),
          units: count,
          outlook: fc.option(fc.constantFrom("年底前基本建成", "有困难。", "能部分完成")),
          note,
          projects: count,
        }),
        { minLength: size, maxLength: size },
      )
      .map((cells) =>
        cells.map((cell, index): Row => {
          const region = special && index < 2 ? (index === 0 ? "经开区" : "市本级") : nameOf(index);
          return {
            region,
            figures: Object.fromEntries(ids.map((id, place) => [id, cell.pairs[place] ?? [null, null]])),
            audit: categories.map((category, place) => [2017, category, cell.findings[place] ?? 0]),
            ...(has("backlog") ? { backlog: cell.backlog } : {}),
            ...(has("continuing") ? { continuing: [cell.units, cell.outlook] as const } : {}),
            ...(has("note") ? { note: cell.note } : {}),
            ...(has("projects") ? { projects: { starts: cell.projects } } : {}),
          };
        }),
      );
  });
/** Days at the start, in the middle and at the end of a year. */
export const anyDay = fc.constantFrom("2021-01-01", "2021-04-23", "2021-06-30", "2021-12-31", "2024-02-29");

/** Any rule of 综合排名, told of in every notice. */
export const anyRule: fc.Arbitrary<RankingRule> = fc.record({
  weights: fc.dictionary(fc.constantFrom(...INDICATORS), fc.constantFrom(0, 0.5, 1, 2, 30)),
  lastPlaces: fc.integer({ min: 1, max: 6 }),
  periods: fc.integer({ min: 1, max: 3 }),
  inNotice: fc.constant(true),
});
