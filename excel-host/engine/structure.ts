/** Cells put in and taken out, sorted, copied, cleared. */
import { MAX_COLUMNS, MAX_ROWS, contains, intersection, intersects, parseRects, rectName, subtract } from "./address";
import { cloneCell, hasContent, type Cell, type Row } from "./cells";
import { excelError } from "./errors";
import { removeHyperlinks } from "./hyperlinks";
import { moveRect, translate, type StructureEdit } from "./references";
import type { Sheet } from "./sheet";
import { rewriteFormula } from "./storedFormula";
import type { Rect } from "./types";
import type { Workbook } from "./workbook";
import { childElements, localName, type XmlNode } from "./xml";

/** Puts cells in or takes them out; formulas, names, formats and merges everywhere follow. */
export function editStructure(workbook: Workbook, sheet: Sheet, edit: StructureEdit): void {
  const { rect, axis } = edit;
  const whole = axis === "rows" ? rect.left === 0 && rect.right === MAX_COLUMNS - 1 : rect.top === 0 && rect.bottom === MAX_ROWS - 1;
  const behind: Rect = axis === "rows" ? { ...rect, bottom: MAX_ROWS - 1 } : { ...rect, right: MAX_COLUMNS - 1 };
  const torn = (other: Rect): boolean =>
    intersects(other, behind) && (axis === "rows" ? other.left < rect.left || other.right > rect.right : other.top < rect.top || other.bottom > rect.bottom);
  if (!whole && (sheet.merges.some(torn) || workbook.tables(sheet).some((t) => torn(t.rect)))) {
    throw excelError("InsertDeleteConflict", "merged cells or a table would be torn apart");
  }
  const used = sheet.usedRange();
  if (edit.kind === "insert" && used) {
    const size = axis === "rows" ? rect.bottom - rect.top + 1 : rect.right - rect.left + 1;
    const last = axis === "rows" ? used.bottom : used.right;
    if (last + size >= (axis === "rows" ? MAX_ROWS : MAX_COLUMNS) && last >= (axis === "rows" ? rect.top : rect.left)) {
      throw excelError("InsertDeleteConflict", "cells would be pushed off the sheet");
    }
  }
  workbook.calculator.resetSpills();
  if (axis === "rows") moveRows(sheet, edit, whole);
  else moveColumns(sheet, edit, whole);
  sheet.merges = sheet.merges.flatMap((m) => moveRect(m, edit) ?? []).filter((m) => m.top !== m.bottom || m.left !== m.right);
  moveLists(sheet.root, edit);
  workbook.moveTables(sheet, edit);
  sheet.touchCells();
  sheet.layoutDirty = true;
  workbook.adjustFormulas(sheet, edit);
}

function moveRows(sheet: Sheet, { kind, rect }: StructureEdit, whole: boolean): void {
  const size = rect.bottom - rect.top + 1;
  if (whole) {
    const next = new Map<number, Row>();
    for (const [r, row] of sheet.rows) {
      if (r < rect.top) next.set(r, row);
      else if (kind === "insert") next.set(r + size, row);
      else if (r > rect.bottom) next.set(r - size, row);
    }
    sheet.rows = next;
    if (kind === "insert") {
      // New rows look like the row above.
      const above = sheet.rows.get(rect.top - 1);
      if (above) {
        for (let r = rect.top; r <= rect.bottom; r++) {
          const row: Row = { cells: [] };
          if (above.style !== undefined) row.style = above.style;
          if (above.height !== undefined) row.height = above.height;
          if (above.customHeight) row.customHeight = true;
          above.cells.forEach((cell, c) => {
            if (cell.s !== 0) row.cells[c] = { v: null, s: cell.s };
          });
          next.set(r, row);
        }
      }
    }
    return;
  }
  const last = sheet.usedRange()?.bottom ?? -1;
  const column = (c: number): (Cell | undefined)[] => {
    const cells: (Cell | undefined)[] = [];
    for (let r = rect.top; r <= last; r++) cells.push(sheet.rows.get(r)?.cells[c]);
    return cells;
  };
  for (let c = rect.left; c <= rect.right; c++) {
    const cells = column(c);
    const above = rect.top > 0 ? sheet.cell(rect.top - 1, c) : undefined;
    if (kind === "insert") cells.unshift(...Array.from({ length: size }, () => (above && above.s !== 0 ? { v: null, s: above.s } : undefined)));
    else cells.splice(0, size);
    const end = Math.max(last, rect.top + cells.length - 1);
    for (let r = rect.top; r <= end; r++) place(sheet, r, c, cells[r - rect.top]);
  }
}

