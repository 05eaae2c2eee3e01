import { MAX_COLUMNS, MAX_ROWS, absoluteRectName, cellName, intersects, parseRect, quoteSheet, rectName } from "./address";
import { hasContent, type Cell, type ColumnRun, type Row } from "./cells";
import { excelError } from "./errors";
import type { StoredValue } from "./input";
import { writeSheetData } from "./sheetData";
import { readSheet, type SheetPart } from "./sheetReader";
import type { SharedStrings } from "./sharedStrings";
import type { StylePatch, Styles } from "./styles";
import type { CellStyle, Rect } from "./types";
import { child, childElements, element, encodeAttribute, flag, localName, writeXml, type XmlNode } from "./xml";

/** The order the file format wants a sheet's elements in (ECMA-376 18.3.1.99). */
const ORDER = (
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState " +
  "dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup " +
  "headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing drawingHF picture oleObjects controls " +
  "webPublishItems tableParts extLst legacyDrawing legacyDrawingHF"
).split(" ");
// legacyDrawing really stands between drawing and picture.
ORDER.splice(ORDER.indexOf("picture"), 0, "legacyDrawing", "legacyDrawingHF");

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** One worksheet: its cells, and the rest of its XML kept as it came. */
export class Sheet {
  name: string;
  visibility: Visibility;
  rows: Map<number, Row>;
  merges: Rect[] = [];
  columns: ColumnRun[] = [];
  readonly root: XmlNode;
  /** cells changed: sheetData has to be written anew */
  cellsDirty = false;
  /** anything else changed */
  layoutDirty = false;
  /** counts changes, for whoever keeps something worked out */
  version = 0;
  /** sheetData as the file has it; undefined: it has to be written */
  private rawData: string | undefined;
  /** columns and merges as the part last had them: what nobody changed since is not written anew */
  private filedColumns = "";
  private filedMerges = "";
  /** the used ranges as measured last; a new one is measured where cells came, went, or took a format */
  private usedCache: { used: Rect | undefined; valued: Rect | undefined } | undefined;

  constructor(
    readonly sheetId: number,
    name: string,
    visibility: Visibility,
    /** the part's name in the package; undefined for a new sheet until it is saved */
    public part: string | undefined,
    xml: string | undefined,
    readonly strings: SharedStrings,
    readonly styles: Styles,
  ) {
    this.name = name;
    this.visibility = visibility;
    const { root, data, rows } = xml === undefined ? emptySheet() : readSheet(xml, strings);
    this.root = root;
    this.rawData = data;
    this.rows = rows;
    this.readColumns();
    for (const merge of childElements(child(root, "mergeCells"), "mergeCell")) {
      const rect = parseRect(merge.attrs["ref"] ?? "");
      if (rect) this.merges.push(rect);
    }
    this.filedMerges = JSON.stringify(this.merges);
  }

  /** As worksheet.id has it. */
  get id(): string {
    const hex = (this.sheetId - 1).toString(16).toUpperCase().padStart(4, "0");
    return `{00000000-0001-0000-${hex}-000000000000}`;
  }

  private readColumns(): void {
    for (const col of childElements(child(this.root, "cols"), "col")) {
      const { min, max, width, style, hidden, customWidth, ...extra } = col.attrs;
      const run: ColumnRun = { first: Number(min) - 1, last: Number(max) - 1 };
      if (width !== undefined) run.width = Number(width);
      if (style !== undefined && style !== "0") run.style = Number(style);
      if (hidden === "1" || hidden === "true") run.hidden = true;
      if (customWidth !== undefined) extra["customWidth"] = customWidth;
      if (Object.keys(extra).length > 0) run.extra = extra as Record<string, string>;
      this.columns.push(run);
    }
    this.filedColumns = JSON.stringify(this.columns);
  }

  /** The element of that name, made in its right place when there is none. */
  section(name: string): XmlNode {
    const found = child(this.root, name);
    if (found) return found;
    const node = element(name);
    this.insert(node);
    return node;
  }

  /** Puts an element where the file format wants it, behind others of its name. */
  insert(node: XmlNode): void {
    const rank = ORDER.indexOf(node.name);
    const children = this.root.children;
    let at = children.length;
    for (let i = 0; i < children.length; i++) {
      const other = children[i]!;
      if (typeof other === "string") continue;
      const otherRank = ORDER.indexOf(localName(other.name));
      if (otherRank > rank) {
        at = i;
        break;
      }
    }
    children.splice(at, 0, node);
    this.layoutDirty = true;
  }

