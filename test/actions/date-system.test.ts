import { Workbook } from "@cj-tech-master/excelts";
import { readReport } from "../../src/actions";
import { openWorkbook } from "../support/open-workbook";
import { xlsxFile } from "../support/xlsx-file";

/** A table whose day stands in a date cell beside its caption. */
async function dated(date1904: boolean): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.properties.date1904 = date1904;
  const sheet = workbook.addWorksheet("目标任务");
  sheet.addRow(["住房保障目标任务完成情况表"]);
  sheet.addRow(["截至日期：", 44309 - (date1904 ? 1462 : 0)]).getCell(2).numFmt = "yyyy/m/d";
  sheet.addRow(["县（市、区）", "棚户区改造开工任务（套）", "棚户区改造已开工（套）"]);
  sheet.addRow(["甲县", 100, 40]);
  sheet.addRow(["乙县", 100, 20]);
  return xlsxFile(workbook);
}

test.each([false, true])("a date cell is read in the workbook's own date system (1904: %s)", async (date1904) => {
  const open = await openWorkbook(await dated(date1904));
  try {
    const { report } = await readReport({ today: "2022-01-01" });
    expect(report.asOf).toBe("2021-04-23");
    expect(open.host.stats.syncs).toBe(3);
  } finally {
    open.close();
  }
});
