import type { IndicatorProgress, Report } from "../progress";
import { ATTACHMENT_ROWS, putDocumentHead, reportYear } from "./document-head";
import { expressionOf, putFigure } from "./figure-cell";
import { a1Column } from "./formulas";
import { columnWidthFor, rowHeightFor } from "./measure";
import { landscapePage } from "./page";
import type { SheetPlan } from "./plan";
import { SheetBuilder } from "./sheet-builder";
import { LEGEND, paceTerm, statusRules } from "./status-rules";
import { BODY, CAPTION, COUNT_FORMAT, HEADER, MONEY_FORMAT, RATE_FORMAT, TABLE_FONT_SIZE, TOTAL_ROW } from "./styles";

const REGION_HEADER = "县（市、区）";

/**
 * Plans 附件1 《…年住房保障目标任务进展情况表》: a region a row in the office's own order, for each indicator of
 * the workbook target, done and rate, the total row last. Statuses are marked by colour and symbol.
 */
export function planAttachmentOne(report: Report): SheetPlan {
  const builder = new SheetBuilder();
  const groups = groupsOf(report.indicators);
  const last = groups.at(-1);
  const columnCount = last ? last.column + last.width : 1;
  const { band, header, first } = ATTACHMENT_ROWS;
  const totalRow = first + report.regions.length;
  const units = [...new Set(report.indicators.map(({ unit }) => unit).filter((unit) => unit !== ""))];

  putDocumentHead(builder, report, {
    label: "附件1",
    title: `${report.place ?? ""}${reportYear(report)}年住房保障目标任务进展情况表`,
    units: units.join("、"),
    columnCount,
  });
  builder.style(band, 0, 2, columnCount, HEADER);
  builder.style(first, 0, report.regions.length, columnCount, BODY);
  builder.style(totalRow, 0, 1, columnCount, TOTAL_ROW);
  builder.text(band, 0, REGION_HEADER);
  builder.merge(band, 0, 2, 1);
  builder.widen(0, REGION_HEADER, TABLE_FONT_SIZE);
  report.regions.forEach(({ name }, index) => {
    builder.text(first + index, 0, name);
    builder.widen(0, name, TABLE_FONT_SIZE, 10);
    builder.height(first + index, 21);
  });
  builder.text(totalRow, 0, "合计");
  builder.height(totalRow, 21);
  for (const group of groups) putGroup(builder, report, group, totalRow);
  const lines = Math.max(1, ...groups.map((group) => bandLines(builder, group)));
  builder.height(band, rowHeightFor(lines, TABLE_FONT_SIZE));
  builder.height(header, rowHeightFor(1, TABLE_FONT_SIZE) + 4);
  putLegend(builder, report, totalRow + 1, columnCount);
  return builder.plan({
    key: "attachment1",
    name: "附件1 目标任务进展情况表",
    freeze: { rows: first, columns: 1 },
    print: landscapePage({ first: band, last: header }),
    tabColor: "#C50F1F",
  });
}

interface Group {
  indicator: IndicatorProgress;
  column: number;
  width: number;
  name: string;
}

function groupsOf(indicators: readonly IndicatorProgress[]): Group[] {
  let column = 1;
  return indicators.map((indicator) => {
    const part = indicator.parent === undefined ? "" : "其中：";
    const name = `${part}${indicator.name}${indicator.unit === "" ? "" : `（${indicator.unit}）`}`;
    const group = { indicator, column, width: indicator.target === null ? 1 : 3, name };
    column += group.width;
    return group;
  });
}

/** How many lines a group's name takes over its columns. */
function bandLines(builder: SheetBuilder, { name, column, width }: Group): number {
  const room = Array.from({ length: width }, (_, offset) => builder.width(column + offset)).reduce((sum, one) => sum + one, 0);
  return Math.ceil(columnWidthFor(name, TABLE_FONT_SIZE) / Math.max(4, room - 2));
}

function putGroup(builder: SheetBuilder, report: Report, group: Group, totalRow: number): void {
  const { indicator, column, width, name } = group;
  const { band, header, first } = ATTACHMENT_ROWS;
  const format = indicator.unit === "万元" ? MONEY_FORMAT : COUNT_FORMAT;
  const count = report.regions.length;
  builder.text(band, column, name);
  const headers = width === 1 ? [] : ["目标任务", "完成", "完成率"];
  builder.merge(band, column, width === 1 ? 2 : 1, width);
  headers.forEach((text, offset) => {
    builder.text(header, column + offset, text);
    builder.widen(column + offset, offset === 2 ? "▲ 131.50%" : "129500.5", TABLE_FONT_SIZE, 8);
  });
  if (width === 1) builder.widen(column, "30.1181万元", TABLE_FONT_SIZE);
  builder.style(first, column, count + 1, Math.min(2, width), { numberFormat: format });
  if (width === 3) builder.style(first, column + 2, count + 1, 1, { numberFormat: RATE_FORMAT });
  indicator.regions.forEach((region, index) => {
    const row = first + index;
    if (width === 1) return putFigure(builder, row, column, region.done, true);
    const target = a1Column(row, column);
    putFigure(builder, row, column, region.target, true);
    const done = expressionOf(region.done);
    if (done === null) putFigure(builder, row, column + 1, region.done, false);
    else builder.formula(row, column + 1, `=IF(AND(${target}="",${done}=0),"",${done})`);
    builder.formula(row, column + 2, rateFormula(row, column));
  });
  const sumOf = (at: number) => `=SUM(${a1Column(first, at)}:${a1Column(totalRow - 1, at)})`;
  builder.formula(totalRow, column, sumOf(column));
  if (width === 1) return;
  builder.formula(totalRow, column + 1, sumOf(column + 1));
  builder.formula(totalRow, column + 2, rateFormula(totalRow, column));
  const marks = statusRules(a1Column(first, column), a1Column(first, column + 1), paceTerm(report.asOf), RATE_FORMAT);
  builder.rule(first, column + 2, count, 1, marks);
}

/** Blank without a target: such a region is neither 0% nor 100%. */
function rateFormula(row: number, column: number): string {
  const [target, done] = [a1Column(row, column), a1Column(row, column + 1)];
  return `=IF(AND(N(${target})>0,ISNUMBER(${done})),${done}/${target},"")`;
}

function putLegend(builder: SheetBuilder, report: Report, row: number, columnCount: number): void {
  const pace = `序时进度 ${paceTerm(report.asOf)}`;
  builder.text(row, 0, `注：${LEGEND.join("  ")}。${pace}。空白为无该项任务。`);
  builder.merge(row, 0, 1, columnCount);
  builder.style(row, 0, 1, columnCount, CAPTION);
  builder.height(row, 20);
}

