import { join } from "node:path";
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { buildReport, type OfficeSettings, type Report } from "../../src/progress";
import { loadNationalList, readWorkbook, type CellValue, type SheetGrid } from "../../src/tables";

const FILE = join(__dirname, "..", "..", "samples", "lvliang-2021-04.xlsx");

/** The report of the committed sample workbook. */
export async function sampleReport(settings?: OfficeSettings): Promise<Report> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(FILE);
  const snapshot = { sheets: workbook.worksheets.map(gridOf) };
  const records = readWorkbook(snapshot, { gazetteer: await loadNationalList() });
  return buildReport(records, { today: "2021-05-06", ...(settings ? { settings } : {}) });
}

function gridOf(sheet: Worksheet): SheetGrid {
  const [rows, columns] = [sheet.rowCount, sheet.columnCount];
  const grid = <Cell>(read: (row: number, column: number) => Cell) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => read(row + 1, column + 1)),
    );
  return {
    name: sheet.name,
    visible: true,
    ours: false,
    row: 0,
    column: 0,
    values: grid((row, column) => {
      const cell = sheet.getCell(row, column);
      if (cell.isMerged && cell.master.address !== cell.address) return "";
      return ((cell.formula ? cell.result : cell.value) ?? "") as CellValue;
    }),
    formats: null,
    merges: null,
    hiddenRows: [],
  };
}