function moveColumns(sheet: Sheet, { kind, rect }: StructureEdit, whole: boolean): void {
  const size = rect.right - rect.left + 1;
  const rows = whole ? [...sheet.rows.keys()] : [...sheet.rows.keys()].filter((r) => r >= rect.top && r <= rect.bottom);
  for (const r of rows) {
    const row = sheet.rows.get(r)!;
    const next: Cell[] = [];
    row.cells.forEach((cell, c) => {
      if (c < rect.left) next[c] = cell;
      else if (kind === "insert") next[c + size] = cell;
      else if (c > rect.right) next[c - size] = cell;
    });
    const before = next[rect.left - 1];
    if (kind === "insert" && before && before.s !== 0) for (let c = rect.left; c <= rect.right; c++) next[c] = { v: null, s: before.s };
    row.cells = next;
  }
  if (!whole) return;
  const before = sheet.columnRun(rect.left - 1);
  sheet.columns = sheet.columns.flatMap((run) => {
    const moved = moveRect({ top: 0, bottom: 0, left: run.first, right: run.last }, { kind, axis: "columns", rect: { ...rect, top: 0, bottom: 0 } });
    return moved ? [{ ...run, first: moved.left, last: moved.right }] : [];
  });
  if (kind === "insert" && before && rect.left > 0 && !sheet.columnRun(rect.left)) sheet.columns.push({ ...before, first: rect.left, last: rect.right });
  sheet.columns.sort((a, b) => a.first - b.first);
}

function place(sheet: Sheet, row: number, column: number, cell: Cell | undefined): void {
  if (cell) sheet.ensureRow(row).cells[column] = cell;
  else delete sheet.rows.get(row)?.cells[column];
}

const LISTS = new Set(["conditionalFormatting", "dataValidation", "hyperlink", "autoFilter", "ignoredError", "protectedRange", "sortState", "brk", "sqref"]);

// Everything in the sheet's XML that names cells of the sheet itself.
function moveLists(node: XmlNode, edit: StructureEdit): void {
  node.children = node.children.filter((part) => {
    if (typeof part === "string" || part.name === "sheetData" || part.name === "mergeCells") return true;
    const name = localName(part.name);
    if (name === "sqref") {
      const text = part.children.join("");
      part.children = [moveAll(text, edit) || text];
      return true;
    }
    if (LISTS.has(name)) {
      for (const attribute of ["sqref", "ref"]) {
        const old = part.attrs[attribute];
        if (old === undefined) continue;
        const next = moveAll(old, edit);
        if (next === "") return false;
        part.attrs[attribute] = next;
      }
    }
    moveLists(part, edit);
    return true;
  });
  for (const list of childElements(node)) if (list.attrs["count"] && list.children.length > 0 && localName(list.name) === "dataValidations") list.attrs["count"] = String(list.children.length);
}

function moveAll(sqref: string, edit: StructureEdit): string {
  return parseRects(sqref)
    .flatMap((rect) => moveRect(rect, edit) ?? [])
    .map(rectName)
    .join(" ");
}

/** What clear() takes away. */
export type ClearKind = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents";

/** Clears a rectangle. Merged cells must lie inside it whole. */
export function clearCells(sheet: Sheet, rect: Rect, kind: ClearKind): void {
  const contents = kind === "All" || kind === "Contents" || kind === "ResetContents";
  const formats = kind === "All" || kind === "Formats";
  if (contents) {
    sheet.eachCell(rect, (cell) => {
      if (cell.array?.includes(":") && !cell.dynamic) throw excelError("InvalidOperation", "a part of an array cannot be changed");
    });
  }
  sheet.eachCell(rect, (cell, row, column) => {
    const next: Cell = { v: contents ? null : cell.v, s: formats ? 0 : cell.s };
    if (!contents) {
      for (const key of ["f", "array", "dynamic", "ghost", "extra"] as const) if (cell[key] !== undefined) Object.assign(next, { [key]: cell[key] });
      // Letters formatted one by one lose that with the cell's format.
      if (!formats && cell.si !== undefined) next.si = cell.si;
    }
    sheet.rows.get(row)!.cells[column] = next;
  });
  if (formats) {
    sheet.unmerge(rect);
    removeFromLists(sheet, rect, "conditionalFormatting");
    if (rect.top === 0 && rect.bottom === MAX_ROWS - 1) sheet.changeColumns(rect.left, rect.right, (run) => delete run.style);
    if (rect.left === 0 && rect.right === MAX_COLUMNS - 1) for (let r = rect.top; r <= Math.min(rect.bottom, sheet.usedRange()?.bottom ?? 0); r++) delete sheet.rows.get(r)?.style;
  }
  if (kind === "All") removeValidations(sheet, rect);
  if (kind === "All" || kind === "Hyperlinks" || kind === "RemoveHyperlinks" || kind === "Contents") removeHyperlinks(sheet, rect);
  sheet.touchCells();
}

