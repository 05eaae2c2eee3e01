import { that, text, type Parser } from "../progress";
import type { PlannedBlock } from "./block";
import type { PlannedChart } from "./charts/chart";

export type { PlannedBlock } from "./block";

/** The sheets that this add-in writes; each is known by its key, whatever it is called. */
export const SHEET_KEYS = ["progress", "attachment1", "attachment2", "ranking", "charts", "brief", "notice", "proofreading"] as const;
export type SheetKey = (typeof SHEET_KEYS)[number];

/** What one cell of a planned sheet holds. Text is always text: it never becomes a formula. */
export type PlannedCell =
  | { kind: "blank" }
  | { kind: "text"; text: string }
  | { kind: "number"; value: number }
  /** `shows`: what it shows of the figures as they were read, where the plan is shown elsewhere than on a sheet. */
  | { kind: "formula"; formula: string; shows?: string };

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

/** A conditional format of ours that marks cells by status. */
export interface StatusRule {
  kind: "status";
  /** In A1 form relative to the block's first cell, with the leading "=". */
  formula: string;
  fill: string;
  fontColor: string;
  bold?: boolean;
  /** Shows the status symbol before the figure. */
  numberFormat?: string;
}

/** A conditional format of ours that draws a bar from nothing to the whole behind each rate. */
export interface BarRule {
  kind: "bar";
  /** Where a bar begins: 0, as a formula that carries our mark. */
  lower: string;
  /** The rate whose bar fills the cell. */
  upper: number;
  color: string;
}

export type PlannedRule = StatusRule | BarRule;

/** Margins in millimetres, as GB/T 9704 gives them. */
export interface PrintSetup {
  orientation: "Portrait" | "Landscape";
  marginsMm: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  /** Rows repeated on each page, counted from 0, last included. */
  titleRows: { first: number; last: number } | null;
  /** Pages side by side that begin at these columns, each with the columns to the left repeated, at a scale of 1 or less; none: one page wide. */
  pageColumns: { repeated: number; starts: number[]; scale: number } | null;
  /** Rows at which a new page begins. */
  pageRows: number[];
  /** Made to fit one page in height too: a table that is only a few rows too long. */
  oneTall: boolean;
  /** The number of its first page: attachments go on from the notice. */
  firstPage: number;
  /** Excel's header and footer codes. */
  centerFooter: string;
}

/** What a planned column is, wherever a template puts it. */
export interface PlannedColumn {
  /** starts.rate, audit.2017.未办理竣工验收手续, …: the same from month to month. */
  id: string;
  /** A column of no one's concern that others are computed from. */
  hidden: boolean;
  /** Its width is the office's own, set by hand. */
  widthKept: boolean;
  /** Header texts from the outermost band to its own; empty where no template may change them. */
  path: string[];
}

/** Parts of a sheet that have a font of their own. */
export const SHEET_PARTS = ["label", "title", "caption", "header", "body", "total"] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

export function isSheetPart(name: string): name is SheetPart {
  return SHEET_PARTS.some((part) => part === name);
}

/** A colour as Excel tells it: #F2F2F2. */
export const colour: Parser<string> = that(text(7), (one) => /^#[0-9a-f]{6}$/i.test(one));

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
  /** One a column. */
  columns: PlannedColumn[];
  /** In widths of a digit of the default font, as Excel's own dialog shows them; one a column. */
  columnWidths: number[];
  /** In points; one a row. */
  rowHeights: number[];
  freeze: { rows: number; columns: number };
  print: PrintSetup;
  /** The rows of its parts; none on a sheet that has no template. */
  parts: Partial<Record<SheetPart, number>>;
  /** How many columns are printed; hidden ones, and what charts are drawn from, stand behind them. */
  printedColumns: number;
  /** How many rows are printed; left out: all. */
  printedRows?: number;
  /** Charts that lie over its cells; left out: none. */
  charts?: readonly PlannedChart[];
  /** Whether of many regions its charts show the first and the last alone. */
  chartEnds?: boolean;
  /** Ids of the indicators that it was asked for; left out: nothing was to choose. */
  chosen?: string[];
  tabColor: string;
}

/** Widths in points that the office set by hand, by column id. */
export type KeptWidths = Readonly<Record<string, number>>;
