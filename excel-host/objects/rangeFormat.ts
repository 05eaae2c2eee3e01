import { MAX_COLUMNS, MAX_ROWS } from "../engine/address";
import { excelError } from "../engine/errors";
import { textPixels } from "../engine/sheet";
import { displayText } from "../engine/numberFormat";
import type { BorderName, StylePatch } from "../engine/styles";
import type { BorderSide, CellStyle, Rect } from "../engine/types";
import type { HostContext, RangeTarget } from "../protocol/context";
import { defineClass, entity, method, object, value, type ObjectClass } from "../protocol/define";
import { uniform } from "./ranges";

/** The different styles of a range's cells. */
export function stylesOf({ sheet, rect }: RangeTarget): CellStyle[] {
  const found = new Set<number>();
  // Of a large range only the used part is looked at, and the first cells beyond it.
  const large = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > 10_000;
  const used = large ? sheet.usedRange() : rect;
  const bottom = Math.min(rect.bottom, Math.max(rect.top, used?.bottom ?? 0));
  const right = Math.min(rect.right, Math.max(rect.left, used?.right ?? 0));
  for (let r = rect.top; r <= bottom; r++) for (let c = rect.left; c <= right; c++) found.add(sheet.styleIndex(r, c));
  if (bottom < rect.bottom) for (let c = rect.left; c <= right; c++) found.add(sheet.styleIndex(bottom + 1, c));
  if (right < rect.right) for (let r = rect.top; r <= bottom; r++) found.add(sheet.styleIndex(r, right + 1));
  return [...found].map((s) => sheet.styles.get(s));
}

function shared<T>(target: RangeTarget, read: (style: CellStyle) => T): T | null {
  return uniform(stylesOf(target).map(read));
}

/** Changes the style of a range's cells. */
export function applyFormat(target: RangeTarget, patch: StylePatch, context: HostContext): void {
  target.sheet.checkWritable(target.rect);
  target.sheet.format(target.rect, patch);
  context.layoutChanged(target.sheet, target.rect);
}

const NAMED: Record<string, string> = {
  black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#008000", blue: "#0000FF", yellow: "#FFFF00", orange: "#FFA500",
  gray: "#808080", grey: "#808080", lightgray: "#D3D3D3", purple: "#800080", pink: "#FFC0CB", brown: "#A52A2A", lightblue: "#ADD8E6", lightgreen: "#90EE90", lightyellow: "#FFFFE0",
};

/**
 * A colour as Office.js takes it: "#RRGGBB" or a name of HTML.
 * @throws ExcelError InvalidArgument
 */
