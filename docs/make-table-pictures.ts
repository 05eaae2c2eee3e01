/**
 * `npm run table-pictures`: draws small workbooks of the tests' corpus, one of each layout, for docs/tables.md.
 * Look at each before it is committed.
 */
import path from "node:path";
import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import { readCorpusFile } from "../test/tables/corpus/corpus-file";
import { xlsxOf } from "../test/tables/corpus/workbook-file";
import { printed } from "../test/support/libreoffice-runs";
import { drawPages } from "./printed-pages";
import { xlsxFile } from "../test/support/xlsx-file";

const CORPUS = path.resolve(__dirname, "../test/tables/corpus/workbooks");
/** Picture's name → corpus file. */
const PICTURES = {
  wide: "taiyuan-three-levels",
  transposed: "transposed-unit-column",
  "per-indicator": "per-indicator-actual-households",
  "per-region": "per-region-stacked",
  ledger: "ledger-office",
  sections: "ledger-sections",
  mixed: "regions-and-projects-in-one-column",
  long: "long-by-region",
  beside: "sheet-of-three-tables",
};
const A5 = 11;

async function main(): Promise<void> {
  for (const [name, file] of Object.entries(PICTURES)) {
    const corpus = readCorpusFile(path.join(CORPUS, `${file}.txt`));
    const workbook = new Workbook();
    await workbook.xlsx.load(await xlsxOf({ ...corpus, sheets: corpus.sheets.slice(0, 1) }));
    for (const sheet of workbook.worksheets) {
      sheet.pageSetup = { paperSize: A5, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 1 } as typeof sheet.pageSetup;
      for (let column = 1; column <= sheet.columnCount; column++) sheet.getColumn(column).width = widthOf(sheet, column);
      sheet.eachRow((row) => row.eachCell((cell) => {
        const side = { style: "thin" } as const;
        cell.border = { top: side, bottom: side, left: side, right: side };
        cell.alignment = { horizontal: "center", vertical: "middle" };
        cell.font = { name: "Noto Sans CJK SC", size: 10 };
      }));
    }
    drawPages(printed(await xlsxFile(workbook)), { first: 1, last: 1 }, `tables-${name}`);
  }
}

/** Wide enough for the longest text that stands in this column alone; a Chinese character is two wide. */
function widthOf(sheet: Worksheet, column: number): number {
  let longest = 4;
  sheet.getColumn(column).eachCell((cell) => {
    if (!cell.isMerged) longest = Math.max(longest, cell.text.length);
  });
  return Math.min(longest, 12) * 2 + 2;
}

void main();
