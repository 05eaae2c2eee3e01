/** The sheets that this add-in writes; each is known by its key, whatever it is called. */
export type SheetKey = "progress" | "attachment1" | "attachment2" | "notice";

/** What one cell of a planned sheet holds. Text is always text: it never becomes a formula. */
export type PlannedCell =
  | { kind: "blank" }
  | { kind: "text"; text: string }
  | { kind: "number"; value: number }
  | { kind: "formula"; formula: string };

/** A block of a planned sheet; row and column count from 0. */
export interface PlannedBlock {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
}

/** How cells look; what is left out stays as it is. */
export interface CellStyle {
  fontName?: string;
  /** Points. */
  fontSize?: number;
  bold?: boolean;
  fontColor?: string;
  fill?: string;
  horizontal?: "Left" | "Center" | "Right";
  vertical?: "Top" | "Center" | "Bottom";
  wrap?: boolean;
  /** Thin lines around every cell. */
  borders?: boolean;
  numberFormat?: string;
}

/** A conditional format of ours. */
export interface PlannedRule {
  /** In A1 form relative to the block's first cell, with the leading "=". */
  formula: string;
  fill: string;
  fontColor: string;
  bold?: boolean;
  /** Shows the status symbol before the figure. */
  numberFormat?: string;
}

/** Margins in millimetres, as GB/T 9704 gives them. */
export interface PrintSetup {
  orientation: "Portrait" | "Landscape";
  marginsMm: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  /** Rows repeated on each page, counted from 0, last included. */
  titleRows: { first: number; last: number } | null;
  /** Excel's header and footer codes. */
  centerFooter: string;
}

/** A sheet to be written: plain data, everything about it decided. */
export interface SheetPlan {
  key: SheetKey;
  /** The name wanted; where a staff sheet bears it, a number is added. */
  name: string;
  rowCount: number;
  columnCount: number;
  cells: PlannedCell[][];
  styles: { block: PlannedBlock; style: CellStyle }[];
  merges: PlannedBlock[];
  rules: { block: PlannedBlock; rules: PlannedRule[] }[];
  /** Hints shown when a cell is selected: where a typed figure comes from. */
  hints: { row: number; column: number; title: string; message: string }[];
  /** In widths of a digit of the default font, as Excel's own dialog shows them; one a column. */
  columnWidths: number[];
  /** In points; one a row. */
  rowHeights: number[];
  freeze: { rows: number; columns: number };
  print: PrintSetup;
  tabColor: string;
}

