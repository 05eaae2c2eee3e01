import fc from "../support/property";
import { Workbook } from "@cj-tech-master/excelts";
import { rateFormula, rateOf, statusConditions, statusFormula, statusOf, STATUSES, type Status } from "../../src/progress";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { xlsxFile } from "../support/xlsx-file";

type Cell = number | string | null;

const CELLS = { target: "$A1", done: "$B1" };
const FORMULAS = 2 + STATUSES.length;

/** Figures as tables hold them, those that are equal or near each other among them; blanks and words. */
const amount = fc.oneof(fc.constantFrom<Cell>(null, "", "?", "263套", 0, -1, 1, 100, 113, 365, 0.1, 0.3, 1e-9, 1e15), fc.integer({ min: 0, max: 400 }), fc.integer({ min: -100_000, max: 1_000_000 }).map((ten) => ten / 10_000));
const demanded = fc.constantFrom("113/365", "0", "0.5", "1", "31/365", "0.3");
const numberIn = (cell: Cell) => (typeof cell === "number" ? cell : null);

describe("one judgement", () => {
  let open: OpenWorkbook;
  beforeAll(async () => {
    const workbook = new Workbook();
    workbook.addWorksheet("表");
    open = await openWorkbook(await xlsxFile(workbook));
  });
  afterAll(() => open.close());

  /** What Excel makes of the formulas and conditions over two cells. */
  async function inExcel(target: Cell, done: Cell, term: string): Promise<{ rate: unknown; status: unknown; holding: Status[] }> {
    const judged = { ...CELLS, demanded: term };
    return Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表");
      sheet.getRange("A1:B1").values = [[target ?? "", done ?? ""]];
      const cells = sheet.getRangeByIndexes(0, 3, 1, FORMULAS);
      cells.formulas = [[rateFormula(CELLS), statusFormula(judged, (status) => `"${status}"`), ...STATUSES.map((status) => `=IFERROR(AND(TRUE,${statusConditions(status, judged)}),FALSE)`)]];
      cells.load("values");
      await context.sync();
      const [rate, status, ...holds] = (cells.values as unknown[][])[0]!;
      return { rate, status, holding: STATUSES.filter((_, at) => holds[at] === true) };
    });
  }

  test("the value, the formula and the conditional format of a status are the same for any cells", async () => {
    await fc.assert(
      fc.asyncProperty(amount, amount, demanded, async (target, done, term) => {
        const [part, whole = 1] = term.split("/").map(Number);
        const figures = { target: numberIn(target), done: numberIn(done), demanded: part! / whole };
        const { rate, status, holding } = await inExcel(target, done, term);
        const expected = statusOf(figures);
        expect({ status, holding }).toEqual({ status: expected, holding: [expected] });
        const own = rateOf(figures);
        if (own === null) expect(rate).toBe("");
        else expect(Number(rate) / (own || 1)).toBeCloseTo(own === 0 ? 0 : 1, 12);
      }),
      { numRuns: 300 },
    );
  });

  test("each status occurs", () => {
    const figures: [number | null, number | null][] = [[null, 1], [100, null], [100, 0], [100, 10], [100, 90], [100, 100], [100, 101]];
    expect(new Set(figures.map(([target, done]) => statusOf({ target, done, demanded: 0.5 }))).size).toBe(STATUSES.length);
  });
});
