import {
  rateFormula,
  STATUS_LABELS,
  statusOf,
  sum,
  type Demand,
  type Figure,
  type IndicatorProgress,
  type RegionProgress,
  type Report,
} from "../../progress";
import { bandName } from "../attachment-one";
import { doneCell, figureCell } from "../figure-cell";
import { textLiteral } from "../formulas";
import type { LiveLinks } from "../live-links";
import { figureFormat } from "../number-format";
import { demandWords } from "../status-rules";
import { COUNT_FORMAT, RATE_FORMAT } from "../styles";
import { countedTotals, hasUnread, unreadOf, UNREAD_SIGN } from "../unread";
import type { Chart, ChartSeries, PlannedChart } from "./chart";
import type { DataArea, DataBlock } from "./data-area";
import { findingFormula, findingOf, shortened, type FindingFigures } from "./finding";
import { COLUMN_STATUSES, labelsOn, PACE_LOOK, statusSeries, type ColumnStatus } from "./looks";

/** The columns of an indicator's block: the regions as the office has them, then the same in order of their rates. */
const AT = { region: 0, target: 1, done: 2, rate: 3, order: 4, place: 5, label: 6, sorted: 7, behind: 8, onPace: 9, complete: 10, exceeded: 11, none: 12, pace: 13, title: 14 };
const HEADERS = ["地区", "目标任务", "完成", "完成率", "次序", "位次", "图上名称", "完成率", "滞后", "达到序时", "完成", "超额完成", "未启动", "序时进度", "标题"];
/** How many columns the widest block takes. */
export const RATES_WIDTH = HEADERS.length;
const SUMMARY = { count: 0, none: 1, behind: 2, rate: 3, demanded: 4, target: 5, done: 6 };
const SUMMARY_ROWS = 2;

/** Columns beside each other whose figures do not touch. */
export const MOST_COLUMNS = 16;
/** Of many regions the first and the last so many are shown, where they are enough. */
const ENDS = 20;
/** Letters of a name that stand beside each other under a column. */
const SHORT_NAME = 4;

/** Neighbouring places in the order of rates, from 0. */
interface Stretch {
  from: number;
  count: number;
}

/** A chart with the cells it is drawn from, yet without its place on the page. */
export type DrawnFrom = Omit<PlannedChart, "at">;

/** What an indicator's block is made of. */
interface Ranked {
  report: Report;
  indicator: IndicatorProgress;
  demand: Demand;
  live: LiveLinks;
}

/** Whether there is a rate to be drawn. */
export function hasRates({ regions }: IndicatorProgress): boolean {
  return regions.some(({ rate }) => rate !== null);
}

/** The cells of an indicator's block that other cells may follow. */
export interface RatesCells {
  /** Of all regions: $N$5. */
  target: string;
  done: string;
  rate: string;
  /** The rate demanded. */
  demanded: string;
  /** How many regions have a rate. */
  count: string;
  /** Expressions of the region at a place in the order of rates. @param place from 1, as an expression */
  atPlace(place: string): { region: string; target: string; done: string; rate: string };
}

/** An indicator's charts, and what else its cells hold. */
export interface PutRates {
  charts: DrawnFrom[];
  cells: RatesCells;
  /** Of all regions that count in the rate, as `cells` has them. */
  whole: { target: number; done: number };
  /** The regions that have a rate, the last first. */
  fromLast: RegionProgress[];
}

/**
 * Puts the cells of an indicator's chart and plans the chart; several charts where there are many regions.
 * @param parts the stretches of the order that have a chart each
 */
