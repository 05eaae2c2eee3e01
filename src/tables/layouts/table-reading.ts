import type { CellAddress, Fact, Finding, Gap, IndicatorDefinition, TableSummary, TextFact } from "../../progress";

/** What one table says. */
export interface TableReading {
  summary: TableSummary;
  indicators: IndicatorDefinition[];
  facts: Fact[];
  texts: TextFact[];
  gaps: Gap[];
  findings: Finding[];
  /** Regions in the table's order, with the cell that names each. */
  regions: { name: string; cell: CellAddress }[];
}
