import type { Cell, Workbook, Worksheet } from "@cj-tech-master/excelts";

const TITLE_FONT = { name: "黑体", size: 18, bold: true };
const CAPTION_FONT = { name: "宋体", size: 10.5 };
const HEADER_FONT = { name: "宋体", size: 10.5, bold: true };
const BODY_FONT = { name: "宋体", size: 10.5 };
const TOTAL_FONT = { name: "宋体", size: 10.5, bold: true };
const HEADER_FILL = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } } as const;
const THIN = { style: "thin", color: { argb: "FF000000" } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** What stands in a data cell. */
export type OfficeValue = number | string | null | { formula: string };

/** A leaf column of a table. */
export interface OfficeColumn {
  /** Header texts from the outermost band to the column's own; one text spans all header rows. */
  path: string[];
  /** In characters of the default font. */
  width: number;
  /** "text" is left aligned and wrapped; a number format otherwise. */
  format: string;
}

/** A table as an office keeps it: title, caption, header, one row a region, a total row. */
export interface OfficeTable {
  sheet: string;
  title: string;
  caption: { left: string; middle: string; right: string };
  columns: OfficeColumn[];
  /** One row a region, one value a column. */
  rows: OfficeValue[][];
  total: OfficeValue[];
  /** Heights in points. */
  heights: { header: number[]; row: (values: readonly OfficeValue[]) => number };
}

/** The first data row of a table with `depth` header rows; title and caption stand above. */
export function firstRowOf(depth: number): number {
  return 3 + depth;
}

/** Column letter of a leaf column, counted from 0; office tables stay within Z. */
export function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

/** Adds a table to the workbook as a sheet of its own, set for A4 landscape. */
export function addOfficeTable(workbook: Workbook, table: OfficeTable): Worksheet {
  const sheet = workbook.addWorksheet(table.sheet);
  const width = table.columns.length;
  const depth = table.heights.header.length;
  const first = firstRowOf(depth);
  table.columns.forEach((column, index) => (sheet.getColumn(index + 1).width = column.width));

  writeTitle(sheet, table, width);
  writeHeader(sheet, table, depth);
  [...table.rows, table.total].forEach((values, offset) => {
    const isTotal = offset === table.rows.length;
    const row = sheet.getRow(first + offset);
    row.height = table.heights.row(values);
    values.forEach((value, index) => {
      const cell = row.getCell(index + 1);
      if (value !== null) cell.value = value;
      styleBody(cell, table.columns[index]?.format ?? "General", isTotal, index === 0);
    });
  });
  setPage(sheet, first, first + table.rows.length, width);
  return sheet;
}

function writeTitle(sheet: Worksheet, table: OfficeTable, width: number): void {
  sheet.mergeCells(1, 1, 1, width);
  const title = sheet.getCell(1, 1);
  title.value = table.title;
  title.font = TITLE_FONT;
  title.alignment = { horizontal: "center", vertical: "middle" };
  sheet.getRow(1).height = 36;

  const left = Math.max(1, Math.floor(width / 3));
  const right = Math.max(left + 1, Math.ceil((width * 2) / 3));
  const parts = [
    { from: 1, to: left, text: table.caption.left, horizontal: "left" },
    { from: left + 1, to: right, text: table.caption.middle, horizontal: "center" },
    { from: right + 1, to: width, text: table.caption.right, horizontal: "right" },
  ] as const;
  for (const { from, to, text, horizontal } of parts) {
    if (to > from) sheet.mergeCells(2, from, 2, to);
    const cell = sheet.getCell(2, from);
    cell.value = text;
    cell.font = CAPTION_FONT;
    cell.alignment = { horizontal, vertical: "middle" };
  }
  sheet.getRow(2).height = 21;
}

/** Merges a band over its columns, and a column without a band over all header rows. */
function writeHeader(sheet: Worksheet, table: OfficeTable, depth: number): void {
  table.heights.header.forEach((height, level) => {
    const row = sheet.getRow(3 + level);
    row.height = height;
    table.columns.forEach((_, index) => {
      const cell = row.getCell(index + 1);
      cell.font = HEADER_FONT;
      cell.fill = HEADER_FILL;
      cell.border = BORDER;
      cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
    });
  });
  let index = 0;
  while (index < table.columns.length) {
    const column = table.columns[index];
    if (!column) break;
    const [band] = column.path;
    const alone = column.path.length === 1;
    let end = index;
    while (!alone && table.columns[end + 1]?.path.length === 2 && table.columns[end + 1]?.path[0] === band) {
      end += 1;
    }
    sheet.getCell(3, index + 1).value = band ?? "";
    if (alone && depth > 1) sheet.mergeCells(3, index + 1, 2 + depth, index + 1);
    if (end > index) sheet.mergeCells(3, index + 1, 3, end + 1);
    for (let leaf = index; !alone && leaf <= end; leaf++) {
      sheet.getCell(4, leaf + 1).value = table.columns[leaf]?.path[1] ?? "";
    }
    index = end + 1;
  }
}

function styleBody(cell: Cell, format: string, isTotal: boolean, isLabel: boolean): void {
  const words = format === "text";
  cell.font = isTotal ? TOTAL_FONT : BODY_FONT;
  cell.border = BORDER;
  if (!words) cell.numFmt = format;
  cell.alignment = {
    horizontal: words && !isLabel ? "left" : "center",
    vertical: "middle",
    wrapText: words && !isLabel,
  };
}

function setPage(sheet: Worksheet, first: number, last: number, width: number): void {
  sheet.views = [
    { state: "frozen", xSplit: 1, ySplit: first - 1, topLeftCell: `B${first}`, showGridLines: true },
  ];
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.3, footer: 0.3 },
    printTitlesRow: `1:${first - 1}`,
    printArea: `A1:${letterOf(width - 1)}${last}`,
  };
  sheet.headerFooter.oddFooter = "&C第 &P 页，共 &N 页";
}
