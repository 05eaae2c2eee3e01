import fc, { type GeneratorValue } from "../support/property";
import { loadNoticeWriter, proofread, type NoticeWriter } from "../../src/notice";
import { buildReport, type Report } from "../../src/progress";
import { loadNationalList, readWorkbook, type Gazetteer, type SheetGrid } from "../../src/tables";
import { cases, LONG_TEST } from "../support/cases";
import { upTo } from "../tables/generated/draw";
import { figuresOf, unexplained } from "./fuzz/figures";
import { plansOf, refused } from "./fuzz/plans";
import { widestSheet, wildSheets } from "./fuzz/wild-grids";

const RUNS = cases("wildGrids");
const WIDE_RUNS = cases("widestGrids");

describe("workbooks of random cells", () => {
  let gazetteer: Gazetteer;
  let writer: NoticeWriter;
  const count = { workbooks: 0, tables: 0, figures: 0, formulas: 0 };
  beforeAll(async () => {
    gazetteer = await loadNationalList();
    writer = await loadNoticeWriter();
  });
  afterAll(() => console.log(`grids tried: ${count.workbooks}, tables read of them: ${count.tables}, figures explained: ${count.figures}, formulas parsed: ${count.formulas}`));

  function reportOf(g: GeneratorValue, sheets: SheetGrid[]): Report {
    const list = upTo(g, 3) > 0 ? gazetteer : null;
    return buildReport(readWorkbook({ sheets }, { gazetteer: list }), { today: "2021-12-31" });
  }

  /** Everything that is made of a workbook's cells, and what is wrong with it. */
  function troublesOf(report: Report, sheets: SheetGrid[]): string[] {
    count.workbooks++;
    count.tables += report.tables.length;
    count.figures += figuresOf(report).length;
    count.formulas += plansOf(report).flatMap(({ cells }) => cells.flat().filter(({ kind }) => kind === "formula")).length;
    const notice = writer.write(report);
    const text = notice.paragraphs.map((paragraph) => paragraph.text).join("\n");
    const { claims } = proofread(text, report);
    return [
      ...unexplained(report, sheets),
      ...refused(report, sheets),
      ...notice.problems.map(({ message }) => `notice: ${message.en}`),
      ...(/undefined|NaN|Infinity|\[object/.test(text.replaceAll(/[^\u4e00-\u9fff，。]*县/g, "")) ? [`notice: ${text}`] : []),
      ...claims.filter(({ start, end }) => start < 0 || end > text.length).map((claim) => `claim outside the text: ${claim.text}`),
    ];
  }

  function hold(g: GeneratorValue, sheets: SheetGrid[]): void {
    const before = JSON.stringify(sheets);
    const troubles = troublesOf(reportOf(g, sheets), sheets);
    if (JSON.stringify(sheets) !== before) troubles.push("the cells were changed");
    if (troubles.length > 0) throw new Error(`${troubles.slice(0, 5).join("\n")}\n${before.slice(0, 6000)}`);
  }

  test(`are read without a crash, every figure explained by its cells, every formula one that Excel takes (${RUNS})`, () => {
    fc.assert(
      fc.property(fc.gen(), (g) => hold(g, wildSheets(g))),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, LONG_TEST);

  test(`so are those used to column XFD (${WIDE_RUNS})`, () => {
    fc.assert(
      fc.property(fc.gen(), (g) => hold(g, [widestSheet(g)])),
      { numRuns: WIDE_RUNS, endOnFailure: true },
    );
  }, LONG_TEST);
});
