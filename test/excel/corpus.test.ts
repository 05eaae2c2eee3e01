import { readReport } from "../../src/actions";
import { everySo, seed } from "../support/cases";
import { openWorkbook } from "../support/open-workbook";
import { corpus, type CorpusWorkbook } from "../tables/corpus/corpus-file";
import { gridsOf } from "../tables/corpus/grids";
import { outcomeOf } from "../tables/corpus/outcome";
import { xlsxOf } from "../tables/corpus/workbook-file";

/** Whether a workbook has no county table: nothing is expected of it but that it names no region. */
function isRefused({ expected }: CorpusWorkbook): boolean {
  return !expected.some((line) => line.startsWith("table "));
}

const WORKBOOKS = everySo(10, corpus());

/**
 * The tests of reading work on grids made from the corpus's text: here a tenth of them, another in each run, goes
 * the whole way as an .xlsx file through Excel; `npm run soak` sends them all.
 */
describe("a workbook of the corpus read through Excel is the grid that reading is tested on, and comes out the same", () => {
  beforeAll(() => console.log(`corpus through Excel: ${WORKBOOKS.length} of ${corpus().length} workbooks, SEED=${seed()}`));

  test.each(WORKBOOKS)("$name: $about", async (workbook) => {
    const { close } = await openWorkbook(await xlsxOf(workbook));
    try {
      if (isRefused(workbook)) return void (await expect(readReport({ today: "2021-12-31" })).rejects.toMatchObject({ code: "no-county-table" }));
      const { state, report } = await readReport({ today: "2021-12-31" });
      const sorted = (sheets: typeof state.snapshot.sheets) => sheets.map((sheet) => ({ ...sheet, merges: [...(sheet.merges ?? [])].sort((a, b) => a.row - b.row || a.column - b.column) }));
      expect(sorted(state.snapshot.sheets)).toEqual(sorted(await gridsOf(workbook)));
      expect(outcomeOf(report)).toEqual(workbook.expected);
    } finally {
      close();
    }
  });
});
