import { chineseDate, dateParts, dayWithin, demandFor, nextDemand, percentage, placeOf, topicOf, type Demand, type IndicatorProgress, type Period, type Report, type Threshold } from "../../progress";
import { captionOf, titleStart } from "../document-head";
import { textLiteral } from "../formulas";
import { LiveLinks } from "../live-links";
import { digitsOf } from "../measure";
import { figureFormat } from "../number-format";
import type { CellStyle, SheetPlan } from "../plan";
import { CHANGE_FORMAT, difference, rankable, VERSUS_FORMAT } from "../ranking";
import { SheetBuilder } from "../sheet-builder";
import { demandWords, statusWords } from "../status-rules";
import { CAPTION, COUNT_FORMAT, HEADER, RATE_FORMAT, TITLE } from "../styles";
import { chartPage, COLUMN_POINTS, PAGE_COLUMNS, type ChartOptions } from "./chart-sheet";
import type { PlannedChart } from "./chart";
import { DataArea } from "./data-area";
import { shortened } from "./finding";
import { hasRates, MOST_COLUMNS, putRates, RATES_WIDTH, type DrawnFrom, type RatesCells } from "./rates-block";

export const BRIEF_SHEET_NAME = "领导快报";

export interface BriefOptions extends Pick<ChartOptions, "threshold" | "keptWidths"> {
  /** The period that figures are compared with; null: none is known. */
  previous?: Period | null;
}

/** Figures that one page has room for at arm's length. */
const MOST_FIGURES = 5;
/** Regions that are named; the worst of them. */
const MOST_LAGGING = 6;
const CHART_ROWS = 17;
/** Points. */
const [TITLE_POINTS, CAPTION_POINTS, HEADER_POINTS, FIGURE_POINTS, LINE_POINTS] = [44, 22, 34, 32, 26];
const BODY: CellStyle = { fontName: "仿宋", fontSize: 14, horizontal: "Center", vertical: "Center", borders: true };
const HEAD: CellStyle = { ...HEADER, fontSize: 12 };
const HEADING: CellStyle = { fontName: "黑体", fontSize: 14, horizontal: "Left", vertical: "Center" };
const WORDS: CellStyle = { fontName: "仿宋", fontSize: 14, horizontal: "Left", vertical: "Center", wrap: true };
/** The columns of the figures: the first is two wide, for names. */
const FIGURES = ["指标", "", "目标任务", "完成", "完成率", "较上期", "与要求相比", "状态"];
const LAGGING = ["地区", "", "目标任务", "完成", "完成率", "", "距要求还差", ""];

/** The indicators that a page for leaders shows: the whole before its parts, the worst among them. */
function figuresOf(report: Report, worst: IndicatorProgress): IndicatorProgress[] {
  const able = rankable(report).filter(hasRates);
  const first = [...able.filter(({ parent }) => parent === undefined), ...able.filter(({ parent }) => parent !== undefined)];
  const shown = first.filter((one) => one !== worst).slice(0, MOST_FIGURES - 1);
  return able.filter((one) => one === worst || shown.includes(one));
}

/**
 * The indicator that lies furthest below what is demanded, of those that several regions have; null where none has a rate.
 */
export function worstOf(report: Report): IndicatorProgress | null {
  const rated = rankable(report).filter((one) => hasRates(one) && one.rate !== null);
  const several = rated.filter(({ regions }) => regions.filter(({ rate }) => rate !== null).length > 1);
  const able = several.length > 0 ? several : rated;
  return able.reduce<IndicatorProgress | null>((worst, one) => (worst === null || (one.rate ?? 0) < (worst.rate ?? 0) ? one : worst), null);
}

/**
 * Plans 领导快报, one page: the figures that matter with their change, the chart of the worst indicator, who lags in it
 * and by how much, and what is demanded by when. All of it follows the tables.
 * @returns null where no indicator has a rate
 */