/** Takes a rectangle out of the ranges of conditional formats. */
export function removeFromLists(sheet: Sheet, rect: Rect, name: string): void {
  const before = sheet.root.children.length;
  sheet.root.children = sheet.root.children.filter((node) => {
    if (typeof node === "string" || localName(node.name) !== name) return true;
    const rects = parseRects(node.attrs["sqref"] ?? "");
    if (!rects.some((r) => intersects(r, rect))) return true;
    const left = rects.flatMap((r) => subtract(r, rect));
    if (left.length === 0) return false;
    node.attrs["sqref"] = left.map(rectName).join(" ");
    sheet.touchLayout();
    return true;
  });
  if (sheet.root.children.length !== before) sheet.touchLayout();
}

/** Takes a rectangle out of the ranges of data validations. */
export function removeValidations(sheet: Sheet, rect: Rect): void {
  const list = childElements(sheet.root, "dataValidations")[0];
  if (!list) return;
  list.children = list.children.filter((node) => {
    if (typeof node === "string") return false;
    const left = parseRects(node.attrs["sqref"] ?? "").flatMap((r) => subtract(r, rect));
    node.attrs["sqref"] = left.map(rectName).join(" ");
    return left.length > 0;
  });
  list.attrs["count"] = String(list.children.length);
  if (list.children.length === 0) sheet.removeSection("dataValidations");
  sheet.touchLayout();
}

/** Copies the data validations of a rectangle along with its cells, once for each time that it fits into the target. */
export function copyValidations(from: Sheet, source: Rect, to: Sheet, target: Rect): void {
  const found = childElements(childElements(from.root, "dataValidations")[0], "dataValidation").flatMap((node) => {
    const parts = parseRects(node.attrs["sqref"] ?? "").flatMap((rect) => intersection(rect, source) ?? []);
    return parts.length > 0 ? [{ node: structuredClone(node), parts }] : [];
  });
  removeValidations(to, target);
  if (found.length === 0) return;
  const [height, width] = [source.bottom - source.top + 1, source.right - source.left + 1];
  const list = to.section("dataValidations");
  for (const { node, parts } of found) {
    const rects: Rect[] = [];
    for (let row = target.top; row <= target.bottom; row += height) {
      for (let column = target.left; column <= target.right; column += width) {
        const [down, across] = [row - source.top, column - source.left];
        rects.push(...parts.map((r) => ({ top: r.top + down, left: r.left + across, bottom: r.bottom + down, right: r.right + across })));
      }
    }
    list.children.push({ ...node, attrs: { ...node.attrs, sqref: rects.map(rectName).join(" ") } });
  }
  list.attrs["count"] = String(list.children.length);
  to.touchLayout();
}

/** A key of a sort: a column of the range, counted from its first. */
export interface SortField {
  key: number;
  ascending?: boolean;
}

/** Sorts rows (or columns) of a rectangle as Excel does: numbers, text, logical values, errors; blanks always last. */
export function sortCells(sheet: Sheet, rect: Rect, fields: readonly SortField[], matchCase: boolean, hasHeaders: boolean, byColumns = false): void {
  if (sheet.merges.some((m) => intersects(m, rect))) throw excelError("InvalidOperation", "merged cells cannot be sorted");
  const from = hasHeaders && !byColumns ? rect.top + 1 : rect.top;
  const used = intersection(rect, sheet.usedRange() ?? rect) ?? rect;
  const lines: { at: number; cells: (Cell | undefined)[] }[] = [];
  const [first, last] = byColumns ? [used.left, used.right] : [from, used.bottom];
  const [low, high] = byColumns ? [rect.top, used.bottom] : [rect.left, Math.min(rect.right, used.right)];
  for (let at = first; at <= last; at++) {
    const cells: (Cell | undefined)[] = [];
    for (let i = low; i <= high; i++) cells.push(byColumns ? sheet.cell(i, at) : sheet.cell(at, i));
    lines.push({ at, cells });
  }
  const collator = new Intl.Collator("zh-CN", { sensitivity: matchCase ? "variant" : "base", numeric: false });
  lines.sort((a, b) => {
    for (const { key, ascending = true } of fields) {
      const order = compare(a.cells[key], b.cells[key], collator, ascending);
      if (order !== 0) return order;
    }
    return a.at - b.at;
  });
  lines.forEach(({ at, cells }, i) => {
    const to = first + i;
    cells.forEach((cell, k) => {
      const moved = cell && cloneCell(cell);
      if (moved) rewriteFormula(moved, (formula) => (byColumns ? translate(formula, 0, to - at) : translate(formula, to - at, 0)));
      if (byColumns) place(sheet, low + k, to, moved);
      else place(sheet, to, low + k, moved);
    });
  });
  sheet.touchCells();
}

