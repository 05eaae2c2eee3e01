import fc from "../support/property";
import { loadNoticeWriter, STANDARD_TEMPLATES, type NoticeParagraph, type NoticeWriter, type TemplateId } from "../../src/notice";
import { periodOf, type Period } from "../../src/progress";
import { cases } from "../support/cases";
import { anyDay, anyRows, OWN } from "./any-report";
import { reportOf } from "./report-builder";

const RUNS = cases("anyNotice");
let writer: NoticeWriter;
beforeAll(async () => {
  writer = await loadNoticeWriter();
});

/** Holds a rule for every paragraph of the notice of any workbook, with and without kept periods. */
function always(template: TemplateId, rule: (paragraph: NoticeParagraph, names: readonly string[]) => void): void {
  fc.assert(
    fc.property(anyRows, anyRows, anyDay, fc.boolean(), (given, before, day, kept) => {
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
        // Where many regions are grouped by status each has its task behind its name: 屲氶10套.
        for (const name of listed) expect(known).toContain(known.has(name) ? name : name.replace(/[\d.]+套$/, ""));
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
