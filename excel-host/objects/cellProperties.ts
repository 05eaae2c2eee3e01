/** getCellProperties and its kin: formats of many cells in one call (ExcelApi 1.9). */
import { excelError } from "../engine/errors";
import type { CellStyle, Rect } from "../engine/types";
import type { HostContext, RangeTarget } from "../protocol/context";
import { patchOf, applyFormat } from "./rangeFormat";
import { isUnbounded } from "./rangeValues";

type Wanted = Record<string, unknown>;

function describe(style: CellStyle, wanted: Wanted): Record<string, unknown> {
  const pick = (names: unknown, all: Record<string, unknown>): Record<string, unknown> =>
    names === true ? all : Object.fromEntries(Object.entries(all).filter(([name]) => (names as Wanted)?.[name]));
  const answer: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries(wanted)) {
    if (!asked) continue;
    if (name === "fill") answer["fill"] = pick(asked, { color: style.fill ?? "#FFFFFF" });
    else if (name === "font") answer["font"] = pick(asked, { ...style.font });
    else if (name === "protection") answer["protection"] = pick(asked, { locked: style.locked });
    else if (name === "borders") {
      const none = { style: "None", weight: "Thin", color: "#000000" };
      const side = (key: keyof CellStyle["borders"]) => pick(asked, { ...(style.borders[key] ?? none) });
      answer["borders"] = { top: side("top"), bottom: side("bottom"), left: side("left"), right: side("right") };
    } else if (["horizontalAlignment", "verticalAlignment", "wrapText", "shrinkToFit", "indentLevel", "textOrientation"].includes(name)) {
      answer[name] = style[name as "wrapText"];
    } else throw excelError("ApiNotFound", `getCellProperties format.${name} is not available in this host`);
  }
  return answer;
}

const KNOWN_CELL = ["address", "addressLocal", "format", "hidden"];

/** Range.getCellProperties: rows of columns. */
export function getCellProperties(target: RangeTarget, [options]: [Wanted]): unknown[][] {
  if (isUnbounded(target)) throw excelError("InvalidArgument", "whole rows or columns");
  for (const name of Object.keys(options)) if (!KNOWN_CELL.includes(name)) throw excelError("ApiNotFound", `getCellProperties ${name} is not available in this host`);
  const { sheet, rect } = target;
  const known = new Map<number, Record<string, unknown>>();
  const rows: unknown[][] = [];
  for (let r = rect.top; r <= rect.bottom; r++) {
    const row: unknown[] = [];
    for (let c = rect.left; c <= rect.right; c++) {
      const index = sheet.styleIndex(r, c);
      const cell: Record<string, unknown> = {};
      if (options["address"]) cell["address"] = sheet.addressOf({ top: r, bottom: r, left: c, right: c });
      if (options["hidden"]) cell["hidden"] = sheet.rowHidden(r) || sheet.columnHidden(c);
      if (options["format"]) {
        let format = known.get(index);
        if (!format) known.set(index, (format = describe(sheet.styles.get(index), options["format"] as Wanted)));
        cell["format"] = format;
      }
      row.push(cell);
    }
    rows.push(row);
  }
  return rows;
}

/** Range.getRowProperties: one entry a row. */
export function getRowProperties({ sheet, rect }: RangeTarget, [options]: [Wanted]): unknown[] {
  return Array.from({ length: rect.bottom - rect.top + 1 }, (_, i) => {
    const r = rect.top + i;
    const row: Record<string, unknown> = {};
    if (options["address"]) row["address"] = sheet.addressOf({ top: r, bottom: r, left: 0, right: 16383 });
    if (options["rowIndex"]) row["rowIndex"] = r;
    if (options["rowHidden"]) row["rowHidden"] = sheet.rowHidden(r);
    if (options["format"]) {
      const wanted = options["format"] as Wanted;
      const format = describe(sheet.style(r, rect.left), Object.fromEntries(Object.entries(wanted).filter(([n]) => n !== "rowHeight")));
      if (wanted["rowHeight"]) format["rowHeight"] = sheet.rowHidden(r) ? 0 : sheet.rowPoints(r);
      row["format"] = format;
    }
    return row;
  });
}

