import { insertBrief, planBriefOf, readReport } from "../../src/actions";
import { readFileSync } from "node:fs";
import { earlierPeriod } from "../support/earlier-period";
import { officeWorkbook } from "../support/office-workbook";
import { openWorkbook, SAMPLE, type OpenWorkbook } from "../support/open-workbook";

const TODAY = "2022-09-06";

/** Workbooks whose figures are whole, broken, unreadable, missing; few regions and many. */
const WORKBOOKS = [
  { name: "the sample", bytes: () => Promise.resolve(new Uint8Array(readFileSync(SAMPLE))), edits: [] },
  { name: "the sample with figures that cannot be read", bytes: () => Promise.resolve(new Uint8Array(readFileSync(SAMPLE))), edits: [["C5", "约100"], ["C6", ""], ["C7", "12.5"]] },
  { name: "15 regions", bytes: () => officeWorkbook({ regions: 15, noteLength: 20 }), edits: [] },
  { name: "150 regions", bytes: () => officeWorkbook({ regions: 150, noteLength: 20 }), edits: [] },
] as const;

describe("领导快报 as a plan", () => {
  let open: OpenWorkbook;
  afterEach(() => open.close());

  test.each(WORKBOOKS)("says of each formula what the sheet then shows: $name", async ({ bytes, edits }) => {
    open = await openWorkbook(await bytes());
    for (const [cell, text] of edits) open.host.edit("目标任务", cell, text);
    const read = await readReport({ today: TODAY });
    const reading = { ...read, state: { ...read.state, periods: [earlierPeriod(read.report, "2021-03-31")] } };
    const plan = planBriefOf(reading);
    if (!plan) throw new Error("no plan");
    await insertBrief(reading);
    const sheet = open.host.workbook.sheet(plan.name);
    const said = plan.cells.slice(0, plan.printedRows).flatMap((cells, row) => cells.slice(0, plan.printedColumns).flatMap((cell, column) => (cell.kind === "formula" ? [{ row, column, text: cell.shows }] : [])));
    expect(said.length).toBeGreaterThan(30);
    expect(said).toEqual(said.map(({ row, column }) => ({ row, column, text: sheet?.cell(row, column).text })));
  });
});
