import { clearMarks, computeProgress, exportNotice, insertAttachments, proofreadDraft, readReport, takeBack, writeNotice, writeProofreading } from "../../src/actions";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const TODAY = { today: "2021-05-06" };

/** Excel 2019 and LTSC builds stop at 1.9: what asks for more has to do without, never to fail. */
describe("an Excel with ExcelApi 1.9 alone", () => {
  let open: OpenWorkbook;
  beforeEach(async () => {
    open = await openWorkbook(undefined, { excelApi: "1.9" });
  });
  afterEach(() => open.close());

  test("reads the same figures without being told of merged cells", async () => {
    const { report } = await readReport(TODAY);
    open.close();
    open = await openWorkbook();
    const newer = await readReport(TODAY);
    const figures = ({ indicators }: typeof report) => indicators.map(({ id, target, done, rate }) => ({ id, target, done, rate }));
    expect(figures(report)).toEqual(figures(newer.report));
    expect(report.regions).toEqual(newer.report.regions);
  });

  test("runs every action, a second time over the first, and takes it back", async () => {
    for (let round = 0; round < 2; round++) {
      await computeProgress(await readReport(TODAY));
      await insertAttachments(await readReport(TODAY));
      await writeNotice(await readReport(TODAY), "sheet");
    }
    const reading = await readReport(TODAY);
    const draft = "全市完成投资17342万元。";
    const outcome = await writeProofreading(reading, draft, proofreadDraft(reading, draft));
    expect((await exportNotice(reading)).length).toBeGreaterThan(5000);
    await clearMarks(await readReport(TODAY));
    await takeBack(outcome);
    const names = open.host.workbook.sheets.map(({ name }) => name);
    expect(names).toEqual(["目标任务", "公租房历史欠账", "审计整改", "续建攻坚", "进度计算", "附件1 目标任务进展情况表", "附件2 督查情况汇总表", "通报"]);
  });
});
