import type { PlannedBlock } from "../block";
import type { PlannedFigure } from "../figure-cell";
import { a1, type CellAddress } from "../../progress";
import { absolute } from "../formulas";
import type { SheetBuilder } from "../sheet-builder";
import { BODY, TABLE_FONT_SIZE } from "../styles";

/** Small and grey: figures to be looked up, not to be printed. */
const DATA = { ...BODY, fontSize: 9, fontColor: "#595959" };
const HEADER = { ...DATA, bold: true, wrap: false };
const HEADING = { fontName: "黑体", fontSize: TABLE_FONT_SIZE, horizontal: "Left", vertical: "Center" } as const;

/** The columns beside the printed page in which the cells stand that charts are drawn from, block under block. */
export class DataArea {
  private next: number;

  /**
   * @param left its first column
   * @param top its first row
   */
  constructor(
    readonly builder: SheetBuilder,
    readonly left: number,
    top: number,
  ) {
    this.next = top;
  }

  /**
   * Begins a block under the last one.
   * @param headers over its columns
   * @param rowCount rows under them
   * @param summary rows between its heading and the headers
   */
  block(heading: string, headers: readonly string[], rowCount: number, summary = 0): DataBlock {
    const row = this.next;
    const first = row + summary + 2;
    this.builder.text(row, this.left, heading);
    this.builder.style(row, this.left, 1, 1, HEADING);
    if (summary > 0) this.builder.style(row + 1, this.left, summary, headers.length, DATA);
    headers.forEach((header, column) => {
      this.builder.text(first - 1, this.left + column, header);
      this.builder.widen(this.left + column, header, TABLE_FONT_SIZE, 8, 30);
    });
    this.builder.style(first - 1, this.left, 1, headers.length, HEADER);
    this.builder.style(first, this.left, rowCount, headers.length, DATA);
    // Long names reach over what stands beside them, not over the charts.
    this.builder.style(first - 1, this.left, rowCount + 1, 1, { horizontal: "Left" });
    this.next = first + rowCount + 1;
    return new DataBlock(this.builder, this.left, row + 1, first, rowCount);
  }
}

/** One block of cells: rows and columns count from its own first. */
export class DataBlock {
  constructor(
    private readonly builder: SheetBuilder,
    private readonly left: number,
    private readonly summaryRow: number,
    private readonly first: number,
    readonly rowCount: number,
  ) {}

  put(row: number, column: number, content: PlannedFigure | null): void {
    if (!content) return;
    this.builder.put(this.first + row, this.left + column, content.cell);
    if (content.hint !== undefined) this.builder.hint(this.first + row, this.left + column, "来源 Source", content.hint);
  }

  text(row: number, column: number, text: string): void {
    this.builder.text(this.first + row, this.left + column, text);
  }

  number(row: number, column: number, value: number): void {
    this.builder.number(this.first + row, this.left + column, value);
  }

  formula(row: number, column: number, formula: string): void {
    this.builder.formula(this.first + row, this.left + column, formula);
  }

  format(column: number, numberFormat: string): void {
    this.builder.style(this.first, this.left + column, this.rowCount, 1, { numberFormat });
  }

  /** Puts a formula into the summary, under the words that say what it is. */
  summary(column: number, words: string, formula: string, numberFormat: string): void {
    this.builder.text(this.summaryRow, this.left + column, words);
    this.builder.formula(this.summaryRow + 1, this.left + column, formula);
    this.builder.style(this.summaryRow + 1, this.left + column, 1, 1, { numberFormat });
  }

  /** $P$5: a cell of the summary. */
  summaryCell(column: number): string {
    return absolute(this.summaryRow + 1, this.left + column);
  }

  /** P7: a cell, as formulas of its row name it. */
  at(row: number, column: number): string {
    return a1(this.first + row, this.left + column);
  }

  place(row: number, column: number): Pick<CellAddress, "row" | "column"> {
    return { row: this.first + row, column: this.left + column };
  }

  /** $P$7:$P$21: so many cells of a column. */
  span(column: number, from = 0, count = this.rowCount - from): string {
    const { row, column: at } = this.place(from, column);
    return `${absolute(row, at)}:${absolute(row + count - 1, at)}`;
  }

  cells(column: number, from = 0, count = this.rowCount - from): PlannedBlock {
    return { ...this.place(from, column), rowCount: count, columnCount: 1 };
  }
}