function compare(a: Cell | undefined, b: Cell | undefined, collator: Intl.Collator, ascending: boolean): number {
  const rank = (cell: Cell | undefined): number => {
    const v = cell?.v ?? null;
    if (v === null) return 9;
    return typeof v === "number" ? 0 : typeof v === "string" ? 1 : typeof v === "boolean" ? 2 : 3;
  };
  const [ra, rb] = [rank(a), rank(b)];
  if (ra === 9 || rb === 9) return ra === rb ? 0 : ra === 9 ? 1 : -1;
  let order = ra - rb;
  if (order === 0 && ra === 0) order = (a!.v as number) - (b!.v as number);
  else if (order === 0 && ra === 1) order = collator.compare(a!.v as string, b!.v as string);
  else if (order === 0 && ra === 2) order = Number(a!.v) - Number(b!.v);
  return ascending ? order : -order;
}

/** What copyFrom() takes along. */
export type CopyKind = "All" | "Formulas" | "Values" | "Formats";

/**
 * Copies cells; relative references move along. A target larger than the source by whole multiples is tiled,
 * a smaller one grows.
 * @returns the rectangle that was written
 */
export function copyCells(from: Sheet, source: Rect, to: Sheet, target: Rect, kind: CopyKind, skipBlanks: boolean, transpose: boolean): Rect {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const [rows, columns] = transpose ? [width, height] : [height, width];
  const times = (have: number, need: number): number => (have % need === 0 ? Math.max(1, have / need) : 1);
  const down = times(target.bottom - target.top + 1, rows);
  const across = times(target.right - target.left + 1, columns);
  const written: Rect = { top: target.top, left: target.left, bottom: target.top + down * rows - 1, right: target.left + across * columns - 1 };
  if (written.bottom >= MAX_ROWS || written.right >= MAX_COLUMNS) throw excelError("InvalidArgument", "the copy leaves the sheet");
  const used = from.usedRange();
  const scan = (used && intersection(source, used)) ?? { ...source, bottom: source.top - 1 };
  const block: { r: number; c: number; cell: Cell }[] = [];
  from.eachCell(scan, (cell, row, column) => block.push({ r: row - source.top, c: column - source.left, cell: cloneCell(cell) }));
  const known = new Map(block.map((b) => [`${b.r}:${b.c}`, b.cell]));
  const merges = from.merges.filter((m) => contains(source, m));
  const big = height > MAX_ROWS / 2 || width > MAX_COLUMNS / 2;
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const top = target.top + y * rows;
      const left = target.left + x * columns;
      const put = (r: number, c: number, cell: Cell | undefined): void => {
        const row = top + (transpose ? c : r);
        const column = left + (transpose ? r : c);
        if (skipBlanks && !hasContent(cell)) return;
        const old = to.cell(row, column);
        if (!cell && !old) return;
        const next: Cell = { v: null, s: kind === "All" || kind === "Formats" ? (cell?.s ?? from.styleIndex(source.top + r, source.left + c)) : to.styleIndex(row, column) };
        if (kind === "Formats") Object.assign(next, { ...old, s: next.s });
        else if (cell) {
          next.v = cell.v;
          if (cell.si !== undefined && kind === "All") next.si = cell.si;
          if (cell.f !== undefined && kind !== "Values") {
            Object.assign(next, { f: cell.f, ...(cell.stored && { stored: cell.stored }) });
            rewriteFormula(next, (formula) => translate(formula, row - (source.top + r), column - (source.left + c)));
            if (cell.dynamic) Object.assign(next, { dynamic: true, array: rectName({ top: row, left: column, bottom: row, right: column }) });
          }
        }
        to.ensureRow(row).cells[column] = next;
      };
      if (big) for (const { r, c, cell } of block) put(r, c, cell);
      else for (let r = 0; r < height; r++) for (let c = 0; c < width; c++) put(r, c, known.get(`${r}:${c}`));
      if (kind === "All" || kind === "Formats") {
        to.unmerge({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
        for (const m of merges) {
          const [r1, c1, r2, c2] = [m.top - source.top, m.left - source.left, m.bottom - source.top, m.right - source.left];
          to.merges.push(transpose ? { top: top + c1, left: left + r1, bottom: top + c2, right: left + r2 } : { top: top + r1, left: left + c1, bottom: top + r2, right: left + c2 });
          to.layoutDirty = true;
        }
      }
    }
  }
  to.touchCells();
  return written;
}
