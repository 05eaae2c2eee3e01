import { chineseDate, cellName, STATUS_LABELS, type IndicatorProgress, type Report } from "../progress";
import { expressionOf, putFigure } from "./figure-cell";
import { a1Column, absolute } from "./formulas";
import { rowHeightFor } from "./measure";
import { landscapePage } from "./page";
import type { SheetPlan } from "./plan";
import { SheetBuilder } from "./sheet-builder";
import { paceTerm, statusRules } from "./status-rules";
import { BODY, CAPTION, COUNT_FORMAT, HEADER, LABEL, MARKED_STATUSES, MONEY_FORMAT, RATE_FORMAT, STATUS_COLOURS, TABLE_FONT_SIZE, TITLE, TOTAL_ROW, WORDS } from "./styles";

export const PROGRESS_SHEET_NAME = "进度计算";

/** Rows of the sheet above its table. */
const ROWS = { title: 0, caption: 1, legend: 2, band: 3, header: 4, first: 5 };
const PACE_COLUMN = 3;
const SEVERITY_NAMES = { error: "有误", warning: "请核对", info: "提示" } as const;

interface Group {
  indicator: IndicatorProgress;
  /** First column of the group. */
  column: number;
  hasTarget: boolean;
}

/** Columns of an indicator with targets; one without has its figure only. */
const WITH_TARGET = ["目标任务", "完成", "完成率", "排名", "状态"];

/**
 * Plans the sheet 进度计算: each region's target, done, rate, rank and status as live formulas, the totals,
 * what the office's own total row states, and below it what was found while checking.
 */
export function planProgressSheet(report: Report): SheetPlan {
  const builder = new SheetBuilder();
  const groups = groupsOf(report);
  const last = groups.at(-1);
  const columnCount = Math.max(8, last ? last.column + (last.hasTarget ? WITH_TARGET.length : 1) : 1);
  const firstRow = ROWS.first;
  const totalRow = firstRow + report.regions.length;
  const statedRow = totalRow + 1;

  putHead(builder, report, columnCount);
  builder.text(ROWS.band, 0, "县（市、区）");
  builder.merge(ROWS.band, 0, 2, 1);
  report.regions.forEach(({ name }, index) => {
    builder.text(firstRow + index, 0, name);
    builder.widen(0, name, TABLE_FONT_SIZE, 12);
  });
  builder.text(totalRow, 0, "合计");
  builder.text(statedRow, 0, "原表合计");
  builder.style(ROWS.band, 0, 2, columnCount, HEADER);
  builder.style(firstRow, 0, report.regions.length, columnCount, BODY);
  builder.style(totalRow, 0, 2, columnCount, TOTAL_ROW);
  for (const group of groups) putGroup(builder, group, { firstRow, totalRow, statedRow });
  putFindings(builder, report, statedRow + 2, columnCount);
  builder.height(ROWS.header, rowHeightFor(1, TABLE_FONT_SIZE) + 4);
  return builder.plan({
    key: "progress",
    name: PROGRESS_SHEET_NAME,
    freeze: { rows: ROWS.first, columns: 1 },
    print: landscapePage({ first: ROWS.band, last: ROWS.header }),
    tabColor: "#0F6CBD",
  });
}

function groupsOf(report: Report): Group[] {
  let column = 1;
  return report.indicators.map((indicator) => {
    const hasTarget = indicator.target !== null;
    const group = { indicator, column, hasTarget };
    column += hasTarget ? WITH_TARGET.length : 1;
    return group;
  });
}

function putHead(builder: SheetBuilder, report: Report, columnCount: number): void {
  builder.text(ROWS.title, 0, `${report.place ?? ""}住房保障目标任务进度计算`);
  builder.style(ROWS.title, 0, 1, columnCount, { ...TITLE, fontSize: 18, horizontal: "Left" });
  builder.height(ROWS.title, 30);
  builder.text(ROWS.caption, 0, `截至${chineseDate(report.asOf)}`);
  builder.text(ROWS.caption, PACE_COLUMN - 1, "序时进度");
  builder.formula(ROWS.caption, PACE_COLUMN, `=${paceTerm(report.asOf)}`);
  builder.style(ROWS.caption, 0, 1, columnCount, CAPTION);
  builder.style(ROWS.caption, PACE_COLUMN, 1, 1, { numberFormat: RATE_FORMAT, bold: true, horizontal: "Left" });
  builder.text(ROWS.legend, 0, "图例");
  builder.style(ROWS.legend, 0, 1, 1, CAPTION);
  MARKED_STATUSES.forEach((status, index) => {
    const { symbol, chinese } = STATUS_LABELS[status];
    const { fill, font } = STATUS_COLOURS[status];
    builder.text(ROWS.legend, index + 1, `${symbol} ${chinese}`);
    builder.style(ROWS.legend, index + 1, 1, 1, { ...BODY, fill, fontColor: font });
    builder.widen(index + 1, `${symbol} ${chinese}`, TABLE_FONT_SIZE);
  });
  builder.height(ROWS.legend, 20);
}

interface TableRows {
  firstRow: number;
  totalRow: number;
  statedRow: number;
}

function putGroup(builder: SheetBuilder, group: Group, rows: TableRows): void {
  const { indicator, column, hasTarget } = group;
  const part = indicator.parent === undefined ? "" : "其中：";
  const name = `${part}${indicator.name}${indicator.unit === "" ? "" : `（${indicator.unit}）`}`;
  const width = hasTarget ? WITH_TARGET.length : 1;
  const format = indicator.unit === "万元" ? MONEY_FORMAT : COUNT_FORMAT;
  builder.text(ROWS.band, column, name);
  builder.merge(ROWS.band, column, 1, width);
  const headers = hasTarget ? WITH_TARGET : ["完成"];
  headers.forEach((header, offset) => {
    builder.text(ROWS.header, column + offset, header);
    builder.widen(column + offset, header, TABLE_FONT_SIZE, offset >= 4 ? 12 : 9);
  });
  if (!hasTarget) builder.widen(column, name, TABLE_FONT_SIZE);
  builder.style(rows.firstRow, column, rows.statedRow - rows.firstRow + 1, 1, { numberFormat: format });
  if (hasTarget) putTargetGroup(builder, group, rows, format);
  else putDoneOnly(builder, group, rows);
}

