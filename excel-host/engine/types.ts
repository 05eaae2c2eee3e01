/** What the engine shows of a workbook: plain data, rows and columns counted from 0. */

/** A cell's value as Office.js gives it; "" is an empty cell, errors are their text ("#N/A"). */
export type CellValue = string | number | boolean;

/** A rectangle of cells, both corners inside. */
export interface Rect {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One side of a cell's border, with Office.js's names. */
export interface BorderSide {
  /** "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot" */
  style: string;
  /** "Hairline", "Thin", "Medium", "Thick" */
  weight: string;
  /** "#RRGGBB" */
  color: string;
}

/** How a cell looks; colours are "#RRGGBB", theme colours already resolved. */
export interface CellStyle {
  font: {
    name: string;
    /** points */
    size: number;
    bold: boolean;
    italic: boolean;
    strikethrough: boolean;
    /** "None", "Single", "Double", "SingleAccountant", "DoubleAccountant" */
    underline: string;
    color: string;
  };
  /** undefined: no fill */
  fill?: string;
  borders: {
    top?: BorderSide;
    bottom?: BorderSide;
    left?: BorderSide;
    right?: BorderSide;
    diagonalDown?: BorderSide;
    diagonalUp?: BorderSide;
  };
  /** "General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed" */
  horizontalAlignment: string;
  /** "Top", "Center", "Bottom", "Justify", "Distributed" */
  verticalAlignment: string;
  wrapText: boolean;
  shrinkToFit: boolean;
  indentLevel: number;
  /** degrees −90…90, or 180 for stacked letters */
  textOrientation: number;
  locked: boolean;
  numberFormat: string;
}

/** A data bar as it is drawn in a cell: fractions are of the cell's width. */
export interface DataBarView {
  /** where the bar begins and ends, 0…1 from the left */
  start: number;
  end: number;
  color: string;
  gradient: boolean;
  /** where the axis stands, 0…1; undefined: no axis */
  axis?: number;
  showValue: boolean;
}

/** An icon of an icon set as it is drawn in a cell. */
export interface IconView {
  /** Office.js's name of the set, e.g. "ThreeTrafficLights1" */
  set: string;
  /** 0 is the lowest icon of the set */
  index: number;
  showValue: boolean;
}

/** One cell as it is shown, after conditional formats. */
export interface CellView {
  row: number;
  column: number;
  /** what Excel displays */
  text: string;
  value: CellValue;
  /** with its "="; undefined: a plain value */
  formula?: string;
  /** what the edit line shows: the formula, or the value as it would be typed */
  input: string;
  style: CellStyle;
  /** where the text stands once "General" is resolved by the value's type */
  align: "left" | "center" | "right";
  dataBar?: DataBarView;
  icon?: IconView;
  hyperlink?: string;
  note?: string;
  /** runs of a cell whose letters are formatted differently */
  richText?: { text: string; bold?: boolean; italic?: boolean; color?: string; size?: number }[];
}

/** One series of a chart as it is drawn. */
export interface ChartSeriesView {
  name: string;
  /** Office.js's name of its type: "ColumnClustered", "Line" */
  type: string;
  /** null: nothing is drawn */
  values: (number | null)[];
  /** the figures at its points; null: none */
  labels: string[] | null;
  /** points */
  labelSize: number;
  /** "" where the theme fills it */
  fill: string;
  /** null: no line; weight in points */
  line: { color: string; weight: number; dash: boolean } | null;
  marker: { shape: string; size: number; fill: string; line: string } | null;
}

/** A chart as it lies on a sheet; places in CSS pixels from the sheet's corner, sizes of letters in points. */
export interface ChartView {
  name: string;
  sheet: string;
  left: number;
  top: number;
  width: number;
  height: number;
  title: string;
  titleSize: number;
  size: number;
  categories: string[];
  /** letters of a category stand one above the other */
  upright: boolean;
  /** the first category comes last */
  reversed: boolean;
  axisFormat: string;
  legend: boolean;
  series: ChartSeriesView[];
}

/** A sheet as a grid draws it. */
export interface SheetView {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  /** "" or "#RRGGBB" */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  /** the used range; undefined on an empty sheet */
  readonly usedRange: Rect | undefined;
  /** rows and columns up to the end of the used range; 0 on an empty sheet */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozen: { rows: number; columns: number };
  readonly merges: readonly Rect[];
  /** its charts, the lowest first */
  readonly charts: readonly ChartView[];
  /** true: cells that are locked cannot be edited */
  readonly isProtected: boolean;
  /** The cell at (row, column), after conditional formats. Never undefined. */
  cell(row: number, column: number): CellView;
  /** The column's width in CSS pixels; 0 where hidden. */
  columnWidth(column: number): number;
  /** The row's height in CSS pixels; 0 where hidden. */
  rowHeight(row: number): number;
  rowHidden(row: number): boolean;
  columnHidden(column: number): boolean;
}

/** What the user has selected. */
export interface SelectionView {
  sheet: string;
  /** "B2:D5" */
  address: string;
  rect: Rect;
}

/** The workbook as a grid draws it. */
export interface WorkbookView {
  readonly sheets: readonly SheetView[];
  readonly activeSheet: SheetView;
  sheet(name: string): SheetView | undefined;
  readonly selection: SelectionView;
}

/** What changed, for whoever draws the workbook. */
export type ChangeEvent =
  /** cells, formats, sheets: draw again */
  | { type: "changed" }
  /** another sheet or other cells are selected */
  | { type: "selection" }
  /** a request of the add-in was answered: the statistics have moved */
  | { type: "answered" }
  /** the add-in asked for its pane to be shown or hidden */
  | { type: "taskpane"; visible: boolean };
