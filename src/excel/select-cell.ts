import type { CellAddress, RangeAddress } from "../progress";
import type { ExcelContext } from "./with-excel";

/** Shows a cell or block to the user: its sheet comes forward and it is selected. One round trip. */
export async function selectCell(context: ExcelContext, cell: CellAddress | RangeAddress): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(cell.sheet);
  const [rowCount, columnCount] = "rowCount" in cell ? [cell.rowCount, cell.columnCount] : [1, 1];
  sheet.activate();
  sheet.getRangeByIndexes(cell.row, cell.column, rowCount, columnCount).select();
  await context.sync();
}
