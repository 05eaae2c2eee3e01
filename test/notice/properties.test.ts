import fc from "fast-check";
import { writeNotice, type NoticeParagraph } from "../../src/notice";
import type { IndicatorDefinition } from "../../src/progress";
import { reportOf, type Row } from "./report-builder";

const SUFFIXES = ["县", "区", "市"] as const;
const OWN: IndicatorDefinition = {
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

const rows = fc
  .record({
    ids: fc.subarray(INDICATORS),
    categories: fc.subarray([...CATEGORIES]),
    aspects: fc.subarray(["backlog", "continuing", "note", "projects"] as const),
    special: fc.boolean(),
    size: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 120 })),
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
const asOf = fc.constantFrom("2021-01-01", "2021-04-23", "2021-06-30", "2021-12-31", "2024-02-29");

/** Holds a rule for the notice of any workbook. */
function always(rule: (paragraph: NoticeParagraph, names: readonly string[]) => void): void {
  fc.assert(
    fc.property(rows, asOf, (given, day) => {
      const report = reportOf(given, { asOf: day, own: [OWN] });
      const names = report.regions.flatMap(({ name, shortName }) => [name, shortName]);
      for (const paragraph of writeNotice(report).paragraphs) rule(paragraph, names);
    }),
    { numRuns: 300 },
  );
}

describe("the notice of any workbook", () => {
  test("has no two marks together, none at the head, and ends with 。 or is a heading", () => {
    always(({ text, kind }) => {
      expect(text).not.toMatch(/[，。；：、]{2}/);
      expect(text).not.toMatch(/^[，。；：、]/);
      expect(text).not.toMatch(/[（][，。；：、）]/);
      if (kind !== "part" || /[。：；]/.test(text)) expect(text).toMatch(/[^，；：、]。$/);
    });
  });

  test("has no empty clause: no mark follows another, nor a word that needs an object", () => {
    always(({ text }) => {
      expect(text).not.toMatch(/(?:分别是|共|的|各|占目标任务)[，。；、]|其中[。；、]/);
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|\s/);
    });
  });

  test("gives every figure the cells that it rests on", () => {
    const standing = /\d{4}年(?:底)?(?:12月31日)?|投资(?:均)?为0|^\d+、/g;
    always(({ text, figures }) => {
      let last = 0;
      for (const { start, end, cells } of figures) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toMatch(/^\d+(?:\.\d+)?\D*$/);
        expect(cells.length).toBeGreaterThan(0);
        last = end;
      }
      const blanked = [...text]
        .map((sign, at) => (figures.some(({ start, end }) => at >= start && at < end) ? "·" : sign))
        .join("");
      expect(blanked.replace(standing, "")).not.toMatch(/\d/);
    });
  });

  test("counts exactly the names that it lists", () => {
    always(({ text }, names) => {
      const known = new Set(names);
      for (const [, list, count] of text.matchAll(/([^，。；：]+?)(\d+)(?:县市区|县区|县市|县|区|市|个单位|个地区|单位)(?=各\d|暂未|计划|有困难|能|尚未)/g)) {
        const listed = (list ?? "").replace(/^其中/, "").split("、");
        for (const name of listed) expect(known).toContain(name);
        expect(listed).toHaveLength(Number(count));
      }
    });
  });

  test("says 涉及 of as many regions, and as many findings, as it then names", () => {
    always(({ text }) => {
      for (const clause of text.split(/[；。]/)) {
        const match = /的涉及(\d+)个?\D*?(\d+)个问题，(.*)$/.exec(clause);
        if (!match) continue;
        const [regions, findings] = tally(match[3] ?? "");
        expect([regions, findings]).toEqual([Number(match[1]), Number(match[2])]);
      }
    });
  });

  test("splits an amount into parts that add up to it", () => {
    always(({ text }) => {
      const match = /完成投资([\d.]+)万元.*分别是：(.*?)。/.exec(text);
      if (!match) return;
      const parts = [...(match[2] ?? "").matchAll(/([\d.]+)万元/g)].map((part) => Number(part[1]));
      const total = parts.reduce((sum, part) => sum + Math.round(part * 10_000), 0);
      expect(total).toBe(Math.round(Number(match[1]) * 10_000));
    });
  });
});

/** Regions and findings of 其中甲4个，乙、丙2县各1个问题. */
function tally(list: string): [regions: number, findings: number] {
  let regions = 0;
  let findings = 0;
  for (const item of list.replace(/^其中/, "").split("，")) {
    const each = Number(/(\d+)个(?:问题)?$/.exec(item)?.[1]);
    const names = item.includes("各") ? item.split("、").length : 1;
    regions += names;
    findings += names * each;
  }
  return [regions, findings];
}
