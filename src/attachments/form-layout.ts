import { a1Column, absolute } from "./formulas";
import { REGION_COLUMN, type StandardForm, type FormCell, type FormSection, type RowPlace } from "./form";
import { putFormHead, putHeaderBands, headRows } from "./form-head";
import { hasRoomForLead, leadRows, putLead } from "./form-lead";
import { CLOSE_ROW_HEIGHT, fitWidths, LEAST_ROW_HEIGHT, LEAST_SIZE_ON_ONE_PAGE, type MeasuredColumn } from "./form-widths";
import { digitsOf, lengthOf, linesInPoints, MAX_ROW_HEIGHT, rowHeightFor } from "./measure";
import { printedSize } from "./page";
import { pageBreaks, type PrintedTable, type Rows } from "./page-breaks";
import type { CellStyle, KeptWidths, SheetPart, SheetPlan } from "./plan";
import type { FormLayout } from "./layout";
import { SheetBuilder } from "./sheet-builder";
import { BODY, CAPTION, HEADER, LABEL, TITLE, TOTAL_ROW, WORDS } from "./styles";
import { applyTemplate, templateWidths, type SheetTemplate, type TemplateContext } from "./template";

/** What the office has of its own for a form. */
export interface FormWishes {
  template?: SheetTemplate | undefined;
  /** Widths that it set by hand on the sheet that stands. */
  keptWidths?: KeptWidths | undefined;
}

const STANDARD_STYLES: Record<SheetPart, CellStyle> = {
  label: LABEL,
  title: TITLE,
  caption: CAPTION,
  header: HEADER,
  body: BODY,
  total: TOTAL_ROW,
};
const TAB_COLOUR = "#C50F1F";
/** Rows that stay with the heading over them, and with the total under them. */
const KEPT_ROWS = 2;
/** Several tables are made smaller than this only by their width. */
const LEAST_SHRINKAGE = 0.9;

/**
 * Lays a form out as a sheet: measured for what it says, set for its page. Rows stand closer where that keeps the table
 * on one page: air is given up before type.
 */
export function layoutForm(standard: StandardForm, context: TemplateContext, wishes: FormWishes = {}): SheetPlan {
  const plan = layoutAt(LEAST_ROW_HEIGHT, standard, context, wishes);
  if (plan.print.oneTall) return plan;
  const close = layoutAt(CLOSE_ROW_HEIGHT, standard, context, wishes);
  return close.print.oneTall ? close : plan;
}

function layoutAt(rowHeight: number, standard: StandardForm, context: TemplateContext, wishes: FormWishes): SheetPlan {
  const { template } = wishes;
  const { form, hidden } = template ? applyTemplate(standard, template, context) : { form: standard, hidden: [] };
  const kept = template ? templateWidths(template, wishes.keptWidths ?? {}) : (wishes.keptWidths ?? {});
  const columns = form.sections[0]?.columns ?? [];
  const shown = columns.length - hidden.length;
  const { fontSize, points } = fitWidths(measured(form, shown), printedSize(form.print), kept, ownSize(template));
  const layout: FormLayout = {
    builder: new SheetBuilder(),
    form,
    columns,
    shown,
    points,
    fontSize,
    rowHeight,
    styles: stylesOf(template, fontSize),
  };
  const { builder } = layout;
  points.forEach((width, column) => builder.setWidth(column, digitsOf(width)));
  putFormHead(layout);
  const rows = headRows(layout);
  putHeaderBands(layout);
  const lead = hasRoomForLead(shown) ? form.lead : undefined;
  if (lead) putLead(layout, lead, rows.caption + 1, firstRows(form, rows.first));
  const tables: PrintedTable[] = [];
  const after = form.sections.reduce((row, section) => {
    const next = putSection(layout, section, row);
    tables.push(printedTable(section, row, next));
    return next;
  }, rows.first);
  // In one stroke over all rows, so that a line stands on both sides of where pages part them.
  const bordered = lead ? rows.caption + 1 : rows.band;
  builder.style(bordered, 0, after - bordered, shown, { borders: true });
  putNotes(layout, after);
  // Notes belong to the last table.
  const ofSections = tables.map((table, index) =>
    index === tables.length - 1 ? { ...table, last: table.last + form.notes.length } : table,
  );
  // The header under a lead goes with the first section.
  const printed = lead
    ? [
        leadTable(rows.caption + 1, leadRows(lead)),
        ...ofSections.map((table, index) => (index === 0 ? { ...table, first: rows.band } : table)),
      ]
    : ofSections;
  const oneTall = fitsOnePage(layout);
  const header = { first: rows.band, last: rows.first - 1 };
  const body = rows.first + (form.sections[0]?.heading === null ? 0 : 1);
  const regionAt = columns.slice(0, shown).findIndex(({ id }) => id === REGION_COLUMN);
  return builder.plan({
    key: form.key,
    name: form.sheetName,
    freeze: { rows: lead ? 0 : rows.first, columns: Math.min(2, regionAt + 1) },
    print: { ...form.print, titleRows: header, oneTall, pageRows: oneTall ? [] : pageRows(layout, header, printed) },
    tabColor: TAB_COLOUR,
    columns: columns.map(({ id, path }, index) => ({ id, path, hidden: index >= shown, widthKept: wishes.keptWidths?.[id] !== undefined })),
    parts: {
      ...(rows.label === null ? {} : { label: rows.label }),
      title: rows.title,
      caption: rows.caption,
      header: rows.band,
      body,
      total: body + (form.sections[0]?.regions.length ?? 0),
    },
  });
}