export function putRates(area: DataArea, ranked: Ranked, parts: (count: number) => Stretch[]): PutRates {
  const { report, indicator, demand } = ranked;
  const rows = indicator.regions.filter((row) => row.target !== null || row.unread !== null || row.done !== null);
  const shown = rows.filter((row) => row.target !== null || row.unread !== null);
  const block = area.block(`图表数据：${bandName({ ...indicator, parent: undefined })}`, HEADERS, rows.length, SUMMARY_ROWS);
  putRegions(block, rows, ranked);
  putOrdered(block, shown.length, isUpright(indicator, report));
  putSummary(block, rows.length, shown.length, { indicator, demand });
  const ordered = inOrder(shown);
  const figures = figuresOf(indicator, demand);
  const cells = {
    count: block.summaryCell(SUMMARY.count),
    none: block.summaryCell(SUMMARY.none),
    behind: block.summaryCell(SUMMARY.behind),
    rate: block.summaryCell(SUMMARY.rate),
    demanded: block.summaryCell(SUMMARY.demanded),
  };
  const charts = parts(shown.length).map((stretch, index): DrawnFrom => {
    const places = stretch.count === shown.length ? "" : `（第${stretch.from + 1}—${stretch.from + stretch.count}名）`;
    const finding = index === 0 ? findingOf(indicator, report, demand, figures) : shortened(indicator.name);
    block.formula(
      stretch.from,
      AT.title,
      index === 0 ? `${findingFormula(indicator, report, demand, cells)}&${textLiteral(places)}` : `=${textLiteral(finding + places)}`,
    );
    return {
      chart: {
        ...drawn(ordered.slice(stretch.from, stretch.from + stretch.count), ranked),
        id: index === 0 ? indicator.id : `${indicator.id}.${index + 1}`,
        title: finding + places,
      },
      title: block.place(stretch.from, AT.title),
      categories: block.cells(AT.label, stretch.from, stretch.count),
      values: [...COLUMN_STATUSES.map((status) => AT[status]), AT.none, AT.pace].map((column) =>
        block.cells(column, stretch.from, stretch.count),
      ),
    };
  });
  const atPlace = (place: string) => {
    const of = (column: number) => `INDEX(${block.span(column)},MATCH(${place},${block.span(AT.order)},0))`;
    return { region: of(AT.region), target: of(AT.target), done: of(AT.done), rate: of(AT.rate) };
  };
  const counted = rows.filter(({ unread }) => unread === null);
  return {
    charts,
    cells: { ...cells, target: block.summaryCell(SUMMARY.target), done: block.summaryCell(SUMMARY.done), atPlace },
    whole: { target: sumOf(counted.map(({ target }) => target)), done: sumOf(counted.map(({ done }) => done)) },
    fromLast: ordered.filter(({ rate }) => rate !== null).reverse(),
  };
}

/** The regions in the office's order, each with its live figures, its rate and its place by it. */
function putRegions(block: DataBlock, rows: readonly RegionProgress[], { report, indicator, live }: Ranked): void {
  const [targets, dones] = [indicator.regions.map((row) => row.target), indicator.regions.map((row) => row.done)];
  block.format(AT.target, figureFormat(indicator.unit, targets));
  block.format(AT.done, figureFormat(indicator.unit, dones));
  block.format(AT.rate, RATE_FORMAT);
  block.format(AT.order, COUNT_FORMAT);
  rows.forEach((row, index) => {
    const name = shortName(row.region, report);
    const named = { name, cell: block.at(index, AT.region) };
    block.text(index, AT.region, name);
    block.put(index, AT.target, unreadOf(row, "target") ?? figureCell(row.target, live.blank(row.region, targets), true, named));
    block.put(index, AT.done, unreadOf(row, "done") ?? doneCell(row.done, live.blank(row.region, dones), block.at(index, AT.target), named));
    block.formula(index, AT.rate, rateFormula({ target: block.at(index, AT.target), done: block.at(index, AT.done) }));
    if (row.target === null && row.unread === null) return;
    const [own, rates, above] = [block.at(index, AT.rate), block.span(AT.rate), block.span(AT.rate, 0, index + 1)];
    // Equal rates stand in the office's order; a region without a rate stands last.
    block.formula(index, AT.order, `=IF(ISNUMBER(${own}),SUMPRODUCT(ISNUMBER(${rates})*(${rates}>${own}))+SUMPRODUCT(--(${above}=${own})),COUNT(${rates})+${withoutRate(block, rows, index)})`);
  });
}

