import { chineseDate, demandFor, topicOf, type KnownPeriod, type Report } from "../../progress";
import type { PlanOptions } from "../attachment-one";
import { titleStart } from "../document-head";
import { LiveLinks } from "../live-links";
import { digitsOf } from "../measure";
import { printedSize } from "../page";
import type { PrintSetup, SheetPlan } from "../plan";
import { rankable } from "../ranking";
import { SheetBuilder } from "../sheet-builder";
import { CAPTION, TITLE } from "../styles";
import { hasCategories, putAudit } from "./audit-block";
import type { PlannedChart } from "./chart";
import { DataArea } from "./data-area";
import { hasRates, putRates, RATES_WIDTH, stretches, type DrawnFrom } from "./rates-block";
import { hasTrend, putTrend } from "./trend-block";

const CHART_SHEET_NAME = "进度图";

export interface ChartOptions extends Pick<PlanOptions, "threshold" | "keptWidths"> {
  /** What earlier periods say, oldest first: lines over the months. */
  periods?: readonly KnownPeriod[];
  /** Whether of many regions the first and the last twenty are enough; else all have their place, on several pages. */
  ends?: boolean;
}

/** The page: so many columns of one width, which charts lie over, and rows of one height. */
export const PAGE_COLUMNS = 8;
const COLUMN_POINTS = 57;
const ROW_POINTS = 18;
const ROWS = { title: 0, caption: 1, first: 2 };
const TITLE_POINTS = 30;
/** Rows of a chart, the free one above it included: two on a page. */
const CHART_ROWS = 17;
/** Of charts that stand beside each other: three on a page. */
const HALF_ROWS = 11;
/** What the widest block of audit findings by region takes beside it. */
const LEAST_DATA_COLUMNS = RATES_WIDTH;

/** Whether there is anything to draw. */
function hasCharts(report: Report): boolean {
  return rankable(report).some(hasRates) || report.audit.some(hasCategories);
}

/**
 * Plans the sheet 进度图: for each indicator the regions' rates, best first, with the pace as a line; the periods as
 * lines where several are known; open audit findings by category. The charts lie over the page; the cells that they
 * are drawn from stand beside it and follow the staff's own.
 * @returns null where there is nothing to draw
 */
export function planChartSheet(report: Report, options: ChartOptions = {}): SheetPlan | null {
  if (!hasCharts(report)) return null;
  const { threshold = report.threshold, periods = [], ends = false, keptWidths = {} } = options;
  const builder = new SheetBuilder();
  const demand = demandFor(report, options.threshold);
  const area = new DataArea(builder, PAGE_COLUMNS + 1, ROWS.first);
  const live = new LiveLinks(report);
  const [whole, halves]: [DrawnFrom[], DrawnFrom[]] = [[], []];
  for (const indicator of rankable(report).filter(hasRates)) {
    const ranked = { report, indicator, demand, live };
    const { charts, cells } = putRates(area, ranked, (count) => stretches(count, ends));
    whole.push(...charts);
    if (hasTrend(indicator, report, periods)) halves.push(putTrend(area, ranked, threshold, periods, cells));
  }
  const audits = report.audit.filter(hasCategories).map((year) => putAudit(area, year, live));
  const print = chartPage();
  const { charts, pageRows, end } = onPages([...whole, ...pairs(halves), ...audits], printedSize(print).height);
  const mostCategories = Math.max(0, ...report.audit.filter(hasCategories).map(({ categories }) => categories.length));
  const columnCount = PAGE_COLUMNS + 1 + Math.max(LEAST_DATA_COLUMNS, mostCategories + 1);
  putHead(builder, report, end);
  for (let column = 0; column < PAGE_COLUMNS; column++) builder.setWidth(column, digitsOf(COLUMN_POINTS));
  builder.setWidth(PAGE_COLUMNS, 1);
  const columns = builder.keepWidths(Array.from({ length: columnCount }, (_, column) => `charts.${column + 1}`), keptWidths);
  return builder.plan({
    key: "charts",
    name: CHART_SHEET_NAME,
    freeze: { rows: 0, columns: 0 },
    print: { ...print, pageRows },
    tabColor: "#107C10",
    columns,
    // With the narrow column beside them, so that their frames are printed too.
    printedColumns: PAGE_COLUMNS + 1,
    printedRows: end,
    charts,
    chartEnds: ends,
  });
}

/** A page for charts: upright, as they are looked at beside the notice. */
export function chartPage(): PrintSetup {
  return {
    orientation: "Portrait",
    marginsMm: { top: 25, bottom: 22, left: 22, right: 22, header: 10, footer: 12 },
    titleRows: { first: ROWS.title, last: ROWS.caption },
    pageColumns: null,
    pageRows: [],
    oneTall: false,
    firstPage: 1,
    centerFooter: '&"宋体"&14— &P —',
  };
}

function putHead(builder: SheetBuilder, report: Report, end: number): void {
  builder.text(ROWS.title, 0, `${titleStart(report)}${topicOf(report).tasks}进度图`);
  builder.merge(ROWS.title, 0, 1, PAGE_COLUMNS);
  builder.style(ROWS.title, 0, 1, PAGE_COLUMNS, { ...TITLE, fontSize: 16 });
  builder.height(ROWS.title, TITLE_POINTS);
  builder.text(ROWS.caption, 0, `截至${chineseDate(report.asOf)}。各图按完成率由高到低排列，图由右侧数据画出，随原表变动。`);
  builder.merge(ROWS.caption, 0, 1, PAGE_COLUMNS);
  builder.style(ROWS.caption, 0, 1, PAGE_COLUMNS, CAPTION);
  // Every row that a chart lies over is there.
  if (builder.rowHeights().length < end) builder.text(end - 1, 0, "");
}

/** What stands beside each other on the page, and how many rows it takes. */
interface Strip {
  drawn: DrawnFrom[];
  rows: number;
}

function pairs(halves: readonly DrawnFrom[]): Strip[] {
  return Array.from({ length: Math.ceil(halves.length / 2) }, (_, index) => ({
    drawn: halves.slice(2 * index, 2 * index + 2),
    rows: HALF_ROWS,
  }));
}

/** Lays charts under each other, none torn by the end of a page. */
function onPages(items: readonly (DrawnFrom | Strip)[], height: number): { charts: PlannedChart[]; pageRows: number[]; end: number } {
  const head = TITLE_POINTS + ROW_POINTS;
  const room = Math.floor((height - head) / ROW_POINTS) - 2;
  const charts: PlannedChart[] = [];
  const pageRows: number[] = [];
  let [row, used] = [ROWS.first, 0];
  for (const item of items) {
    const { drawn, rows } = "drawn" in item ? item : { drawn: [item], rows: rowsOf(item) };
    if (used + rows > room && used > 0) {
      pageRows.push(row);
      used = 0;
    }
    const columnCount = PAGE_COLUMNS / ("drawn" in item ? 2 : 1);
    drawn.forEach((one, index) =>
      charts.push({ ...one, at: { row: row + 1, column: index * columnCount, rowCount: rows - 1, columnCount } }),
    );
    row += rows;
    used += rows;
  }
  // With a free row at the end, so that the last frame is printed too.
  return { charts, pageRows, end: row + 1 };
}

function rowsOf({ chart }: DrawnFrom): number {
  return chart.kind === "bars" ? Math.min(CHART_ROWS, 6 + chart.categories.length) : CHART_ROWS;
}
