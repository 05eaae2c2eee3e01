import { Workbook, type Worksheet } from "@cj-tech-master/excelts";

/** All that a saved sheet says, without conditional formats and where the cursor stood: values, formulas, styles, merges, sizes, print set-up. */
export async function sheetContents(bytes: Uint8Array): Promise<Map<string, unknown>> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return new Map(workbook.worksheets.map((sheet) => [sheet.name, contentOf(sheet)]));
}

function contentOf(sheet: Worksheet): unknown {
  const cells: unknown[] = [];
  sheet.eachRow({ includeEmpty: true }, (row, rowNumber) => {
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells.push([rowNumber, column, cell.value, cell.style]);
    });
  });
  const { mergeCells, cols } = sheet.model as { mergeCells?: string[]; cols?: unknown };
  return JSON.parse(
    JSON.stringify({
      cells,
      merges: [...(mergeCells ?? [])].sort(),
      cols,
      heights: Array.from({ length: sheet.rowCount }, (_, row) => sheet.getRow(row + 1).height ?? null),
      pageSetup: sheet.pageSetup,
      views: sheet.views.map((view) => ({ ...view, activeCell: undefined })),
      state: sheet.state,
    }),
  ) as unknown;
}