export function planBriefSheet(report: Report, { threshold = report.threshold, keptWidths = {}, previous = null }: BriefOptions = {}): SheetPlan | null {
  const worst = worstOf(report);
  if (!worst) return null;
  const builder = new SheetBuilder();
  const demand = demandFor(report, threshold);
  const area = new DataArea(builder, PAGE_COLUMNS + 1, 2);
  const live = new LiveLinks(report);
  const shown = figuresOf(report, worst).map((indicator) => ({ indicator, ...putRates(area, { report, indicator, demand, live }, lastOf) }));
  for (let column = 0; column < PAGE_COLUMNS; column++) builder.setWidth(column, digitsOf(COLUMN_POINTS));
  builder.setWidth(PAGE_COLUMNS, 1);
  putHead(builder, report);
  const page = new Page(builder, 2);
  putFigures(page, shown, demand, previous);
  const own = shown.find(({ indicator }) => indicator === worst);
  const charts = own ? putChart(page, own.charts) : [];
  if (own) putLagging(page, own.indicator, own.cells, demand);
  putDemand(page, report, shown, threshold);
  const columns = builder.keepWidths(Array.from({ length: PAGE_COLUMNS + 1 + RATES_WIDTH }, (_, column) => `brief.${column + 1}`), keptWidths);
  return builder.plan({
    key: "brief",
    name: BRIEF_SHEET_NAME,
    freeze: { rows: 0, columns: 0 },
    print: { ...chartPage(), titleRows: null, oneTall: true, centerFooter: "" },
    tabColor: "#107C10",
    columns,
    printedColumns: PAGE_COLUMNS + 1,
    printedRows: page.row,
    charts,
  });
}

/** As many regions as a chart holds: of many the last ones, who lag. */
function lastOf(count: number) {
  const shown = Math.min(MOST_COLUMNS, count);
  return [{ from: count - shown, count: shown }];
}

/** Rows of the page, one under the other. */
class Page {
  constructor(
    readonly builder: SheetBuilder,
    public row: number,
  ) {}

  /** A row of cells over the columns, the empty ones merged into the one before them. @returns its row */
  cells(texts: readonly string[], style: CellStyle, height: number): number {
    const { builder, row } = this;
    texts.forEach((text, column) => {
      builder.text(row, column, text);
      if (text !== "" && texts[column + 1] === "") builder.merge(row, column, 1, 2);
    });
    builder.style(row, 0, 1, PAGE_COLUMNS, style);
    builder.height(row, height);
    return this.row++;
  }

  /** A line across the page. @returns its row */
  line(text: string, style: CellStyle, height: number): number {
    const { builder, row } = this;
    builder.text(row, 0, text);
    builder.merge(row, 0, 1, PAGE_COLUMNS);
    builder.style(row, 0, 1, PAGE_COLUMNS, style);
    builder.height(row, height);
    return this.row++;
  }
}

function putHead(builder: SheetBuilder, report: Report): void {
  const page = new Page(builder, 0);
  page.line(`${titleStart(report)}${topicOf(report).work}快报`, { ...TITLE, fontSize: 24 }, TITLE_POINTS);
  const { reporter, day } = captionOf(report, []);
  page.line([day, reporter].filter(Boolean).join("\u3000"), { ...CAPTION, fontSize: 12 }, CAPTION_POINTS);
}

interface Shown {
  indicator: IndicatorProgress;
  cells: RatesCells;
}

function putFigures(page: Page, shown: readonly Shown[], demand: Demand, previous: Period | null): void {
  const { builder } = page;
  page.cells(FIGURES.map((header) => (header === "与要求相比" ? `与${demand.name}相比` : header)), HEAD, HEADER_POINTS);
  for (const { indicator, cells } of shown) {
    const row = page.cells([`${shortened(indicator.name)}${indicator.unit === "" ? "" : `（${indicator.unit}）`}`, "", ...Array.from({ length: 6 }, () => "")], BODY, FIGURE_POINTS);
    builder.style(row, 0, 1, 2, { ...WORDS, borders: true, fontSize: 12 });
    builder.merge(row, 0, 1, 2);
    const format = (figures: Parameters<typeof figureFormat>[1]) => figureFormat(indicator.unit, figures);
    put(builder, row, 2, `=${cells.target}`, format(indicator.regions.map(({ target }) => target)));
    put(builder, row, 3, `=${cells.done}`, format(indicator.regions.map(({ done }) => done)));
    put(builder, row, 4, `=${cells.rate}`, RATE_FORMAT);
    builder.style(row, 4, 1, 1, { bold: true });
    const then = previous?.indicators[indicator.id]?.rate ?? null;
    if (previous && then !== null) {
      put(builder, row, 5, difference(cells.rate, String(then)), CHANGE_FORMAT);
      builder.hint(row, 5, "来源 Source", `上期（截至${chineseDate(previous.asOf)}）的完成率 ${percentage(then, 2)}%。`);
    } else builder.text(row, 5, "–");
    put(builder, row, 6, difference(cells.rate, cells.demanded), VERSUS_FORMAT);
    put(builder, row, 7, statusWords(cells, indicator, demand), COUNT_FORMAT);
    builder.style(row, 7, 1, 1, { fontSize: 11 });
  }
  page.line(`${demandWords(demand)}；“较上期”“与${demand.name}相比”为百分点。`, { ...CAPTION, fontSize: 10.5 }, 20);
}

