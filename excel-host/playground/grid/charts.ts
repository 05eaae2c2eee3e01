import { displayText, type ChartSeriesView, type ChartView } from "../../engine";

/** Where the cells of a sheet are drawn, in CSS pixels of the grid. */
export interface CellsPlace {
  /** of the first column and row that are drawn */
  left: number;
  top: number;
  scrollLeft: number;
  scrollTop: number;
}

const SVG = "http://www.w3.org/2000/svg";
const PIXELS = 4 / 3;
const EDGE = 10;
const INK = "#262626";
const GRID = "#d9d9d9";
const FONT = "等线, DengXian, 'Noto Sans CJK SC', sans-serif";

/** A layer over the grid's cells in which charts are drawn; the mouse passes through it to the cells. */
export function createChartLayer(container: HTMLElement): { draw(charts: readonly ChartView[], place: CellsPlace): void } {
  const layer = document.createElement("div");
  layer.className = "chart-layer";
  container.append(layer);
  return {
    draw(charts, { left, top, scrollLeft, scrollTop }) {
      layer.style.left = `${left}px`;
      layer.style.top = `${top}px`;
      // The grid may have drawn its own parts anew since.
      if (layer !== container.lastElementChild) container.append(layer);
      layer.replaceChildren(
        ...charts.map((chart) => {
          const picture = drawChart(chart);
          picture.style.left = `${chart.left - scrollLeft}px`;
          picture.style.top = `${chart.top - scrollTop}px`;
          return picture;
        }),
      );
    },
  };
}

function node(name: string, attributes: Record<string, string | number>, content?: string): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (content !== undefined) made.textContent = content;
  return made;
}

/** A chart of columns, bars and lines, in the size that it has on its sheet. */
function drawChart(chart: ChartView): SVGElement {
  const { width, height } = chart;
  const svg = node("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": chart.title, "font-family": FONT });
  svg.append(node("rect", { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: "#ffffff", stroke: GRID }));
  const top = drawTitle(svg, chart);
  const bottom = chart.legend ? drawLegend(svg, chart) : height - EDGE;
  const isBar = chart.series.some(({ type }) => type.startsWith("Bar"));
  if (isBar) drawBars(svg, chart, top, bottom);
  else drawColumns(svg, chart, top, bottom);
  return svg;
}

function text(content: string, x: number, y: number, size: number, anchor: "start" | "middle" | "end", bold = false): SVGElement {
  return node("text", { x, y, "font-size": size * PIXELS, "text-anchor": anchor, fill: INK, ...(bold ? { "font-weight": "bold" } : {}) }, content);
}

/** A Chinese letter is as wide as it is high, others half as wide. */
function widthOf(content: string, size: number): number {
  return [...content].reduce((total, letter) => total + (letter.charCodeAt(0) > 255 ? 1 : 0.56), 0) * size * PIXELS;
}

function drawTitle(svg: SVGElement, { title, titleSize, width }: ChartView): number {
  if (title === "") return EDGE;
  const lines: string[] = [""];
  for (const letter of title) {
    const isNumber = /[\d.]/.test(letter) && /[\d.]$/.test(lines.at(-1) ?? "");
    if (!isNumber && widthOf(lines.at(-1) + letter, titleSize) > width - 6 * EDGE) lines.push("");
    lines[lines.length - 1] += letter;
  }
  const step = titleSize * PIXELS * 1.35;
  lines.forEach((line, at) => svg.append(text(line, width / 2, EDGE + (at + 0.85) * step, titleSize, "middle", true)));
  return EDGE + lines.length * step;
}

function drawLegend(svg: SVGElement, { series, width, height, size }: ChartView): number {
  const entries = series.map((one) => ({ one, width: 44 + widthOf(one.name, size) }));
  const rows: (typeof entries)[] = [[]];
  for (const entry of entries) {
    const row = rows.at(-1)!;
    if (row.length > 0 && row.reduce((total, { width: own }) => total + own, entry.width) > width - 2 * EDGE) rows.push([entry]);
    else row.push(entry);
  }
  const step = size * PIXELS * 1.5;
  const top = height - EDGE - rows.length * step;
  rows.forEach((row, at) => {
    let x = (width - row.reduce((total, { width: own }) => total + own, 0)) / 2;
    const y = top + (at + 0.7) * step;
    for (const { one, width: own } of row) {
      drawKey(svg, one, x, y - 4);
      svg.append(text(one.name, x + 30, y, size, "start"));
      x += own;
    }
  });
  return top;
}

const isColumn = ({ type }: ChartSeriesView) => /^(?:Column|Bar)/.test(type);
const fillOf = ({ fill }: ChartSeriesView) => fill || "#4472c4";

function drawKey(svg: SVGElement, series: ChartSeriesView, x: number, y: number): void {
  if (isColumn(series)) svg.append(node("rect", { x: x + 6, y: y - 5, width: 18, height: 10, fill: fillOf(series), stroke: series.line?.color ?? "none" }));
  else drawLine(svg, series, [[x + 2, y], [x + 26, y]], [[x + 14, y]]);
}

