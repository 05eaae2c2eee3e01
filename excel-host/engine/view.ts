/** The workbook as a grid draws it. */
import { rectName } from "./address";
import { chartView } from "./charts/chartView";
import { evaluateRules, type ConditionalLook } from "./conditionalDisplay";
import { displayText, formatColor, generalText } from "./numberFormat";
import { noteAt } from "./notes";
import { hyperlinkAt } from "./hyperlinks";
import type { Sheet } from "./sheet";
import type { CellStyle, CellView, SelectionView, SheetView, WorkbookView } from "./types";
import type { Workbook } from "./workbook";

/** How dates are shown. */
export interface ViewOptions {
  shortDate: string;
}

class SheetFace implements SheetView {
  private looks: { version: number; map: Map<number, ConditionalLook> } | undefined;

  constructor(
    private readonly workbook: Workbook,
    readonly sheet: Sheet,
    private readonly options: ViewOptions,
  ) {}

  get id() {
    return this.sheet.id;
  }
  get name() {
    return this.sheet.name;
  }
  get position() {
    return this.workbook.sheets.indexOf(this.sheet);
  }
  get visibility() {
    return this.sheet.visibility;
  }
  get tabColor() {
    return this.sheet.tabColor;
  }
  get showGridlines() {
    return this.sheet.showGridlines;
  }
  get usedRange() {
    return this.sheet.usedRange();
  }
  get rowCount() {
    return (this.sheet.usedRange()?.bottom ?? -1) + 1;
  }
  get columnCount() {
    return (this.sheet.usedRange()?.right ?? -1) + 1;
  }
  get frozen() {
    return this.sheet.frozen;
  }
  get merges() {
    return this.sheet.merges;
  }
  get charts() {
    return this.workbook.charts(this.sheet).items.map((chart) => chartView(this.workbook, chart));
  }
  get isProtected() {
    return this.sheet.isProtected;
  }

  columnWidth(column: number): number {
    return this.sheet.columnHidden(column) ? 0 : this.sheet.columnPixels(column);
  }

  rowHeight(row: number): number {
    return this.sheet.rowHidden(row) ? 0 : Math.round((this.sheet.rowPoints(row) * 4) / 3);
  }

  rowHidden(row: number): boolean {
    return this.sheet.rowHidden(row);
  }

  columnHidden(column: number): boolean {
    return this.sheet.columnHidden(column);
  }

  private lookOf(row: number, column: number): ConditionalLook | undefined {
    // Versions only grow, so their sum tells of any change; a sheet less or more counts by itself.
    const version = this.workbook.sheets.reduce((sum, s) => sum + s.version, this.workbook.sheets.length * 1e9);
    if (this.looks?.version !== version) this.looks = { version, map: evaluateRules(this.workbook, this.sheet) };
    return this.looks.map.get(row * 16384 + column);
  }

  cell(row: number, column: number): CellView {
    const { sheet } = this;
    const cell = sheet.cell(row, column);
    const base = sheet.style(row, column);
    const look = this.lookOf(row, column);
    const style = look ? dressed(base, look) : base;
    const stored = cell?.v ?? null;
    const locale = { date1904: this.workbook.date1904, shortDate: this.options.shortDate };
    const value = stored === null ? "" : typeof stored === "object" ? stored.error : stored;
    const view: CellView = {
      row,
      column,
      text: displayText(stored, style.numberFormat, locale),
      value,
      input: cell?.f !== undefined ? `=${cell.f}` : editText(value, style.numberFormat, sheet.styles.quotePrefix(cell?.s ?? 0), locale),
      style,
      align: alignOf(style, stored),
    };
    const red = formatColor(stored, style.numberFormat);
    if (red) view.style = { ...style, font: { ...style.font, color: red } };
    if (cell?.f !== undefined) view.formula = `=${cell.f}`;
    if (look?.dataBar) view.dataBar = look.dataBar;
    if (look?.icon) view.icon = look.icon;
    if ((look?.dataBar && !look.dataBar.showValue) || (look?.icon && !look.icon.showValue)) view.text = "";
    const link = hyperlinkAt(this.workbook, sheet, row, column);
    if (link) view.hyperlink = link;
    const note = noteAt(this.workbook, sheet, row, column);
    if (note) view.note = note;
    const runs = cell?.si === undefined ? undefined : sheet.strings.runs(cell.si, (node) => sheet.styles.colorOf(node));
    if (runs) view.richText = runs;
    return view;
  }
}

function alignOf(style: CellStyle, value: unknown): CellView["align"] {
  switch (style.horizontalAlignment) {
    case "Left":
    case "Fill":
    case "Justify":
      return "left";
    case "Right":
      return "right";
    case "General":
      if (typeof value === "number") return "right";
      return typeof value === "boolean" || (typeof value === "object" && value !== null) ? "center" : "left";
    default:
      return "center";
  }
}

// The edit line shows percentages and dates the way they are typed.
function editText(value: string | number | boolean, format: string, quoted: boolean, locale: { date1904: boolean; shortDate: string }): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return quoted ? `'${value}` : value;
  if (/^0(\.0+)?%$/.test(format)) return `${Number((value * 100).toPrecision(15))}%`;
  if (/[yd]/i.test(format.replace(/"[^"]*"|\[[^\][]*\]/g, "")) && /y|d|m/i.test(format) && format !== "General") {
    return displayText(value, Number.isInteger(value) ? "m/d/yyyy" : "m/d/yyyy h:mm", locale);
  }
  const exact = String(Number(value.toPrecision(15)));
  return exact.includes("e") ? generalText(value) : exact;
}

function dressed(base: CellStyle, look: ConditionalLook): CellStyle {
  const style: CellStyle = { ...base, font: { ...base.font }, borders: { ...base.borders } };
  // The first rule in rank that sets a thing wins; so they are laid on from the last.
  for (const set of [...look.styles].reverse()) {
    if (set.fill !== undefined) style.fill = set.fill;
    if (set.numberFormat !== undefined) style.numberFormat = set.numberFormat;
    for (const [name, on] of Object.entries(set.font ?? {})) if (on !== undefined) Object.assign(style.font, { [name]: on });
    Object.assign(style.borders, set.borders);
  }
  if (look.scale !== undefined) style.fill = look.scale;
  return style;
}

/** Makes the view of a workbook; it follows the workbook's changes. */
export function viewOf(workbook: Workbook, options: ViewOptions): WorkbookView {
  const faces = new WeakMap<Sheet, SheetFace>();
  const face = (sheet: Sheet): SheetFace => {
    let found = faces.get(sheet);
    if (!found) faces.set(sheet, (found = new SheetFace(workbook, sheet, options)));
    return found;
  };
  return {
    get sheets() {
      return workbook.sheets.map(face);
    },
    get activeSheet() {
      return face(workbook.activeSheet);
    },
    sheet(name) {
      const found = workbook.findSheet(name);
      return found && face(found);
    },
    get selection(): SelectionView {
      return { sheet: workbook.activeSheet.name, address: rectName(workbook.selection), rect: workbook.selection };
    },
  };
}