/** The largest size that a template gives to the table; null where it gives none. */
function ownSize(template: SheetTemplate | undefined): number | null {
  const sizes = (["header", "body", "total"] as const).flatMap((part) => template?.fonts[part]?.fontSize ?? []);
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** Where pages begin, as the sheet is scaled to their width. */
function pageRows(layout: FormLayout, header: Rows, tables: readonly PrintedTable[]): number[] {
  return pageBreaks(layout.builder.rowHeights(), header, tables, printedSize(layout.form.print).height / acrossScale(layout));
}

/** The scale at which a sheet is as wide as its page; never above 1. */
function acrossScale({ form, points, shown }: FormLayout): number {
  return Math.min(1, printedSize(form.print).width / widthOf(points, shown));
}

/** A section's rows, and which of them a page must not part. */
function printedTable({ heading, regions }: FormSection, start: number, next: number): PrintedTable {
  const first = start + (heading === null ? 0 : 1);
  const kept = Math.min(KEPT_ROWS, regions.length);
  return { first: start, last: next - 1, startEnds: first + kept - 1, endStarts: first + regions.length - kept };
}

function leadTable(first: number, rowCount: number): PrintedTable {
  const last = first + rowCount - 1;
  return { first, last, startEnds: first + 1 + KEPT_ROWS, endStarts: last - KEPT_ROWS };
}

/** The first region's row of each section. */
function firstRows({ sections }: StandardForm, start: number): number[] {
  let row = start;
  return sections.map(({ heading, regions, remark }) => {
    const first = row + (heading === null ? 0 : 1);
    row = first + regions.length + 1 + (remark === null ? 0 : 1);
    return first;
  });
}

/** Whether a table that is a little too long for a page is still read easily when it is made to fit. */
function fitsOnePage(layout: FormLayout): boolean {
  const { builder, form, fontSize } = layout;
  const across = acrossScale(layout);
  const scale = Math.min(across, printedSize(form.print).height / builder.totalHeight());
  // Several tables can be parted between them; one alone is read in one view.
  const least = form.sections.length > 1 ? LEAST_SHRINKAGE * across : 0;
  return scale >= least && fontSize * scale >= LEAST_SIZE_ON_ONE_PAGE;
}

function widthOf(points: readonly number[], shown: number): number {
  return lengthOf(points.slice(0, shown));
}

function stylesOf(template: SheetTemplate | undefined, fontSize: number): Record<SheetPart, CellStyle> {
  const sized = (part: SheetPart): CellStyle => {
    const standard = STANDARD_STYLES[part];
    const size = part === "header" || part === "body" || part === "total" ? { fontSize } : {};
    return { ...standard, ...size, ...template?.fonts[part] };
  };
  return {
    label: sized("label"),
    title: sized("title"),
    caption: sized("caption"),
    header: sized("header"),
    body: sized("body"),
    total: sized("total"),
  };
}

/** Columns with the words that they show, row by row over all sections. */
function measured(form: StandardForm, shown: number): MeasuredColumn[] {
  const [first] = form.sections;
  return (first?.columns ?? []).slice(0, shown).map((column, index): MeasuredColumn => {
    const widest = form.sections.map(({ columns }) => columns[index]?.widest ?? "");
    const longest = widest.reduce((found, text) => (text.length > found.length ? text : found), "");
    const words = column.words
      ? form.sections.flatMap((section) => section.regions.map((region) => wordsOf(section, index, region)))
      : null;
    return { id: column.id, path: column.path, widest: longest, words };
  });
}

const NOWHERE = { at: () => "A1", span: () => "A1", total: () => "A1" };

function wordsOf(section: FormSection, column: number, region: string): string {
  return section.columns[column]?.cell({ region, ...NOWHERE })?.text ?? "";
}

/** Puts one table and answers the row after it. */
function putSection(layout: FormLayout, section: FormSection, start: number): number {
  const { builder, shown, styles } = layout;
  const heading = section.heading === null ? 0 : 1;
  const first = start + heading;
  const totalRow = first + section.regions.length;
  if (section.heading !== null)
    putLine(layout, start, section.heading, { ...styles.body, fontName: styles.header.fontName ?? "黑体", horizontal: "Left" });
  builder.style(first, 0, section.regions.length, shown, styles.body);
  builder.style(totalRow, 0, 1, shown, styles.total);
  const column = (id: string) => section.columns.findIndex((one) => one.id === id);
  const place = (row: number) => ({
    at: (id: string) => a1Column(row, column(id)),
    span: (id: string) => `${absolute(first, column(id))}:${absolute(totalRow - 1, column(id))}`,
    total: (id: string) => absolute(totalRow, column(id)),
  });
  section.columns.forEach((own, index) => {
    if (own.words && index < shown) builder.style(first, index, section.regions.length, 1, WORDS);
    if (own.numberFormat !== undefined) builder.style(first, index, section.regions.length + 1, 1, { numberFormat: own.numberFormat });
    const firstPlace: RowPlace = { region: section.regions[0] ?? "", ...place(first) };
    if (own.rules && index < shown) builder.rule(first, index, section.regions.length, 1, own.rules(firstPlace));
  });
  section.regions.forEach((region, offset) => {
    const row = first + offset;
    builder.height(row, layout.rowHeight);
    section.columns.forEach((own, index) => put(layout, row, index, own.cell({ region, ...place(row) })));
  });
  builder.height(totalRow, layout.rowHeight);
  section.columns.forEach((own, index) => put(layout, totalRow, index, own.total(place(totalRow))));
  if (section.remark === null) return totalRow + 1;
  putLine(layout, totalRow + 1, section.remark, { ...styles.body, ...WORDS });
  return totalRow + 2;
}

function put(layout: FormLayout, row: number, column: number, content: FormCell | null): void {
  const { builder, points, fontSize } = layout;
  if (!content) return;
  builder.put(row, column, content.cell);
  if (content.hint !== undefined) builder.hint(row, column, "来源 Source", content.hint);
  if (content.text === undefined || column >= layout.shown) return;
  builder.height(row, Math.min(MAX_ROW_HEIGHT, rowHeightFor(linesInPoints(content.text, points[column] ?? 0, fontSize), fontSize)));
}

/** A line across the table. */
function putLine({ builder, shown, points, fontSize, rowHeight }: FormLayout, row: number, text: string, style: CellStyle): void {
  builder.text(row, 0, text);
  builder.merge(row, 0, 1, shown);
  builder.style(row, 0, 1, shown, style);
  const width = widthOf(points, shown);
  builder.height(row, Math.max(rowHeight, rowHeightFor(linesInPoints(text, width, fontSize), fontSize)));
}

function putNotes(layout: FormLayout, start: number): void {
  const { form, styles } = layout;
  form.notes.forEach((text, index) => putLine(layout, start + index, text, { ...styles.caption, ...WORDS }));
}
