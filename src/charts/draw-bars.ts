import { shownFigure, textPoints, type Chart } from "../attachments";
import { scaleOf } from "./scale";
import type { Shape, TextShape } from "./shapes";

/** Points. */
const SIZE = 9;
const INK = "#262626";
const GRID = "#D9D9D9";
/** Of the picture's width: what names may take. */
const NAMES = 0.45;
const BAR_HEIGHT = 0.62;

/** Bars of categories, the first on top, each with its figure. */
export function drawBars(
  { categories, series, axisFormat, labelSize }: Chart,
  outer: { left: number; right: number; top: number; bottom: number },
): Shape[] {
  const longest = Math.max(0, ...categories.map((category) => textPoints(category, SIZE)));
  const from = outer.left - 32;
  const left = from + Math.min(longest + 6, (outer.right - from) * NAMES);
  const right = outer.right - 24;
  const { max, ticks } = scaleOf(
    series.flatMap(({ values }) => values.map((value) => value ?? 0)),
    axisFormat === "0" ? 1 : 0.05,
  );
  const x = (value: number) => left + (Math.max(0, value) / max) * (right - left);
  const slot = (outer.bottom - outer.top - 14) / Math.max(1, categories.length);
  const middle = (at: number) => outer.top + (at + 0.5) * slot;
  const bottom = outer.top + slot * categories.length;
  const text = (content: string, at: number, y: number, size: number, anchor: TextShape["anchor"]): TextShape => ({
    kind: "text",
    text: content,
    x: at,
    y,
    size,
    bold: false,
    color: INK,
    anchor,
  });
  const grid = ticks.flatMap((tick): Shape[] => [
    {
      kind: "line",
      points: [
        [x(tick), outer.top],
        [x(tick), bottom],
      ],
      color: tick === 0 ? INK : GRID,
      weight: tick === 0 ? 0.75 : 0.5,
      dash: false,
    },
    text(shownFigure(tick, axisFormat), x(tick), bottom + SIZE * 1.3, SIZE, "middle"),
  ]);
  const names = categories.map((category, at) => text(category, left - 4, middle(at) + SIZE * 0.35, SIZE, "end"));
  const bars = series.flatMap(({ look, values, labels }) =>
    look.kind !== "column"
      ? []
      : values.flatMap((value, at): Shape[] => {
          if (value === null) return [];
          const bar: Shape = {
            kind: "rect",
            x: left,
            y: middle(at) - (slot * BAR_HEIGHT) / 2,
            width: Math.max(0, x(value) - left),
            height: slot * BAR_HEIGHT,
            fill: look.fill,
            line: look.line,
            hatch: look.hatch,
          };
          return labels === null
            ? [bar]
            : [bar, text(shownFigure(value, labels), x(value) + 4, middle(at) + labelSize * 0.35, labelSize, "start")];
        }),
  );
  return [...grid, ...names, ...bars];
}