function put(builder: SheetBuilder, row: number, column: number, formula: string, numberFormat: string): void {
  builder.formula(row, column, formula);
  builder.style(row, column, 1, 1, { numberFormat });
}

function putChart(page: Page, drawn: readonly DrawnFrom[]): PlannedChart[] {
  const charts = drawn.map((one): PlannedChart => ({ ...one, at: { row: page.row, column: 0, rowCount: CHART_ROWS - 1, columnCount: PAGE_COLUMNS } }));
  page.row += CHART_ROWS;
  return charts;
}

/** Who lags in the worst indicator, the last first, and how much is missing to what is demanded. */
function putLagging(page: Page, indicator: IndicatorProgress, cells: RatesCells, demand: Demand): void {
  const { builder } = page;
  const lagging = indicator.regions.filter(({ rate }) => rate !== null && rate < demand.rate && rate < 1).length;
  page.line(`滞后地区（${shortened(indicator.name)}）`, HEADING, LINE_POINTS);
  if (lagging === 0) {
    page.line("没有低于要求的地区。", WORDS, LINE_POINTS);
    return;
  }
  const missing = `距${demand.name}还差${indicator.unit === "" ? "" : `（${indicator.unit}）`}`;
  page.cells(LAGGING.map((header) => (header === "距要求还差" ? missing : header)), HEAD, HEADER_POINTS);
  for (let index = 0; index < Math.min(MOST_LAGGING, lagging); index++) {
    const row = page.cells(Array.from({ length: PAGE_COLUMNS }, () => ""), BODY, LINE_POINTS);
    for (const column of [0, 4, 6]) builder.merge(row, column, 1, 2);
    const one = cells.atPlace(index === 0 ? cells.count : `${cells.count}-${index}`);
    const isLagging = `AND(${cells.count}>${index},IFERROR(N(${one.rate}),1)<MIN(1,${cells.demanded}))`;
    const unlessReached = (expression: string) => `=IF(${isLagging},${expression},"")`;
    put(builder, row, 0, unlessReached(one.region), COUNT_FORMAT);
    put(builder, row, 2, unlessReached(one.target), figureFormat(indicator.unit, indicator.regions.map(({ target }) => target)));
    put(builder, row, 3, unlessReached(one.done), figureFormat(indicator.unit, indicator.regions.map(({ done }) => done)));
    put(builder, row, 4, unlessReached(one.rate), RATE_FORMAT);
    put(builder, row, 6, unlessReached(missingOf(indicator, `${one.target}*${cells.demanded}`, one.done)), "General");
  }
  if (lagging > MOST_LAGGING) page.line(`另有 ${lagging - MOST_LAGGING} 个，见进度排名表。`, { ...CAPTION, fontSize: 10.5 }, 20);
}

/** What is missing, in whole ones where nothing less is counted: 1.2套 short is 2套 to be done. */
function missingOf({ regions, unit }: IndicatorProgress, wanted: string, done: string): string {
  const format = figureFormat(unit, regions.map((row) => row.done));
  const decimals = format.includes(".") ? (format.split(".")[1]?.length ?? 0) : format === COUNT_FORMAT ? 0 : 2;
  return `MAX(0,ROUNDUP(ROUND(${wanted}-${done},6),${decimals}))`;
}

/** What is demanded next, and what is yet to be done for it. */
function putDemand(page: Page, report: Report, shown: readonly Shown[], threshold: Threshold): void {
  const { builder } = page;
  const next = nextDemand(threshold, dayWithin(report.year, report.asOf));
  page.line("下一步要求", HEADING, LINE_POINTS);
  if (!next) {
    page.line("年度任务已到期，未完成的应说明原因并抓紧补齐。", WORDS, LINE_POINTS);
    return;
  }
  const { month = 0, day = 0 } = dateParts(next.by) ?? {};
  const { whole, formal } = placeOf(report);
  page.line(`${month}月${day}日前，各项任务完成率须达到${percentage(next.rate, 2)}%（${next.name}），滞后的${formal}须倒排工期。${whole || "总体"}还需完成：`, WORDS, 2 * LINE_POINTS);
  const parts = shown.map(({ indicator, cells }) => `${textLiteral(`${shortened(indicator.name)} `)}&${missingOf(indicator, `${cells.target}*${next.rate}`, cells.done)}&${textLiteral(indicator.unit)}`);
  const row = page.line("", WORDS, Math.ceil(parts.length / 2) * LINE_POINTS);
  put(builder, row, 0, `=${parts.join(`&"；"&`)}&"。"`, COUNT_FORMAT);
}
