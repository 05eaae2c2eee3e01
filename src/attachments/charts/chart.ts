import type { PlannedBlock } from "../block";

/** How a series is drawn: columns (bars in a chart of bars), a line, or markers alone. Colours are #RRGGBB. */
export type SeriesLook =
  | { kind: "column"; fill: string; line: string; hatch: Hatch }
  | { kind: "line"; color: string; dash: boolean; marker: boolean }
  | { kind: "marker"; fill: string; line: string };

/** What fills a column where colours cannot be told apart: in our own pictures, as Office.js fills with one colour alone. */
export type Hatch = "none" | "sparse" | "dense" | "solid";

/** One series of a chart. */
export interface ChartSeries {
  /** As the legend has it. */
  name: string;
  look: SeriesLook;
  /** What is drawn, one a category; null: nothing. */
  values: (number | null)[];
  /** The number format of the figures at its points; null: it bears none. */
  labels: string | null;
}

/** What a chart shows, apart from any sheet: plain data, to be drawn as a picture too. */
export interface Chart {
  /** starts, starts.2, trend.starts, audit.2020: the same from month to month. */
  id: string;
  /** columns over regions · lines over periods · bars of categories, the first on top */
  kind: "columns" | "lines" | "bars";
  /** The finding, as it is now. */
  title: string;
  /** Under each column or point; a line feed parts a name from its sign. */
  categories: string[];
  /** Whether the letters of a category stand one above the other, as long names do. */
  upright: boolean;
  /** The size of the figures at its points, in points. */
  labelSize: number;
  /** The number format of the axis of values. */
  axisFormat: string;
  series: ChartSeries[];
}

/** A chart as it lies on a sheet of ours, drawn from cells of that sheet. */
export interface PlannedChart {
  chart: Chart;
  /** The cells that it lies over. */
  at: PlannedBlock;
  /** The cell that works the finding out. */
  title: { row: number; column: number };
  categories: PlannedBlock;
  /** The cells of each series' values, in the order of the series. */
  values: PlannedBlock[];
}

/** What Excel is told of a chart but for the values: charts laid out alike need not be told apart. */
export function layoutOf({ chart, at, title, categories, values }: PlannedChart): unknown {
  const { id, kind, upright, labelSize, axisFormat, series } = chart;
  return { at, title, categories, values, id, kind, upright, labelSize, axisFormat, series: series.map(({ name, look, labels }) => ({ name, look, labels })) };
}