/** Range.getColumnProperties: one entry a column. */
export function getColumnProperties({ sheet, rect }: RangeTarget, [options]: [Wanted]): unknown[] {
  return Array.from({ length: rect.right - rect.left + 1 }, (_, i) => {
    const c = rect.left + i;
    const column: Record<string, unknown> = {};
    if (options["address"]) column["address"] = sheet.addressOf({ top: 0, bottom: 1048575, left: c, right: c });
    if (options["columnIndex"]) column["columnIndex"] = c;
    if (options["columnHidden"]) column["columnHidden"] = sheet.columnHidden(c);
    if (options["format"]) {
      const wanted = options["format"] as Wanted;
      const format = describe(sheet.style(rect.top, c), Object.fromEntries(Object.entries(wanted).filter(([n]) => n !== "columnWidth")));
      if (wanted["columnWidth"]) format["columnWidth"] = sheet.columnHidden(c) ? 0 : sheet.columnPixels(c) * 0.75;
      column["format"] = format;
    }
    return column;
  });
}

/** Range.setCellProperties: an array of the range's size. */
export function setCellProperties(target: RangeTarget, [data]: [Wanted[][]], context: HostContext): void {
  const { sheet, rect } = target;
  if (!Array.isArray(data) || data.length !== rect.bottom - rect.top + 1 || data.some((row) => row.length !== rect.right - rect.left + 1)) {
    throw excelError("InvalidArgument", "cellPropertiesData does not have the range's size");
  }
  sheet.checkWritable(rect);
  data.forEach((row, i) => {
    row.forEach((cell, k) => {
      const format = cell["format"] as Wanted | undefined;
      if (!format || Object.keys(format).length === 0) return;
      const at: Rect = { top: rect.top + i, bottom: rect.top + i, left: rect.left + k, right: rect.left + k };
      const target = sheet.ensureCell(at.top, at.left);
      target.s = sheet.styles.derive(target.s, patchOf(format));
    });
  });
  sheet.touchCells();
  context.layoutChanged(sheet, rect);
}

/** Range.setRowProperties: one entry a row. */
export function setRowProperties({ sheet, rect }: RangeTarget, [data]: [Wanted[]], context: HostContext): void {
  if (!Array.isArray(data) || data.length !== rect.bottom - rect.top + 1) throw excelError("InvalidArgument", "rowPropertiesData does not have the range's size");
  sheet.checkWritable(rect);
  data.forEach((entry, i) => {
    const r = rect.top + i;
    if (typeof entry["rowHidden"] === "boolean") sheet.ensureRow(r).hidden = entry["rowHidden"];
    const { rowHeight, ...format } = (entry["format"] ?? {}) as Wanted;
    if (typeof rowHeight === "number") sheet.setRowPoints(r, r, rowHeight);
    if (Object.keys(format).length > 0) applyFormat({ sheet, rect: { top: r, bottom: r, left: 0, right: 16383 } }, patchOf(format), context);
  });
  sheet.touchCells();
  context.cellsChanged(sheet, rect);
}

/** Range.setColumnProperties: one entry a column. */
export function setColumnProperties({ sheet, rect }: RangeTarget, [data]: [Wanted[]], context: HostContext): void {
  if (!Array.isArray(data) || data.length !== rect.right - rect.left + 1) throw excelError("InvalidArgument", "columnPropertiesData does not have the range's size");
  sheet.checkWritable(rect);
  data.forEach((entry, i) => {
    const c = rect.left + i;
    const hidden = entry["columnHidden"];
    if (typeof hidden === "boolean") {
      sheet.changeColumns(c, c, (run) => {
        if (hidden) run.hidden = true;
        else delete run.hidden;
      });
    }
    const { columnWidth, ...format } = (entry["format"] ?? {}) as Wanted;
    if (typeof columnWidth === "number") sheet.setColumnPixels(c, c, Math.round(columnWidth / 0.75));
    if (Object.keys(format).length > 0) applyFormat({ sheet, rect: { top: 0, bottom: 1048575, left: c, right: c } }, patchOf(format), context);
  });
  context.layoutChanged(sheet, rect);
}
