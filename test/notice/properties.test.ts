import fc from "fast-check";
import { loadNoticeWriter, STANDARD_TEMPLATES, type NoticeParagraph, type NoticeWriter, type TemplateId } from "../../src/notice";
import { periodOf, type IndicatorDefinition, type Period } from "../../src/progress";
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
const asOf = fc.constantFrom("2021-01-01", "2021-04-23", "2021-06-30", "2021-12-31", "2024-02-29");

const RUNS = 60;
let writer: NoticeWriter;
beforeAll(async () => {
  writer = await loadNoticeWriter();
});

/** Holds a rule for every paragraph of the notice of any workbook, with and without kept periods. */
function always(template: TemplateId, rule: (paragraph: NoticeParagraph, names: readonly string[]) => void): void {
  fc.assert(
    fc.property(rows, rows, asOf, fc.boolean(), (given, before, day, kept) => {
      const report = reportOf(given, { asOf: day, own: [OWN] });
      const names = report.regions.flatMap(({ name, shortName }) => [name, shortName]);
      const periods: { previous?: Period; yearAgo?: Period } = kept
        ? { previous: periodOf(reportOf(before, { asOf: "2020-12-31", own: [OWN] })), yearAgo: periodOf(reportOf(given, { asOf: "2020-04-23", own: [OWN] })) }
        : {};
      const notice = writer.write(report, { ...periods, attachments: names.slice(0, 3) }, template);
      expect(notice.problems).toEqual([]);
      for (const paragraph of notice.paragraphs) rule(paragraph, names);
    }),
    { numRuns: RUNS },
  );
}

describe.each(STANDARD_TEMPLATES.map(({ id }) => id))("the notice of any workbook by the template %s", (template) => {
  test("has no two marks together, none at the head, and ends with 。 or is a heading", () => {
    always(template, ({ text, kind }) => {
      expect(text).not.toMatch(/[，。；：、]{2}/);
      expect(text).not.toMatch(/^[，。；：、]/);
      expect(text).not.toMatch(/[（][，。；：、）]/);
      const isHeading = kind === "chapter" || (kind === "part" && !/[。：；]/.test(text));
      if (isHeading || kind === "title" || kind === "attachments") return;
      expect(text).toMatch(kind === "addressees" || text.endsWith("通报如下：") ? /：$/ : /[^，；：、]。$/);
    });
  });

  test("has no empty clause: no mark follows another, nor a word that needs an object", () => {
    always(template, ({ text }) => {
      expect(text).not.toMatch(/(?:分别是|共|的|各|占目标任务|完成率|差|有|是|较)[，。；、]|其中[。；、]|：[，。；、]/);
      expect(text).not.toMatch(/undefined|null|NaN|Infinity|\s/);
    });
  });

  test("gives every figure the cells that it rests on", () => {
    const standing = /\d{4}(?:-\d{4})?年(?:\d+月)?(?:\d+日|底)?|投资(?:均)?为0|^\d+、|\d+月底|1-\d季度/g;
    always(template, ({ text, figures, kind }) => {
      if (kind === "attachments") return;
      let last = 0;
      for (const { start, end, cells, basis } of figures) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end)).toMatch(/^\d+(?:\.\d+)?\D*$/);
        expect(cells.length > 0 || (basis ?? "") !== "").toBe(true);
        last = end;
      }
      const blanked = [...text]
        .map((sign, at) => (figures.some(({ start, end }) => at >= start && at < end) ? "·" : sign))
        .join("");
      expect(blanked.replace(standing, "")).not.toMatch(/\d/);
    });
  });

  test("counts exactly the names that it lists", () => {
    always(template, ({ text }, names) => {
      const known = new Set(names);
      const after = /([^，。；：]+?)(\d+)(?:县市区|县区|县市|县|区|市|个单位|个地区|单位)(?=各\d|暂未|计划|有困难|能|尚未|尚无)/g;
      const before = /有()(\d+)个(?:县市区|县区|县市|县|区|市|单位)：([^。；]+)/g;
      for (const [, first, count, last] of [...text.matchAll(after), ...text.matchAll(before)]) {
        const listed = (first || last || "").replace(/^其中/, "").replace(/（[^）]*）/g, "").split("、");
        for (const name of listed) expect(known).toContain(name);
        expect(listed).toHaveLength(Number(count));
      }
    });
  });

  test("says 涉及 of as many regions, and as many findings, as it then names", () => {
    always(template, ({ text }) => {
      for (const clause of text.split(/[；。]/)) {
        const match = /的涉及(\d+)个?\D*?(\d+)个问题，(.*)$/.exec(clause);
        if (!match) continue;
        const [regions, findings] = tally(match[3] ?? "");
        expect([regions, findings]).toEqual([Number(match[1]), Number(match[2])]);
      }
    });
  });

  test("splits an amount into parts that add up to it", () => {
    always(template, ({ text }) => {
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
