import { chineseDate, dateParts, dayWithin, demandFor, nextDemand, percentage, placeOf, plain, ratio, topicOf, type Demand, type IndicatorProgress, type Period, type RegionProgress, type Report, type Threshold } from "../../progress";
import { captionOf, titleStart } from "../document-head";
import { textLiteral } from "../formulas";
import { LiveLinks } from "../live-links";
import { digitsOf, heightOf } from "../measure";
import { shownFigure } from "../number-format";
import { printedSize } from "../page";
import type { CellStyle, SheetPlan } from "../plan";
import { CHANGE_FORMAT, difference, differenceOf, rankable, VERSUS_FORMAT } from "../ranking";
import { SheetBuilder } from "../sheet-builder";
import { demandWords, shownStatus, statusWords } from "../status-rules";
import { ANY_FORMAT, CAPTION, COUNT_FORMAT, HEADER, RATE_FORMAT, TITLE } from "../styles";
import { BODY_SIZE, figureSize, formatOf, missingOf, put, formattedFigure } from "./brief-cells";
import { chartPage, PAGE_COLUMNS, type ChartOptions } from "./chart-sheet";
import type { PlannedChart } from "./chart";
import { DataArea } from "./data-area";
import { shortened } from "./finding";
import { PageRows } from "./page-rows";
import { hasRates, MOST_COLUMNS, putRates, RATES_WIDTH, shortName, type DrawnFrom, type PutRates } from "./rates-block";

const BRIEF_SHEET_NAME = "领导快报";

interface BriefOptions extends Pick<ChartOptions, "threshold" | "keptWidths"> {
  /** The period that figures are compared with; null: none is known. */
  previous?: Period | null;
}

