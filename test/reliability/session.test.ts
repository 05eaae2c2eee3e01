import { clearMarks, computeProgress, insertAttachments, insertRanking, proofreadDraft, readReport, takeBack, writeNotice, writeProofreading } from "../../src/actions";
import { TODAY, officeWorkbook } from "../support/office-workbook";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";

const ROUNDS = 6;

describe("a session of many runs", () => {
  let open: OpenWorkbook;
  beforeAll(async () => {
    open = await openWorkbook(await officeWorkbook({ regions: 5, noteLength: 30 }));
  });
  afterAll(() => open.close());

  /** How many there are of all that a workbook and its host keep. */
  function kept() {
    const { engine, trackedCount } = open.host;
    const rules = open.host.workbook.sheets.map(({ name }) => engine.findSheet(name)?.root.children.length);
    return { sheets: engine.sheets.length, names: engine.names.length, formats: engine.styles.counts, rules, trackedCount };
  }

  async function round(): Promise<void> {
    await computeProgress(await readReport(TODAY));
    await insertAttachments(await readReport(TODAY));
    await insertRanking(await readReport(TODAY));
    const reading = await readReport(TODAY);
    await writeNotice(reading, "sheet");
    const outcome = await writeProofreading(await readReport(TODAY), "全市完成投资17342万元。", proofreadDraft(reading, "全市完成投资17342万元。"));
    await takeBack(outcome);
    await clearMarks(await readReport(TODAY));
  }

  test(`leaves no more behind after ${ROUNDS} of them than after two: sheets, names, formats, rules, tracked objects`, async () => {
    await round();
    await round();
    const before = kept();
    for (let at = 2; at < ROUNDS; at++) await round();
    expect(kept()).toEqual(before);
    expect(before.trackedCount).toBe(0);
  });
});