/** How many regions with a task, down to this one, have no rate. */
function withoutRate(block: DataBlock, rows: readonly RegionProgress[], index: number): string {
  const tasked = rows.slice(0, index + 1).filter((row) => row.target !== null || row.unread !== null).length;
  return `${tasked}-COUNT(${block.span(AT.rate, 0, index + 1)})`;
}

/** The same regions in order of their rates, each rate in the column of its status. */
function putOrdered(block: DataBlock, count: number, upright: boolean): void {
  for (const column of [AT.sorted, AT.behind, AT.onPace, AT.complete, AT.exceeded, AT.none, AT.pace]) block.format(column, RATE_FORMAT);
  const pace = block.summaryCell(SUMMARY.demanded);
  const sign = (status: keyof typeof STATUS_LABELS) => textLiteral(STATUS_LABELS[status].symbol);
  const gap = upright ? `" "` : "CHAR(10)";
  for (let index = 0; index < count; index++) {
    const found = `MATCH(${block.at(index, AT.place)},${block.span(AT.order)},0)`;
    const of = (column: number) => `INDEX(${block.span(column)},${found})`;
    const rate = block.at(index, AT.sorted);
    const missing = `IF(OR(${of(AT.target)}=${textLiteral(UNREAD_SIGN)},${of(AT.done)}=${textLiteral(UNREAD_SIGN)}),${sign("unknown")},${sign("noTask")})`;
    const status = `IF(ISNUMBER(${rate}),IF(${rate}=0,${sign("none")},IF(${rate}>1,${sign("exceeded")},IF(${rate}=1,${sign("complete")},IF(${rate}<${pace},${sign("behind")},${sign("onPace")})))),${missing})`;
    block.number(index, AT.place, index + 1);
    block.formula(index, AT.sorted, `=${of(AT.rate)}`);
    block.formula(index, AT.label, `=${of(AT.region)}&${gap}&${status}`);
    for (const one of COLUMN_STATUSES)
      block.formula(index, AT[one], `=IF(AND(ISNUMBER(${rate}),${CONDITIONS[one](rate, pace)}),${rate},0)`);
    // A line leaves #N/A out, where 0 and a blank would be marks of their own.
    block.formula(index, AT.none, `=IF(AND(ISNUMBER(${rate}),${rate}=0),0,NA())`);
    block.formula(index, AT.pace, `=${pace}`);
  }
}

const CONDITIONS: Record<ColumnStatus, (rate: string, pace: string) => string> = {
  behind: (rate, pace) => `${rate}<>0,${rate}<1,${rate}<${pace}`,
  onPace: (rate, pace) => `${rate}<>0,${rate}<1,${rate}>=${pace}`,
  complete: (rate) => `${rate}=1`,
  exceeded: (rate) => `${rate}>1`,
};

/** What the finding counts. */
function putSummary(block: DataBlock, rows: number, shown: number, { indicator, demand }: Pick<Ranked, "indicator" | "demand">): void {
  const [targets, dones] = [block.span(AT.target, 0, rows), block.span(AT.done, 0, rows)];
  const sums = hasUnread(indicator) ? countedTotals(targets, dones) : { target: `SUM(${targets})`, done: `SUM(${dones})` };
  const count = (column: number, what: string) => `=COUNTIF(${block.span(column, 0, shown)},${what})`;
  block.summary(SUMMARY.count, "地区数", `=COUNT(${block.span(AT.sorted, 0, shown)})`, COUNT_FORMAT);
  block.summary(SUMMARY.none, "未启动", count(AT.none, "0"), COUNT_FORMAT);
  block.summary(SUMMARY.behind, "滞后", count(AT.behind, `"<>0"`), COUNT_FORMAT);
  block.summary(
    SUMMARY.rate,
    "总体完成率",
    rateFormula({ target: block.summaryCell(SUMMARY.target), done: block.summaryCell(SUMMARY.done) }),
    RATE_FORMAT,
  );
  block.summary(SUMMARY.demanded, demand.name, `=${demand.term}`, RATE_FORMAT);
  block.summary(SUMMARY.target, "目标合计", `=${sums.target}`, "General");
  block.summary(SUMMARY.done, "完成合计", `=${sums.done}`, "General");
}