  /** Takes an element away. */
  removeSection(name: string): void {
    this.root.children = this.root.children.filter((c) => typeof c === "string" || localName(c.name) !== name);
    this.layoutDirty = true;
  }

  touchCells(): void {
    this.cellsDirty = true;
    this.usedCache = undefined;
    this.version++;
  }

  touchLayout(): void {
    this.layoutDirty = true;
    this.usedCache = undefined;
    this.version++;
  }

  // --- cells

  cell(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.cells[column];
  }

  value(row: number, column: number): StoredValue {
    return this.rows.get(row)?.cells[column]?.v ?? null;
  }

  /** The cell, made when there is none; it takes the style of its row or column. */
  ensureCell(row: number, column: number): Cell {
    const line = this.ensureRow(row);
    return (line.cells[column] ??= { v: null, s: line.style ?? this.columnRun(column)?.style ?? 0 });
  }

  ensureRow(row: number): Row {
    let line = this.rows.get(row);
    if (!line) {
      line = { cells: [] };
      this.rows.set(row, line);
    }
    return line;
  }

  /** The style index that counts for a cell, whether it exists or not. */
  styleIndex(row: number, column: number): number {
    const line = this.rows.get(row);
    return line?.cells[column]?.s ?? line?.style ?? this.columnRun(column)?.style ?? 0;
  }

  style(row: number, column: number): CellStyle {
    return this.styles.get(this.styleIndex(row, column));
  }

  /** Changes the style of every cell of a rectangle; whole rows and columns keep it as their own. */
  format(rect: Rect, patch: StylePatch): void {
    const wholeColumns = rect.top === 0 && rect.bottom === MAX_ROWS - 1;
    const wholeRows = rect.left === 0 && rect.right === MAX_COLUMNS - 1;
    const derived = this.styles.deriving(patch);
    if (wholeColumns) {
      this.changeColumns(rect.left, rect.right, (run) => {
        run.style = derived(run.style ?? 0);
      });
      for (const [, row] of this.rows) {
        row.cells.forEach((cell, column) => {
          if (column >= rect.left && column <= rect.right) cell.s = derived(cell.s);
        });
        if (wholeRows && row.style !== undefined) row.style = derived(row.style);
      }
    } else if (wholeRows) {
      for (let r = rect.top; r <= rect.bottom; r++) {
        const row = this.ensureRow(r);
        row.style = derived(row.style ?? 0);
        row.cells.forEach((cell) => {
          cell.s = derived(cell.s);
        });
      }
    } else {
      for (let r = rect.top; r <= rect.bottom; r++) {
        for (let c = rect.left; c <= rect.right; c++) {
          const cell = this.ensureCell(r, c);
          cell.s = derived(cell.s);
        }
      }
    }
    this.touchCells();
  }

  /** The range in use: cells with contents, or formats too unless `valuesOnly`. */
  usedRange(valuesOnly = false): Rect | undefined {
    this.usedCache ??= this.measure();
    return valuesOnly ? this.usedCache.valued : this.usedCache.used;
  }

  private measure(): { used: Rect | undefined; valued: Rect | undefined } {
    let used: Rect | undefined;
    let valued: Rect | undefined;
    for (const [r, { cells }] of this.rows) {
      let [first, last, firstValue, lastValue] = [-1, -1, -1, -1];
      cells.forEach((cell, c) => {
        const holds = hasContent(cell);
        if (!holds && cell.s === 0) return;
        if (first < 0) first = c;
        last = c;
        if (!holds) return;
        if (firstValue < 0) firstValue = c;
        lastValue = c;
      });
      if (first >= 0) used = widened(used, r, first, last);
      if (firstValue >= 0) valued = widened(valued, r, firstValue, lastValue);
    }
    return { used, valued };
  }

  /** Calls `visit` for every cell that exists inside the rectangle, row by row. */
  eachCell(rect: Rect, visit: (cell: Cell, row: number, column: number) => void): void {
    const line = (r: number, row: Row): void => {
      row.cells.forEach((cell, c) => {
        if (c >= rect.left && c <= rect.right) visit(cell, r, c);
      });
    };
    if (rect.bottom - rect.top > this.rows.size) {
      for (const r of [...this.rows.keys()].sort((a, b) => a - b)) if (r >= rect.top && r <= rect.bottom) line(r, this.rows.get(r)!);
      return;
    }
    for (let r = rect.top; r <= rect.bottom; r++) {
      const row = this.rows.get(r);
      if (row) line(r, row);
    }
  }

