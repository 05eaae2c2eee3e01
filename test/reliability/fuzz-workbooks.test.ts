import fc from "../support/property";
import { computeProgress, composeNotice, insertAttachments, insertRanking, Problem, proofreadDraft, readReport, takeBack, writeNotice, writeProofreading, type Outcome, type Reading } from "../../src/actions";
import { rankable, type SheetPlan } from "../../src/attachments";
import type { SheetGrid } from "../../src/tables";
import { cases, LONG_TEST } from "../support/cases";
import { sheetOf } from "../support/grid";
import { flag } from "../tables/generated/draw";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { notAsReported, plannedSheet } from "./fuzz/shown-figures";
import { workbookFile } from "./fuzz/workbook-file";
import { wildSheets } from "./fuzz/wild-grids";
import { WILD_NAMES } from "./fuzz/wild-values";
import { differences, partsOf } from "./workbook-parts";

const RUNS = cases("wildWorkbooks");
const TODAY = { today: "2021-12-31" };
/** What a workbook without a county table, or without what an action shows, is refused with. */
const REFUSALS = new Set(["no-county-table", "empty-workbook", "nothing-to-write", "nothing-to-notice"]);

describe("whole workbooks of random cells, through office.js", () => {
  let open: OpenWorkbook;
  const count = { workbooks: 0, written: 0, sheets: 0, cells: 0, takenBack: 0 };
  beforeAll(async () => {
    open = await openWorkbook();
  });
  afterAll(() => {
    open.close();
    console.log(`workbooks tried: ${count.workbooks}, written to: ${count.written}, sheets of ours: ${count.sheets} with ${count.cells} cells as planned, taken back: ${count.takenBack}`);
  });

  test(`every action is done or refused in a clerk's words, cells show what was planned, 撤销 gives back what was (${RUNS})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const sheets = wildSheets(g);
        const troubles = await troublesOf(flag(g), sheets);
        if (troubles.length > 0) throw new Error(`${troubles.slice(0, 5).join("\n")}\n${JSON.stringify(sheets).slice(0, 6000)}`);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, LONG_TEST);

  /** Regions that wildcards, signs or case would mix up, each with figures of its own. */
  const NAMES = WILD_NAMES.filter((name) => /^[^\d\s\p{C}:;,%"]{2,20}[县区]$|^.区$/u.test(name));
  const HEADER = ["县（市、区）", "项目名称", "棚户区改造开工任务（套）", "棚户区改造已开工（套）"];
  const wide = sheetOf("目标任务", [HEADER.filter((_, at) => at !== 1), ...NAMES.map((name, at) => [name, 1000 + at, 3 + at])]);
  const ledger = sheetOf("项目台账", [HEADER, ...[...NAMES, ...NAMES].map((name, at) => [name, `${at}号`, 1000 + at, 3 + at])]);

  test.each([wide, ledger])("names such as A*区, ~区 and ?区 keep their own county's figures: $name", async (sheet) => {
    expect(await troublesOf(false, [sheet])).toEqual([]);
    const { report } = await readReport(TODAY);
    expect(report.regions.length).toBeGreaterThan(15);
    expect(report.findings.map(({ code }) => code)).not.toContain("source-conflict");
  });

  async function troublesOf(date1904: boolean, sheets: SheetGrid[]): Promise<string[]> {
    count.workbooks++;
    await open.host.load(await workbookFile(sheets, date1904));
    // As the host writes each sheet, so that what it writes later can be held against it.
    for (const { name } of open.host.workbook.sheets) {
      open.host.edit(name, "A99", "1");
      open.host.edit(name, "A99", "");
    }
    const before = await partsOf(open.host);
    const troubles: string[] = [];
    const outcomes = await allWritten(troubles);
    if (outcomes.length > 0) count.written++;
    troubles.push(...outcomes.flatMap((outcome) => outcome.sheets.flatMap(({ key, name }) => notAsPlanned(name, plannedSheet(outcome, key)))));
    const [computed] = outcomes;
    if (computed) troubles.push(...notAsReported(open.host, computed));
    troubles.push(...differences(cellsOf(before), cellsOf(await partsOf(open.host))).filter((one) => !one.includes("came") && one.startsWith("xl/worksheets")).map((one) => `staff's sheet: ${one}`));
    for (let last = outcomes.length - 1; last >= 0; last--) {
      const outcome = outcomes[last];
      if (outcome) await takeBack(outcome);
      count.takenBack++;
    }
    return [...troubles, ...differences(before, await partsOf(open.host)).map((one) => `taken back: ${one}`)];
  }

  /** 计算进度, 插入附件, 进度排名表, 生成通报, 校核, one after the other, as far as the workbook has what they need. */
  async function allWritten(troubles: string[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    let reading: Reading | null = null;
    const attempt = async (act: (reading: Reading) => Promise<Outcome>) => {
      if (!reading) return;
      try {
        const outcome = await act(reading);
        outcomes.push(outcome);
        reading = outcome.reading;
      } catch (error) {
        troubles.push(...unlessRefused(error));
      }
    };
    try {
      reading = await readReport(TODAY);
    } catch (error) {
      troubles.push(...unlessRefused(error));
    }
    await attempt((one) => computeProgress(one));
    await attempt((one) => insertAttachments(one));
    await attempt((one) => (rankable(one.report).length > 0 ? insertRanking(one) : computeProgress(one)));
    await attempt((one) => writeNotice(one, "sheet"));
    await attempt(async (one) => {
      const { paragraphs } = await composeNotice(one);
      const draft = `${paragraphs.map(({ text }) => text).join("\n")}\n全市完成投资17342万元。`;
      return writeProofreading(one, draft, proofreadDraft(one, draft));
    });
    return outcomes;
  }

  function unlessRefused(error: unknown): string[] {
    if (!(error instanceof Problem)) return [`not in a clerk's words: ${String((error as Error).stack)}`];
    return REFUSALS.has(error.code) ? [] : [`${error.code}: ${error.text["zh-CN"]} ${String((error.cause as Error | undefined)?.stack)}`];
  }

  /** Texts stand as texts, formulas as the plan's own and without an error, on the sheet that was written. */
  function notAsPlanned(name: string, plan: SheetPlan | undefined): string[] {
    const view = open.host.workbook.sheet(name);
    if (!plan || !view) return [`no sheet ${name}`];
    count.sheets++;
    return plan.cells.flatMap((row, at) =>
      row.flatMap((planned, column) => {
        count.cells++;
        const { value, formula } = view.cell(at, column);
        const say = (what: string) => [`${name} ${at},${column}: ${what}, planned ${JSON.stringify(planned).slice(0, 400)}`];
        if (planned.kind === "formula") return /^#(?:NAME\?|REF!|N\/A|VALUE!|NULL!)$/.test(String(value)) ? say(`shows ${String(value)}`) : formula ? [] : say("no formula");
        if (formula) return say(`became ${formula}`);
        return planned.kind === "text" && String(value) !== planned.text.replaceAll("\r\n", "\n") ? say(`holds ${JSON.stringify(value)}`) : [];
      }),
    );
  }
});

/** Parts without the marks that 计算进度 sets. */
function cellsOf(parts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...parts].map(([name, xml]) => [name, xml.replace(/<conditionalFormatting .*?<\/conditionalFormatting>/gs, "").replace(/<extLst>.*?<\/extLst>/gs, "").replace(/ tabSelected="1"/, "")]));
}