function drawLine(svg: SVGElement, { line, marker }: ChartSeriesView, points: [number, number][], marks: [number, number][]): void {
  if (line && points.length > 1) {
    const weight = line.weight * PIXELS;
    svg.append(node("polyline", { points: points.map((point) => point.join(",")).join(" "), fill: "none", stroke: line.color, "stroke-width": weight, ...(line.dash ? { "stroke-dasharray": `${weight * 3} ${weight * 2}` } : {}) }));
  }
  if (!marker) return;
  const half = (marker.size * PIXELS) / 2;
  for (const [x, y] of marks) {
    const looks = { fill: marker.fill || "#4472c4", stroke: marker.line || "none" };
    svg.append(marker.shape === "diamond" ? node("path", { d: `M${x},${y - half}l${half},${half}l${-half},${half}l${-half},${-half}Z`, ...looks }) : node("circle", { cx: x, cy: y, r: half, ...looks }));
  }
}

/** An axis from 0 to what holds all values, in even steps. */
function marksOf(series: readonly ChartSeriesView[]): number[] {
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))) || 1;
  const power = 10 ** Math.floor(Math.log10(highest / 7));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power * 7 >= highest * 0.999999) ?? 10) * power;
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, at) => at * step);
}

function drawColumns(svg: SVGElement, { categories, series, upright, size, width, axisFormat }: ChartView, top: number, end: number): void {
  const lines = categories.map((category) => (upright ? [...category] : category.split("\n")));
  const step = size * PIXELS * 1.3;
  const [left, right, first, bottom] = [EDGE + 44, width - EDGE, top + 16, end - Math.max(1, ...lines.map((one) => one.length)) * step - 8];
  const marks = marksOf(series);
  const max = marks.at(-1) ?? 1;
  const y = (value: number) => bottom - (Math.max(0, value) / max) * (bottom - first);
  const slot = (right - left) / Math.max(1, categories.length);
  const middle = (at: number) => left + (at + 0.5) * slot;
  for (const mark of marks) {
    svg.append(node("line", { x1: left, x2: right, y1: y(mark), y2: y(mark), stroke: mark === 0 ? INK : GRID }));
    svg.append(text(displayText(mark, axisFormat), left - 6, y(mark) + 4, size, "end"));
  }
  lines.forEach((parts, at) => parts.forEach((part, line) => svg.append(text(part, middle(at), bottom + (line + 1) * step, size, "middle"))));
  for (const one of [...series].sort((a, b) => Number(isColumn(b)) - Number(isColumn(a)))) {
    const points = one.values.flatMap((value, at): [number, number][] => (value === null ? [] : [[middle(at), y(value)]]));
    if (isColumn(one)) for (const [x, at] of points) if (at < bottom) svg.append(node("rect", { x: x - slot * 0.31, y: at, width: slot * 0.62, height: bottom - at, fill: fillOf(one), stroke: one.line?.color ?? "none" }));
    if (!isColumn(one)) drawLine(svg, one, points, points);
    one.labels?.forEach((label, at) => {
      const value = one.values[at] ?? null;
      if (label !== "" && value !== null) svg.append(text(label, middle(at), y(value) - (isColumn(one) ? 4 : 8), one.labelSize, "middle"));
    });
  }
}

function drawBars(svg: SVGElement, { categories, series, reversed, size, width, axisFormat }: ChartView, top: number, end: number): void {
  const left = EDGE + Math.min(width * 0.45, Math.max(0, ...categories.map((category) => widthOf(category, size)))) + 8;
  const [right, first, bottom] = [width - 4 * EDGE, top + 8, end - size * PIXELS * 1.6];
  const marks = marksOf(series);
  const x = (value: number) => left + (Math.max(0, value) / (marks.at(-1) ?? 1)) * (right - left);
  const slot = (bottom - first) / Math.max(1, categories.length);
  const middle = (at: number) => first + ((reversed ? at : categories.length - 1 - at) + 0.5) * slot;
  for (const mark of marks) {
    svg.append(node("line", { x1: x(mark), x2: x(mark), y1: first, y2: bottom, stroke: mark === 0 ? INK : GRID }));
    svg.append(text(displayText(mark, axisFormat), x(mark), bottom + size * PIXELS * 1.3, size, "middle"));
  }
  categories.forEach((category, at) => svg.append(text(category, left - 6, middle(at) + 4, size, "end")));
  for (const one of series) {
    one.values.forEach((value, at) => {
      if (value === null) return;
      svg.append(node("rect", { x: left, y: middle(at) - slot * 0.31, width: x(value) - left, height: slot * 0.62, fill: fillOf(one), stroke: one.line?.color ?? "none" }));
      if (one.labels) svg.append(text(one.labels[at] ?? "", x(value) + 5, middle(at) + 4, one.labelSize, "start"));
    });
  }
}
