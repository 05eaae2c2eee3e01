import {
  AlignmentType,
  BorderStyle,
  HeightRule,
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

/** In half points; smaller cannot be read. */
const LEAST_SIZE = 12;
/** A cell's inner margin left and right, in twips. */
const CELL_MARGIN = 40;
/** Rows are at least so high, in lines of the table's size. */
const ROW_LINES = 1.9;
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN };
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** An attachment on pages of its own: 附件1 flush left, the title, who reports, the table and its notes. */
export function attachmentChildren(table: AttachmentTable): (Paragraph | Table)[] {
  const widths = widthsOf(table.columnWidths);
  const size = sizeFor(table);
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

/** The sheet's size, scaled as its columns are to fit the page. */
function sizeFor({ columnWidths, fontSize }: AttachmentTable): number {
  const points = columnWidths.reduce((total, width) => total + width, 0);
  const scale = Math.min(1, LANDSCAPE_WIDTH / TWIPS_PER_POINT / points);
  return Math.max(LEAST_SIZE, Math.floor(fontSize * scale * 2));
}

function tableRow(cells: readonly AttachmentCell[], isHeader: boolean, size: number): TableRow {
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    height: { value: Math.round(ROW_LINES * (size / 2) * TWIPS_PER_POINT), rule: HeightRule.ATLEAST },
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
                run: { size },
                children: [
                  new TextRun({
                    text: one,
                    font: face(isHeader ? FONT.chapter : bold ? FONT.table : FONT.body),
                    size,
                    bold: bold && !isHeader,
                  }),
                ],
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

/** A Chinese face with the Latin one beside it; a title is all of one face. */
export function face(eastAsia: string): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
  const latin = eastAsia === FONT.title ? FONT.title : FONT.latin;
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia };
}
