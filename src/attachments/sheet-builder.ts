import type { CellStyle, KeptWidths, PlannedBlock, PlannedCell, PlannedColumn, PlannedRule, SheetPlan } from "./plan";
import { columnWidthFor, digitsOf, lengthOf, linesIn, rowHeightFor } from "./measure";

const BLANK: PlannedCell = { kind: "blank" };
const DEFAULT_ROW_HEIGHT = 18;

/** Excel makes no column wider, in digits. */
const WIDEST = 255;

/** Collects a planned sheet cell by cell; `plan()` gives the finished data. */
export class SheetBuilder {
  private readonly cells: PlannedCell[][] = [];
  private readonly styles: SheetPlan["styles"] = [];
  private readonly merges: PlannedBlock[] = [];
  private readonly rules: SheetPlan["rules"] = [];
  private readonly hints: SheetPlan["hints"] = [];
  private readonly widths: number[] = [];
  private readonly heights: number[] = [];

  /** Puts one cell; row and column count from 0. */
  put(row: number, column: number, cell: PlannedCell): void {
    (this.cells[row] ??= [])[column] = cell;
  }

  text(row: number, column: number, text: string): void {
    this.put(row, column, text === "" ? BLANK : { kind: "text", text });
  }

  number(row: number, column: number, value: number): void {
    this.put(row, column, { kind: "number", value });
  }

  /**
   * @param formula with its leading "="
   * @param shows what it shows of the figures as they were read
   */
  formula(row: number, column: number, formula: string, shows?: string): void {
    this.put(row, column, { kind: "formula", formula, ...(shows === undefined ? {} : { shows }) });
  }

  hint(row: number, column: number, title: string, message: string): void {
    this.hints.push({ row, column, title, message });
  }

  merge(row: number, column: number, rowCount: number, columnCount: number): void {
    if (rowCount * columnCount > 1) this.merges.push({ row, column, rowCount, columnCount });
  }

  style(row: number, column: number, rowCount: number, columnCount: number, style: CellStyle): void {
    if (rowCount > 0 && columnCount > 0) {
      this.styles.push({ block: { row, column, rowCount, columnCount }, style });
    }
  }

  rule(row: number, column: number, rowCount: number, columnCount: number, rules: PlannedRule[]): void {
    if (rowCount > 0 && columnCount > 0) {
      this.rules.push({ block: { row, column, rowCount, columnCount }, rules });
    }
  }

  /** Makes a column wide enough for a text on one line, within limits; keeps what it already had. */
  widen(column: number, text: string, fontSize: number, least = 6, most = 60): void {
    const wanted = Math.min(most, Math.max(least, columnWidthFor(text, fontSize)));
    this.widths[column] = Math.max(this.widths[column] ?? 0, wanted);
  }

  /** Sets a column's width, in digits, whatever it had. */
  setWidth(column: number, width: number): void {
    this.widths[column] = width;
  }

  /**
   * Gives columns the widths that the office set by hand.
   * @returns what the plan says of these columns
   */
  keepWidths(ids: readonly string[], kept: KeptWidths): PlannedColumn[] {
    return ids.map((id, column) => {
      const width = kept[id];
      if (width !== undefined) this.setWidth(column, digitsOf(width));
      return { id, hidden: false, widthKept: width !== undefined, path: [] };
    });
  }

  width(column: number): number {
    return Math.min(WIDEST, this.widths[column] ?? 9);
  }

  rowHeight(row: number): number {
    return this.heights[row] ?? DEFAULT_ROW_HEIGHT;
  }

  /** The heights of all rows down to the last that holds something, in points. */
  rowHeights(): number[] {
    return Array.from(this.cells, (_, row) => this.rowHeight(row));
  }

  totalHeight(): number {
    return lengthOf(this.rowHeights());
  }

  height(row: number, points: number): void {
    this.heights[row] = Math.max(this.heights[row] ?? 0, points);
  }

  /** Makes a row high enough for a wrapped text across some columns. */
  fit(row: number, text: string, columns: { first: number; count: number }, fontSize: number): void {
    const width = Array.from({ length: columns.count }, (_, offset) => this.width(columns.first + offset));
    const lines = linesIn(text, lengthOf(width), fontSize);
    this.height(row, rowHeightFor(lines, fontSize));
  }

  plan(
    rest: Pick<SheetPlan, "key" | "name" | "freeze" | "print" | "tabColor" | "columns"> &
      Partial<Pick<SheetPlan, "parts" | "printedColumns" | "printedRows" | "charts" | "chartEnds">>,
  ): SheetPlan {
    const rowCount = this.cells.length;
    const columnCount = rest.columns.length;
    return {
      parts: {},
      printedColumns: rest.columns.filter(({ hidden }) => !hidden).length,
      ...rest,
      rowCount,
      columnCount,
      cells: Array.from({ length: rowCount }, (_, row) =>
        Array.from({ length: columnCount }, (_unused, column) => this.cells[row]?.[column] ?? BLANK),
      ),
      styles: this.styles,
      merges: this.merges,
      rules: this.rules,
      hints: this.hints,
      columnWidths: Array.from({ length: columnCount }, (_, column) => this.width(column)),
      rowHeights: this.rowHeights(),
    };
  }
}
