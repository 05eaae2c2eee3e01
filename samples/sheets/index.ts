import { Workbook } from "@cj-tech-master/excelts";
import { installFormulaEngine } from "@cj-tech-master/excelts/formula";
import { auditTable } from "./audit";
import { backlogTable } from "./backlog";
import { continuingTable } from "./continuing";
import { goalsTable } from "./goals";
import { addOfficeTable } from "./office-style";
import { readRegions } from "./read-data";

/** A fixed day keeps the file the same from run to run: the day after the figures' own. */
const MADE_ON = new Date(Date.UTC(2021, 3, 24));

/** The workbook of 吕梁市 as of 2021-04-23, its formulas calculated. */
export function lvliangWorkbook(): Workbook {
  installFormulaEngine();
  const regions = readRegions();
  const workbook = new Workbook();
  workbook.creator = "吕梁市住房保障办公室";
  workbook.lastModifiedBy = "吕梁市住房保障办公室";
  workbook.created = MADE_ON;
  workbook.modified = MADE_ON;
  for (const table of [goalsTable, backlogTable, auditTable, continuingTable]) {
    addOfficeTable(workbook, table(regions));
  }
  workbook.calculateFormulas();
  return workbook;
}
