import type { CellStyle } from "../plan";
import type { SheetBuilder } from "../sheet-builder";
import { PAGE_COLUMNS } from "./chart-sheet";
import { lengthOf } from "../measure";

/** Rows of a page, one under the other. */
export class PageRows {
  constructor(
    readonly builder: SheetBuilder,
    /** The next row. */
    public row: number,
  ) {}

  /** What the rows take so far, in points. */
  height(): number {
    return lengthOf(this.builder.rowHeights().slice(0, this.row));
  }

  /** A row of cells over the columns, the empty ones merged into the one before them. @param height points @returns its row */
  cells(texts: readonly string[], style: CellStyle, height: number): number {
    const { builder, row } = this;
    texts.forEach((text, column) => {
      builder.text(row, column, text);
      if (text !== "" && texts[column + 1] === "") builder.merge(row, column, 1, 2);
    });
    builder.style(row, 0, 1, PAGE_COLUMNS, style);
    builder.height(row, height);
    return this.row++;
  }

  /** A line across the page, high enough for its text. @param height points, at least @returns its row */
  line(text: string, style: CellStyle, height: number): number {
    const { builder, row } = this;
    builder.text(row, 0, text);
    builder.merge(row, 0, 1, PAGE_COLUMNS);
    builder.style(row, 0, 1, PAGE_COLUMNS, style);
    builder.height(row, height);
    this.fit(row, text, PAGE_COLUMNS, style);
    return this.row++;
  }

  /** Makes a row high enough for a text over its first columns. */
  fit(row: number, text: string, count: number, { fontSize, wrap }: CellStyle): void {
    if (wrap && fontSize !== undefined && text !== "") this.builder.fit(row, text, { first: 0, count }, fontSize);
  }
}