  // --- merges

  mergeAt(row: number, column: number): Rect | undefined {
    return this.merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
  }

  /** Merges a rectangle; the first value stays, the others go, as in Excel. */
  merge(rect: Rect): void {
    if (rect.top === rect.bottom && rect.left === rect.right) return;
    this.merges = this.merges.filter((m) => !intersects(m, rect));
    this.merges.push(rect);
    let kept: Cell | undefined;
    this.eachCell(rect, (cell) => {
      if (!kept && hasContent(cell)) kept = { ...cell };
    });
    const first = this.ensureCell(rect.top, rect.left);
    if (kept) Object.assign(first, { v: kept.v, f: kept.f, si: kept.si, stored: kept.stored });
    this.eachCell(rect, (cell, r, c) => {
      if (r === rect.top && c === rect.left) return;
      const { s } = cell;
      this.rows.get(r)!.cells[c] = { v: null, s };
    });
    this.touchCells();
    this.layoutDirty = true;
  }

  /** Takes apart every merge that touches the rectangle. */
  unmerge(rect: Rect): void {
    const left = this.merges.filter((m) => !intersects(m, rect));
    if (left.length === this.merges.length) return;
    this.merges = left;
    this.touchLayout();
  }

  // --- columns and rows

  columnRun(column: number): ColumnRun | undefined {
    return this.columns.find((run) => column >= run.first && column <= run.last);
  }

  /** Changes columns first…last, splitting runs as needed. */
  changeColumns(first: number, last: number, change: (run: ColumnRun) => void): void {
    const next: ColumnRun[] = [];
    let covered = first;
    const fill = (to: number): void => {
      if (covered > to) return;
      const run: ColumnRun = { first: covered, last: to };
      change(run);
      next.push(run);
      covered = to + 1;
    };
    for (const run of [...this.columns].sort((a, b) => a.first - b.first)) {
      if (run.last < first || run.first > last) {
        if (run.first > last) fill(last);
        next.push(run);
        continue;
      }
      if (run.first < first) next.push({ ...run, last: first - 1 });
      fill(Math.max(run.first, first) - 1);
      const inside: ColumnRun = { ...run, first: Math.max(run.first, first), last: Math.min(run.last, last) };
      if (run.extra) inside.extra = { ...run.extra };
      change(inside);
      next.push(inside);
      covered = inside.last + 1;
      if (run.last > last) next.push({ ...run, first: last + 1 });
    }
    fill(last);
    this.columns = next.sort((a, b) => a.first - b.first);
    this.touchLayout();
  }

  columnHidden(column: number): boolean {
    const run = this.columnRun(column);
    return run?.hidden === true || run?.width === 0;
  }

  rowHidden(row: number): boolean {
    const line = this.rows.get(row);
    if (line?.hidden !== undefined) return line.hidden;
    return !line && flag(child(this.root, "sheetFormatPr"), "zeroHeight");
  }

  /** The width of columns without one of their own, in characters of the file's counting. */
  get defaultColumnWidth(): number {
    const format = child(this.root, "sheetFormatPr");
    const own = format?.attrs["defaultColWidth"];
    if (own) return Number(own);
    const base = Number(format?.attrs["baseColWidth"] ?? 8);
    return (Math.ceil((base * 7 + 5) / 8) * 8) / 7;
  }

