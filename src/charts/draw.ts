import { CELL_PADDING, evenLines, shownFigure, textPoints, type Chart, type ChartSeries } from "../attachments";
import { drawBars } from "./draw-bars";
import { scaleOf } from "./scale";
import type { Picture, Point, Shape, TextShape } from "./shapes";
import { textOf } from "./words";

/** Points. */
const SIZES = { title: 11, text: 9, label: 8 };
const INK = "#262626";
const GRID = "#D9D9D9";
const FRAME = "#BFBFBF";
const EDGE = 8;
const LINE_HEIGHT = 1.35;
/** Of a column's place. */
const COLUMN_WIDTH = 0.62;
const PACE_WEIGHT = 1.75;
const TREND_WEIGHT = 1.5;
const MARK = 6;

/** The part of a picture that figures are drawn in. */
interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Draws a chart as shapes, as Excel draws it from the same plan: title, columns by status with their figures, the pace
 * as a line, names with signs, legend.
 * @param width points
 * @param height points
 */
export function drawChart(chart: Chart, width: number, height: number): Picture {
  const title = drawTitle(chart.title, width);
  const legend = drawLegend(chart.series, width, height);
  const frame: Shape = { kind: "rect", x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: "#FFFFFF", line: FRAME, hatch: "none" };
  const plot: Plot = { left: EDGE + 32, right: width - EDGE, top: title.bottom + 12, bottom: legend.top };
  const inside = chart.kind === "bars" ? drawBars(chart, plot) : drawUpright(chart, plot);
  return { width, height, shapes: [frame, ...title.shapes, ...inside, ...legend.shapes], text: textOf(chart) };
}

/** One line of text. */
function words(text: string, x: number, y: number, size: number, anchor: TextShape["anchor"], bold = false): TextShape {
  return { kind: "text", text, x, y, size, bold, color: INK, anchor };
}

/** A text in lines no longer than a width, broken between any two letters but before a closing mark or within a number. */
function brokenText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const letter of text) {
    const isTorn = /[，。；：、）”%]/.test(letter) || (/[\d.]/.test(letter) && /[\d.]$/.test(line));
    const isFull = textPoints(line + letter, size) > width && !isTorn;
    if (isFull && line !== "") {
      lines.push(line);
      line = "";
    }
    line += letter;
  }
  return line === "" ? lines : [...lines, line];
}

function drawTitle(title: string, width: number): { shapes: Shape[]; bottom: number } {
  const lines = brokenText(title, width - 4 * EDGE, SIZES.title);
  const step = SIZES.title * LINE_HEIGHT;
  return {
    shapes: lines.map((line, index) => words(line, width / 2, EDGE + (index + 0.85) * step, SIZES.title, "middle", true)),
    bottom: EDGE + lines.length * step,
  };
}

/** What series are called, in rows at the foot; none where there is only one. */
function drawLegend(series: readonly ChartSeries[], width: number, height: number): { shapes: Shape[]; top: number } {
  if (series.length < 2) return { shapes: [], top: height - EDGE };
  const entries = series.map((one) => ({ one, width: 26 + textPoints(one.name, SIZES.text) + 12 }));
  const rows: (typeof entries)[] = [[]];
  for (const entry of entries) {
    const row = rows.at(-1) ?? [];
    const used = row.reduce((total, { width: own }) => total + own, 0);
    if (row.length > 0 && used + entry.width > width - 2 * EDGE) rows.push([entry]);
    else row.push(entry);
  }
  const step = SIZES.text * LINE_HEIGHT + 2;
  const top = height - EDGE - rows.length * step;
  const shapes = rows.flatMap((row, index) => {
    let x = (width - row.reduce((total, { width: own }) => total + own, 0)) / 2;
    const y = top + (index + 0.75) * step;
    return row.flatMap(({ one, width: own }) => {
      const at = x;
      x += own;
      return [...drawKey(one, at, y - SIZES.text * 0.35), words(one.name, at + 26, y, SIZES.text, "start")];
    });
  });
  return { shapes, top };
}

function drawKey({ look }: ChartSeries, x: number, y: number): Shape[] {
  if (look.kind === "column")
    return [{ kind: "rect", x: x + 6, y: y - 4, width: 14, height: 8, fill: look.fill, line: look.line, hatch: look.hatch }];
  if (look.kind === "marker") return [{ kind: "mark", x: x + 13, y, size: MARK, shape: "diamond", fill: look.fill, line: look.line }];
  return [{ kind: "line", points: [[x + 2, y], [x + 24, y]], color: look.color, weight: look.dash ? PACE_WEIGHT : TREND_WEIGHT, dash: look.dash }, ...(look.marker ? [circle(x + 13, y, look.color)] : [])];
}

