import { Workbook } from "@cj-tech-master/excelts";
import { changeTables, correctTables, readReport } from "../../src/actions";
import { tableKey, withCorrection } from "../../src/tables";
import { openWorkbook } from "../support/open-workbook";
import { xlsxFile } from "../support/xlsx-file";

const TODAY = { today: "2021-12-31" };

async function workbookOf(...rows: (string | number)[][]): Promise<Uint8Array> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet("进度");
  for (const row of rows) sheet.addRow(row);
  return xlsxFile(workbook);
}

describe("corrections, through the genuine office.js", () => {
  test("are kept in the workbook and apply when it is saved, filled further and read again", async () => {
    const header = ["县区", "棚改任务（套）", "棚改开工（套）", "神秘数"];
    const first = await openWorkbook(await workbookOf(header, ["甲县", 10, 5, 3], ["乙县", 20, 6, 4]));
    const reading = await readReport(TODAY);
    const [table] = reading.report.tables;
    if (!table) throw new Error("no table");
    const setting = { role: "done", indicator: "publicRentalStarts", unit: "套" } as const;
    const corrections = withCorrection(reading.state.corrections, { kind: "column", table: tableKey(table), header: "神秘数", setting });
    const corrected = await correctTables(reading, corrections, TODAY);
    expect(corrected.report.indicators.map(({ id, done }) => [id, done])).toEqual([["starts", 11], ["publicRentalStarts", 7]]);
    first.host.edit("进度", "A4", "丙县");
    first.host.edit("进度", "B4", "30");
    first.host.edit("进度", "C4", "7");
    first.host.edit("进度", "D4", "5");
    const saved = await first.host.save();
    first.close();

    const next = await openWorkbook(saved);
    try {
      const again = await readReport(TODAY);
      expect(again.report.indicators.map(({ id, done }) => [id, done])).toEqual([["starts", 18], ["publicRentalStarts", 12]]);
      expect(next.host.stats.syncs).toBe(3);
    } finally {
      next.close();
    }
  });

  test("a picked range without a table is refused in words, and nothing is kept", async () => {
    const { host, close } = await openWorkbook(await workbookOf(["县区", "棚改任务（套）", "棚改开工（套）"], ["甲县", 10, 5], ["乙县", 20, 6], [""], ["联系人", "电话"], ["张三", 138], ["李四", 139]));
    try {
      const reading = await readReport(TODAY);
      host.select("进度", "A5:B7");
      await expect(changeTables(reading, { kind: "pick" }, TODAY)).rejects.toMatchObject({ code: "selection", message: expect.stringContaining("进度!A5:B7") as unknown });
      expect((await readReport(TODAY)).state.corrections).toEqual([]);
      host.select("进度", "A1:C3");
      const picked = await changeTables(reading, { kind: "pick" }, TODAY);
      expect(picked.state.corrections).toMatchObject([{ kind: "range", sheet: "进度", range: { row: 0, column: 0, rowCount: 3, columnCount: 3 } }]);
    } finally {
      close();
    }
  });
});
