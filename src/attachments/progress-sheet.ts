import { cellName, chineseDate, demandFor, topicOf, type Demand, type IndicatorProgress, type Report } from "../progress";
import type { PlanOptions } from "./attachment-one";
import { REGION_COLUMN, regionHeader } from "./form";
import { absolute } from "./formulas";
import { LiveLinks } from "./live-links";
import { measuresOf } from "./measures";
import { pointsOf, rowHeightFor } from "./measure";
import { landscapePage } from "./page";
import type { KeptWidths, PlannedColumn, PrintSetup, SheetPlan } from "./plan";
import { groupIds, putGroup, type Group } from "./progress-groups";
import { pageStarts, widePages } from "./progress-pages";
import { SheetBuilder } from "./sheet-builder";
import { legend } from "./status-rules";
import { BODY, CAPTION, HEADER, LABEL, RATE_FORMAT, STATUS_COLOURS, TABLE_FONT_SIZE, TITLE, TOTAL_ROW, WORDS } from "./styles";

export const PROGRESS_SHEET_NAME = "进度计算";

/** Rows of the sheet above its table. */
const ROWS = { title: 0, caption: 1, legend: 2, band: 3, header: 4, first: 5 };
/** The rate to be reached stands here; its name in the two cells before it. */
const DEMAND_COLUMN = 3;
const LEAST_COLUMNS = 8;
/** The first mark of a legend has room for a verb, so that columns do not move from one workbook to the next. */
const NOT_BEGUN = "✕ 尚未筹集";
const SEVERITY_NAMES = { error: "有误", warning: "请核对", info: "提示" } as const;

/**
 * Plans the sheet 进度计算: each region's target, done, rate, rank and status as live formulas, the totals,
 * what the office's own total row states, and below it what was found while checking.
 */
export function planProgressSheet(report: Report, options: Pick<PlanOptions, "threshold" | "keptWidths"> = {}): SheetPlan {
  const builder = new SheetBuilder();
  const demand = demandFor(report, options.threshold);
  const groups = groupsOf(report.indicators);
  const ids = [REGION_COLUMN, ...groups.flatMap(({ indicator }) => groupIds(indicator))];
  const columnCount = Math.max(LEAST_COLUMNS, ids.length);
  const totalRow = ROWS.first + report.regions.length;
  const statedRow = totalRow + 1;

  putHead(builder, report, demand, columnCount);
  builder.text(ROWS.band, 0, regionHeader(report));
  builder.merge(ROWS.band, 0, 2, 1);
  report.regions.forEach(({ name }, index) => {
    builder.text(ROWS.first + index, 0, name);
    builder.widen(0, name, TABLE_FONT_SIZE, 12);
  });
  builder.text(totalRow, 0, "合计");
  builder.text(statedRow, 0, "原表合计");
  builder.style(ROWS.band, 0, 2, columnCount, HEADER);
  builder.style(ROWS.first, 0, report.regions.length, columnCount, BODY);
  builder.style(totalRow, 0, 2, columnCount, TOTAL_ROW);
  const place = {
    rows: { band: ROWS.band, header: ROWS.header, first: ROWS.first, total: totalRow, stated: statedRow },
    live: new LiveLinks(report),
    demand,
    demanded: absolute(ROWS.caption, DEMAND_COLUMN),
  };
  for (const group of groups) putGroup(builder, group, place);
  const columns = keptColumns(builder, ids, columnCount, options.keptWidths ?? {});
  builder.height(ROWS.header, rowHeightFor(1, TABLE_FONT_SIZE) + 4);
  const pages = layPages(builder, report, groups, columnCount);
  return builder.plan({
    key: "progress",
    name: PROGRESS_SHEET_NAME,
    freeze: { rows: ROWS.first, columns: 1 },
    print: pages,
    tabColor: "#0F6CBD",
    columns,
  });
}

function groupsOf(indicators: readonly IndicatorProgress[]): Group[] {
  let column = 1;
  return indicators.map((indicator) => {
    const group = { indicator, column };
    column += groupIds(indicator).length;
    return group;
  });
}