function circle(x: number, y: number, color: string): Shape {
  return { kind: "mark", x, y, size: MARK, shape: "circle", fill: color, line: color };
}

/** Columns and lines over their categories. */
function drawUpright(chart: Chart, outer: Plot): Shape[] {
  const { categories, series, axisFormat, upright } = chart;
  const slot = (outer.right - outer.left) / Math.max(1, categories.length);
  const names = namesOf(categories, upright, slot);
  const plot = { ...outer, bottom: outer.bottom - (names[0]?.length ?? 0) * SIZES.label * LINE_HEIGHT - 6 };
  const { max, ticks } = scaleOf(
    series.flatMap(({ values }) => values.map((value) => value ?? 0)),
    axisFormat === "0" ? 1 : 0.05,
    (plot.bottom - plot.top) / (SIZES.text * LINE_HEIGHT),
  );
  const y = (value: number) => plot.bottom - (Math.max(0, value) / max) * (plot.bottom - plot.top);
  const middle = (at: number) => plot.left + (at + 0.5) * slot;
  const grid = ticks.flatMap((tick): Shape[] => [
    {
      kind: "line",
      points: [
        [plot.left, y(tick)],
        [plot.right, y(tick)],
      ],
      color: tick === 0 ? INK : GRID,
      weight: tick === 0 ? 0.75 : 0.5,
      dash: false,
    },
    words(shownFigure(tick, axisFormat), plot.left - 4, y(tick) + SIZES.text * 0.35, SIZES.text, "end"),
  ]);
  const named = names.flatMap((lines, at) => drawName(lines, middle(at), plot.bottom));
  const drawn = [...series]
    .sort((a, b) => Number(a.look.kind !== "column") - Number(b.look.kind !== "column"))
    .flatMap((one) => drawSeries(one, { slot, middle, y, bottom: plot.bottom, size: chart.labelSize }));
  return [...grid, ...named, ...drawn];
}

/** The lines of each category, as many of all: a name broken where its place is too narrow, then its sign. */
function namesOf(categories: readonly string[], upright: boolean, slot: number): string[][] {
  const parts = categories.map((category) => {
    const [name = "", ...signs] = category.split("\n");
    return { lines: upright ? [...name] : evenLines(name, slot + CELL_PADDING, SIZES.label).split("\n"), signs };
  });
  const most = Math.max(0, ...parts.map(({ lines }) => lines.length));
  return parts.map(({ lines, signs }) => [...lines, ...Array.from({ length: most - lines.length }, () => ""), ...signs]);
}

function drawName(lines: readonly string[], x: number, top: number): Shape[] {
  const step = SIZES.label * LINE_HEIGHT;
  return lines.map((line, index) => words(line, x, top + (index + 1) * step, SIZES.label, "middle")).filter(({ text }) => text !== "");
}

interface Grid {
  slot: number;
  middle: (at: number) => number;
  y: (value: number) => number;
  bottom: number;
  /** Of the figures. */
  size: number;
}

function drawSeries({ look, values, labels }: ChartSeries, { slot, middle, y, bottom, size }: Grid): Shape[] {
  const figures = values.flatMap((value, at): Shape[] => {
    const text = value === null || labels === null ? "" : shownFigure(value, labels);
    return text === "" || value === null ? [] : [words(text, middle(at), y(value) - (look.kind === "column" ? 3 : 6), size, "middle")];
  });
  const points = values.flatMap((value, at): Point[] => (value === null ? [] : [[middle(at), y(value)]]));
  switch (look.kind) {
    case "column":
      return [
        ...values.flatMap((value, at): Shape[] =>
          value === null || value <= 0 ? [] : [{ kind: "rect", x: middle(at) - (slot * COLUMN_WIDTH) / 2, y: y(value), width: slot * COLUMN_WIDTH, height: bottom - y(value), fill: look.fill, line: look.line, hatch: look.hatch }],
        ),
        ...figures,
      ];
    case "marker":
      return [
        ...points.map(([x, at]): Shape => ({ kind: "mark", x, y: at, size: MARK + 1, shape: "diamond", fill: look.fill, line: look.line })),
        ...figures,
      ];
    case "line":
      return [
        ...(points.length > 1
          ? [{ kind: "line", points, color: look.color, weight: look.dash ? PACE_WEIGHT : TREND_WEIGHT, dash: look.dash } satisfies Shape]
          : []),
        ...(look.marker ? points.map(([x, at]) => circle(x, at, look.color)) : []),
        ...figures,
      ];
  }
}
