import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { FONT, LANDSCAPE_WIDTH, SIZE, TWIPS_PER_POINT } from "./page";
import type { AttachmentCell, AttachmentTable } from "./table";

/** Sizes that a table may be set in, in half points: 五号 where it fits, smaller where it has many columns. */
const TABLE_SIZES = [21, 18, 15, 13] as const;
/** A cell's inner margin left and right, in twips. */
const CELL_MARGIN = 40;
/** Characters that the narrowest columns hold on a line: 100.5%. */
const NARROWEST = 3.4;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN };
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** An attachment on pages of its own: 附件1 flush left, the title, who reports, the table and its notes. */
export function attachmentChildren(table: AttachmentTable): (Paragraph | Table)[] {
  const widths = widthsOf(table.columnWidths);
  const size = sizeFor(widths);
  const rows = (cells: AttachmentCell[][], isHeader: boolean) => cells.map((row) => tableRow(row, isHeader, size));
  return [
    ...(table.label === "" ? [] : [line(table.label, FONT.chapter, SIZE.body, AlignmentType.LEFT)]),
    line(table.title, FONT.title, SIZE.title, AlignmentType.CENTER),
    caption(table.caption, size),
    new Table({
      rows: [...rows(table.header, true), ...rows(table.body, false)],
      width: { size: LANDSCAPE_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: BORDERS,
      margins: { left: CELL_MARGIN, right: CELL_MARGIN },
      alignment: AlignmentType.CENTER,
    }),
    ...table.notes.map((note) => line(note, FONT.body, size, AlignmentType.LEFT)),
  ];
}

/** The sheet's proportions on the page, in twips. */
function widthsOf(proportions: readonly number[]): number[] {
  const whole = proportions.reduce((total, width) => total + width, 0) || 1;
  return proportions.map((width) => Math.floor((width / whole) * LANDSCAPE_WIDTH));
}

/** The largest size at which the narrow columns still hold a figure. */
function sizeFor(widths: readonly number[]): number {
  const narrow = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 4)] ?? LANDSCAPE_WIDTH;
  const fits = (size: number) => (narrow - 2 * CELL_MARGIN) / ((size / 2) * TWIPS_PER_POINT) >= NARROWEST;
  return TABLE_SIZES.find(fits) ?? TABLE_SIZES[TABLE_SIZES.length - 1] ?? 13;
}

function tableRow(cells: readonly AttachmentCell[], isHeader: boolean, size: number): TableRow {
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      ({ text, rowSpan, columnSpan, bold, align }) =>
        new TableCell({
          rowSpan,
          columnSpan,
          verticalAlign: VerticalAlignTable.CENTER,
          children: text.split("\n").map(
            (one) =>
              new Paragraph({
                alignment: ALIGN[align],
                children: [new TextRun({ text: one, font: face(isHeader ? FONT.chapter : bold ? FONT.table : FONT.body), size, bold: bold && !isHeader })],
              }),
          ),
        }),
    ),
  });
}

function line(text: string, font: string, size: number, alignment: (typeof ALIGN)[keyof typeof ALIGN]): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { line: Math.round((size / 2) * TWIPS_PER_POINT * 1.5), lineRule: LineRuleType.AT_LEAST, after: 60 },
    children: [new TextRun({ text, font: face(font), size })],
  });
}

/** Left, centre and right of one line. */
function caption([left = "", centre = "", right = ""]: readonly string[], size: number): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { after: 60 },
    tabStops: [
      { type: TabStopType.CENTER, position: Math.round(LANDSCAPE_WIDTH / 2) },
      { type: TabStopType.RIGHT, position: LANDSCAPE_WIDTH },
    ],
    children: [new TextRun({ text: `${left}\t${centre}\t${right}`, font: face(FONT.body), size })],
  });
}

/** A Chinese face with the Latin one beside it. */
export function face(eastAsia: string): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
  return { ascii: FONT.latin, hAnsi: FONT.latin, cs: FONT.latin, eastAsia };
}
