import type { RangeAddress } from "../progress";
import { Problem } from "./problem";
import type { ExcelContext } from "./with-excel";

/**
 * The used part of the selected cells. One round trip.
 * @throws Problem `selection` where nothing stands in them
 */
export async function selectedRange(context: ExcelContext): Promise<RangeAddress> {
  const selected = context.workbook.getSelectedRange();
  selected.load("worksheet/name");
  const used = selected.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (!used.isNullObject && used.rowCount > 1) {
    return { sheet: selected.worksheet.name, row: used.rowIndex, column: used.columnIndex, rowCount: used.rowCount, columnCount: used.columnCount };
  }
  throw new Problem("selection", {
    "zh-CN": "选中的区域里没有表。请选中整张表（从标题到最后一行）后再试。",
    en: "The selection holds no table. Select the whole table, from its title to its last row, and try again.",
  });
}
