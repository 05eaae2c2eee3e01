import { MAX_COLUMNS, MAX_ROWS, intersection } from "../engine/address";
import { copyRules } from "../engine/conditionalFormats";
import { excelError } from "../engine/errors";
import { moveRect } from "../engine/references";
import { copyCells, copyValidations, clearCells, editStructure, type ClearKind, type CopyKind } from "../engine/structure";
import type { Rect } from "../engine/types";
import type { HostContext, RangeTarget } from "../protocol/context";
import { entity, entityOrNull, integer, method, object, oneOf, value, valueOnRequest, type ClassMembers, type Entity } from "../protocol/define";
import { Range, RangeAreas, Worksheet } from "./classes";
import { ConditionalFormatCollection } from "./conditionalFormatCollection";
import { DataValidation } from "./dataValidation";
import { hyperlinkOf, setHyperlink } from "./hyperlinks";
import { getCellProperties, getColumnProperties, getRowProperties, setCellProperties, setColumnProperties, setRowProperties } from "./cellProperties";
import { RangeFormat } from "./rangeFormat";
import { RangeSort } from "./rangeSort";
import { formulaOf, formulaR1C1Of, readBlock, textOfCell, valueOf, valueTypeOf, writeBlock, writeFormulas, writeNumberFormats } from "./rangeValues";
import { ALL, rangeArgument, uniform, within } from "./ranges";

const height = ({ rect }: RangeTarget): number => rect.bottom - rect.top + 1;
const width = ({ rect }: RangeTarget): number => rect.right - rect.left + 1;
const range = (target: RangeTarget): Entity => entity(Range, target);
const at = ({ sheet }: RangeTarget, rect: Rect): Entity => range(within(sheet, rect));

// Formulas are worked out before their results are read.
function worked<T>(context: HostContext, read: () => T): T {
  context.calculateIfNeeded();
  return read();
}

function rowsHidden({ sheet, rect }: RangeTarget): boolean | null {
  if (rect.top === 0 && rect.bottom === MAX_ROWS - 1) {
    return [...sheet.rows.values()].some((row) => row.hidden) ? null : false;
  }
  return uniform(Array.from({ length: rect.bottom - rect.top + 1 }, (_, i) => sheet.rowHidden(rect.top + i)));
}

function columnsHidden({ sheet, rect }: RangeTarget): boolean | null {
  return uniform(Array.from({ length: rect.right - rect.left + 1 }, (_, i) => sheet.columnHidden(rect.left + i)));
}

function hideRows({ sheet, rect }: RangeTarget, hidden: boolean, context: HostContext): void {
  if (sheet.isProtected) throw excelError("AccessDenied");
  const bottom = rect.bottom === MAX_ROWS - 1 ? Math.max(sheet.usedRange()?.bottom ?? 0, rect.top) : rect.bottom;
  for (let r = rect.top; r <= bottom; r++) sheet.ensureRow(r).hidden = hidden;
  sheet.touchCells();
  context.cellsChanged(sheet, rect);
}

function hideColumns({ sheet, rect }: RangeTarget, hidden: boolean, context: HostContext): void {
  if (sheet.isProtected) throw excelError("AccessDenied");
  sheet.changeColumns(rect.left, rect.right, (run) => {
    if (hidden) run.hidden = true;
    else delete run.hidden;
    if (run.width === 0) delete run.width;
  });
  context.layoutChanged(sheet, rect);
}

function usedInside(target: RangeTarget, valuesOnly: boolean): RangeTarget | undefined {
  const used = target.sheet.usedRange(valuesOnly);
  const part = used && intersection(used, target.rect);
  if (!part) return undefined;
  // The used part of a range is fitted to what lies inside it.
  let inner: Rect | undefined;
  target.sheet.eachCell(part, (cell, r, c) => {
    if (!(cell.f !== undefined || cell.v !== null || (!valuesOnly && cell.s !== 0))) return;
    inner = inner
      ? { top: Math.min(inner.top, r), left: Math.min(inner.left, c), bottom: Math.max(inner.bottom, r), right: Math.max(inner.right, c) }
      : { top: r, left: c, bottom: r, right: c };
  });
  return inner && { sheet: target.sheet, rect: inner };
}

function edit(target: RangeTarget, kind: "insert" | "delete", shift: string, context: HostContext): void {
  const { sheet, rect } = target;
  if (sheet.isProtected) throw excelError("AccessDenied", `${sheet.name} is protected`);
  const wholeRows = rect.left === 0 && rect.right === MAX_COLUMNS - 1;
  const wholeColumns = rect.top === 0 && rect.bottom === MAX_ROWS - 1;
  const axis = wholeRows ? "rows" : wholeColumns ? "columns" : shift === "Down" || shift === "Up" ? "rows" : "columns";
  const moved = { kind, axis, rect: { ...rect } } as const;
  editStructure(context.workbook, sheet, moved);
  context.moveTracked(sheet, (other) => (other === rect && kind === "insert" ? other : moveRect(other, moved)));
  const type = wholeRows ? (kind === "insert" ? "RowInserted" : "RowDeleted") : wholeColumns ? (kind === "insert" ? "ColumnInserted" : "ColumnDeleted") : kind === "insert" ? "CellInserted" : "CellDeleted";
  const direction = axis === "rows" ? (kind === "insert" ? "ShiftCellDown" : "ShiftCellUp") : kind === "insert" ? "ShiftCellRight" : "ShiftCellLeft";
  context.cellsChanged(sheet, rect, { type, shift: direction });
}