export function color(given: unknown): string {
  if (typeof given === "string") {
    if (/^#[0-9A-Fa-f]{6}$/.test(given)) return given.toUpperCase();
    if (/^[0-9A-Fa-f]{6}$/.test(given)) return `#${given.toUpperCase()}`;
    const named = NAMED[given.toLowerCase()];
    if (named) return named;
  }
  throw excelError("InvalidArgument", `the colour ${String(given)}`);
}

function word(words: readonly string[], name: string): (given: unknown) => string {
  return (given) => {
    if (typeof given === "string" && words.includes(given)) return given;
    throw excelError("InvalidArgument", `${name} ${String(given)}`);
  };
}

function truth(given: unknown): boolean {
  if (typeof given !== "boolean") throw excelError("InvalidArgument", "true or false");
  return given;
}

export const HORIZONTAL = word(["General", "Left", "Center", "Right", "Fill", "Justify", "CenterAcrossSelection", "Distributed"], "horizontalAlignment");
export const VERTICAL = word(["Top", "Center", "Bottom", "Justify", "Distributed"], "verticalAlignment");
const UNDERLINE = word(["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"], "underline");

function limited(low: number, high: number, name: string): (given: unknown) => number {
  return (given) => {
    if (typeof given === "number" && given >= low && given <= high) return given;
    throw excelError("InvalidArgument", `${name} ${String(given)}`);
  };
}

const SIZE = limited(1, 409, "size");
const INDENT = limited(0, 250, "indentLevel");

function orientation(given: unknown): number {
  if (given === 180) return 180;
  return limited(-90, 90, "textOrientation")(given);
}

/** The changes a plain object of format properties asks for, as setCellProperties gives them. */
export function patchOf(format: Record<string, unknown>): StylePatch {
  const patch: StylePatch = {};
  const font = format["font"] as Record<string, unknown> | undefined;
  if (font) {
    const f: NonNullable<StylePatch["font"]> = {};
    if (font["name"] !== undefined) f.name = String(font["name"]);
    if (font["size"] !== undefined) f.size = SIZE(font["size"]);
    if (font["bold"] !== undefined) f.bold = truth(font["bold"]);
    if (font["italic"] !== undefined) f.italic = truth(font["italic"]);
    if (font["strikethrough"] !== undefined) f.strikethrough = truth(font["strikethrough"]);
    if (font["underline"] !== undefined) f.underline = UNDERLINE(font["underline"]);
    if (font["color"] !== undefined) f.color = color(font["color"]);
    patch.font = f;
  }
  const fill = format["fill"] as Record<string, unknown> | undefined;
  if (fill?.["color"] !== undefined) patch.fill = fill["color"] === "" ? null : color(fill["color"]);
  if (format["horizontalAlignment"] !== undefined) patch.horizontalAlignment = HORIZONTAL(format["horizontalAlignment"]);
  if (format["verticalAlignment"] !== undefined) patch.verticalAlignment = VERTICAL(format["verticalAlignment"]);
  if (format["wrapText"] !== undefined) patch.wrapText = truth(format["wrapText"]);
  if (format["shrinkToFit"] !== undefined) patch.shrinkToFit = truth(format["shrinkToFit"]);
  if (format["indentLevel"] !== undefined) patch.indentLevel = INDENT(format["indentLevel"]);
  if (format["textOrientation"] !== undefined) patch.textOrientation = orientation(format["textOrientation"]);
  const protection = format["protection"] as Record<string, unknown> | undefined;
  if (protection?.["locked"] !== undefined) patch.locked = truth(protection["locked"]);
  const borders = format["borders"] as Record<string, Record<string, unknown>> | undefined;
  if (borders) {
    const sides: NonNullable<StylePatch["borders"]> = {};
    for (const [name, given] of Object.entries(borders)) {
      const side = SIDES[name] ?? excelBorder(name);
      sides[side] =
        given["style"] === "None"
          ? null
          : { style: (given["style"] as string | undefined) ?? "Continuous", weight: (given["weight"] as string | undefined) ?? "Thin", color: given["color"] === undefined ? "#000000" : color(given["color"]) };
    }
    patch.borders = sides;
  }
  return patch;
}

const SIDES: Record<string, BorderName> = { top: "top", bottom: "bottom", left: "left", right: "right", diagonalDown: "diagonalDown", diagonalUp: "diagonalUp" };

function excelBorder(name: string): BorderName {
  const side = ({ EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right", DiagonalDown: "diagonalDown", DiagonalUp: "diagonalUp" } as Record<string, BorderName>)[name];
  if (!side) throw excelError("InvalidArgument", `the border ${name}`);
  return side;
}

/** The fill of a range. */
export const RangeFill = defineClass<RangeTarget>({
  name: "RangeFill",
  members: {
    // No fill is answered as white, as Excel does.
    color: value(
      (t) => {
        const fill = shared(t, (s) => s.fill ?? "");
        return fill === null ? "" : fill === "" ? "#FFFFFF" : fill;
      },
      (t, given, c) => applyFormat(t, { fill: given === ("" as never) ? null : color(given) }, c),
    ),
    clear: method((t, _args, c) => applyFormat(t, { fill: null }, c)),
  },
});

/** The font of a range; null where its cells differ. */
export const RangeFont = defineClass<RangeTarget>({
  name: "RangeFont",
  members: {
    name: value((t) => shared(t, (s) => s.font.name), (t, v, c) => applyFormat(t, { font: { name: String(v) } }, c)),
    size: value((t) => shared(t, (s) => s.font.size), (t, v, c) => applyFormat(t, { font: { size: SIZE(v) } }, c)),
    bold: value((t) => shared(t, (s) => s.font.bold), (t, v, c) => applyFormat(t, { font: { bold: truth(v) } }, c)),
    italic: value((t) => shared(t, (s) => s.font.italic), (t, v, c) => applyFormat(t, { font: { italic: truth(v) } }, c)),
    strikethrough: value((t) => shared(t, (s) => s.font.strikethrough), (t, v, c) => applyFormat(t, { font: { strikethrough: truth(v) } }, c)),
    underline: value((t) => shared(t, (s) => s.font.underline), (t, v, c) => applyFormat(t, { font: { underline: UNDERLINE(v) } }, c)),
    color: value((t) => shared(t, (s) => s.font.color) ?? "", (t, v, c) => applyFormat(t, { font: { color: color(v) } }, c)),
  },
});

interface BorderTarget extends RangeTarget {
  side: string;
}

const BORDERS = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"] as const;

// Which cells carry a border of the range, and on which of their sides; the neighbour's side counts too.
function carriers({ rect, side }: BorderTarget): { rect: Rect; name: BorderName; neighbour?: { rect: Rect; name: BorderName } }[] {
  const { top, left, bottom, right } = rect;
  switch (side) {
    case "EdgeTop":
      return [{ rect: { ...rect, bottom: top }, name: "top", ...(top > 0 && { neighbour: { rect: { ...rect, top: top - 1, bottom: top - 1 }, name: "bottom" as const } }) }];
    case "EdgeBottom":
      return [{ rect: { ...rect, top: bottom }, name: "bottom", ...(bottom < MAX_ROWS - 1 && { neighbour: { rect: { ...rect, top: bottom + 1, bottom: bottom + 1 }, name: "top" as const } }) }];
    case "EdgeLeft":
      return [{ rect: { ...rect, right: left }, name: "left", ...(left > 0 && { neighbour: { rect: { ...rect, left: left - 1, right: left - 1 }, name: "right" as const } }) }];
    case "EdgeRight":
      return [{ rect: { ...rect, left: right }, name: "right", ...(right < MAX_COLUMNS - 1 && { neighbour: { rect: { ...rect, left: right + 1, right: right + 1 }, name: "left" as const } }) }];
    case "InsideHorizontal":
      return top === bottom ? [] : [{ rect: { ...rect, bottom: bottom - 1 }, name: "bottom" }, { rect: { ...rect, top: top + 1 }, name: "top" }];
    case "InsideVertical":
      return left === right ? [] : [{ rect: { ...rect, right: right - 1 }, name: "right" }, { rect: { ...rect, left: left + 1 }, name: "left" }];
    case "DiagonalDown":
      return [{ rect, name: "diagonalDown" }];
    default:
      return [{ rect, name: "diagonalUp" }];
  }
}

const NONE: BorderSide = { style: "None", weight: "Thin", color: "#000000" };

function readBorder<K extends keyof BorderSide>(t: BorderTarget, key: K): string | null {
  const found: string[] = [];
  for (const { rect, name, neighbour } of carriers(t)) {
    const own = stylesOf({ sheet: t.sheet, rect }).map((s) => s.borders[name]);
    const other = neighbour && own.every((b) => b === undefined) ? stylesOf({ sheet: t.sheet, rect: neighbour.rect }).map((s) => s.borders[neighbour.name]) : own;
    found.push(...other.map((b) => (b ?? NONE)[key]));
  }
  return found.length === 0 ? NONE[key] : uniform(found);
}

function writeBorder(t: BorderTarget, change: Partial<BorderSide>, context: HostContext): void {
  t.sheet.checkWritable(t.rect);
  for (const { rect, name, neighbour } of carriers(t)) {
    const groups = new Map<string, BorderSide | undefined>();
    for (const style of stylesOf({ sheet: t.sheet, rect })) groups.set(JSON.stringify(style.borders[name] ?? null), style.borders[name]);
    const old = [...groups.values()][0];
    const next: BorderSide = { ...(old ?? { style: "Continuous", weight: "Thin", color: "#000000" }), ...change };
    t.sheet.format(rect, { borders: { [name]: next.style === "None" ? null : next } });
    // A line between two cells is one line: what the neighbour drew there gives way.
    if (neighbour && stylesOf({ sheet: t.sheet, rect: neighbour.rect }).some((s) => s.borders[neighbour.name])) {
      t.sheet.format(neighbour.rect, { borders: { [neighbour.name]: null } });
    }
  }
  context.layoutChanged(t.sheet, t.rect);
}

const LINE = word(["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"], "style");
const WEIGHT = word(["Hairline", "Thin", "Medium", "Thick"], "weight");

/** One border of a range. */
export const RangeBorder: ObjectClass<BorderTarget> = defineClass<BorderTarget>({
  name: "RangeBorder",
  identity: (t) => ({ Id: t.side }),
  members: {
    sideIndex: value((t) => t.side),
    style: value((t) => readBorder(t, "style"), (t, v, c) => writeBorder(t, { style: LINE(v) }, c)),
    weight: value((t) => readBorder(t, "weight"), (t, v, c) => writeBorder(t, { weight: WEIGHT(v) }, c)),
    color: value((t) => readBorder(t, "color"), (t, v, c) => writeBorder(t, { color: color(v) }, c)),
  },
});

/** The borders of a range. */
export const RangeBorderCollection: ObjectClass<RangeTarget> = defineClass<RangeTarget>({
  name: "RangeBorderCollection",
  items: (t) => BORDERS.map((side) => entity(RangeBorder, { ...t, side })),
  find: (t, side) => {
    if (!BORDERS.includes(side)) throw excelError("InvalidArgument", `the border ${String(side)}`);
    return entity(RangeBorder, { ...t, side });
  },
  members: { count: value(() => BORDERS.length) },
});

/** Whether a range's cells are locked. */
export const FormatProtection = defineClass<RangeTarget>({
  name: "FormatProtection",
  members: {
    locked: value((t) => shared(t, (s) => s.locked), (t, v, c) => applyFormat(t, { locked: truth(v) }, c)),
  },
});

function each<T>(low: number, high: number, read: (i: number) => T): T | null {
  const last = Math.min(high, low + 5000);
  return uniform(Array.from({ length: last - low + 1 }, (_, i) => read(low + i)));
}

function fitColumns({ sheet, rect }: RangeTarget, context: HostContext): void {
  context.calculateIfNeeded();
  const used = sheet.usedRange();
  const locale = { date1904: context.workbook.date1904, shortDate: context.shortDate };
  for (let column = rect.left; column <= Math.min(rect.right, used?.right ?? -1); column++) {
    let widest = 0;
    sheet.eachCell({ ...rect, left: column, right: column }, (cell, row) => {
      if (cell.v === null || sheet.mergeAt(row, column)) return;
      const style = sheet.styles.get(cell.s);
      const text = displayText(cell.v, style.numberFormat, locale);
      for (const line of text.split("\n")) widest = Math.max(widest, textPixels(line, style.font.size) * (style.font.bold ? 1.08 : 1));
    });
    if (widest > 0) sheet.setColumnPixels(column, column, Math.min(1790, Math.ceil(widest) + 8));
  }
  context.layoutChanged(sheet, rect);
}

function fitRows({ sheet, rect }: RangeTarget, context: HostContext): void {
  context.calculateIfNeeded();
  for (const [r, row] of sheet.rows) {
    if (r < rect.top || r > rect.bottom) continue;
    delete row.height;
    delete row.customHeight;
    const points = sheet.rowPoints(r);
    if (points !== sheet.defaultRowHeight) row.height = points;
  }
  sheet.touchCells();
  context.layoutChanged(sheet, rect);
}

/** How a range looks; null where its cells differ. */
export const RangeFormat: ObjectClass<RangeTarget> = defineClass<RangeTarget>({
  name: "RangeFormat",
  members: {
    fill: object((t) => entity(RangeFill, t)),
    font: object((t) => entity(RangeFont, t)),
    borders: object((t) => entity(RangeBorderCollection, t)),
    protection: object((t) => entity(FormatProtection, t)),
    horizontalAlignment: value((t) => shared(t, (s) => s.horizontalAlignment), (t, v, c) => applyFormat(t, { horizontalAlignment: HORIZONTAL(v) }, c)),
    verticalAlignment: value((t) => shared(t, (s) => s.verticalAlignment), (t, v, c) => applyFormat(t, { verticalAlignment: VERTICAL(v) }, c)),
    wrapText: value((t) => shared(t, (s) => s.wrapText), (t, v, c) => applyFormat(t, { wrapText: truth(v) }, c)),
    indentLevel: value((t) => shared(t, (s) => s.indentLevel), (t, v, c) => applyFormat(t, { indentLevel: INDENT(v) }, c)),
    shrinkToFit: value((t) => shared(t, (s) => s.shrinkToFit), (t, v, c) => applyFormat(t, { shrinkToFit: truth(v) }, c)),
    textOrientation: value((t) => shared(t, (s) => s.textOrientation), (t, v, c) => applyFormat(t, { textOrientation: orientation(v) }, c)),
    // Points: a pixel is three quarters of one.
    columnWidth: value(
      (t) => each(t.rect.left, t.rect.right, (i) => (t.sheet.columnHidden(i) ? 0 : t.sheet.columnPixels(i) * 0.75)),
      (t, v, c) => {
        if (t.sheet.isProtected) throw excelError("AccessDenied");
        t.sheet.setColumnPixels(t.rect.left, t.rect.right, Math.round(limited(0, 1343, "columnWidth")(v) / 0.75));
        c.layoutChanged(t.sheet, t.rect);
      },
    ),
    rowHeight: value(
      (t) => each(t.rect.top, t.rect.bottom, (i) => (t.sheet.rowHidden(i) ? 0 : t.sheet.rowPoints(i))),
      (t, v, c) => {
        if (t.sheet.isProtected) throw excelError("AccessDenied");
        const points = Math.round(limited(0, 409.5, "rowHeight")(v) / 0.75) * 0.75;
        const bottom = t.rect.bottom === MAX_ROWS - 1 ? Math.max(t.rect.top, t.sheet.usedRange()?.bottom ?? 0) : t.rect.bottom;
        t.sheet.setRowPoints(t.rect.top, bottom, points);
        c.layoutChanged(t.sheet, t.rect);
      },
    ),
    useStandardHeight: value(
      (t) => each(t.rect.top, t.rect.bottom, (i) => t.sheet.rowPoints(i) === t.sheet.defaultRowHeight),
      (t, v, c) => {
        if (t.sheet.isProtected) throw excelError("AccessDenied");
        if (truth(v)) t.sheet.dropRowPoints(t.rect.top, t.rect.bottom);
        c.layoutChanged(t.sheet, t.rect);
      },
    ),
    useStandardWidth: value(
      (t) => each(t.rect.left, t.rect.right, (i) => t.sheet.columnRun(i)?.width === undefined),
      (t, v, c) => {
        if (t.sheet.isProtected) throw excelError("AccessDenied");
        if (truth(v)) t.sheet.dropColumnPixels(t.rect.left, t.rect.right);
        c.layoutChanged(t.sheet, t.rect);
      },
    ),
    autofitColumns: method((t, _args, c) => fitColumns(t, c)),
    autofitRows: method((t, _args, c) => fitRows(t, c)),
  },
});
