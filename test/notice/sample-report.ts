import { buildReport, type OfficeSettings, type Report } from "../../src/progress";
import { loadNationalList, readWorkbook } from "../../src/tables";
import { sampleGrids } from "../support/sample-grids";

/** The report of the sample workbook. */
export async function sampleReport(settings?: OfficeSettings): Promise<Report> {
  const records = readWorkbook({ sheets: sampleGrids() }, { gazetteer: await loadNationalList() });
  return buildReport(records, { today: "2021-05-06", ...(settings ? { settings } : {}) });
}