/** Figures that one page has room for at arm's length. */
const MOST_FIGURES = 5;
/** Regions that are named; the worst of them. */
const MOST_LAGGING = 6;
/** Rows of the chart and the free one under it; of what the page has left for them. */
const [LEAST_CHART_ROWS, MOST_CHART_ROWS, ROW_POINTS] = [16, 24, 18];
/** Points; rows of figures and lines are higher where their words need it. */
const [TITLE_POINTS, CAPTION_POINTS, HEADER_POINTS, FIGURE_POINTS, LINE_POINTS, NOTE_POINTS] = [40, 20, 32, 24, 22, 18];
const BODY: CellStyle = { fontName: "仿宋", fontSize: BODY_SIZE, horizontal: "Center", vertical: "Center", borders: true };
const HEAD: CellStyle = { ...HEADER, fontSize: 12 };
const HEADING: CellStyle = { fontName: "黑体", fontSize: 14, horizontal: "Left", vertical: "Center" };
const NOTE: CellStyle = { ...CAPTION, fontSize: 10.5, wrap: true };
const WORDS: CellStyle = { fontName: "仿宋", fontSize: 14, horizontal: "Left", vertical: "Center", wrap: true };
/** Points: a name of ten letters over two columns, 低 131.50, ✕ 尚未开工 in their sizes. */
const FIGURE_COLUMN = 66;
const COLUMNS = [72, 72, FIGURE_COLUMN, FIGURE_COLUMN, FIGURE_COLUMN, 70, 70, 76];
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
export function planBriefSheet(
  report: Report,
  { threshold = report.threshold, keptWidths = {}, previous = null }: BriefOptions = {},
): SheetPlan | null {
  const worst = worstOf(report);
  if (!worst) return null;
  const builder = new SheetBuilder();
  const demand = demandFor(report, threshold);
  const area = new DataArea(builder, PAGE_COLUMNS + 1, 2);
  const live = new LiveLinks(report);
  const shown = figuresOf(report, worst).map((indicator) => ({
    indicator,
    ...putRates(area, { report, indicator, demand, live }, lastOf),
  }));
  COLUMNS.forEach((points, column) => builder.setWidth(column, digitsOf(points)));
  builder.setWidth(PAGE_COLUMNS, 1);
  putHead(builder, report);
  const page = new PageRows(builder, 2);
  putFigures(page, shown, demand, previous);
  const own = shown.find(({ indicator }) => indicator === worst);
  const charts = own ? putChart(page, own.charts, chartRows(page.height() + heightBelow(own, demand))) : [];
  if (own) putLagging(page, own, report, demand);
  putDemand(page, report, shown, threshold);
  const columns = builder.keepWidths(
    Array.from({ length: PAGE_COLUMNS + 1 + RATES_WIDTH }, (_, column) => `brief.${column + 1}`),
    keptWidths,
  );
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

function putHead(builder: SheetBuilder, report: Report): void {
  const page = new PageRows(builder, 0);
  page.line(`${titleStart(report)}${topicOf(report).work}快报`, { ...TITLE, fontSize: 24 }, TITLE_POINTS);
  const { reporter, day } = captionOf(report, []);
  page.line([day, reporter].filter(Boolean).join("\u3000"), { ...CAPTION, fontSize: 12 }, CAPTION_POINTS);
}

interface Shown extends Pick<PutRates, "cells" | "whole" | "fromLast"> {
  indicator: IndicatorProgress;
}

function putFigures(page: PageRows, shown: readonly Shown[], demand: Demand, previous: Period | null): void {
  const { builder } = page;
  page.cells(FIGURES.map((header) => (header === "与要求相比" ? `与${demand.name}相比` : header)), HEAD, HEADER_POINTS);
  const size = figureSize(
    shown.flatMap(({ indicator, whole }) =>
      (["target", "done"] as const).map((figure) => shownFigure(whole[figure], formatOf(indicator, figure))),
    ),
    FIGURE_COLUMN,
  );
  for (const { indicator, cells, whole } of shown) {
    const name = `${shortened(indicator.name)}${indicator.unit === "" ? "" : `（${indicator.unit}）`}`;
    const row = page.cells([name, "", ...Array.from({ length: 6 }, () => "–")], BODY, FIGURE_POINTS);
    const named: CellStyle = { ...WORDS, borders: true, fontSize: 12 };
    builder.style(row, 0, 1, 2, named);
    page.fit(row, name, 2, named);
    const rate = ratio(whole.done, whole.target) ?? 0;
    put(builder, row, 2, `=${cells.target}`, { ...formattedFigure(whole.target, formatOf(indicator, "target")), size });
    put(builder, row, 3, `=${cells.done}`, { ...formattedFigure(whole.done, formatOf(indicator, "done")), size });
    put(builder, row, 4, `=${cells.rate}`, formattedFigure(rate, RATE_FORMAT));
    builder.style(row, 4, 1, 1, { bold: true });
    const then = previous?.indicators[indicator.id]?.rate ?? null;
    if (previous && then !== null) {
      put(builder, row, 5, difference(cells.rate, String(then)), formattedFigure(differenceOf(rate, then), CHANGE_FORMAT));
      builder.hint(row, 5, "来源 Source", `上期（截至${chineseDate(previous.asOf)}）的完成率 ${percentage(then, 2)}%。`);
    }
    put(builder, row, 6, difference(cells.rate, cells.demanded), formattedFigure(differenceOf(rate, demand.rate), VERSUS_FORMAT));
    put(builder, row, 7, statusWords(cells, indicator, demand), {
      format: COUNT_FORMAT,
      text: shownStatus({ ...whole, demanded: demand.rate }, indicator, demand),
    });
    builder.style(row, 7, 1, 1, { fontSize: 11 });
  }
  page.line(`${demandWords(demand)}；“较上期”“与${demand.name}相比”为百分点。`, NOTE, NOTE_POINTS);
}

/** @param rows with the free one under it */
function putChart(page: PageRows, drawn: readonly DrawnFrom[], rows: number): PlannedChart[] {
  const charts = drawn.map((one): PlannedChart => ({
    ...one,
    at: { row: page.row, column: 0, rowCount: rows - 1, columnCount: PAGE_COLUMNS },
  }));
  page.row += rows;
  return charts;
}

/** How many rows a page as wide as its columns has left for the chart. @param taken points */
function chartRows(taken: number): number {
  const { width, height } = printedSize(chartPage());
  const room = height * Math.max(1, COLUMNS.reduce((total, points) => total + points, 0) / width);
  return Math.max(LEAST_CHART_ROWS, Math.min(MOST_CHART_ROWS, Math.floor((room - taken) / ROW_POINTS)));
}

/** What stands under the chart, in points, its sentences in two lines. */
function heightBelow({ fromLast }: Shown, demand: Demand): number {
  const lagging = laggingOf(fromLast, demand).length;
  const rows =
    lagging === 0
      ? LINE_POINTS
      : HEADER_POINTS + Math.min(MOST_LAGGING, lagging) * LINE_POINTS + (lagging > MOST_LAGGING ? NOTE_POINTS : 0);
  return LINE_POINTS + rows + LINE_POINTS + 2 * heightOf(2, BODY_SIZE);
}

/** Who lags, the last first. */
function laggingOf(fromLast: readonly RegionProgress[], demand: Demand): RegionProgress[] {
  return fromLast.filter(({ rate }) => rate !== null && rate < Math.min(1, demand.rate));
}

/** Who lags in the worst indicator, the last first, and how much is missing to what is demanded. */
function putLagging(page: PageRows, { indicator, cells, fromLast }: Shown, report: Report, demand: Demand): void {
  const { builder } = page;
  const lagging = laggingOf(fromLast, demand);
  page.line(`滞后地区（${shortened(indicator.name)}）`, HEADING, LINE_POINTS);
  if (lagging.length === 0) {
    page.line("没有低于要求的地区。", WORDS, LINE_POINTS);
    return;
  }
  const header = `距${demand.name}还差${indicator.unit === "" ? "" : `（${indicator.unit}）`}`;
  page.cells(LAGGING.map((one) => (one === "距要求还差" ? header : one)), HEAD, HEADER_POINTS);
  const size = figureSize(
    indicator.regions.flatMap((region) =>
      (["target", "done"] as const).map((figure) => shownFigure(region[figure]?.value ?? 0, formatOf(indicator, figure))),
    ),
    FIGURE_COLUMN,
  );
  lagging.slice(0, MOST_LAGGING).forEach(({ region, target, done, rate }, index) => {
    const row = page.cells(LAGGING.map(() => ""), BODY, LINE_POINTS);
    for (const column of [0, 4, 6]) builder.merge(row, column, 1, 2);
    const one = cells.atPlace(index === 0 ? cells.count : `${cells.count}-${index}`);
    const isLagging = `AND(${cells.count}>${index},IFERROR(N(${one.rate}),1)<MIN(1,${cells.demanded}))`;
    const unlessReached = (expression: string) => `=IF(${isLagging},${expression},"")`;
    const missing = missingOf(
      indicator,
      { target: one.target, demanded: cells.demanded, done: one.done },
      { target: target?.value ?? 0, demanded: demand.rate, done: done?.value ?? 0 },
    );
    put(builder, row, 0, unlessReached(one.region), { format: COUNT_FORMAT, text: shortName(region, report) });
    put(builder, row, 2, unlessReached(one.target), { ...formattedFigure(target?.value ?? 0, formatOf(indicator, "target")), size });
    put(builder, row, 3, unlessReached(one.done), { ...formattedFigure(done?.value ?? 0, formatOf(indicator, "done")), size });
    put(builder, row, 4, unlessReached(one.rate), formattedFigure(rate ?? 0, RATE_FORMAT));
    put(builder, row, 6, unlessReached(missing.expression), formattedFigure(missing.value, ANY_FORMAT));
  });
  if (lagging.length > MOST_LAGGING) page.line(`另有 ${lagging.length - MOST_LAGGING} 个，见进度排名表。`, NOTE, NOTE_POINTS);
}

/** What is demanded next, and what is yet to be done for it. */
function putDemand(page: PageRows, report: Report, shown: readonly Shown[], threshold: Threshold): void {
  const { builder } = page;
  const next = nextDemand(threshold, dayWithin(report.year, report.asOf));
  page.line("下一步要求", HEADING, LINE_POINTS);
  if (!next) {
    page.line("年度任务已到期，未完成的应说明原因并抓紧补齐。", WORDS, LINE_POINTS);
    return;
  }
  const { month = 0, day = 0 } = dateParts(next.by) ?? {};
  const { whole, formal } = placeOf(report);
  page.line(
    `${month}月${day}日前，各项任务完成率须达到${percentage(next.rate, 2)}%（${next.name}），滞后的${formal}须倒排工期。${whole || "总体"}还需完成：`,
    WORDS,
    LINE_POINTS,
  );
  const parts = shown.map(({ indicator, cells, whole: all }) => {
    const missing = missingOf(
      indicator,
      { target: cells.target, demanded: String(next.rate), done: cells.done },
      { ...all, demanded: next.rate },
    );
    const [before, behind] = [`${shortened(indicator.name)} `, indicator.unit];
    return {
      expression: `${textLiteral(before)}&${missing.expression}&${textLiteral(behind)}`,
      text: `${before}${plain(missing.value)}${behind}`,
    };
  });
  const text = `${parts.map((part) => part.text).join("；")}。`;
  const row = page.line("", WORDS, LINE_POINTS);
  page.fit(row, text, PAGE_COLUMNS, WORDS);
  put(builder, row, 0, `=${parts.map(({ expression }) => expression).join(`&"；"&`)}&"。"`, { format: COUNT_FORMAT, text });
}
