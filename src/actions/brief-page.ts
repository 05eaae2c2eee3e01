import { lengthOf, linesInPoints, pageSize, pointsOf, type CellStyle, type PlannedCell, type SheetPlan } from "../attachments";
import { drawChart } from "../charts";
import { isAmong } from "../progress";
import type { LeadingCell, LeadingPage, LeadingRow } from "../notice";
import { wordPicture } from "./notice-pictures";

/** Points that stay free at the foot: in other fonts a text may take a line more than was reckoned. */
const FREE = 24;

/**
 * 领导快报 as a page of a Word file: what its sheet shows of the figures as they were read, row by row, made as small as
 * one page needs.
 * @param plan as `planBriefOf` gives it
 */
export function briefPage(plan: SheetPlan): LeadingPage {
  const { print, rowHeights, printedRows = rowHeights.length, charts = [] } = plan;
  const page = pageSize(print);
  const columns = columnsOf(plan);
  const columnWidths = columns.map((column) => pointsOf(plan.columnWidths[column] ?? 0));
  const scale = Math.min(1, page.width / lengthOf(columnWidths), (page.height - FREE) / lengthOf(rowHeights.slice(0, printedRows)));
  const heightOf = (from: number, count: number) => lengthOf(rowHeights.slice(from, from + count)) * scale;
  const rows: LeadingRow[] = [];
  for (let row = 0; row < printedRows; ) {
    const chart = charts.find(({ at }) => at.row === row);
    const cells = cellsOf(plan, row, columns, scale);
    const [first] = cells;
    const height = heightOf(row, chart?.at.rowCount ?? 1);
    if (chart)
      rows.push({
        kind: "picture",
        height,
        picture: wordPicture(drawChart(chart.chart, Math.floor(page.width), Math.floor(height)), chart.chart.title),
      });
    else if (first && cells.length === 1)
      rows.push({ kind: "line", height, lines: linesInPoints(first.text, page.width, first.fontSize), cell: first });
    else rows.push({ kind: "cells", height, cells });
    row += chart?.at.rowCount ?? 1;
  }
  return { marginsMm: print.marginsMm, columnWidths, rows };
}

/** The columns that hold something: those of the widest merge, a line across the page. */
function columnsOf({ merges }: SheetPlan): number[] {
  return Array.from({ length: Math.max(...merges.map(({ column, columnCount }) => column + columnCount)) }, (_, column) => column);
}

function cellsOf(plan: SheetPlan, row: number, columns: readonly number[], scale: number): LeadingCell[] {
  const merges = plan.merges.filter((one) => isAmong(row, one.row, one.rowCount));
  const covered = (column: number) => merges.some((one) => column > one.column && column < one.column + one.columnCount);
  const filled = columns.some((column) => plan.cells[row]?.[column]?.kind !== "blank") || merges.length > 0;
  // A free row is one line.
  const starts = filled ? columns.filter((column) => !covered(column)) : [0];
  return starts.map((column) => {
    const { fontName = "仿宋", fontSize = 12, bold = false, fill = null, horizontal = "Left" } = styleAt(plan, row, column);
    return {
      text: textOf(plan.cells[row]?.[column]),
      columnSpan: filled ? (merges.find((one) => one.column === column)?.columnCount ?? 1) : columns.length,
      fontName,
      fontSize: fontSize * scale,
      bold,
      fill,
      align: ({ Left: "left", Center: "center", Right: "right" } as const)[horizontal],
    };
  });
}

/** How a cell looks: the plan's styles laid over each other. */
function styleAt({ styles }: SheetPlan, row: number, column: number): CellStyle {
  return Object.assign(
    {},
    ...styles
      .filter(({ block }) => isAmong(row, block.row, block.rowCount) && isAmong(column, block.column, block.columnCount))
      .map(({ style }) => style),
  ) as CellStyle;
}

function textOf(cell: PlannedCell | undefined): string {
  switch (cell?.kind) {
    case "text":
      return cell.text;
    case "formula":
      return cell.shows ?? "";
    default:
      return "";
  }
}