function sumOf(figures: readonly (Figure | null)[]): number {
  return sum(figures.flatMap((figure) => (figure ? [figure.value] : [])));
}

/** Best first, equal ones in the office's order, what has no rate last. */
function inOrder(rows: readonly RegionProgress[]): RegionProgress[] {
  return [...rows].sort((a, b) => (b.rate ?? -Infinity) - (a.rate ?? -Infinity) || 0);
}

function figuresOf(indicator: IndicatorProgress, demand: Demand): FindingFigures {
  const rated = indicator.regions.filter(({ rate }) => rate !== null);
  const statuses = rated.map(({ rate }) => statusBy(rate, demand));
  const of = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return { count: rated.length, none: of("none"), behind: of("behind"), rate: indicator.rate, demanded: demand.rate };
}

/** A status by its rate alone, as the columns tell it. */
function statusBy(rate: number | null, demand: Demand) {
  return rate === null ? "unknown" : statusOf({ target: 1, done: rate, demanded: demand.rate });
}

function drawn(rows: readonly RegionProgress[], { report, indicator, demand }: Ranked): Omit<Chart, "id" | "title"> {
  const upright = isUpright(indicator, report);
  const labels = labelsOn(rows.length);
  const statuses = rows.map(({ rate, unread }) => (unread ? "unknown" : statusBy(rate, demand)));
  const columns = COLUMN_STATUSES.map((status): ChartSeries => ({
    ...statusSeries(status, indicator, demand, labels.format),
    values: rows.map(({ rate }, index) => (statuses[index] === status ? rate : 0)),
  }));
  const none: ChartSeries = {
    ...statusSeries("none", indicator, demand, labels.format),
    values: statuses.map((status) => (status === "none" ? 0 : null)),
  };
  const pace: ChartSeries = { name: demandWords(demand), look: PACE_LOOK, values: rows.map(() => demand.rate), labels: null };
  return {
    kind: "columns",
    categories: rows.map(
      ({ region }, index) => `${shortName(region, report)}${upright ? " " : "\n"}${STATUS_LABELS[statuses[index] ?? "unknown"].symbol}`,
    ),
    upright,
    labelSize: labels.size,
    axisFormat: "0%",
    series: [...columns, none, pace],
  };
}

/** Whether a name is too long to lie under its column. */
function isUpright({ regions }: IndicatorProgress, report: Report): boolean {
  return regions.some(({ region }) => shortName(region, report).length > SHORT_NAME);
}

/** What a region is called where room is scarce. */
export function shortName(region: string, { regions }: Report): string {
  return regions.find(({ name }) => name === region)?.shortName ?? region;
}

/**
 * The stretches of the order that have a chart each, of even length.
 * @example stretches(34, false) // [{ from: 0, count: 12 }, { from: 12, count: 11 }, { from: 23, count: 11 }]
 */
export function stretches(count: number, ends: boolean): Stretch[] {
  if (ends && count > 2 * ENDS) return [...even(0, ENDS), ...even(count - ENDS, ENDS)];
  return even(0, count);
}

function even(from: number, count: number): Stretch[] {
  const parts = Math.ceil(count / MOST_COLUMNS);
  const bounds = Array.from({ length: parts + 1 }, (_, index) => from + Math.ceil((index * count) / parts));
  return bounds.slice(1).map((end, index) => ({ from: bounds[index] ?? from, count: end - (bounds[index] ?? from) }));
}
