import { overlaps, type CellAddress, type Finding, type RangeAddress, type Report, type TableSummary } from "../../progress";

/** Findings beside the table they are of; those of no table come apart. */
interface SortedFindings {
  tables: { table: TableSummary; findings: Finding[] }[];
  elsewhere: Finding[];
}

/** Sorts findings to the tables whose cells they name first; worst first, as the report has them. */
export function findingsByTable(report: Report): SortedFindings {
  const tableOf = (finding: Finding) => {
    const cell = finding.cells[0];
    return cell ? report.tables.find(({ range }) => isIn(range, cell)) : undefined;
  };
  return {
    tables: report.tables.map((table) => ({
      table,
      findings: report.findings.filter((finding) => tableOf(finding) === table),
    })),
    elsewhere: report.findings.filter((finding) => tableOf(finding) === undefined),
  };
}

/** The worst finding on an indicator's own columns that a clerk must look at; null without one. */
export function findingOfIndicator(report: Report, indicator: string): Finding | null {
  const isOurs = (cell: CellAddress | RangeAddress) =>
    report.tables.some((table) =>
      table.columns.some(
        ({ meaning, range }) =>
          meaning !== null &&
          "indicator" in meaning &&
          meaning.indicator === indicator &&
          isIn(table.range, cell) &&
          inLine(table, range, cell),
      ),
    );
  return report.findings.find(({ severity, cells }) => severity !== "info" && cells.some(isOurs)) ?? null;
}

/** In a column's line: the total row below the regions belongs to it too. */
function inLine(table: TableSummary, column: RangeAddress, cell: CellAddress | RangeAddress): boolean {
  const { rowCount, columnCount } = sizeOf(cell);
  if (table.layout === "transposed") return cell.row <= column.row && column.row < cell.row + rowCount;
  return cell.column <= column.column && column.column < cell.column + columnCount;
}

function isIn(range: RangeAddress, cell: CellAddress | RangeAddress): boolean {
  return range.sheet === cell.sheet && overlaps(range, { ...cell, ...sizeOf(cell) });
}

function sizeOf(cell: CellAddress | RangeAddress): { rowCount: number; columnCount: number } {
  return "rowCount" in cell ? cell : { rowCount: 1, columnCount: 1 };
}