  /** Column width in pixels, hidden or not. */
  columnPixels(column: number): number {
    const width = this.columnRun(column)?.width ?? this.defaultColumnWidth;
    return Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7);
  }

  setColumnPixels(first: number, last: number, pixels: number): void {
    this.changeColumns(first, last, (run) => {
      run.width = Math.round((pixels / 7) * 65536) / 65536;
      run.extra = { ...run.extra, customWidth: "1" };
      delete run.extra["bestFit"];
      if (pixels === 0) run.hidden = true;
      else delete run.hidden;
    });
  }

  /** Gives columns no width of their own; they are shown. */
  dropColumnPixels(first: number, last: number): void {
    this.changeColumns(first, last, (run) => {
      delete run.width;
      delete run.hidden;
      delete run.extra?.["customWidth"];
      delete run.extra?.["bestFit"];
    });
  }

  /** Points of rows without a height of their own. */
  get defaultRowHeight(): number {
    return Number(child(this.root, "sheetFormatPr")?.attrs["defaultRowHeight"] ?? 15);
  }

  /** Row height in points, hidden or not. */
  rowPoints(row: number): number {
    const line = this.rows.get(row);
    if (line?.height !== undefined) return line.height;
    let height = this.defaultRowHeight;
    // Excel fits a row without a height to its tallest letters and its wrapped lines.
    line?.cells.forEach((cell, column) => {
      if (!hasContent(cell)) return;
      const style = this.styles.get(cell.s);
      const merged = this.merges.length > 0 ? this.mergeAt(row, column) : undefined;
      if (merged) return;
      const lineHeight = Math.max(this.defaultRowHeight, Math.ceil(style.font.size * 1.3 * 4) / 4);
      let lines = 1;
      if (style.wrapText && typeof cell.v === "string") {
        const width = Math.max(1, this.columnPixels(column) - 5);
        lines = cell.v.split("\n").reduce((n, part) => n + Math.max(1, Math.ceil(textPixels(part, style.font.size) / width)), 0);
      }
      height = Math.max(height, lineHeight * lines);
    });
    return Math.min(409, height);
  }

  setRowPoints(first: number, last: number, points: number): void {
    for (let r = first; r <= last; r++) {
      const row = this.ensureRow(r);
      row.height = points;
      row.customHeight = true;
      row.hidden = points === 0;
    }
    this.touchCells();
  }

  /** Gives rows no height of their own. */
  dropRowPoints(first: number, last: number): void {
    for (const [r, row] of this.rows) {
      if (r < first || r > last) continue;
      delete row.height;
      delete row.customHeight;
    }
    this.touchCells();
  }

  // --- views

  private get view(): XmlNode {
    const views = this.section("sheetViews");
    let view = child(views, "sheetView");
    if (!view) views.children.push((view = element("sheetView", { workbookViewId: 0 })));
    return view;
  }

  get showGridlines(): boolean {
    return flag(child(child(this.root, "sheetViews"), "sheetView"), "showGridLines", true);
  }

  set showGridlines(on: boolean) {
    this.view.attrs["showGridLines"] = on ? "1" : "0";
    this.touchLayout();
  }

  get showHeadings(): boolean {
    return flag(child(child(this.root, "sheetViews"), "sheetView"), "showRowColHeaders", true);
  }

  set showHeadings(on: boolean) {
    this.view.attrs["showRowColHeaders"] = on ? "1" : "0";
    this.touchLayout();
  }

  /** Rows and columns that stay in sight. */
  get frozen(): { rows: number; columns: number } {
    const pane = child(child(child(this.root, "sheetViews"), "sheetView"), "pane");
    if (!pane || !/^frozen/.test(pane.attrs["state"] ?? "")) return { rows: 0, columns: 0 };
    return { rows: Number(pane.attrs["ySplit"] ?? 0), columns: Number(pane.attrs["xSplit"] ?? 0) };
  }

  freeze(rows: number, columns: number): void {
    const view = this.view;
    view.children = view.children.filter((c) => typeof c === "string" || (c.name !== "pane" && c.name !== "selection"));
    if (rows > 0 || columns > 0) {
      const pane = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
      view.children.unshift(
        element("pane", {
          xSplit: columns || undefined,
          ySplit: rows || undefined,
          topLeftCell: cellName(rows, columns),
          activePane: pane,
          state: "frozen",
        }),
        element("selection", { pane }),
      );
    }
    this.touchLayout();
  }

  /** Notes what is selected, for the file. */
  setSelection(rect: Rect, selected: boolean): void {
    const view = this.view;
    const pane = child(view, "pane")?.attrs["activePane"];
    let node = childElements(view, "selection").find((s) => s.attrs["pane"] === pane);
    if (!node && (selected || rectName(rect) !== "A1")) view.children.push((node = element("selection", { pane })));
    if (node) {
      node.attrs["activeCell"] = cellName(rect.top, rect.left);
      node.attrs["sqref"] = rectName(rect);
    }
    if (selected) view.attrs["tabSelected"] = "1";
    else delete view.attrs["tabSelected"];
    this.layoutDirty = true;
  }

  /** "" or "#RRGGBB". */
  get tabColor(): string {
    return this.styles.colorOf(child(child(this.root, "sheetPr"), "tabColor")) ?? "";
  }

  set tabColor(color: string) {
    const properties = this.section("sheetPr");
    properties.children = properties.children.filter((c) => typeof c === "string" || c.name !== "tabColor");
    if (color) properties.children.unshift(element("tabColor", { rgb: `FF${color.replace("#", "").toUpperCase()}` }));
    this.touchLayout();
  }

  get isProtected(): boolean {
    return flag(child(this.root, "sheetProtection"), "sheet");
  }

  /** Refuses when a locked cell of the rectangle is protected. */
  checkWritable(rect: Rect): void {
    if (!this.isProtected) return;
    const used = { ...rect, bottom: Math.min(rect.bottom, rect.top + 2000), right: Math.min(rect.right, rect.left + 500) };
    for (let r = used.top; r <= used.bottom; r++) {
      for (let c = used.left; c <= used.right; c++) {
        if (this.style(r, c).locked) throw excelError("AccessDenied", `${this.name} is protected`);
      }
    }
  }

  /** "Sheet1!A1:B2". */
  addressOf(rect: Rect): string {
    return `${quoteSheet(this.name)}!${rectName(rect)}`;
  }

  absoluteAddressOf(rect: Rect): string {
    return `${quoteSheet(this.name)}!${absoluteRectName(rect)}`;
  }

  /** The sheet as its part's XML. */
  write(): string {
    if (this.cellsDirty || this.rawData === undefined) this.rawData = writeSheetData(this.rows, this.strings);
    this.writeColumns();
    const merges = this.merges.map((m) => element("mergeCell", { ref: rectName(m) }));
    const changed = JSON.stringify(this.merges) !== this.filedMerges;
    if (changed && (merges.length > 0 || child(this.root, "mergeCells"))) {
      if (merges.length === 0) this.removeSection("mergeCells");
      else Object.assign(this.section("mergeCells"), { attrs: { count: String(merges.length) }, children: merges });
      this.filedMerges = JSON.stringify(this.merges);
    }
    const used = this.usedRange();
    this.section("dimension").attrs["ref"] = used ? rectName(used) : "A1";
    const out = [`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${this.root.name}`];
    for (const [name, value] of Object.entries(this.root.attrs)) out.push(` ${name}="${encodeAttribute(value)}"`);
    out.push(">");
    for (const node of this.root.children) {
      if (typeof node === "string") continue;
      if (node.name === "sheetData") out.push("<sheetData>", this.rawData, "</sheetData>");
      else out.push(writeXml(node));
    }
    out.push(`</${this.root.name}>`);
    return out.join("");
  }

  private writeColumns(): void {
    if (JSON.stringify(this.columns) === this.filedColumns) return;
    const says = ({ width, style, hidden, extra }: ColumnRun) => width !== undefined || style || hidden || Object.keys(extra ?? {}).length > 0;
    const cols = joined(this.columns.filter(says)).map((run) => {
      const node = element("col", {
        min: run.first + 1,
        max: run.last + 1,
        width: run.width ?? this.defaultColumnWidth,
        style: run.style,
        hidden: run.hidden ? 1 : undefined,
      });
      Object.assign(node.attrs, run.extra);
      return node;
    });
    if (cols.length > 0) this.section("cols").children = cols;
    else this.removeSection("cols");
    this.filedColumns = JSON.stringify(this.columns);
  }
}

