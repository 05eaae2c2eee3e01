import { installFormulaEngine } from "@cj-tech-master/excelts/formula";
import type { CellValue } from "../../../src/tables";
import type { CorpusWorkbook } from "./corpus-file";
import { workbookOf } from "./workbook-file";

/** What the formulas of a corpus file come to, by sheet, row and column from 0. */
export function calculated(corpus: CorpusWorkbook): (sheet: string, row: number, column: number) => CellValue {
  installFormulaEngine();
  const workbook = workbookOf(corpus);
  workbook.calculateFormulas();
  return (sheet, row, column) => {
    const { result } = workbook.getWorksheet(sheet)?.getCell(row + 1, column + 1) as { result?: unknown };
    // A formula that comes out empty shows 0, as in Excel.
    if (result === undefined || result === null) return 0;
    return typeof result === "object" ? String((result as { error?: string }).error) : (result as CellValue);
  };
}
