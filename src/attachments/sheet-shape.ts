import { either, fields, flag, keptBlock, keptRow, listOf, number, oneOf, orNull, text, that, namedOf, whole, type Parser } from "../progress";
import type { PlannedChart, SeriesLook } from "./charts/chart";
import { digitsOf } from "./measure";
import {
  isSheetPart,
  SHEET_KEYS,
  type CellStyle,
  type KeptWidths,
  type PlannedCell,
  type PlannedRule,
  type PrintSetup,
  type SheetPlan,
} from "./plan";

/** All of a planned sheet but what its cells hold: small enough to be kept in the workbook. */
export type SheetShape = Omit<SheetPlan, "cells">;

/** More cells than any sheet of ours has, in a row or under each other, and in all. */
const MOST = 20_000;
const MOST_CELLS = 1_000_000;
/** More formats, merges or rules than any sheet of ours has, each of which costs Excel a call. */
const MOST_BLOCKS = 5_000;
const MOST_CHARTS = 200;

const place = { row: keptRow, column: whole(0, MOST) };
const horizontal = oneOf(["Left", "Center", "Right"] as const);
const style = fields<object, Required<CellStyle>>(
  {},
  { fontName: text(), fontSize: number(1, 409), bold: flag, fontColor: text(), fill: text(), horizontal, vertical: oneOf(["Top", "Center", "Bottom"] as const), wrap: flag, borders: flag, numberFormat: text() },
);

/** A conditional format of ours, as it was kept. */
export const keptRule: Parser<PlannedRule> = either<PlannedRule>(
  fields({ kind: oneOf(["status"] as const), formula: text(), fill: text(), fontColor: text() }, { bold: flag, numberFormat: text() }),
  fields({ kind: oneOf(["bar"] as const), lower: text(), upper: number(), color: text() }),
);

const look = either<SeriesLook>(
  fields({ kind: oneOf(["column"] as const), fill: text(), line: text(), hatch: oneOf(["none", "sparse", "dense", "solid"] as const) }),
  fields({ kind: oneOf(["line"] as const), color: text(), dash: flag, marker: flag }),
  fields({ kind: oneOf(["marker"] as const), fill: text(), line: text() }),
);
const chart = fields<PlannedChart>({
  chart: fields({
    id: text(),
    kind: oneOf(["columns", "lines", "bars"] as const),
    title: text(),
    categories: listOf(text()),
    upright: flag,
    labelSize: number(1, 409),
    axisFormat: text(),
    series: listOf(fields({ name: text(), look, values: listOf(orNull(number())), labels: orNull(text()) })),
  }),
  at: keptBlock,
  title: fields(place),
  categories: keptBlock,
  values: listOf(keptBlock),
});

const millimetres = number(0, 1000);
const print = fields<PrintSetup>({
  orientation: oneOf(["Portrait", "Landscape"] as const),
  marginsMm: fields({
    top: millimetres,
    bottom: millimetres,
    left: millimetres,
    right: millimetres,
    header: millimetres,
    footer: millimetres,
  }),
  titleRows: orNull(fields({ first: keptRow, last: keptRow })),
  pageColumns: orNull(fields({ repeated: whole(1, MOST), starts: listOf(whole(0, MOST), MOST_BLOCKS), scale: number(0.1, 1) })),
  pageRows: listOf(keptRow, MOST_BLOCKS),
  oneTall: flag,
  firstPage: whole(0, 32_767),
  centerFooter: text(),
});

/** The rows of a sheet's parts, as they were kept. */
export const keptParts = that(namedOf(keptRow), (parts) => Object.keys(parts).every(isSheetPart)) as Parser<SheetPlan["parts"]>;

const shape: Parser<SheetShape> = fields(
  {
    key: oneOf(SHEET_KEYS),
    name: text(),
    rowCount: whole(1, MOST),
    columnCount: whole(1, MOST),
    styles: listOf(fields({ block: keptBlock, style }), MOST_BLOCKS),
    merges: listOf(keptBlock, MOST_BLOCKS),
    rules: listOf(fields({ block: keptBlock, rules: listOf(keptRule, MOST_BLOCKS) }), MOST_BLOCKS),
    hints: listOf(fields({ ...place, title: text(), message: text() }), MOST),
    columns: listOf(fields({ id: text(), hidden: flag, widthKept: flag, path: listOf(text()) }), MOST),
    columnWidths: listOf(number(0, 255), MOST),
    rowHeights: listOf(number(0, 409.5), MOST),
    freeze: fields({ rows: whole(0, MOST), columns: whole(0, MOST) }),
    print,
    parts: keptParts,
    printedColumns: whole(1, MOST),
    tabColor: text(),
  },
  { printedRows: whole(1, MOST), charts: listOf(chart, MOST_CHARTS), chartEnds: flag, chosen: listOf(text()) },
);

/** The shape of a sheet of ours, as it was kept. */
export const keptShape = that(shape, ({ rowCount, columnCount }) => rowCount * columnCount <= MOST_CELLS);

/** The shape of a plan. Charts are drawn from cells: what they show now is no part of it. */
export function shapeOf({ cells: _, ...shape }: SheetPlan): SheetShape {
  if (!shape.charts) return shape;
  const charts = shape.charts.map((one) => ({
    ...one,
    chart: { ...one.chart, title: "", categories: [], series: one.chart.series.map((series) => ({ ...series, values: [] })) },
  }));
  return { ...shape, charts };
}

/**
 * A sheet of a shape, as a plan.
 * @param cells what its cells hold; more of them than the shape has are not printed
 * @param widths those that the office set by hand
 */
export function planOf(shape: SheetShape, cells: PlannedCell[][], widths: KeptWidths = {}): SheetPlan {
  const columnCount = Math.max(shape.columnCount, ...cells.map((row) => row.length));
  const rowCount = Math.max(shape.rowCount, cells.length);
  const full = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (_unused, column): PlannedCell => cells[row]?.[column] ?? { kind: "blank" }),
  );
  const columnWidths = shape.columnWidths.map((width, column) => {
    const byHand = widths[shape.columns[column]?.id ?? ""];
    return byHand === undefined ? width : digitsOf(byHand);
  });
  return {
    ...shape,
    rowCount,
    columnCount,
    columnWidths,
    cells: full,
    ...(rowCount > shape.rowCount && { printedRows: shape.printedRows ?? shape.rowCount }),
  };
}

/** What stands in a cell, as a plan says it. @param formula as Excel tells it; a text that begins with “=” has an apostrophe before it */
export function plannedCell(formula: unknown): PlannedCell {
  if (typeof formula === "number") return { kind: "number", value: formula };
  // TRUE by itself is what makes the value.
  if (typeof formula === "boolean") return { kind: "formula", formula: String(formula).toUpperCase() };
  const content = String(formula ?? "");
  if (content === "") return { kind: "blank" };
  if (content.startsWith("=")) return { kind: "formula", formula: content };
  return { kind: "text", text: content.startsWith("'=") ? content.slice(1) : content };
}

/** What a planned cell holds, as Excel tells it of a sheet that stands. */
export function contentOf(cell: PlannedCell): string | number {
  switch (cell.kind) {
    case "blank":
      return "";
    case "text":
      // So that the text =1+1 is told from the formula.
      return cell.text.startsWith("=") ? `'${cell.text}` : cell.text;
    case "number":
      return cell.value;
    case "formula":
      return cell.formula;
  }
}
