import { meaningKey, rateFormula, type Demand, type IndicatorProgress } from "../progress";
import { bandName } from "./attachment-one";
import { doneCell, figureCell, type PlannedFigure } from "./figure-cell";
import { a1Column, absolute, type RowName } from "./formulas";
import type { LiveLinks } from "./live-links";
import { measuresOf } from "./measures";
import { figureFormat } from "./number-format";
import type { SheetBuilder } from "./sheet-builder";
import { rateBar, statusRules, statusTexts, statusWords, unreadRule } from "./status-rules";
import { COUNT_FORMAT, RATE_FORMAT, TABLE_FONT_SIZE } from "./styles";
import { countedTotals, hasUnread, unlessUnread, unreadOf, UNREAD_SIGN, unreadWords } from "./unread";

/** An indicator's columns on the sheet 进度计算. */
export interface Group {
  indicator: IndicatorProgress;
  /** Its first column. */
  column: number;
}

/** Where groups stand, and what they are measured against. */
interface GroupPlace {
  rows: { band: number; header: number; first: number; total: number; stated: number };
  live: LiveLinks;
  demand: Demand;
  /** The cell that holds the rate to be reached: $D$2. */
  demanded: string;
}

/** The columns that an indicator may have, in their order. */
const HEADERS = { target: "目标任务", done: "完成", rate: "完成率", rank: "排名", status: "状态" };
const PARTS = ["target", "done", "rate", "rank", "status"] as const;

/** The columns of an indicator: its rate, rank and status stand beside a target and what was done alone. */
function partsOf(indicator: IndicatorProgress): (typeof PARTS)[number][] {
  const measures = measuresOf(indicator);
  return PARTS.filter((part) => (part === "target" || part === "done" ? measures[part] : measures.rate));
}

/** The ids of an indicator's columns. */
export function groupIds(indicator: IndicatorProgress): string[] {
  // Rank and status are no figures of the workbook: they are told from those beside them.
  return partsOf(indicator).map((part) =>
    part === "rank" || part === "status" ? `${indicator.id}.${part}` : meaningKey({ kind: part, indicator: indicator.id }),
  );
}

/** Puts an indicator's header, figures and totals. */
export function putGroup(builder: SheetBuilder, group: Group, place: GroupPlace): void {
  const { indicator, column } = group;
  const { rows } = place;
  const parts = partsOf(indicator);
  const name = bandName(indicator);
  builder.text(rows.band, column, name);
  builder.merge(rows.band, column, 1, parts.length);
  parts.forEach((part, offset) => {
    builder.text(rows.header, column + offset, HEADERS[part]);
    builder.widen(column + offset, HEADERS[part], TABLE_FONT_SIZE, 9);
  });
  if (measuresOf(indicator).rate) return putTargetGroup(builder, group, place);
  if (parts.length === 1) builder.widen(column, name, TABLE_FONT_SIZE);
  parts.forEach((part, offset) =>
    part === "target" || part === "done" ? putFigures(builder, indicator, part, column + offset, place) : undefined,
  );
}

/** A column of figures that nothing is computed from but their sum. */
function putFigures(builder: SheetBuilder, indicator: IndicatorProgress, part: "target" | "done", column: number, place: GroupPlace): void {
  const { rows, live } = place;
  const figures = indicator.regions.map((row) => row[part]);
  builder.style(rows.first, column, rows.stated - rows.first + 1, 1, { numberFormat: figureFormat(indicator.unit, figures) });
  indicator.regions.forEach((row, index) => {
    put(builder, rows.first + index, column, unreadOf(row, part) ?? figureCell(row[part], live.blank(row.region, figures), true, rowName(rows.first + index, row.region)));
  });
  if (measuresOf(indicator).sums) builder.formula(rows.total, column, sumAbove(place, column));
  put(builder, rows.stated, column, figureCell(indicator.statedTotal?.[part] ?? null, null, false, null));
}

