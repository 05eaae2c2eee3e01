import { selectCell, withExcel } from "../excel";
import type { CellAddress, RangeAddress } from "../progress";

/** 定位: jumps to the cell that a figure or finding came from. */
export async function showCell(cell: CellAddress | RangeAddress): Promise<void> {
  await withExcel((context) => selectCell(context, cell));
}
