import { Workbook } from "@cj-tech-master/excelts";
import { readWorkbookState, type Problem } from "../../src/excel";
import { readReport } from "../../src/actions";
import { ledgerGrid } from "../bench/ledger-grid";
import { openWorkbook, type OpenWorkbook } from "../support/open-workbook";
import { xlsxFile } from "../support/xlsx-file";

const ROWS = 9000;

async function ledgerFile(rows: number, hidden: number[] = []): Promise<Uint8Array> {
  const { name, values } = ledgerGrid(rows);
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(name);
  values.forEach((row) => sheet.addRow(row.map((value) => (value === "" ? null : value))));
  for (const row of hidden) sheet.getRow(row).hidden = true;
  return xlsxFile(workbook);
}

describe("a sheet too long for one answer of Excel's is read in blocks", () => {
  let file: Uint8Array;
  let workbook: OpenWorkbook;
  beforeAll(async () => {
    file = await ledgerFile(ROWS, [5, 6000]);
  });
  beforeEach(async () => {
    workbook = await openWorkbook(file);
  });
  afterEach(() => workbook.close());

  test("with every cell, the hidden rows too, in as many round trips as its size says", async () => {
    const shares: number[] = [];
    const { snapshot } = await Excel.run((context) => readWorkbookState(context, { progress: (share) => shares.push(share) }));
    const [grid] = snapshot.sheets;
    expect(grid?.values).toEqual(ledgerGrid(ROWS).values);
    expect(grid?.formats).toHaveLength(ROWS + 2);
    expect(grid?.hiddenRows).toEqual([4, 5999]);
    expect(workbook.host.stats.syncs).toBe(3 + Math.ceil((ROWS + 2) / 2000));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("and reading stops between two blocks where the user cancels it", async () => {
    const stop = new AbortController();
    const reading = readReport({ today: "2021-12-31", signal: stop.signal, progress: (share) => share > 0 && stop.abort() });
    await expect(reading).rejects.toMatchObject({ code: "cancelled" } satisfies Partial<Problem>);
    expect(workbook.host.stats.syncs).toBe(3);
  });
});

test("sheets that together are more than one answer holds are read one after another", async () => {
  const { close, host } = await openWorkbook(await ledgerFile(1500), { payloadLimit: 100_000 });
  try {
    const { report } = await readReport({ today: "2021-12-31" });
    expect(report.regions).toHaveLength(13);
    expect(host.stats.syncs).toBeGreaterThan(3);
  } finally {
    close();
  }
});