function putDoneOnly(builder: SheetBuilder, { indicator, column }: Group, rows: TableRows): void {
  indicator.regions.forEach((region, index) => {
    putFigure(builder, rows.firstRow + index, column, region.done, true);
  });
  builder.formula(rows.totalRow, column, sumAbove(rows, column));
  putFigure(builder, rows.statedRow, column, indicator.statedTotal?.done ?? null, false);
}

function putTargetGroup(
  builder: SheetBuilder,
  { indicator, column }: Group,
  rows: TableRows,
  format: string,
): void {
  const [target, done, rate, rank, status] = [column, column + 1, column + 2, column + 3, column + 4];
  const count = indicator.regions.length;
  builder.style(rows.firstRow, done, rows.statedRow - rows.firstRow + 1, 1, { numberFormat: format });
  builder.style(rows.firstRow, rate, rows.statedRow - rows.firstRow + 1, 1, { numberFormat: RATE_FORMAT });
  builder.style(rows.firstRow, rank, count, 1, { numberFormat: COUNT_FORMAT });
  indicator.regions.forEach((region, index) => {
    const row = rows.firstRow + index;
    putFigure(builder, row, target, region.target, true);
    putDone(builder, row, done, region.done, a1Column(row, target));
    putRateAndStatus(builder, row, column);
    const rates = `${absolute(rows.firstRow, rate)}:${absolute(rows.firstRow + count - 1, rate)}`;
    const own = a1Column(row, rate);
    builder.formula(row, rank, `=IF(ISNUMBER(${own}),RANK(${own},${rates}),"")`);
  });
  builder.formula(rows.totalRow, target, sumAbove(rows, target));
  builder.formula(rows.totalRow, done, sumAbove(rows, done));
  putRateAndStatus(builder, rows.totalRow, column);
  putFigure(builder, rows.statedRow, target, indicator.statedTotal?.target ?? null, false);
  putFigure(builder, rows.statedRow, done, indicator.statedTotal?.done ?? null, false);
  const pace = absolute(ROWS.caption, PACE_COLUMN);
  const [t, d] = [a1Column(rows.firstRow, target), a1Column(rows.firstRow, done)];
  const marked = [
    { at: done, format },
    { at: rate, format: RATE_FORMAT },
  ];
  for (const { at, format: shown } of marked) {
    builder.rule(rows.firstRow, at, count, 1, statusRules(t, d, pace, shown));
  }
  builder.widen(status, "▲ 超额完成", TABLE_FONT_SIZE);
}

/** Done, blank where the region has neither a task nor anything done. */
function putDone(
  builder: SheetBuilder,
  row: number,
  column: number,
  figure: IndicatorProgress["regions"][number]["done"],
  target: string,
): void {
  const expression = expressionOf(figure);
  if (expression === null) return putFigure(builder, row, column, figure, false);
  builder.formula(row, column, `=IF(AND(${target}="",${expression}=0),"",${expression})`);
}

function putRateAndStatus(builder: SheetBuilder, row: number, column: number): void {
  const [target, done, rate] = [0, 1, 2].map((offset) => a1Column(row, column + offset));
  const pace = absolute(ROWS.caption, PACE_COLUMN);
  const shown = (status: keyof typeof STATUS_LABELS) =>
    `"${STATUS_LABELS[status].symbol} ${STATUS_LABELS[status].chinese}"`;
  builder.formula(row, column + 2, `=IF(AND(N(${target})>0,ISNUMBER(${done})),${done}/${target},"")`);
  builder.formula(
    row,
    column + 4,
    `=IF(N(${target})=0,${shown("noTask")},IF(NOT(ISNUMBER(${done})),${shown("unknown")},IF(${done}=0,${shown("none")},` +
      `IF(${done}>${target},${shown("exceeded")},IF(${done}=${target},${shown("complete")},` +
      `IF(${rate}<${pace},${shown("behind")},${shown("onPace")}))))))`,
  );
}

function sumAbove(rows: TableRows, column: number): string {
  const range = `${a1Column(rows.firstRow, column)}:${a1Column(rows.totalRow - 1, column)}`;
  return `=SUM(${range})`;
}

function putFindings(builder: SheetBuilder, report: Report, row: number, columnCount: number): void {
  builder.text(row, 0, `核对发现 ${report.findings.length} 处`);
  builder.style(row, 0, 1, 1, { ...LABEL, fontSize: 12 });
  builder.height(row, 22);
  report.findings.forEach((finding, index) => {
    const at = row + 1 + index;
    const where = finding.cells.map(cellName).join("、");
    const message = `${finding.message["zh-CN"]}${where === "" ? "" : `（${where}）`}`;
    builder.text(at, 0, SEVERITY_NAMES[finding.severity]);
    builder.text(at, 1, message);
    builder.merge(at, 1, 1, columnCount - 1);
    builder.style(at, 0, 1, 1, { ...BODY, bold: finding.severity === "error" });
    builder.style(at, 1, 1, columnCount - 1, { ...BODY, ...WORDS });
    builder.fit(at, message, { first: 1, count: columnCount - 1 }, TABLE_FONT_SIZE);
  });
}

