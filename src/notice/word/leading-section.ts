import { AlignmentType, BorderStyle, HeightRule, LineRuleType, PageOrientation, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type ISectionOptions } from "docx";
import { face } from "./attachments";
import type { LeadingCell, LeadingPage, LeadingRow } from "./leading-page";
import { A4, mm, TWIPS_PER_POINT } from "./page";
import { pictureRun } from "./pictures";

const THIN = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN, insideHorizontal: THIN, insideVertical: THIN };
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };
/** A cell's inner margin left and right, in twips. */
const CELL_MARGIN = 60;
/** The empty line that closes a section, which lies in what is the margin elsewhere: no page number stands there. */
const CLOSING_MM = 9;
/** From line to line, in sizes of the letters. */
const LINE_SPACING = 1.3;

/** The page before a notice: no number, and rows of a height of their own, so that it stays one page in any program. */
export function leadingSection({ marginsMm: { top, bottom, left, right }, columnWidths, rows }: LeadingPage): ISectionOptions {
  const width = A4.width - mm(left) - mm(right);
  return {
    properties: {
      page: {
        size: { ...A4, orientation: PageOrientation.PORTRAIT },
        margin: { top: mm(top), bottom: mm(bottom - CLOSING_MM), left: mm(left), right: mm(right) },
      },
    },
    children: runsOf(rows).map((run) => ("table" in run ? tableOf(run.table, columnWidths, width) : paragraphOf(run))),
  };
}

type CellsRow = Extract<LeadingRow, { kind: "cells" }>;

/** Rows of cells that follow each other are one table. */
function runsOf(rows: readonly LeadingRow[]): (Exclude<LeadingRow, CellsRow> | { table: CellsRow[] })[] {
  const runs: (Exclude<LeadingRow, CellsRow> | { table: CellsRow[] })[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (row.kind !== "cells") runs.push(row);
    else if (last && "table" in last) last.table.push(row);
    else runs.push({ table: [row] });
  }
  return runs;
}

function paragraphOf(row: Exclude<LeadingRow, CellsRow>): Paragraph {
  if (row.kind === "picture") {
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: twips(Math.max(0, row.height - row.picture.height)) },
      run: { size: 2 },
      children: [pictureRun(row.picture)],
    });
  }
  const { cell, height, lines } = row;
  // What its lines do not take stands before them.
  const pitch = Math.min(height / lines, cell.fontSize * LINE_SPACING);
  return new Paragraph({
    alignment: ALIGN[cell.align],
    spacing: { before: twips(height - lines * pitch), line: twips(pitch), lineRule: LineRuleType.EXACT },
    children: [textOf(cell)],
  });
}

function tableOf(rows: readonly CellsRow[], columnWidths: readonly number[], width: number): Table {
  const whole = columnWidths.reduce((total, one) => total + one, 0) || 1;
  return new Table({
    rows: rows.map(
      ({ cells, height }, index) =>
        new TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          height: { value: twips(height), rule: HeightRule.EXACT },
          children: cells.map(cellOf),
        }),
    ),
    width: { size: width, type: WidthType.DXA },
    columnWidths: columnWidths.map((one) => Math.floor((one / whole) * width)),
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN },
    alignment: AlignmentType.CENTER,
  });
}

function cellOf(cell: LeadingCell): TableCell {
  return new TableCell({
    columnSpan: cell.columnSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.fill === null ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill: cell.fill.slice(1) } }),
    children: [
      new Paragraph({
        alignment: ALIGN[cell.align],
        spacing: { line: twips(cell.fontSize * LINE_SPACING), lineRule: LineRuleType.EXACT },
        children: [textOf(cell)],
      }),
    ],
  });
}

function textOf({ text, fontName, fontSize, bold }: LeadingCell): TextRun {
  return new TextRun({ text, font: face(fontName), size: Math.floor(fontSize * 2), bold });
}

function twips(points: number): number {
  return Math.floor(points * TWIPS_PER_POINT);
}
