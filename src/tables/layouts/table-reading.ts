import type { CellAddress, Fact, Finding, Gap, IndicatorDefinition, TableSummary, TextFact } from "../../progress";

/** What one table says. */
export interface TableReading {
  summary: TableSummary;
  indicators: IndicatorDefinition[];
  facts: Fact[];
  texts: TextFact[];
  gaps: Gap[];
  findings: Finding[];
  /** Indicators of its own whose target or done is said outright. */
  firm: string[];
  /** Regions in the table's order, with the cell that names each. */
  regions: { name: string; cell: CellAddress }[];
}