/** What a rectangle of cells can do. */
export const RANGE: ClassMembers<RangeTarget> = {
  members: {
    address: value((t) => t.sheet.addressOf(t.rect)),
    addressLocal: value((t) => t.sheet.addressOf(t.rect)),
    rowIndex: value((t) => t.rect.top),
    columnIndex: value((t) => t.rect.left),
    rowCount: value(height),
    columnCount: value(width),
    // More than the largest 32-bit number is answered as -1.
    cellCount: value((t) => (height(t) * width(t) > 2 ** 31 - 1 ? -1 : height(t) * width(t))),
    values: value((t, c) => worked(c, () => readBlock(t, c, valueOf)), writeBlock),
    formulas: value((t, c) => readBlock(t, c, formulaOf), writeFormulas),
    formulasR1C1: value((t, c) => readBlock(t, c, formulaR1C1Of)),
    text: value((t, c) => worked(c, () => readBlock(t, c, textOfCell(t, c)))),
    numberFormat: value((t, context) => readBlock(t, context, (cell, r, c) => t.sheet.styles.get(cell?.s ?? t.sheet.styleIndex(r, c)).numberFormat), writeNumberFormats),
    valueTypes: value((t, c) => worked(c, () => readBlock(t, c, valueTypeOf))),
    hidden: value((t) => (rowsHidden(t) === true || columnsHidden(t) === true ? true : rowsHidden(t) === null || columnsHidden(t) === null ? null : false)),
    rowHidden: value(rowsHidden, hideRows as never),
    columnHidden: value(columnsHidden, hideColumns as never),
    isEntireColumn: value((t) => t.rect.top === 0 && t.rect.bottom === MAX_ROWS - 1),
    isEntireRow: value((t) => t.rect.left === 0 && t.rect.right === MAX_COLUMNS - 1),
    hyperlink: valueOnRequest(hyperlinkOf, setHyperlink as never),

    worksheet: object((t) => entity(Worksheet, t.sheet)),
    format: object((t) => entity(RangeFormat, t)),
    conditionalFormats: object((t) => entity(ConditionalFormatCollection, { sheet: t.sheet, rects: [t.rect] })),
    dataValidation: object((t) => entity(DataValidation, t)),
    sort: object((t) => entity(RangeSort, t)),

    getCell: method((t, [row, column]) => {
      const r = t.rect.top + integer(row, "row");
      const c = t.rect.left + integer(column, "column");
      return at(t, { top: r, left: c, bottom: r, right: c });
    }),
    getRow: method((t, [row]) => {
      const r = t.rect.top + integer(row, "row");
      if (r < t.rect.top || r > t.rect.bottom) throw excelError("InvalidArgument", "row");
      return at(t, { ...t.rect, top: r, bottom: r });
    }),
    getColumn: method((t, [column]) => {
      const c = t.rect.left + integer(column, "column");
      if (c < t.rect.left || c > t.rect.right) throw excelError("InvalidArgument", "column");
      return at(t, { ...t.rect, left: c, right: c });
    }),
    getLastRow: method((t) => at(t, { ...t.rect, top: t.rect.bottom })),
    getLastColumn: method((t) => at(t, { ...t.rect, left: t.rect.right })),
    getLastCell: method((t) => at(t, { ...t.rect, top: t.rect.bottom, left: t.rect.right })),
    getRowsAbove: method((t, [count = 1 as never]) => {
      const n = integer(count, "count");
      return n > 0 ? at(t, { ...t.rect, top: t.rect.top - n, bottom: t.rect.top - 1 }) : at(t, { ...t.rect, bottom: t.rect.top - n - 1 });
    }),
    getRowsBelow: method((t, [count = 1 as never]) => {
      const n = integer(count, "count");
      return n > 0 ? at(t, { ...t.rect, top: t.rect.bottom + 1, bottom: t.rect.bottom + n }) : at(t, { ...t.rect, top: t.rect.bottom + n + 1 });
    }),
    getResizedRange: method((t, [rows, columns]) => at(t, { ...t.rect, bottom: t.rect.bottom + integer(rows, "deltaRows"), right: t.rect.right + integer(columns, "deltaColumns") })),
    getAbsoluteResizedRange: method((t, [rows, columns]) => at(t, { ...t.rect, bottom: t.rect.top + integer(rows, "numRows") - 1, right: t.rect.left + integer(columns, "numColumns") - 1 })),
    getOffsetRange: method((t, [rows, columns]) => {
      const [dr, dc] = [integer(rows, "rowOffset"), integer(columns, "columnOffset")];
      return at(t, { top: t.rect.top + dr, bottom: t.rect.bottom + dr, left: t.rect.left + dc, right: t.rect.right + dc });
    }),
    getIntersection: method((t, [other], c) => {
      const found = overlap(t, rangeArgument(c, t.sheet, other));
      if (!found) throw excelError("ItemNotFound");
      return found;
    }),
    getIntersectionOrNullObject: method((t, [other], c) => overlap(t, rangeArgument(c, t.sheet, other))),
    getBoundingRect: method((t, [other], c) => {
      const o = rangeArgument(c, t.sheet, other);
      if (o.sheet !== t.sheet) throw excelError("InvalidArgument", "ranges of two sheets");
      return at(t, {
        top: Math.min(t.rect.top, o.rect.top),
        left: Math.min(t.rect.left, o.rect.left),
        bottom: Math.max(t.rect.bottom, o.rect.bottom),
        right: Math.max(t.rect.right, o.rect.right),
      });
    }),
    getEntireRow: method((t) => at(t, { ...t.rect, left: ALL.left, right: ALL.right })),
    getEntireColumn: method((t) => at(t, { ...t.rect, top: ALL.top, bottom: ALL.bottom })),
    getUsedRange: method((t, [valuesOnly], c) => range(worked(c, () => usedInside(t, valuesOnly === true)) ?? { sheet: t.sheet, rect: { ...t.rect, bottom: t.rect.top, right: t.rect.left } })),
    getUsedRangeOrNullObject: method((t, [valuesOnly], c) => entityOrNull(Range, worked(c, () => usedInside(t, valuesOnly === true)))),
    getMergedAreasOrNullObject: method((t) => {
      const merges = t.sheet.merges.filter((m) => intersection(m, t.rect));
      return merges.length > 0 ? entity(RangeAreas, { sheet: t.sheet, rects: merges }) : null;
    }, "1.13"),

    getCellProperties: method(getCellProperties as never),
    getRowProperties: method(getRowProperties as never),
    getColumnProperties: method(getColumnProperties as never),
    setCellProperties: method(setCellProperties as never),
    setRowProperties: method(setRowProperties as never),
    setColumnProperties: method(setColumnProperties as never),

    merge: method((t, [across], c) => {
      t.sheet.checkWritable(t.rect);
      if (c.workbook.tables(t.sheet).some((table) => intersection(table.rect, t.rect))) throw excelError("InvalidOperation", "cells of a table cannot be merged");
      if (across === true) for (let r = t.rect.top; r <= t.rect.bottom; r++) t.sheet.merge({ ...t.rect, top: r, bottom: r });
      else t.sheet.merge({ ...t.rect });
      c.cellsChanged(t.sheet, t.rect);
    }),
    unmerge: method((t, _args, c) => {
      t.sheet.checkWritable(t.rect);
      t.sheet.unmerge(t.rect);
      c.layoutChanged(t.sheet, t.rect);
    }),
    clear: method((t, [applyTo], c) => {
      t.sheet.checkWritable(t.rect);
      const kind = oneOf<ClearKind>(applyTo ?? "All", ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"], "applyTo");
      clearCells(t.sheet, t.rect, kind);
      c.cellsChanged(t.sheet, t.rect, kind === "Formats" ? undefined : { type: "RangeEdited" });
    }),
    copyFrom: method((t, [source, copyType, skipBlanks, transpose], c) => {
      const from = rangeArgument(c, t.sheet, source);
      const kind = oneOf<CopyKind>(copyType ?? "All", ["All", "Formulas", "Values", "Formats"], "copyType");
      t.sheet.checkWritable(t.rect);
      c.calculateIfNeeded();
      const written = copyCells(from.sheet, from.rect, t.sheet, t.rect, kind, skipBlanks === true, transpose === true);
      if ((kind === "All" || kind === "Formats") && transpose !== true) {
        copyRules(from.sheet, from.rect, t.sheet, written);
        copyValidations(from.sheet, from.rect, t.sheet, written);
      }
      c.cellsChanged(t.sheet, written, { type: "RangeEdited" });
    }),
    insert: method((t, [shift], c) => {
      edit(t, "insert", oneOf(shift, ["Down", "Right"], "shift"), c);
      return range({ sheet: t.sheet, rect: { ...t.rect } });
    }),
    delete: method((t, [shift], c) => edit(t, "delete", oneOf(shift, ["Up", "Left"], "shift"), c)),
    select: method((t, _args, c) => {
      if (t.sheet.visibility !== "Visible") throw excelError("InvalidOperation", `${t.sheet.name} is hidden`);
      c.select(t.sheet, t.rect);
    }),
    calculate: method((_t, _args, c) => c.calculate()),
    _ValidateArraySize: method((t, [rows, columns]) => {
      if ((rows as number) !== height(t) || (columns as number) !== width(t)) throw excelError("InvalidArgument", "array size");
    }),
  },
};

function overlap(t: RangeTarget, other: RangeTarget): Entity | null {
  const rect = t.sheet === other.sheet ? intersection(t.rect, other.rect) : undefined;
  return rect ? range({ sheet: t.sheet, rect }) : null;
}
