import JSZip from "jszip";
import { readFileSync } from "node:fs";
import { readReport } from "../../src/actions";
import { hasRoom, readWorkbookState } from "../../src/excel";
import { openWorkbook, SAMPLE } from "../support/open-workbook";

const SHEET = "xl/worksheets/sheet1.xml";

/** The sample with more cells on its first sheet. */
async function withRows(rows: string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(readFileSync(SAMPLE));
  const xml = await zip.file(SHEET)!.async("string");
  return zip.file(SHEET, xml.replace("</sheetData>", `${rows}</sheetData>`)).generateAsync({ type: "uint8array" });
}
const row = (number: number, ...cells: [column: string, value: number][]) => `<row r="${number}">${cells.map(([column, value]) => `<c r="${column}${number}"><v>${value}</v></c>`).join("")}</row>`;

const FAR: Record<string, () => string> = {
  "in the last column": () => row(30, ["XFD", 5]),
  "in the last row": () => row(1_048_576, ["A", 5]),
  "in the last cell": () => row(1_048_576, ["XFD", 5]),
  "in both directions": () => row(40, ["A", 1], ["AAA", 2], ["XFD", 3]) + row(500_000, ["C", 4]) + row(1_048_576, ["A", 5], ["XFD", 6]),
  "in 100,000 rows of one column": () => Array.from({ length: 100_000 }, (_, at) => row(at + 1000, ["A", at])).join(""),
  "in 100,000 rows of one column right below": () => Array.from({ length: 100_000 }, (_, at) => row(at + 30, ["A", at])).join(""),
};

/** Round trips of a whole reading: what lies far out is found by a few, not by as many as the sheet has blocks. */
const MOST_TRIPS = 40;

describe("cells far away from the others", () => {
  test.each(Object.keys(FAR))("%s cost no more than they are", async (name) => {
    const workbook = await openWorkbook(await withRows(FAR[name]!()));
    try {
      const { report } = await readReport({ today: "2021-12-31" });
      expect(report.indicators.find(({ id }) => id === "starts")).toMatchObject({ target: 4005, done: 999 });
      expect(report.regions).toHaveLength(15);
      expect(workbook.host.stats.syncs).toBeLessThan(MOST_TRIPS);
    } finally {
      workbook.close();
    }
  });

  test("are still known where something is to be written", async () => {
    const workbook = await openWorkbook(await withRows(row(1_048_576, ["XFD", 5])));
    try {
      const state = await Excel.run((context) => readWorkbookState(context));
      const [first] = state.snapshot.sheets;
      const parts = state.snapshot.sheets.filter(({ name }) => name === first!.name);
      expect(parts.map(({ row: top, column, values }) => [top, column, values.length, values[0]!.length])).toEqual([
        [0, 0, 20, 17],
        [1_048_575, 16_383, 1, 1],
      ]);
      const place = (at: number) => ({ sheet: first!.name, row: at, column: 0, width: 600, columnCount: 6, before: () => null }) as unknown as Parameters<typeof hasRoom>[1];
      expect([hasRoom(state, place(1_048_570), 3), hasRoom(state, place(1_048_574), 2)]).toEqual([true, false]);
    } finally {
      workbook.close();
    }
  });
});
