import { a1, a1Range, type Link, type RangeAddress, type RegionProgress, type Report, type TableColumn, type TableSummary } from "../progress";
import { textLiteral } from "./formulas";
import type { PlannedRule } from "./plan";
import { labelRule, paceTerm, statusRules } from "./status-rules";
import { COUNT_FORMAT, MARKED_STATUSES, MONEY_FORMAT } from "./styles";

/** Conditional formats of ours for one block of a staff sheet. */
export interface HighlightPlan {
  range: RangeAddress;
  rules: PlannedRule[];
}

/**
 * Plans the marks in the staff's own tables: each done figure by status, as conditional formats that follow
 * the cells. Nothing else of a staff sheet changes.
 */
export function planHighlights(report: Report): HighlightPlan[] {
  return report.tables.flatMap((table) => {
    // A table with regions across is marked by label only where its cells lie in rows.
    if (table.layout !== "wide" && table.layout !== "perIndicator") return [];
    return table.columns.flatMap((column) => highlightColumn(report, table, column));
  });
}

function highlightColumn(report: Report, table: TableSummary, column: TableColumn): HighlightPlan[] {
  const { meaning } = column;
  if (meaning?.kind !== "done") return [];
  const indicator = report.indicators.find(({ id }) => id === meaning.indicator);
  const targets = table.columns.find(
    (other) => other.meaning?.kind === "target" && other.meaning.indicator === meaning.indicator,
  );
  if (!indicator || !targets) return [];
  const format = indicator.unit === "万元" ? MONEY_FORMAT : COUNT_FORMAT;
  return table.regionBlocks.map((block) => {
    const range = { ...block, column: column.range.column };
    const target = `$${a1(block.row, targets.range.column)}`;
    const done = `$${a1(block.row, column.range.column)}`;
    const label = `$${a1(block.row, block.column)}`;
    const typed = indicator.regions.filter((region) => isTypedIn(region, range));
    return {
      range,
      rules: [
        ...typed.flatMap((region) => typedRule(region, label, format)),
        ...statusRules(target, done, paceTerm(report.asOf), format),
      ],
    };
  });
}

/** A figure such as 263套: its cell holds text, so the mark goes by the region's label. */
function typedRule(region: RegionProgress, label: string, format: string): PlannedRule[] {
  const status = MARKED_STATUSES.find((marked) => marked === region.status);
  const link = typedLink(region);
  return status && link ? [labelRule(status, label, textLiteral(link.label), format)] : [];
}

function typedLink({ target, done }: RegionProgress): Extract<Link, { kind: "typed" }> | null {
  const links = [target, done].flatMap((figure) => (figure?.source.link.kind === "typed" ? [figure.source.link] : []));
  return links[0] ?? null;
}

function isTypedIn(region: RegionProgress, range: RangeAddress): boolean {
  const cells = region.done?.source.cells ?? [];
  return typedLink(region) !== null && cells.some((cell) => cell.sheet === range.sheet && cell.column === range.column);
}

/** What a highlight plan covers, for people: 目标任务!C5:C19. */
export function highlightName(plan: HighlightPlan): string {
  return `${plan.range.sheet}!${a1Range(plan.range)}`;
}
