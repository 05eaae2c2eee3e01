import type { Block, CellValue, SheetGrid } from "../../../src/tables";

/** A sheet as it is filled: cells in any order, merged areas. */
export class Grid {
  private readonly cells: CellValue[][] = [];
  private readonly merges: Block[] = [];

  put(row: number, column: number, value: CellValue): void {
    const line = (this.cells[row] ??= []);
    line[column] = value;
  }

  merge(row: number, column: number, rowCount: number, columnCount: number): void {
    if (rowCount * columnCount > 1) this.merges.push({ row, column, rowCount, columnCount });
  }

  /** The next free row. */
  get height(): number {
    return this.cells.length;
  }

  /** @param offset where the first cell stands on the sheet; merges are left out where the host cannot tell them */
  sheet(name: string, offset: { row: number; column: number }, mergesKnown: boolean): SheetGrid {
    const width = Math.max(1, ...Array.from(this.cells, (line?: CellValue[]) => line?.length ?? 0));
    const values = Array.from({ length: this.cells.length }, (_, row) => Array.from({ length: width }, (_unused, column) => this.cells[row]?.[column] ?? ""));
    const merges = this.merges.map((merge) => ({ ...merge, row: merge.row + offset.row, column: merge.column + offset.column }));
    return { name, visible: true, ours: false, ...offset, values, formats: null, merges: mergesKnown ? merges : null, hiddenRows: [] };
  }

  /** The same turned on its side below `top` rows of title. */
  transposed(top: number): Grid {
    const turned = new Grid();
    this.cells.forEach((line, row) => line?.forEach((value, column) => (row < top ? turned.put(row, column, value) : turned.put(top + column, row - top, value))));
    for (const { row, column, rowCount, columnCount } of this.merges) {
      if (row < top) turned.merge(row, column, rowCount, 1);
      else turned.merge(top + column, row - top, columnCount, rowCount);
    }
    return turned;
  }
}