function putTargetGroup(builder: SheetBuilder, { indicator, column }: Group, place: GroupPlace): void {
  const { rows, live, demand, demanded } = place;
  const [target, done, rate, rank, status] = [column, column + 1, column + 2, column + 3, column + 4];
  const count = indicator.regions.length;
  const [targets, dones] = [indicator.regions.map((row) => row.target), indicator.regions.map((row) => row.done)];
  const doneFormat = figureFormat(indicator.unit, dones);
  const formats = [figureFormat(indicator.unit, targets), doneFormat, RATE_FORMAT, COUNT_FORMAT];
  formats.forEach((numberFormat, offset) => builder.style(rows.first, column + offset, rows.stated - rows.first + 1, 1, { numberFormat }));
  const isPartial = hasUnread(indicator);
  const putRateAndStatus = (row: number, own: string, did: string, isUnread: boolean) => {
    const words = (sign: string, formula: string) => (isUnread ? unlessUnread(own, did, sign, formula) : formula);
    builder.formula(row, rate, words(UNREAD_SIGN, rateFormula({ target: own, done: did })));
    builder.formula(row, status, words(unreadWords([indicator]), statusWords({ target: own, done: did, demanded }, indicator, demand)));
  };
  indicator.regions.forEach((region, index) => {
    const row = rows.first + index;
    put(builder, row, target, unreadOf(region, "target") ?? figureCell(region.target, live.blank(region.region, targets), true, rowName(row, region.region)));
    put(builder, row, done, unreadOf(region, "done") ?? doneCell(region.done, live.blank(region.region, dones), a1Column(row, target), rowName(row, region.region)));
    putRateAndStatus(row, a1Column(row, target), a1Column(row, done), region.unread !== null);
    const rates = `${absolute(rows.first, rate)}:${absolute(rows.first + count - 1, rate)}`;
    const own = a1Column(row, rate);
    builder.formula(row, rank, `=IF(ISNUMBER(${own}),RANK(${own},${rates}),"")`);
  });
  builder.formula(rows.total, target, sumAbove(place, target));
  builder.formula(rows.total, done, sumAbove(place, done));
  const span = (at: number) => `${absolute(rows.first, at)}:${absolute(rows.total - 1, at)}`;
  const whole = isPartial
    ? countedTotals(span(target), span(done))
    : { target: a1Column(rows.total, target), done: a1Column(rows.total, done) };
  putRateAndStatus(rows.total, whole.target, whole.done, false);
  put(builder, rows.stated, target, figureCell(indicator.statedTotal?.target ?? null, null, false, null));
  put(builder, rows.stated, done, figureCell(indicator.statedTotal?.done ?? null, null, false, null));
  const [t, d] = [a1Column(rows.first, target), a1Column(rows.first, done)];
  const unread = isPartial ? [unreadRule(t, d)] : [];
  builder.rule(rows.first, done, count, 1, [...unread, ...statusRules({ target: t, done: d, demanded }, doneFormat)]);
  builder.rule(rows.first, rate, count, 1, [rateBar()]);
  builder.rule(rows.first, status, count + 1, 1, [...unread, ...statusRules({ target: t, done: d, demanded }, null)]);
  for (const text of statusTexts(indicator, demand)) builder.widen(status, text, TABLE_FONT_SIZE);
}

function put(builder: SheetBuilder, row: number, column: number, content: PlannedFigure | null): void {
  if (!content) return;
  builder.put(row, column, content.cell);
  if (content.hint !== undefined) builder.hint(row, column, "来源 Source", content.hint);
}

/** A region's row by the cell that names it: the first. */
function rowName(row: number, region: string): RowName {
  return { name: region, cell: a1Column(row, 0) };
}

function sumAbove({ rows }: GroupPlace, column: number): string {
  return `=SUM(${a1Column(rows.first, column)}:${a1Column(rows.total - 1, column)})`;
}
