import {
  a1,
  a1Range,
  cellName,
  columnLetters,
  type Figure,
  type IndicatorProgress,
  type KnownPeriod,
  type Language,
  type Meaning,
  type Report,
  type TableSummary,
} from "../../src/progress";
import type { HostStats } from "../types";

/** The result of the headless contract, field by field. */
export type Result = ReturnType<typeof resultOf>;

/**
 * Shapes a report as the headless contract has it: money in 万元, rates as fractions.
 * @param of the report, the generated notice (a paragraph a line), and the periods that are known
 */
export function resultOf({ report, notice, periods }: { report: Report; notice: readonly string[]; periods: readonly KnownPeriod[] }, stats: HostStats, language: Language) {
  const { backlog, continuing } = report;
  return {
    asOf: report.asOf,
    pace: report.pace,
    tables: report.tables.map((table) => ({ sheet: table.sheet, range: a1Range(table.range), layout: table.layout, columns: columnsOf(table) })),
    regions: report.regions.map(({ name }) => name),
    indicators: report.indicators.map(indicatorOf),
    backlog: backlog && {
      reported: backlog.reported,
      repurposed: backlog.repurposed,
      stock: backlog.stock,
      computed: backlog.computed,
      verified: backlog.verified,
      regions: backlog.regions.map(({ region, computed, verified }) => ({
        region,
        computed,
        verified: valueOf(verified),
      })),
    },
    audit: report.audit.map(({ year, open, categories, regions }) => ({
      year,
      open,
      categories: categories.map(({ name, open: count }) => ({ name, open: count })),
      regions: regions.map(({ region, open: count }) => ({ region, open: count })),
    })),
    continuing: continuing && {
      units: continuing.units,
      regions: continuing.regions.map(({ region, units, outlook }) => ({ region, units: valueOf(units), outlook })),
    },
    findings: report.findings.map(({ code, severity, message, cells }) => ({
      code,
      severity,
      message: message[language],
      cells: cells.map(cellName),
    })),
    notice: [...notice],
    periods: periods.map(({ asOf, sheets, indicators }) => ({
      asOf,
      sheets,
      indicators: Object.entries(indicators).map(([id, { target, done, rate }]) => ({ id, target, done, rate })),
    })),
    ranking: report.overall.regions.map(({ region, score, rank, moved, last, amongLast, summoned }) => ({ region, score, rank, moved, last, amongLast, summoned })),
    host: { syncs: stats.syncs, requestBytes: stats.requestBytes, responseBytes: stats.responseBytes },
  };
}

/** What each slot of a table was taken for, and why. */
function columnsOf({ columns, layout, labels }: TableSummary) {
  return columns.map(({ header, range, meaning, why = [], runnerUp = null, unsure }) => ({
    at: layout === "transposed" ? String(range.row + 1) : labels === null && layout === "perRegion" ? a1(range.row, range.column) : columnLetters(range.column),
    header,
    ...roleOf(meaning),
    why: why.join("；"),
    runnerUp: runnerUp && roleOf(runnerUp),
    sure: unsure !== true,
  }));
}

/** A meaning as the contract names it: the indicator, and the role or measure. */
function roleOf(meaning: Meaning | null): { indicator: string | null; role: string } {
  if (meaning === null) return { indicator: null, role: "none" };
  if ("indicator" in meaning) return { indicator: meaning.indicator, role: meaning.kind };
  return { indicator: null, role: meaning.kind === "backlog" ? meaning.measure : meaning.kind };
}

function indicatorOf(indicator: IndicatorProgress) {
  const { statedTotal } = indicator;
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    target: indicator.target,
    done: indicator.done,
    rate: indicator.rate,
    statedTotal: statedTotal && { target: valueOf(statedTotal.target), done: valueOf(statedTotal.done) },
    regions: indicator.regions.map(({ region, target, done, rate, rank, status }) => ({
      region,
      target: valueOf(target),
      done: valueOf(done),
      rate,
      rank,
      status,
    })),
  };
}

function valueOf(figure: Figure | null): number | null {
  return figure?.value ?? null;
}
