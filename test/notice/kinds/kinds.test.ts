import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasAttachmentTwo, planAttachmentOne, planAttachmentTwo, planHighlights, planProgressSheet, planRanking, type SheetPlan } from "../../../src/attachments";
import { noticeLines, STANDARD_TEMPLATES, type TemplateId } from "../../../src/notice";
import { buildReport, type Report } from "../../../src/progress";
import { loadNationalList, readWorkbook } from "../../../src/tables";
import { noticeOf } from "../write";
import { KINDS } from "./workbooks";

/** Of these the whole notice and the heads of the sheets are kept as texts, for people to read. */
const GOLDEN = ["重点项目投资，自治州", "高标准农田，市", "就业，县的乡镇", "只有目标任务", "只有数量", "比例目标", "危房改造，两个阶段", "县区和部门混在一起", "县的三张表"];
/** The housing office's own words, which no other office's notice has. */
const HOUSING = /住房保障|棚户区|棚改|公租房|公共租赁|保障性安居|租赁补贴/;
const NAMES = Object.keys(KINDS);

let reports: Map<string, Report>;
beforeAll(async () => {
  const gazetteer = await loadNationalList();
  reports = new Map(Object.entries(KINDS).map(([name, sheets]) => [name, buildReport(readWorkbook({ sheets: sheets() }, { gazetteer }), { today: "2023-12-31" })]));
});

function reportOf(name: string): Report {
  const report = reports.get(name);
  if (!report) throw new RangeError(name);
  return report;
}

function plansOf(report: Report): SheetPlan[] {
  if (report.indicators.length === 0) return [];
  return [planAttachmentOne(report), ...(hasAttachmentTwo(report) ? [planAttachmentTwo(report)] : []), planRanking(report), planProgressSheet(report)].flatMap((plan) => plan ?? []);
}

/** The texts that a sheet shows, a row a line. */
function textsOf(plan: SheetPlan): string[] {
  const rows = plan.cells.map((row) => row.flatMap((cell) => (cell.kind === "text" ? [cell.text.replace(/\n/g, "")] : [])).join(" | "));
  return rows.filter((row) => row !== "");
}

async function linesOf(name: string, template: TemplateId = "standard"): Promise<string[]> {
  const report = reportOf(name);
  const [title] = planAttachmentOne(report).cells[2]?.flatMap((cell) => (cell.kind === "text" ? [cell.text] : [])) ?? [];
  return noticeLines(await noticeOf(report, { attachments: title === undefined ? [] : [title] }, template));
}

describe("the notice of any kind of workbook", () => {
  test.each(NAMES.filter((name) => !/住房办|只有目标|兵团/.test(name)))("%s: nothing is written of housing", async (name) => {
    for (const { id } of STANDARD_TEMPLATES) {
      const written = (await linesOf(name, id)).join("\n").replaceAll("保障性租赁住房", "").replaceAll("省住房和城乡建设厅", "");
      expect(written).not.toMatch(HOUSING);
    }
    expect(plansOf(reportOf(name)).flatMap(textsOf).join("\n").replaceAll("保障性租赁住房", "")).not.toMatch(HOUSING);
  });

  test.each(NAMES)("%s: a paragraph has one unit of money an indicator, and no sum of money runs to eight digits", async (name) => {
    for (const { id } of STANDARD_TEMPLATES) {
      for (const line of await linesOf(name, id)) {
        expect(/\d万元/.test(line) && /\d亿元/.test(line)).toBe(false);
        expect(line).not.toMatch(/\d{8}(?:\.\d+)?万元/);
      }
    }
  });

  test.each(NAMES)("%s: no figure is said to be done without a verb where its header has one", async (name) => {
    const { indicators } = reportOf(name);
    const lines = await linesOf(name);
    for (const { name: own, verb, unit } of indicators) {
      if (verb) expect(lines.join("\n")).not.toMatch(new RegExp(`[全]\\S{0,3}${own.replace(/[()]/g, "\\$&")}\\d[\\d.]*${unit}，占`));
    }
  });

  test.each(NAMES)("%s: starts are spoken of only where the verb is 开工", async (name) => {
    const isStarted = reportOf(name).indicators.some((one) => one.name.includes("开工") || one.verb === "开工");
    if (isStarted) return;
    for (const { id } of STANDARD_TEMPLATES) expect((await linesOf(name, id)).join("\n")).not.toContain("开工");
    expect(plansOf(reportOf(name)).flatMap((plan) => plan.cells.flat()).map((cell) => (cell.kind === "formula" ? cell.formula : cell.kind === "text" ? cell.text : "")).join("\n")).not.toContain("开工");
  });

  test.each(GOLDEN)("%s reads as it stands", async (name) => {
    const sheets = plansOf(reportOf(name)).flatMap((plan) => ["", `【${plan.name}】`, ...textsOf(plan)]);
    const text = `${[...(await linesOf(name)), ...sheets].join("\n")}\n`;
    const file = join(__dirname, "golden", `${name}.txt`);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, text);
    expect(existsSync(file)).toBe(true);
    expect(text).toBe(readFileSync(file, "utf8"));
  });
});

describe("the sheets of any kind of workbook", () => {
  test.each(NAMES)("%s: a rate stands beside a target and what was done, never alone", (name) => {
    for (const plan of plansOf(reportOf(name))) {
      const ids = plan.columns.map(({ id }) => id);
      for (const id of ids.filter((one) => one.endsWith(".rate"))) {
        expect(ids).toEqual(expect.arrayContaining([id.replace(/rate$/, "target"), id.replace(/rate$/, "done")]));
      }
    }
  });

  test("targets alone have no column of what was done, no rank and no marks", () => {
    const report = reportOf("只有目标任务");
    expect(planAttachmentOne(report).columns.map(({ id }) => id).filter((id) => !id.endsWith(".target"))).toEqual(["region"]);
    expect(planRanking(report)).toBeNull();
    expect(planHighlights(report)).toEqual([]);
    expect(planProgressSheet(report).columns.map(({ id }) => id).join()).not.toMatch(/done|rate|rank|status/);
  });

  test("goals in per cent are shown and never added up, ranked or marked", () => {
    const report = reportOf("比例目标");
    const plan = planAttachmentOne(report);
    const total = plan.cells.find((row) => row.some((cell) => cell.kind === "text" && cell.text === "合计"));
    const at = (id: string) => plan.columns.findIndex((column) => column.id === id);
    expect(at("own:城镇登记失业率.rate")).toBe(-1);
    expect(total?.[at("own:城镇登记失业率.target")]?.kind).toBe("blank");
    expect(total?.[at("own:城镇登记失业率.done")]?.kind).toBe("blank");
    expect(total?.[at("own:新增市场主体.done")]?.kind).toBe("formula");
    expect(planRanking(report)?.cells.flat().some((cell) => cell.kind === "text" && cell.text.includes("失业率"))).toBe(false);
    expect(planHighlights(report).map(({ range }) => range.column)).not.toContain(2);
  });

  test("both stages of one task are marked against it", () => {
    const columns = planHighlights(reportOf("危房改造，两个阶段")).map(({ range }) => range.column);
    expect(columns).toEqual(expect.arrayContaining([2, 4]));
  });
});