/** Puts the findings under the table and a title over each page. @returns how it is printed */
function layPages(builder: SheetBuilder, report: Report, groups: readonly Group[], columnCount: number): PrintSetup {
  const columnWidths = Array.from({ length: columnCount }, (_, column) => pointsOf(builder.width(column)));
  const counted = groups.map(({ indicator, column }) => ({ column, count: groupIds(indicator).length }));
  // Further pages down begin with all of the head, and pages beside the first with a title of their own.
  const head = { first: ROWS.title, last: ROWS.header };
  const page = landscapePage(head);
  const starts = pageStarts({ columnWidths, groups: counted }, page);
  const total = ROWS.first + report.regions.length;
  const found = total + 3;
  // On the first page alone: what stands in the column that is repeated stands on each.
  putFindings(builder, report, found, starts[0] === undefined ? { first: 0, end: columnCount } : { first: 1, end: starts[0] });
  const last = found + report.findings.length;
  const tables = [
    { first: ROWS.first, last: found - 1, startEnds: ROWS.first + 1, endStarts: total - 2 },
    { first: found, last, startEnds: found + 1, endStarts: last },
  ];
  const pages = widePages({ columnWidths, groups: counted, rowHeights: builder.rowHeights(), head, tables }, starts, page);
  putTitles(builder, report, pages.pageColumns);
  return { ...page, ...pages };
}

/** A table of few columns still has room for the legend above it and the findings below. */
function keptColumns(builder: SheetBuilder, ids: readonly string[], count: number, kept: KeptWidths): PlannedColumn[] {
  const spare = Array.from({ length: count - ids.length }, (_, index) => `spare.${index + 1}`);
  return builder.keepWidths([...ids, ...spare], kept);
}

function subjectOf(report: Report): string {
  const { name, work, tasks } = topicOf(report);
  return report.indicators.length === 0 || report.indicators.some((one) => measuresOf(one).target) ? tasks : name || work;
}

/** A title over each page: where several stand beside each other, behind the column that is repeated, which says nothing of one page alone. */
function putTitles(builder: SheetBuilder, report: Report, pages: PrintSetup["pageColumns"]): void {
  const columns = pages === null ? [0] : [pages.repeated, ...pages.starts];
  for (const column of columns) builder.text(ROWS.title, column, `${report.place ?? ""}${subjectOf(report)}进度计算`);
  if (pages === null && report.indicators.some((one) => measuresOf(one).rate)) builder.text(ROWS.legend, 0, "图例");
}

function putHead(builder: SheetBuilder, report: Report, demand: Demand, columnCount: number): void {
  builder.style(ROWS.title, 0, 1, columnCount, { ...TITLE, fontSize: 18, horizontal: "Left", wrap: false });
  builder.height(ROWS.title, 30);
  builder.text(ROWS.caption, 0, `截至${chineseDate(report.asOf)}`);
  builder.text(ROWS.caption, 1, demand.name);
  builder.formula(ROWS.caption, DEMAND_COLUMN, `=${demand.term}`);
  builder.style(ROWS.caption, 0, 1, columnCount, CAPTION);
  builder.merge(ROWS.caption, 1, 1, DEMAND_COLUMN - 1);
  builder.style(ROWS.caption, 1, 1, DEMAND_COLUMN - 1, { horizontal: "Right" });
  builder.style(ROWS.caption, DEMAND_COLUMN, 1, 1, { numberFormat: RATE_FORMAT, bold: true, horizontal: "Left" });
  builder.widen(0, `截至${chineseDate(report.asOf)}`, CAPTION.fontSize ?? TABLE_FONT_SIZE);
  const rated = report.indicators.filter((one) => measuresOf(one).rate);
  builder.height(ROWS.legend, 20);
  if (rated.length === 0) return;
  builder.style(ROWS.legend, 0, 1, 1, CAPTION);
  builder.widen(1, NOT_BEGUN, TABLE_FONT_SIZE);
  legend(rated, demand).forEach(({ status, text }, index) => {
    const { fill, font } = STATUS_COLOURS[status];
    builder.text(ROWS.legend, index + 1, text);
    builder.style(ROWS.legend, index + 1, 1, 1, { ...BODY, fill, fontColor: font });
    builder.widen(index + 1, text, TABLE_FONT_SIZE);
  });
}

/** @param columns those that they take: the first says how grave each is */
function putFindings(builder: SheetBuilder, report: Report, row: number, columns: { first: number; end: number }): void {
  const { first, end } = columns;
  const words = { first: first + 1, count: Math.max(1, end - first - 1) };
  builder.text(row, first, `核对发现 ${report.findings.length} 处`);
  builder.style(row, first, 1, 1, { ...LABEL, fontSize: 12 });
  builder.height(row, 22);
  report.findings.forEach((finding, index) => {
    const at = row + 1 + index;
    const where = finding.cells.map(cellName).join("、");
    const message = `${finding.message["zh-CN"]}${where === "" ? "" : `（${where}）`}`;
    builder.text(at, first, SEVERITY_NAMES[finding.severity]);
    builder.text(at, words.first, message);
    builder.merge(at, words.first, 1, words.count);
    builder.style(at, first, 1, 1, { ...BODY, bold: finding.severity === "error" });
    builder.style(at, words.first, 1, words.count, { ...BODY, ...WORDS });
    builder.fit(at, message, words, TABLE_FONT_SIZE);
  });
}
