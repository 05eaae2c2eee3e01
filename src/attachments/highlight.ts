import {
  a1,
  a1Range,
  demandFor,
  isInRange,
  statusOf,
  type Demand,
  type Link,
  type RangeAddress,
  type RegionProgress,
  type Report,
  type TableColumn,
  type TableSummary,
  type Threshold,
} from "../progress";
import { textLiteral } from "./formulas";
import { measuresOf } from "./measures";
import { figureFormat } from "./number-format";
import type { PlannedRule, StatusRule } from "./plan";
import { labelRule, legend, legendRule, rateBar, statusRules, unreadLabelRule } from "./status-rules";
import { MARKED_STATUSES } from "./styles";

/** A formula takes no longer text between quotes. */
const LONGEST_LITERAL = 250;

/** Conditional formats of ours for one block of a staff sheet. */
export interface HighlightPlan {
  range: RangeAddress;
  rules: PlannedRule[];
}

/**
 * Plans the marks in the staff's own tables: each done figure by status, and a bar behind each rate, as
 * conditional formats that follow the cells. Nothing else of a staff sheet changes.
 * @param threshold what progress is marked against; the report's own if left out
 */
export function planHighlights(report: Report, threshold?: Threshold): HighlightPlan[] {
  const demand = demandFor(report, threshold);
  return report.tables.flatMap((table) => {
    // A table with regions across is marked by label only where its cells lie in rows.
    if (table.layout !== "wide" && table.layout !== "perIndicator") return [];
    const marks = table.columns.flatMap((column) => highlightColumn(report, table, column, demand));
    return marks.some(isOfStatus) ? [...marks, ...legendOf(report, table, demand)] : marks;
  });
}

function isOfStatus({ rules }: HighlightPlan): boolean {
  return rules.some(({ kind }) => kind === "status");
}

/** The legend behind the day that the table states, where a caption of its own does; it stands where the marks are. */
function legendOf(report: Report, table: TableSummary, demand: Demand): HighlightPlan[] {
  const cell = report.asOfSource?.source;
  const isHere = cell?.sheet === table.sheet && cell.row > table.range.row && cell.row < (table.regionBlocks[0]?.row ?? 0);
  if (!cell || !isHere) return [];
  const isOfTable = (id: string) => table.columns.some(({ meaning }) => meaning?.kind === "done" && meaning.indicator === id);
  const marked = report.indicators.filter((one) => measuresOf(one).rate && isOfTable(one.id));
  return [{ range: { ...cell, rowCount: 1, columnCount: 1 }, rules: [legendRule(legend(marked, demand).map(({ text }) => text))] }];
}

function highlightColumn(report: Report, table: TableSummary, column: TableColumn, demand: Demand): HighlightPlan[] {
  const { meaning } = column;
  const blocks = table.regionBlocks.map((block) => ({ ...block, column: column.range.column }));
  if (meaning?.kind === "rate") return blocks.map((range) => ({ range, rules: [rateBar()] }));
  if (meaning?.kind !== "done") return [];
  const indicator = report.indicators.find(({ id }) => id === meaning.indicator);
  // One target may be that of several stages: 已开工 and 已竣工 beside one task.
  const targets = table.columns.find((other) =>
    [other.meaning, ...(other.also ?? [])].some((one) => one?.kind === "target" && one.indicator === meaning.indicator),
  );
  if (!indicator || !targets || !measuresOf(indicator).rate) return [];
  const format = figureFormat(indicator.unit, indicator.regions.map(({ done }) => done));
  return table.regionBlocks.map((block, index) => {
    const range = blocks[index] ?? block;
    const target = `$${a1(block.row, targets.range.column)}`;
    const done = `$${a1(block.row, column.range.column)}`;
    const label = `$${a1(block.row, block.column)}`;
    const typed = indicator.regions.filter((region) => isTypedIn(region, range));
    return {
      range,
      rules: [
        ...typed.flatMap((region) => typedRule(region, label, format, demand)),
        ...indicator.regions.flatMap((region) => unreadRules(region, range, label, done)),
        ...statusRules({ target, done, demanded: demand.term }, format),
      ],
    };
  });
}

/** A figure such as 263套: its cell holds text, so the mark goes by the region's label. */
function typedRule(region: RegionProgress, label: string, format: string, demand: Demand): StatusRule[] {
  const wanted = statusOf({ target: region.target?.value ?? null, done: region.done?.value ?? null, demanded: demand.rate });
  const status = MARKED_STATUSES.find((marked) => marked === wanted);
  const link = typedLink(region);
  return status && link && link.label.length <= LONGEST_LITERAL ? [labelRule(status, label, textLiteral(link.label), format)] : [];
}

/** Words in the place of a figure (约100): the mark goes by the label, as long as they stand there. */
function unreadRules({ unread }: RegionProgress, range: RangeAddress, label: string, done: string): StatusRule[] {
  const isHere = unread?.figure === "done" && unread.cells.some((cell) => isInRange(cell, range));
  if (!isHere || unread.label === null || unread.label.length > LONGEST_LITERAL) return [];
  return [unreadLabelRule(label, textLiteral(unread.label), done)];
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