/** Neighbouring columns of one kind in one run, as Excel files them. */
function joined(runs: readonly ColumnRun[]): ColumnRun[] {
  const kind = ({ width, style, hidden, extra = {} }: ColumnRun) => JSON.stringify([width, style, hidden, Object.entries(extra).sort()]);
  return runs.reduce<ColumnRun[]>((done, run) => {
    const before = done.at(-1);
    if (before && before.last + 1 === run.first && kind(before) === kind(run)) done[done.length - 1] = { ...before, last: run.last };
    else done.push(run);
    return done;
  }, []);
}

function widened(rect: Rect | undefined, row: number, left: number, right: number): Rect {
  if (!rect) return { top: row, left, bottom: row, right };
  return { top: Math.min(rect.top, row), left: Math.min(rect.left, left), bottom: Math.max(rect.bottom, row), right: Math.max(rect.right, right) };
}

function emptySheet(): SheetPart {
  const root = element("worksheet", { xmlns: MAIN, "xmlns:r": RELATIONS }, [
    element("dimension", { ref: "A1" }),
    element("sheetViews", {}, [element("sheetView", { workbookViewId: 0 })]),
    element("sheetFormatPr", { defaultRowHeight: 15 }),
    element("sheetData"),
    element("pageMargins", { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 }),
  ]);
  return { root, rows: new Map(), data: "" };
}

/** How wide text is about, in pixels: Chinese letters count two. */
export function textPixels(text: string, size: number): number {
  let units = 0;
  for (const c of text) units += /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1.08;
  return (units * size * 96) / 72 / 2;
}
