import { a1, finding, overlaps, type CellAddress, type Finding, type RangeAddress } from "../progress";
import { compact } from "../cells";
import type { Block, SheetGrid } from "./snapshot";

/**
 * Texts that a merged area covers and that are not its first cell's: another program, or a brush that carries merges,
 * leaves them there, where Excel shows nothing of them and no figure beside them would have a name.
 */
export function textsUnder(grid: SheetGrid, merge: Block): CellAddress[] {
  const at = (row: number, column: number) => grid.values[row - grid.row]?.[column - grid.column];
  const shown = compact(at(merge.row, merge.column) ?? "");
  const found: CellAddress[] = [];
  const bottom = Math.min(merge.row + merge.rowCount, grid.row + grid.values.length);
  const right = Math.min(merge.column + merge.columnCount, grid.column + (grid.values[0]?.length ?? 0));
  for (let row = Math.max(merge.row, grid.row); row < bottom; row++) {
    for (let column = Math.max(merge.column, grid.column); column < right; column++) {
      const held = at(row, column);
      if (typeof held === "string" && held !== "" && compact(held) !== "" && compact(held) !== shown)
        found.push({ sheet: grid.name, row, column });
    }
  }
  return found;
}

/** What is said of tables with texts under merged areas: each cell is read by itself, and named. */
export function textsUnderMerges(sheets: readonly SheetGrid[], tables: readonly RangeAddress[]): Finding[] {
  return sheets.flatMap((grid) => {
    const ranges = tables.filter(({ sheet }) => sheet === grid.name);
    const merges = (grid.merges ?? []).filter((merge) => ranges.some((range) => overlaps(range, merge)));
    return merges.flatMap((merge) => {
      const under = textsUnder(grid, merge);
      if (under.length === 0) return [];
      const texts = under.map(({ row, column }) => String(grid.values[row - grid.row]?.[column - grid.column]));
      const first = a1(merge.row, merge.column);
      const [chinese, english] = [texts.map((text) => `“${text}”`).join("、"), texts.map((text) => `“${text}”`).join(", ")];
      return [
        finding(
          "text-under-merge",
          under,
          `合并单元格（左上角 ${first}）下面还有看不见的文字：${chinese}；各格已按自己的内容读取，请取消合并后核对`,
          `Under the merged cell at ${first} stands text that is not seen: ${english}; each cell was read by itself: unmerge and check`,
        ),
      ];
    });
  });
}
